"""The two calendars: points of the Gregorian one at any precision, and conversion from the old one."""

from __future__ import annotations

from calendar import isleap
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kg.record import record

if TYPE_CHECKING:
    from collections.abc import Mapping

LEAP_YEAR = 2000  # stands in where a month and day have no year
MONTHS = 12
DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
FEBRUARY = 2


@record
class Point:
    """A year, month or day, any part of which may be unsaid: Point(None, 10, 8) is 10月8日."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def edtf(self) -> str:
        """EDTF with XXXX and XX for what is unsaid: XXXX-10-08, XXXX-XX-29, 2020-03."""
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        month = "" if self.month is None and self.day is None else "-XX" if self.month is None else f"-{self.month:02d}"
        return year + month + ("" if self.day is None else f"-{self.day:02d}")

    @property
    def valid(self) -> bool:
        """Is there such a point in some year? 2月30日 is none."""
        if self.month is None or self.day is None:
            return True
        return 1 <= self.day <= last_day(self.year or LEAP_YEAR, self.month)

    @property
    def first(self) -> date | None:
        """Its first day; None where a part before it is unsaid."""
        if self.year is None or (self.day and not self.month) or not self.valid:
            return None
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date | None:
        """Its last day; None where a part before it is unsaid."""
        if self.first is None or self.year is None:
            return None
        month = self.month or MONTHS
        return date(self.year, month, self.day or last_day(self.year, month))


def on(day: date) -> Point:
    """The point that is one day."""
    return Point(day.year, day.month, day.day)


def last_day(year: int, month: int) -> int:
    """The number of days in a month."""
    return DAYS[month - 1] + (month == FEBRUARY and isleap(year))


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """The month so many months on: (2020, 1) by -1 is (2019, 12)."""
    index = year * MONTHS + month - 1 + by
    return index // MONTHS, index % MONTHS + 1


def shift(day: date, unit: str, by: int) -> date:
    """The day so many units on; the last of the month where the month is shorter."""
    if unit in {"day", "week"}:
        return day + timedelta(days=by * (7 if unit == "week" else 1))
    year, month = shift_month(day.year, day.month, by * {"month": 1, "quarter": 3, "year": MONTHS}[unit])
    return date(year, month, min(day.day, last_day(year, month)))


def monday(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())


def first_week(year: int) -> date:
    """The Monday of the first week of a year (ISO 8601: the week that holds 4 January)."""
    return monday(date(year, 1, 4))


def from_lunar(years: Mapping[str, str], year: int, month: int, day: int, *, leap: bool = False) -> date | None:
    """The Gregorian day of a day in the old calendar; None where the table or the month does not have it.

    `years` is the lexicon's table: New Year's Day as MMDD, a blank, and a letter a month.
    """
    start, _, months = years.get(str(year), "").partition(" ")
    now = 0
    offset = day - 1
    for code in months:
        now += code in "Ls"
        length = 30 if code in "LX" else 29
        if now == month and leap == (code in "Xx"):
            return date(year, int(start[:2]), int(start[2:])) + timedelta(days=offset) if day <= length else None
        offset += length
    return None


def lunar_year_end(years: Mapping[str, str], year: int) -> date | None:
    """New Year's Eve of the old calendar: the day before the next year's first."""
    start = years.get(str(year + 1), "")[:4]
    return date(year + 1, int(start[:2]), int(start[2:])) - timedelta(days=1) if start else None
