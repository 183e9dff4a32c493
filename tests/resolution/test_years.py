"""The year of a page: what settles it and what does not."""

from __future__ import annotations

from datetime import date

import pytest

from kg.model import DateValue
from kg.resolution.local.years import Anchor, anchor_of, with_year, year_words
from tests.resolution.world import LEX, article, meeting, resolved

WORDS = year_words(LEX)

SETTLED = [
    # text of one article, the year, or None
    ("3月20日，越城区召开2031年招商工作会议。", 2031),
    ("3月20日，越城区召开2031年招商工作会议，听取2030年招商工作总结。", 2031),
    ("5月8日上午，市里举行2031年春季人才招聘会。", 2031),
    ("1月20日，越城区召开2030年度总结表彰大会。", None),
    ("1月20日，越城区召开2030年工作总结会议。", None),
    ("10月8日，越城区召开招商工作会议。", None),
    ("10月8日，越城区召开会议，部署到2035年的目标任务。", None),
    ("10月8日，纪念建城2500年活动举行。", None),
    ("3月20日，越城区召开2031年招商工作会议。3月22日，越城区召开2032年规划会议。", None),
    ("3月20日，越城区召开2031年招商工作会议，到2035年建成新城。", 2031),
    ("3月20日，越城区召开2031年招商工作会议。2033年3月1日起施行。", None),
    ("越城时报2031年3月21日 星期五 第2版。越城区召开会议。", 2031),
    ("越城区召开2031年招商工作会议。", None),  # on which day is not told
]


@pytest.mark.parametrize(("text", "year"), SETTLED)
def test_what_settles_the_year(text: str, year: int | None):
    anchor = anchor_of([article("p.txt", text)], WORDS)
    assert (anchor and anchor.day.year) == year


DATES = [
    # partial date, with a page of 2031-03-20
    ("XXXX-03-23", "2031-03-23"),
    ("XXXX-12-28", "2030-12-28"),
    ("XXXX-02-29", "XXXX-02-29"),
    ("XXXX-03", "2031-03"),
    ("2029-03-20", "2029-03-20"),
    (None, None),
]


@pytest.mark.parametrize(("edtf", "expected"), DATES)
def test_dates_of_the_page(edtf: str | None, expected: str | None):
    value = with_year(DateValue("", edtf), Anchor(date(2031, 3, 20), "a"), "b")
    assert value.edtf == expected
    assert (value.basis == "year-from-page") == (edtf != expected)


def test_bounds_and_basis():
    value = with_year(DateValue("3月", "XXXX-03", end="XXXX-04"), Anchor(date(2031, 3, 20), "a"), "a")
    assert (value.earliest, value.latest, value.end, value.basis) == (date(2031, 3, 1), date(2031, 4, 30), "2031-04", "year-from-text")


def test_all_articles_of_the_page_get_the_year():
    one = article("p.txt", "3月20日，越城区召开2031年招商工作会议。")
    two = article("p.txt", "3月23日，陆启明调研。", number=2)
    other = article("q.txt", "3月23日，陆启明调研。")
    facts = [meeting(a, day="XXXX-03-23") for a in (one, two, other)]
    dates = {f.article: (f.date.edtf, f.date.basis) for f in resolved([one, two, other], facts).facts}
    assert dates == {
        one.id: ("2031-03-23", "year-from-text"), two.id: ("2031-03-23", "year-from-page"), other.id: ("XXXX-03-23", "unknown"),
    }
