"""The same input gives the same bytes: any number of workers, any order, any process."""

import json
import random

import pytest

from .conftest import OTHER, PAGE, ROOT, bytes_of, kg


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """Seeds, and enough records that two workers both get some."""
    folder = tmp_path_factory.mktemp("many")
    for seed in (ROOT / "seeds").glob("*.txt"):
        (folder / seed.name).write_bytes(seed.read_bytes())
    with (folder / "records.jsonl").open("w", encoding="utf-8") as file:
        for i in range(60):
            record = {"id": f"r{i}", "text": (PAGE if i % 2 else OTHER).replace("6月", f"{i % 12 + 1}月") + f"第{i}号"}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return folder


def built(tmp_path, *arguments, name):
    done = kg("build", *arguments, "-q", "-o", tmp_path / name, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    report = json.loads((tmp_path / name / "build.json").read_text(encoding="utf-8"))
    report.pop("timings")
    return bytes_of(tmp_path / name), report


def test_workers(many, tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONHASHSEED", "1")
    one = built(tmp_path, many, "--workers", 1, name="one")
    monkeypatch.setenv("PYTHONHASHSEED", "2")
    two = built(tmp_path, many, "--workers", 2, name="two")
    assert one == two


def test_order_of_inputs(many, tmp_path):
    paths = sorted(many.iterdir())
    straight = built(tmp_path, *paths, name="straight")
    random.Random(4).shuffle(paths)
    assert built(tmp_path, *reversed(paths), name="shuffled") == straight


def test_a_file_given_twice_is_read_once(pages, tmp_path):
    once = built(tmp_path, pages / "one.txt", pages / "two.txt", name="once")
    assert built(tmp_path, pages / "two.txt", pages / "one.txt", pages / "two.txt", name="twice") == once


def test_the_same_text_under_two_names_is_told_and_read_once(pages, tmp_path):
    (pages / "copy-of-one.txt").write_text(PAGE, encoding="utf-8")
    done = kg("build", pages, "-v", "-o", tmp_path / "out", cwd=tmp_path)
    assert done.returncode == 0
    assert "one.txt: the same text as copy-of-one.txt, read once" in done.stderr


def test_in_many_batches(many, tmp_path, monkeypatch):
    from kg.builder import Options, build, workers

    build([many], tmp_path / "whole", Options(workers=1))
    monkeypatch.setattr(workers, "BATCH_CHARACTERS", 300)
    build([many], tmp_path / "batches", Options(workers=2))
    assert bytes_of(tmp_path / "batches") == bytes_of(tmp_path / "whole")
