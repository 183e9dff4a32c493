"""Bad input: the message names the file, the exit code is right, the rest is built, the last output stays."""

import gzip
import json
import re

import pytest

from .conftest import PAGE, bytes_of, kg

RECORD = json.dumps({"id": "r", "text": PAGE}, ensure_ascii=False)


def truncated():
    import random

    noise = "".join(random.Random(1).choices("甲乙丙丁戊己庚辛壬癸", k=4000))
    whole = gzip.compress("\n".join(json.dumps({"id": str(i), "text": f"{i}{noise}"}) for i in range(20)).encode())
    return whole[: len(whole) // 2]


BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n \n",
    "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    "noise.txt": bytes((i * 7919 + i // 3) % 256 for i in range(4000)),
    "cut.jsonl.gz": truncated(),
    "no.jsonl.gz": b"this is no gzip",
    "odd.jsonl": b'{"id": 1, "text": \n[]\n{"id": 2}\n',
    "nothing.jsonl": b"",
    "columns.csv": b"a,b\n1,2\n",
    "page.pdf": b"%PDF-1.4",
}


@pytest.mark.parametrize("name", BAD)
def test_one_bad_file_among_good_ones(pages, tmp_path, name):
    bad = tmp_path / name
    bad.write_bytes(BAD[name])
    done = kg("build", bad, pages, "-o", tmp_path / "out", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    assert name in done.stderr
    assert "Traceback" not in done.stderr
    graph = (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")
    assert "周大川" in graph and "吴半山" in graph
    report = json.loads((tmp_path / "out" / "build.json").read_text(encoding="utf-8"))
    assert any(name in entry["file"] for entry in report["left_out"])


@pytest.mark.parametrize("name", ["empty.txt", "picture.txt", "no.jsonl.gz", "missing.txt", "folder"])
def test_nothing_but_bad_input_keeps_the_last_output(tmp_path, old_and_new, name):
    import shutil

    out = tmp_path / "out"
    shutil.copytree(old_and_new[0], out)
    before = bytes_of(out)
    if name == "folder":
        (tmp_path / name).mkdir()
    elif name in BAD:
        (tmp_path / name).write_bytes(BAD[name])
    done = kg("build", name, "-o", out, cwd=tmp_path)
    assert done.returncode == 3
    assert name in done.stderr
    assert bytes_of(out) == before


def test_a_missing_path_beside_a_good_one(pages, tmp_path):
    done = kg("build", pages, "nowhere/", cwd=tmp_path)
    assert done.returncode == 1
    assert "nowhere: no such file" in done.stderr
    assert (tmp_path / "output" / "graph.html").exists()


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig", "utf-16-le"])
def test_encodings_of_china_are_read(tmp_path, encoding):
    (tmp_path / "page.txt").write_bytes((PAGE * 3).encode(encoding))
    done = kg("build", "page.txt", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "周大川" in (tmp_path / "output" / "graph.ttl").read_text(encoding="utf-8")


def test_a_line_of_50_megabytes(pages, tmp_path):
    """Left out and told, in good time, and the rest is built: the other record and the other files."""
    with (tmp_path / "long.jsonl").open("w", encoding="utf-8") as file:
        file.write(json.dumps({"id": "long", "text": "a" * 50_000_000}) + "\n" + RECORD + "\n")
    (tmp_path / "long.txt").write_text("市长张三到李四县调研，" * 1_500_000, encoding="utf-8")
    done = kg("build", "long.jsonl", "long.txt", pages, "-q", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    assert "long.jsonl#long: a line of 50,000,000 characters" in done.stderr
    assert "long.txt: a line of 16,500,000 characters" in done.stderr
    assert "Traceback" not in done.stderr
    graph = (tmp_path / "output" / "graph.ttl").read_text(encoding="utf-8")
    assert "周大川" in graph and "吴半山" in graph


def test_hostile_html_stays_text(tmp_path):
    """Markup in a name, a headline and a file name: text everywhere, in the page an element nowhere."""
    hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    text = PAGE.replace("部署汛期安全", hostile).replace("周大川", "周大川</script><svg onload=alert(3)>")
    (tmp_path / "a<b>&'.txt").write_text(text, encoding="utf-8")
    done = kg("build", "a<b>&'.txt", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "output" / "graph.html").read_text(encoding="utf-8")
    for tag in ("<script>alert", "<img src=x", "<svg onload"):
        assert tag not in page.replace("\\u003c", "<") or tag not in page
    assert kg("check", cwd=tmp_path).returncode == 0


USAGE = [
    (["--published", "2020-13-01"], "2020-13-01"),
    (["--workers", "0"], "workers"),
    (["--lexicon", "nowhere"], "nowhere"),
    (["--judgements", "nowhere.toml"], "nowhere.toml"),
    (["--base-iri", "no iri"], "no iri"),
    (["--nonsense"], "--nonsense"),
]


@pytest.mark.parametrize(("options", "named"), USAGE)
def test_usage(pages, tmp_path, options, named):
    done = kg("build", pages, *options, cwd=tmp_path)
    assert done.returncode == 2
    assert re.search(re.escape(named), done.stderr)
    assert not (tmp_path / "output").exists()


def test_no_seeds_here(tmp_path):
    done = kg("build", cwd=tmp_path)
    assert done.returncode == 2
    assert "seeds/" in done.stderr


def test_a_bad_lexicon_is_named(pages, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "names.toml").write_text("[surnames]\nword = ['虎']\n", encoding="utf-8")
    done = kg("build", pages, "--lexicon", "mine", cwd=tmp_path)
    assert done.returncode == 2
    assert "names.toml" in done.stderr


def test_code_that_fails_on_one_page_leaves_that_page_out(pages, tmp_path, monkeypatch):
    from kg.builder import Options, build, workers

    read = workers.read_page

    def fails(source, lex):
        if source.doc == "two.txt":
            raise ZeroDivisionError("rule")
        return read(source, lex)

    monkeypatch.setattr(workers, "read_page", fails)
    report = build([pages], tmp_path / "out", Options(workers=1))
    assert [finding.file for finding in report.left_out] == ["two.txt"]
    assert report.counts["articles"] == 1
