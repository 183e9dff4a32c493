"""Readings are kept beside the output: what is read again is what is new, and the bytes are those of a clean build."""

import gc
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import zlib
from dataclasses import fields, replace
from pathlib import Path

import pytest

from kg.builder import Options, build
from kg.builder.kept import BROKEN, FILE, FOLDER, TABLE, Document, kept_in
from kg.builder.packing import Packed, PackingError, facts_of, layout, pack, page_of, texts_of
from kg.builder.workers import read_batch
from kg.lexicon import default_lexicon
from kg.pipeline import read_page
from kg.sources import read_sources

from .conftest import OTHER, PAGE, ROOT, bytes_of, two_pages

DOCUMENT, NOTHING = Document(b"key", "page.txt", "0" * 64, 2), Packed(b"", b"", b"")


def records(path, days):
    """A record a number, all different."""
    with path.open("w", encoding="utf-8") as file:
        for day in days:
            text = (PAGE if day % 2 else OTHER).replace("6月", f"{day % 12 + 1}月") + f"第{day}号"
            file.write(json.dumps({"id": str(day), "text": text}, ensure_ascii=False) + "\n")


def kept(folder):
    return folder / FOLDER / FILE


# ---------------------------------------------------------------- packing
def test_pages_of_the_seeds_come_back_as_they_were():
    for source in read_sources([ROOT / "seeds"]):
        read = read_page(source, default_lexicon())
        packed = pack(read)
        page, facts, texts = page_of(packed.names), facts_of(packed.facts), texts_of(packed.texts)
        parts = zip(page.parts, texts, strict=True)
        assert replace(page, parts=tuple(replace(p, article=replace(p.article, raw=raw)) for p, raw in parts)) == read.page
        assert facts == read.facts


def test_every_field_of_an_article_comes_back(tmp_path):
    page = tmp_path / "page.txt"
    headline, _, body = PAGE.partition("\n\n")
    page.write_text(f"{headline}\n发布时间：2020-03-21 来源：青湖市人民政府\n{body}", encoding="utf-8")
    (source,) = read_sources([page], locality="青湖市")
    read = read_page(replace(source, paper="青湖日报"), default_lexicon())
    (part,) = page_of(pack(read).names).parts
    assert [field.name for field in fields(part.article) if not getattr(part.article, field.name)] == ["start", "raw"]
    assert part == replace(read.page.parts[0], article=part.article)


def test_every_class_of_facts_can_be_packed():
    assert {"Tenure", "Activity", "Statement", "Evidence", "DateValue", "PersonRef", "PostRef"} <= set(layout())


def test_a_batch_leaves_nothing_for_the_collector():
    """A build puts the collector off: what refers to itself in a circle would stay in memory, article by article."""
    batch = tuple((b"key", source) for source in read_sources([ROOT / "seeds"]))
    read_batch(batch, None)
    gc.collect()
    gc.disable()
    try:
        for _ in range(5):
            read_batch(batch, None)
        assert gc.collect() < 100, "objects, of some ten thousand that two pages take"
    finally:
        gc.enable()


@pytest.mark.parametrize("data", [b"", b"no zlib", zlib.compress(b"no json"), zlib.compress(b"1"), zlib.compress(b"{}")[:-1]])
def test_other_bytes_are_told(data):
    for read in (page_of, facts_of, texts_of):
        with pytest.raises(PackingError):
            read(data)


# ---------------------------------------------------------------- new, changed, removed
def test_only_new_and_changed_documents_are_read(tmp_path):
    pages = two_pages(tmp_path / "pages")
    records(pages / "batch.jsonl", range(20))
    out = tmp_path / "out"
    assert build([pages], out, Options()).read == 22
    assert build([pages], out, Options()).read == 0
    assert build([pages], out, Options(workers=2)).read == 0
    records(pages / "batch.jsonl", range(4, 23))
    (pages / "two.txt").write_text(OTHER + "又及", encoding="utf-8")
    assert build([pages], out, Options()).read == 4
    build([pages], tmp_path / "clean", Options())
    assert bytes_of(out) == bytes_of(tmp_path / "clean")
    build([pages / "one.txt"], out, Options())
    assert build([pages], out, Options()).read == 20, "what the last build did not use is not kept"


