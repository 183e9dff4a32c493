"""The year of dates printed without one, where the page settles it.

What settles it: a full date in the line of issue or the dateline (2020年3月24日 星期二; 本报2020年3月20日讯), or
a meeting of a named year held on a date of the page (召开2020年…会议 dated 3月20日). What does not: the year of a
report, a summary, a plan or an anniversary, and any year when a later one is told on the same page.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from kg.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.lexicon import Lexicon
    from kg.model import Article, DateBasis, DateValue

PARTIAL = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?$")
MONTH_DAY = re.compile(r"(\d(?<![\d年]\d)\d?)月(\d{1,2})日")
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
ISSUE = re.compile(r"((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日[\s（(]*(?:星期|周|农历|第\d+期|总第|讯|电)")
HALF = 183  # days: dates of one page lie nearer to each other than this


@record
class Anchor:
    """A full date of an event on the page, and the article that tells it."""

    day: date
    article: str


@record
class YearWords:
    """召开2020年优化营商环境会议: a verb of holding, the year, what is held; and words that make it another year's."""

    held: re.Pattern[str]
    other: re.Pattern[str]


@cache
def year_words(lex: Lexicon) -> YearWords:
    """The patterns of a lexicon, compiled once a process."""
    verbs, events, other = (
        "|".join(map(re.escape, lex.words("years", table))) for table in ("holding", "events", "other_year")
    )
    return YearWords(
        re.compile(f"(?:{verbs})(?:了|全[省市区县国]|[省市区县])?((?:19|20)\\d\\d)年(?!度)([^，。；！？\\n]{{0,30}}?)(?:{events})"),
        re.compile(other),
    )


def anchor_of(page: Sequence[Article], words: YearWords) -> Anchor | None:
    """The full date that settles the year of a page, or nothing where nothing or more than one year does."""
    anchors = sorted(set(_issued(page)) | set(_held(page, words)), key=lambda a: (a.day, a.article))
    years = {anchor.day.year for anchor in anchors}
    if len(years) != 1:
        return None
    told = {int(m[1]) for article in page for m in YEAR.finditer(article.text) if int(m[1]) > anchors[0].day.year}
    planned = {int(m[1]) for article in page for m in re.finditer(r"到((?:19|20)\d\d)年", article.text)}
    return None if told - planned else anchors[0]


def _issued(page: Sequence[Article]) -> Iterable[Anchor]:
    """The line of issue above the articles, and datelines."""
    raw = page[0].raw if page else ""
    starts = [article.offsets[0] for article in page if article.offsets]
    for match in ISSUE.finditer(raw[: min(starts, default=0) + 60]):
        if (day := _day(int(match[1]), int(match[2]), int(match[3]))) is not None:
            yield Anchor(day, "")


def _held(page: Sequence[Article], words: YearWords) -> Iterable[Anchor]:
    """A meeting named by its year in the sentence of its date: 3月20日，管城区召开2020年…会议."""
    for article in page:
        for start, end in article.sentences if words.held.search(article.text) else ():
            sentence = article.text[start:end]
            held = words.held.search(sentence)
            when = MONTH_DAY.search(sentence)
            if held and when and when.start() < held.start() and not words.other.search(held[0]):
                day = _day(int(held[1]), int(when[1]), int(when[2]))
                if day is not None:
                    yield Anchor(day, article.id)


def with_year(value: DateValue, anchor: Anchor | None, article: str) -> DateValue:
    """A date with the page's year, the one that lies nearest to the anchor; others come back as they are."""
    match = PARTIAL.match(value.edtf or "") if anchor else None
    if match is None or anchor is None or value.basis != "unknown":
        return value
    month, day = int(match[1]), int(match[2] or 1)
    best = _nearest(anchor.day, month, day)
    if best is None:
        return value
    end = value.end
    if end and PARTIAL.match(end):
        end = end.replace("XXXX", str(best.year + (end[5:7] < match[1])))
    edtf = str(best.year) + (value.edtf or "")[4:]
    basis: DateBasis = "year-from-text" if anchor.article == article else "year-from-page"
    last = _last(end or edtf)
    return replace(value, edtf=edtf, end=end, earliest=best if last else None, latest=last, basis=basis)


def _nearest(anchor: date, month: int, day: int) -> date | None:
    days = [d for year in (anchor.year - 1, anchor.year, anchor.year + 1) if (d := _day(year, month, day))]
    near = [d for d in days if abs((d - anchor).days) < HALF]
    return min(near, key=lambda d: abs((d - anchor).days), default=None)


def _last(edtf: str) -> date | None:
    """The last day that an EDTF day or month covers."""
    parts = [int(p) for p in edtf.split("-") if p.isdigit()]
    if len(parts) == 3:
        return _day(*parts)
    if len(parts) == 2:
        year, month = parts
        return next((d for n in (31, 30, 29, 28) if (d := _day(year, month, n))), None)
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
