"""Where nothing has changed since the output was written, the next build leaves it as it is, and tells the same of it."""

import json
import os
import re

import pytest

from kg.builder import Options, build

from .conftest import OTHER, PAGE, bytes_of, kg, two_pages


def marked(out):
    """Gives the output a time long past, which stays unless it is written again."""
    for path in out.iterdir():
        os.utime(path, (1, 1))


def untouched(out):
    return all((out / name).stat().st_mtime == 1 for name in ("graph.ttl", "graph.html", "build.json"))


@pytest.fixture
def built(tmp_path):
    """Pages, one with two people in one seat, a file that is none, and what was built of them."""
    pages = two_pages(tmp_path / "pages")
    (pages / "three.txt").write_text(PAGE.replace("县委", "青田县委").replace("县长郑小满", "青田县委书记钱三立"), encoding="utf-8")
    (pages / "same.txt").write_text(OTHER, encoding="utf-8")
    (pages / "empty.txt").write_bytes(b"")
    report = build([pages], tmp_path / "out", Options())
    marked(tmp_path / "out")
    return pages, tmp_path / "out", report


def test_the_output_stays_and_the_report_is_the_same(built):
    pages, out, first = built
    second = build([pages], out, Options(workers=2))
    assert untouched(out)
    assert (first.unchanged, second.unchanged, second.read) == (False, True, 0)
    assert first.findings and first.left_out and first.notes
    for name in ("files", "counts", "findings", "left_out", "notes"):
        assert getattr(second, name) == getattr(first, name), name


def test_it_is_said_and_what_is_left_out_is_named_again(built, tmp_path):
    pages, out, _ = built
    done = kg("build", pages, "-o", out, cwd=tmp_path)
    assert done.returncode == 1
    assert f"graph.html and graph.ttl in {out} are as they were: nothing has changed" in done.stdout
    assert "周大川" in done.stdout
    assert "empty.txt" in done.stderr


def test_readings_that_are_gone_are_read_again_without_writing(built):
    pages, out, _ = built
    (out / ".kg" / "readings.db").unlink()
    assert build([pages], out, Options()).unchanged
    assert untouched(out)
    assert build([pages], out, Options()).read == 0, "they are kept again"


def page_edited(pages):
    (pages / "two.txt").write_text(OTHER + "又及", encoding="utf-8")


def page_gone(pages):
    (pages / "two.txt").unlink()
    (pages / "same.txt").unlink()


def page_renamed(pages):
    (pages / "three.txt").rename(pages / "four.txt")


def another_empty_one(pages):
    (pages / "empty2.txt").write_bytes(b"")


def a_date(pages):
    (pages / "sources.toml").write_text('["one.txt"]\npublished = 2020-06-04\n', encoding="utf-8")


@pytest.mark.parametrize("change", [page_edited, page_gone, page_renamed, another_empty_one, a_date])
def test_a_change_of_the_input_is_built(built, tmp_path, change):
    pages, out, _ = built
    change(pages)
    assert not build([pages], out, Options()).unchanged
    build([pages], tmp_path / "clean", Options())
    assert bytes_of(out) == bytes_of(tmp_path / "clean")
    reports = [json.loads((folder / "build.json").read_text(encoding="utf-8")) for folder in (out, tmp_path / "clean")]
    assert len({json.dumps(report | {"timings": 0}) for report in reports}) == 1


def test_other_options_are_built(built, tmp_path):
    pages, out, _ = built
    judgements = tmp_path / "judgements.txt"
    judgements.write_text("", encoding="utf-8")
    for options in (Options(base_iri="http://other.example/"), Options(judgements=judgements), Options(locality="青田县")):
        assert not build([pages], out, options).unchanged
        assert build([pages], out, options).unchanged
    judgements.write_text("# nothing\n", encoding="utf-8")
    assert not build([pages], out, Options(judgements=judgements)).unchanged


def graph_edited(out):
    with (out / "graph.ttl").open("a", encoding="utf-8") as file:
        file.write("# mine\n")


def page_lost(out):
    (out / "graph.html").unlink()


def report_lost(out):
    (out / "build.json").unlink()


def report_cut(out):
    path = out / "build.json"
    path.write_bytes(path.read_bytes()[:200])


def report_of_something_else(out):
    (out / "build.json").write_text('["made_of"]', encoding="utf-8")


def of_an_earlier_kg(out):
    path = out / "build.json"
    path.write_text(re.sub('"made_of": "[^"]*"', '"made_of": "0"', path.read_text(encoding="utf-8")), encoding="utf-8")


@pytest.mark.parametrize("spoil", [graph_edited, page_lost, report_lost, report_cut, report_of_something_else, of_an_earlier_kg])
def test_output_that_was_touched_is_written_again(built, spoil):
    pages, out, _ = built
    clean = bytes_of(out)
    spoil(out)
    assert not build([pages], out, Options()).unchanged
    assert bytes_of(out) == clean


def test_fresh_builds_whatever_there_is(built):
    pages, out, _ = built
    assert not build([pages], out, Options(fresh=True)).unchanged
    assert not untouched(out)