@pytest.mark.parametrize("options", [{"locality": "铜川市"}, {"published": __import__("datetime").date(2020, 3, 1)}])
def test_what_is_known_from_outside_makes_it_another_reading(tmp_path, options):
    pages = two_pages(tmp_path / "pages")
    build([pages], tmp_path / "out", Options())
    assert build([pages], tmp_path / "out", Options(**options)).read == 2
    build([pages], tmp_path / "clean", Options(**options))
    assert bytes_of(tmp_path / "out") == bytes_of(tmp_path / "clean")


def test_other_words_read_everything_anew(tmp_path):
    pages = two_pages(tmp_path / "pages")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "names.toml").write_text("", encoding="utf-8")
    build([pages], tmp_path / "out", Options())
    assert build([pages], tmp_path / "out", Options(lexicon=tmp_path / "mine")).read == 2


def test_judgements_and_base_iri_are_no_matter_of_reading(tmp_path):
    pages = two_pages(tmp_path / "pages")
    build([pages], tmp_path / "out", Options())
    assert build([pages], tmp_path / "out", Options(base_iri="http://other.example/")).read == 0
    build([pages], tmp_path / "clean", Options(base_iri="http://other.example/"))
    assert bytes_of(tmp_path / "out") == bytes_of(tmp_path / "clean")


def test_fresh_reads_everything(tmp_path):
    pages = two_pages(tmp_path / "pages")
    build([pages], tmp_path / "out", Options())
    assert build([pages], tmp_path / "out", Options(fresh=True)).read == 2
    assert build([pages], tmp_path / "out", Options()).read == 0


def test_what_is_no_longer_used_gives_its_room_back(tmp_path):
    records(tmp_path / "many.jsonl", range(60))
    records(tmp_path / "few.jsonl", range(2))
    build([tmp_path / "many.jsonl"], tmp_path / "out", Options())
    large = kept(tmp_path / "out").stat().st_size
    build([tmp_path / "few.jsonl"], tmp_path / "out", Options())
    assert kept(tmp_path / "out").stat().st_size < large / 2
    assert sorted(os.listdir(tmp_path / "out" / FOLDER)) == [".gitignore", FILE]


# ---------------------------------------------------------------- a file that is not what it should be
def noise(path):
    path.write_bytes(random.Random(1).randbytes(50_000))


def empty(path):
    path.write_bytes(b"")


