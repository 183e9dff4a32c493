"""Which files are found, and by what names."""

from pathlib import Path

from kg.sources.paths import find_places


def put(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("正文。", encoding="utf-8")
    return folder


def docs(*paths: Path) -> list[str]:
    return [place.doc for place in find_places(list(paths))[0]]


def kinds(*paths: Path) -> list[str]:
    return [finding.kind for finding in find_places(list(paths))[1]]


def test_folders_are_walked_in_order(tmp_path):
    put(tmp_path, "b.txt", "a.TXT", "sub/c.html", "sub/d.jsonl.gz", "e.csv", "f.htm", "g.jsonl")
    assert docs(tmp_path) == ["a.TXT", "b.txt", "e.csv", "f.htm", "g.jsonl", "sub/c.html", "sub/d.jsonl.gz"]
    assert kinds(tmp_path) == []


def test_hidden_and_unknown_files_are_passed_over(tmp_path):
    put(tmp_path, ".a.txt", ".git/b.txt", "c.pdf", "sources.toml", "d.txt")
    assert docs(tmp_path) == ["d.txt"]
    assert kinds(tmp_path) == []


def test_a_named_file_goes_by_its_name(tmp_path):
    put(tmp_path, "x/y/page.txt")
    assert docs(tmp_path / "x/y/page.txt") == ["page.txt"]


def test_what_is_not_there_or_not_known_is_told(tmp_path):
    put(tmp_path, "c.pdf")
    (tmp_path / "none").mkdir()
    assert kinds(tmp_path / "gone.txt", tmp_path / "c.pdf", tmp_path / "none") == ["missing", "unknown-format", "empty"]


def test_a_file_given_twice_is_read_once(tmp_path):
    put(tmp_path, "a.txt")
    assert docs(tmp_path, tmp_path / "a.txt") == ["a.txt"]


def test_equal_names_are_told_apart_whatever_the_order(tmp_path):
    put(tmp_path, "2019/a.txt", "2020/a.txt", "2020/b.txt")
    expected = ["2019/a.txt", "2020/a.txt", "b.txt"]
    assert docs(tmp_path / "2019", tmp_path / "2020") == expected
    assert docs(tmp_path / "2020", tmp_path / "2019") == expected


def test_names_told_apart_do_not_meet_others(tmp_path):
    put(tmp_path, "m/x/a.txt", "n/x/a.txt", "o/x/a.txt")
    found = docs(tmp_path / "m/x", tmp_path / "n/x", tmp_path / "o")
    assert len(set(found)) == 3
