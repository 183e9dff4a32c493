"""Files of many documents."""

import csv
import gzip
import json
from datetime import date

import pytest

from kg.model import Finding, Source
from kg.sources import LEFT_OUT, read_sources


def read(path):
    items = list(read_sources([path]))
    return [i for i in items if isinstance(i, Source)], [i for i in items if isinstance(i, Finding)]


def lines(*records):
    return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records)


RECORD = {"id": "7", "title": "县长调研", "text": "正文。\n", "published": "2020-03-05", "source": "青湖日报", "locality": "青湖县"}


def test_json_lines(tmp_path):
    (tmp_path / "a.jsonl").write_text(lines(RECORD, {"text": "无号。"}), encoding="utf-8")
    (first, second), findings = read(tmp_path)
    assert findings == []
    assert first.doc == "a.jsonl#7"
    assert (first.title, first.text, first.published) == ("县长调研", "正文。\n", date(2020, 3, 5))
    assert (first.paper, first.locality) == ("青湖日报", "青湖县")
    assert second.doc == "a.jsonl#2"


def test_gzip_and_the_name_without_a_folder(tmp_path):
    with gzip.open(tmp_path / "a.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(lines(RECORD))
    (source,), _ = read(tmp_path / "a.jsonl.gz")
    assert source.doc == "a.jsonl.gz#7"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_json_lines_in_any_encoding(tmp_path, encoding):
    (tmp_path / "a.jsonl").write_text(lines(RECORD, RECORD | {"id": 8}), encoding=encoding)
    sources, findings = read(tmp_path)
    assert findings == []
    assert [(s.doc, s.text) for s in sources] == [("a.jsonl#7", "正文。\n"), ("a.jsonl#8", "正文。\n")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv(tmp_path, encoding, delimiter):
    with (tmp_path / "a.csv").open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow(["编号", "标题", "正文", "日期"])
        writer.writerow(["甲", "县长调研", '正文，"引"。\n第二段。', "2020/3/5"])
        writer.writerow(["", "", "第二条。", ""])
    (first, second), findings = read(tmp_path)
    assert findings == []
    assert (first.doc, first.text, first.published) == ("a.csv#甲", '正文，"引"。\n第二段。', date(2020, 3, 5))
    assert second.doc == "a.csv#4"


def test_bad_lines_are_named_and_the_rest_read(tmp_path):
    data = (lines(RECORD) + '{"id": 8, "te\n\n[1]\n"x"\n{"id": 9}\n' + lines(RECORD | {"id": 10, "published": "昨天"})).encode()
    (tmp_path / "a.jsonl").write_bytes(data + b'{"text": "\xff\xfe\xff"}\n')
    sources, findings = read(tmp_path)
    assert [s.doc for s in sources] == ["a.jsonl#7", "a.jsonl#10"]
    assert sources[1].published is None
    told = [(f.kind, f.message.split(": ")[1]) for f in findings]
    assert told == [
        ("unreadable", "line 2"), ("unreadable", "line 4"), ("unreadable", "line 5"), ("empty", "line 6"),
        ("metadata", "line 7"), ("unreadable", "line 8"),
    ]
    assert "metadata" not in LEFT_OUT


def test_many_bad_lines_are_counted(tmp_path):
    (tmp_path / "a.jsonl").write_text("x\n" * 1000, encoding="utf-8")
    _, findings = read(tmp_path)
    assert len(findings) == 21
    assert "980 more" in findings[-1].message


def test_a_truncated_gzip_gives_what_it_holds(tmp_path):
    records = [{"id": i, "text": f"第{i}条。" * 50} for i in range(3000)]
    data = gzip.compress(lines(*records).encode())
    (tmp_path / "a.jsonl.gz").write_bytes(data[: len(data) // 2])
    sources, findings = read(tmp_path)
    assert 0 < len(sources) < 3000
    assert [f.kind for f in findings] == ["truncated"]


@pytest.mark.parametrize(("name", "data"), [("a.jsonl.gz", b"not gzip"), ("a.csv", b"%PDF-1.4\n\xff"), ("a.csv", "甲,乙\n1,2\n".encode())])
def test_files_that_give_nothing(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    sources, findings = read(tmp_path)
    assert sources == []
    assert len(findings) == 1
    assert findings[0].kind in LEFT_OUT


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_an_empty_file(tmp_path, name):
    (tmp_path / name).write_bytes(b"")
    _, (finding,) = read(tmp_path)
    assert finding.kind == "empty"


def test_an_id_met_twice_gets_its_line(tmp_path):
    (tmp_path / "a.jsonl").write_text(lines(RECORD, RECORD), encoding="utf-8")
    sources, _ = read(tmp_path)
    assert [s.doc for s in sources] == ["a.jsonl#7", "a.jsonl#7~2"]


def test_half_a_surrogate_pair_does_not_travel_on(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": "正\\ud800文"}\n', encoding="utf-8")
    (source,), _ = read(tmp_path)
    assert source.text == "正\ufffd文"


def test_a_very_long_line(tmp_path):
    (tmp_path / "a.jsonl").write_text(lines({"id": 1, "text": "长。" * 4_000_000}, RECORD), encoding="utf-8")
    sources, findings = read(tmp_path)
    assert [len(s.text) for s in sources] == [8_000_000, 4]
    assert findings == []


def test_records_are_read_one_at_a_time(tmp_path):
    (tmp_path / "a.jsonl").write_text(lines(RECORD) + "x\n" * 5, encoding="utf-8")
    stream = read_sources([tmp_path])
    assert isinstance(next(stream), Source)