def cut(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def scratched(path):
    data = bytearray(path.read_bytes())
    for place in random.Random(2).sample(range(100, len(data)), 400):
        data[place] ^= 0xFF
    path.write_bytes(data)


def other_tables(path):
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE other (name TEXT)")


def a_view(path):
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE VIEW readings AS SELECT x'00' AS key, 1 AS articles, x'00' AS names")


def other_values(path):
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE readings SET names = x'00'")
    connection.close()


def facts_alone(path):
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE readings SET facts = names")
    connection.close()


def texts_alone(path):
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE readings SET texts = x'00'")
    connection.close()


def other_types(path):
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE readings SET articles = 'two', names = 3")
    connection.close()


def pickled(path):
    import pickle

    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE readings SET names = ?", (pickle.dumps(os.getcwd),))
    connection.close()


def folder(path):
    path.unlink()
    path.mkdir()


def no_folder(path):
    shutil.rmtree(path.parent)
    path.parent.write_text("mine", encoding="utf-8")


@pytest.mark.parametrize(
    "spoil",
    [noise, empty, cut, scratched, other_tables, a_view, other_values, facts_alone, texts_alone, other_types, pickled, folder, no_folder],
)
def test_a_spoilt_file_costs_time_and_nothing_else(tmp_path, spoil):
    records(tmp_path / "batch.jsonl", range(30))
    out = tmp_path / "out"
    build([tmp_path / "batch.jsonl"], out, Options())
    clean = bytes_of(out)
    spoil(kept(out))
    records(tmp_path / "batch.jsonl", range(31))
    build([tmp_path / "batch.jsonl"], out, Options())
    assert bytes_of(out) != clean
    records(tmp_path / "batch.jsonl", range(30))
    build([tmp_path / "batch.jsonl"], out, Options())
    assert bytes_of(out) == clean
    if spoil not in (folder, no_folder):
        assert build([tmp_path / "batch.jsonl"], out, Options()).read == 0


def test_one_build_at_a_time_keeps_readings(tmp_path):
    with kept_in(tmp_path) as first, kept_in(tmp_path) as second:
        first.add([(DOCUMENT, NOTHING)])
        second.add([(DOCUMENT, NOTHING)])
    with kept_in(tmp_path) as third:
        assert third.articles(DOCUMENT.key) == 2
        third.trim([])
        assert third.articles(DOCUMENT.key) == 0
        with pytest.raises(BROKEN):
            third.page(DOCUMENT)


def test_nothing_of_the_table_is_unknown(tmp_path):
    with kept_in(tmp_path):
        pass
    with sqlite3.connect(kept(tmp_path)) as connection:
        assert connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall() == [(TABLE,)]


# ---------------------------------------------------------------- kills
SCRIPT = """
import sys
from pathlib import Path
from kg.builder import Options, build, workers
workers.BATCH_CHARACTERS = 500
build([Path(sys.argv[1])], Path(sys.argv[2]), Options(workers=2))
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """Many records, an output of some of them, a clean build of all, and the seconds that one takes."""
    folder = tmp_path_factory.mktemp("archive")
    records(folder / "batch.jsonl", range(8))
    build([folder / "batch.jsonl"], folder / "old", Options())
    records(folder / "batch.jsonl", range(80))
    start = time.monotonic()
    done = subprocess.run([sys.executable, "-c", SCRIPT, folder / "batch.jsonl", folder / "clean"])
    assert done.returncode == 0
    return folder, time.monotonic() - start


def running(group):
    """The processes of a group that still run."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, of = path.read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(of) == group and state != "Z":
            found.append(path.parent.name)
    return found


@pytest.mark.parametrize("seed", range(2))
def test_killed_at_random_moments_and_gone_on_with(tmp_path, archive, seed):
    """Five kills, then the build is let go on: nothing committed is read again, and the bytes are a clean build's."""
    folder, took = archive
    chance, out = random.Random(seed), tmp_path / "out"
    shutil.copytree(folder / "old", out)
    old, clean = bytes_of(folder / "old"), bytes_of(folder / "clean")
    command = [sys.executable, "-c", SCRIPT, str(folder / "batch.jsonl"), str(out)]
    for _ in range(5):
        process = subprocess.Popen(command, start_new_session=True)
        time.sleep(chance.uniform(0.2, 1.1) * took)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert bytes_of(out) in (old, clean)
    done = subprocess.run([sys.executable, "-c", SCRIPT, str(folder / "batch.jsonl"), str(out)])
    assert done.returncode == 0
    assert bytes_of(out) == clean
    assert sorted(os.listdir(out)) == [".kg", "build.json", "graph.html", "graph.ttl"]


def test_what_was_committed_before_a_kill_is_not_read_again(tmp_path, archive):
    folder, _ = archive
    script = f"""
import os, signal
from kg.builder import reading
taken = []
def take(readings, *_):
    taken.append(1)
    if len(taken) == 8: os.kill(os.getpid(), signal.SIGKILL)
    return add(readings, *_)
add = reading.Kept.add
reading.Kept.add = take
{SCRIPT}"""
    process = subprocess.Popen([sys.executable, "-c", script, str(folder / "batch.jsonl"), str(tmp_path)], start_new_session=True)
    assert process.wait() == -signal.SIGKILL
    count = 80 - build([folder / "batch.jsonl"], tmp_path, Options(workers=1)).read
    assert count > 10
    assert bytes_of(tmp_path) == bytes_of(folder / "clean")
    deadline = time.monotonic() + 10
    while running(process.pid) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not running(process.pid), "workers end with the build"
