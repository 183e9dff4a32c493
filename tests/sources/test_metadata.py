"""sources.toml, and days as fields print them."""

from datetime import date, datetime

import pytest

from kg.model import Finding, Source
from kg.sources import read_sources
from kg.sources.metadata import parse_date


@pytest.mark.parametrize(
    "value",
    [date(2018, 11, 6), datetime(2018, 11, 6, 9, 30), "2018-11-06", "2018-11-06T09:30:00+08:00", "2018/11/6", "20181106",
     "2018年11月6日", "2018.11.06 09:30", " 2018-11-06 "],
)
def test_days(value):
    assert parse_date(value) == date(2018, 11, 6)


@pytest.mark.parametrize("value", ["", "2018-11", "2018-13-01", "2018-02-30", "昨天", 2018, None, True, "11月6日", "2018-11-061"])
def test_no_days(value):
    assert parse_date(value) is None


def read(folder, **options):
    items = list(read_sources([folder], **options))
    return {i.doc: i for i in items if isinstance(i, Source)}, [i for i in items if isinstance(i, Finding)]


def test_values_by_file_name(tmp_path):
    (tmp_path / "sub").mkdir()
    for name in ("a.txt", "b.txt", "sub/c.txt", "sub/d.txt"):
        (tmp_path / name).write_text("正文。", encoding="utf-8")
    (tmp_path / "sources.toml").write_text(
        '["a.txt"]\npublished = 2020-03-26\npaper = "青湖日报"\nlocality = "青湖县"\n["sub/d.txt"]\npaper = "上层"\n', encoding="utf-8"
    )
    (tmp_path / "sub/sources.toml").write_text('["c.txt"]\npublished = "2020-03-27"\n', encoding="utf-8")
    sources, findings = read(tmp_path, published=date(2000, 1, 1), locality="别处")
    assert findings == []
    a, b, c, d = (sources[name] for name in ("a.txt", "b.txt", "sub/c.txt", "sub/d.txt"))
    assert (a.published, a.paper, a.locality) == (date(2020, 3, 26), "青湖日报", "青湖县")
    assert (b.published, b.paper, b.locality) == (date(2000, 1, 1), "", "别处")
    assert (c.published, c.locality) == (date(2020, 3, 27), "别处")
    assert d.paper == "上层"


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ('["a.txt"]\npublished = "昨天"\n', "published"),
        ('["a.txt"]\npublishd = 2020-01-01\n', "publishd"),
        ('["a.txt"]\npaper = 3\n', "paper"),
        ('["z.txt"]\npaper = "青湖日报"\n', "z.txt"),
        ("a = 1\n", "a is not a table"),
        ("[[[", "sources.toml"),
    ],
)
def test_a_bad_file_is_told_and_the_rest_read(tmp_path, toml, said):
    (tmp_path / "a.txt").write_text("正文。", encoding="utf-8")
    (tmp_path / "sources.toml").write_text(toml, encoding="utf-8")
    sources, findings = read(tmp_path)
    assert list(sources) == ["a.txt"]
    assert [f.kind for f in findings] == ["metadata"]
    assert said in findings[0].message
    assert "sources.toml" in findings[0].file
