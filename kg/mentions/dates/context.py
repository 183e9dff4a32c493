"""What is known while an article is read: its date, its dateline, the dates told so far."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from kg.mentions.dates.calendar import LEAP_YEAR, MONTHS, Point, last_day, shift_month
from kg.mentions.words import either
from kg.model import DateBasis, DateValue
from kg.record import record

if TYPE_CHECKING:
    from kg.lexicon import Lexicon

TOLERANCE = timedelta(days=7)  # a paper of 14 November may announce the 20th without a mark
SENTENCE_END = re.compile(r"[。！？!?\n]")
SPEECH = 200  # characters back to the verb of a speech
DATELINE = re.compile(r"(?:[\u4e00-\u9fff]{1,5}[省市县区州盟旗](?=[^，。；]{2}[，（： \n0-9]))?(?:专?电|讯|消息)[)）]?")
JOINS = frozenset("和、及与至到")
LINE_START = re.compile(r"(?:^|\n)[\s△▲▽▼·•●○◎◆◇■□★☆※►▶*]*$")
LINE_END = re.compile(r"(?:份?[\u4e00-\u9fff]{0,12}?(?=大事[记纪]))?(?:的?(?:大事记|大事纪要|大事纪|大事|纪事|记事|要事|要闻|日志|工作动态))?[\s:：]*(?:\n|$)")
MARGIN = 8  # characters in which the mark and blanks before the first word of a line stand
LOOK_BACK = 10  # how far before a date a word such as 将于 counts


@record
class Reading:
    """What one date says, resolved as far as the article allows."""

    first: Point
    last: Point | None = None
    basis: DateBasis = "unknown"
    part: str = ""
    edtf: str | None = None  # where a point cannot say it: 199X
    bounds: tuple[date, date] | None = None
    vague: bool = False  # no EDTF at all: 近日
    aside: bool = False  # not the day that the text goes on to tell of: what a speaker calls today, next week

    def value(self, text: str) -> DateValue:
        """The reading as a value: earliest and latest only where both are bounded."""
        last = self.last or self.first
        low, high = self.bounds or (self.first.first, last.last)
        if self.vague or not (self.first.valid and last.valid):
            return DateValue(text, None, low, high, part=self.part, basis=self.basis)
        known = low is not None and high is not None and low <= high
        end = last.edtf if self.last and last != self.first else None
        edtf = self.edtf or self.first.edtf
        return DateValue(text, edtf, low if known else None, high if known else None, end, self.part, self.basis)


@dataclass(slots=True)
class Context:
    """The state of the reading of one article."""

    text: str
    published: date | None
    lex: Lexicon
    dateline: date | None = None
    headed: Point | None = None  # the day of the dateline, its year known or not
    told: Reading | None = None  # the last date of day precision; None again after 近日
    previous: Reading | None = None  # the last date whose month is known
    previous_end: int = 0
    text_day: date | None = None  # the first full day that the text prints with its year
    heading: Reading | None = None  # the month that a line of its own gives for what follows: a chronicle's 7月
    marks: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def now(self) -> date | None:
        """The day of writing, as far as the article tells it."""
        return self.dateline or self.published or self.text_day

    @property
    def now_basis(self) -> DateBasis:
        return "published" if self.published else "year-from-text" if self.now else "unknown"

    def note(self, reading: Reading, start: int, end: int) -> None:
        """Take in a date that has been read at text[start:end]."""
        if reading.vague and not reading.bounds:
            self.told = None
        last = reading.last or reading.first
        if last.day and last.valid and not reading.vague and not reading.aside:
            self.told = replace(reading, first=last, last=None, bounds=None)
            full = reading.first.first
            if full and reading.basis == "explicit":
                self.text_day = self.text_day or full
            if DATELINE.match(self.text, end):
                self.dateline, self.headed = full or self.dateline, reading.first
        if last.month:
            self.previous, self.previous_end = reading, end
        if last.month and not last.day and self.begins_line(start) and LINE_END.match(self.text, end):
            self.heading = reading

    def spoken(self, start: int) -> bool:
        """李某强调，今天…: whether a verb of saying stands before in the sentence."""
        before = SENTENCE_END.split(self.text[max(0, start - SPEECH) : start])[-1]
        return saying(self.lex).search(before) is not None

    def same_sentence(self, start: int) -> bool:
        return self.previous is not None and not SENTENCE_END.search(self.text, self.previous_end, start)

    def ahead(self, start: int, end: int) -> str:
        """Is the date announced (future), a deadline, or neither ("")?"""
        clause = re.split(r"[,，;；。\n]", self.text[max(0, start - LOOK_BACK):start])[-1]
        if any(word in clause for word in self.lex.words("dates", "future")):
            return "future"
        return "deadline" if self.text.startswith(self.lex.words("dates", "deadline"), end) else ""

    def begins_line(self, start: int) -> bool:
        return LINE_START.search(self.text, max(0, start - MARGIN), start) is not None

    # ------------------------------------------------------------ completing what is unsaid
    def complete(self, point: Point, start: int, end: int) -> tuple[Point, DateBasis]:
        """The point with its year, and its month if that is unsaid, where the article settles them."""
        if point.year is not None:
            return point, "explicit"
        if point.month is None or (self.heading and self.begins_line(start)):
            return self._complete_day(point, start, end)
        told = self.previous
        if told and told.first.year and self._follows(told, point, start):
            basis: DateBasis = "year-from-text" if told.basis == "explicit" else told.basis
            return replace(point, year=self._year_after(told.last or told.first, point)), basis
        now = self.dateline or self.published
        if now:
            return self._nearest([replace(point, year=now.year + i) for i in (-1, 0, 1)], now, start, end), "published"
        if self.text_day:
            year = self.told.first.year if self.told and self.told.first.year else self.text_day.year
            return replace(point, year=year), "year-from-text"
        return point, "unknown"

    @staticmethod
    def _under_heading(heading: Reading, point: Point) -> tuple[Point, DateBasis]:
        """A chronicle's 6日 under the line 7月, or 8月 under the line 1999年7月-9月."""
        basis: DateBasis = "year-from-text" if heading.basis == "explicit" else heading.basis
        return replace(point, year=heading.first.year, month=point.month or heading.first.month), basis

    def _follows(self, told: Reading, point: Point, start: int) -> bool:
        """Does a date take its year from the one told: 2015年3月…，8月…; 8月和9月?"""
        if told.basis in {"explicit", "year-from-text"}:
            return self.same_sentence(start)
        later = ((told.last or told.first).month or 0) <= (point.month or 0)
        return later and self.text[self.previous_end:start] in JOINS

    def _complete_day(self, point: Point, start: int, end: int) -> tuple[Point, DateBasis]:
        """A day with no month: 29日. The month of the date before it, or the last month that has such a day."""
        if self.heading and self.begins_line(start):
            return self._under_heading(self.heading, point)
        told = self.told
        now = self.dateline or self.published
        if told and told.first.month and (not now or self.same_sentence(start)):
            basis: DateBasis = "year-from-text" if told.basis == "explicit" else told.basis
            reported = told.first == self.headed and not self.ahead(start, end)
            return self._near_told(told.first, point.day or 1, reported=reported), basis
        if not now:
            return point, "unknown"
        months = [shift_month(now.year, now.month, i) for i in (-2, -1, 0, 1)]
        days = [Point(y, m, point.day) for y, m in months if (point.day or 1) <= last_day(y, m)]
        return self._nearest(days, now, start, end), "published"

    @staticmethod
    def _near_told(told: Point, day: int, *, reported: bool) -> Point:
        """The day of that number nearest to the one told: 1日 after 10月31日 is in November; `reported` on 4月1日, 29日 is in March."""
        year, month = told.year or LEAP_YEAR, told.month or 1
        step = 1 if (told.day or 1) - day > last_day(year, month) // 2 else 0
        step = -1 if reported and day - (told.day or 1) > TOLERANCE.days else step
        year, month = shift_month(year, month, step)
        return Point(None if told.year is None else year, month, day)

    @staticmethod
    def _year_after(told: Point, point: Point) -> int:
        """The year of a month told after another: 2018年11月…，1月 is 2019."""
        turned = (told.month or 1) - (point.month or 1) > MONTHS // 2
        return (told.year or 0) + turned

    def _nearest(self, points: list[Point], now: date, start: int, end: int) -> Point:
        """The last of them that news can tell of; the next one where it is announced."""
        usable = [(p, p.first) for p in points]
        known = sorted((d, p.month or 0, p) for p, d in usable if d)
        mark = self.ahead(start, end)
        if mark == "deadline":
            return min(known, key=lambda x: abs(x[0] - now))[2] if known else points[0]
        coming = [p for d, _, p in known if (p.last or d) >= now]
        if mark == "future" and coming:
            return coming[0]
        past = [p for d, _, p in known if d <= now + TOLERANCE]
        return past[-1] if past else points[0]


@cache
def saying(lex: Lexicon) -> re.Pattern[str]:
    """A verb of saying before a comma, a colon or a quotation."""
    return re.compile(f"(?:{either(lex.map('speech', 'act'))})[，,：:“]")
