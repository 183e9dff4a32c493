"""Readings of dates that print a day, a month or a year: 3月20日, 10月8日至10日, 2010.01.29, 1995-1997年."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from kg.mentions.dates.calendar import MONTHS, Point, last_day, shift_month
from kg.mentions.dates.context import Reading
from kg.mentions.dates.numbers import number

if TYPE_CHECKING:
    import re

    from kg.mentions.dates.context import Context
    from kg.model import DateBasis

REPUBLICAN = frozenset({"民国"})  # years of the Republic have Gregorian months; those of the empire do not
CENTURY_AHEAD = 30  # a two-figure year lies no further ahead of the day of writing


def group(m: re.Match[str], *names: str) -> str:
    """The text of the first of these groups that is in the pattern and matched."""
    known = m.re.groupindex
    for name in names:
        if name in known and (text := m[name]):
            return text
    return ""


def part_of(m: re.Match[str], ctx: Context) -> str:
    """The part of the day: the last that is named."""
    word = group(m, "part2") or group(m, "part1", "part_")
    return ctx.lex.map("dates", "part").get(word, "")


def printed_year(text: str, ctx: Context) -> int:
    """A year as printed; one of two figures is in the last hundred years, or shortly ahead."""
    year = number(text)
    if len(text) > 2:
        return year
    limit = (ctx.now.year if ctx.now else 2020) + CENTURY_AHEAD
    return limit - (limit - year) % 100


def year_of(m: re.Match[str], ctx: Context, suffix: str = "1") -> tuple[int | None, DateBasis] | None:
    """The year that a pattern's year piece names, and why; None where it names none.

    A relative year with nothing to count from is (None, "unknown").
    """
    bare = "" if suffix == "1" else suffix
    if text := group(m, "y" + suffix, "y" + bare, "y_"):
        return printed_year(text, ctx), "explicit"
    if reign := group(m, "rg" + suffix, "rg"):
        return int(ctx.lex.map("dates", "reign")[reign]) + number(group(m, "rn" + suffix, "rn")), "explicit"
    word = group(m, "ry" + suffix, "ry" + bare)
    if not word:
        return None
    if word in (relative := ctx.lex.map("dates", "relative_year")):
        return (ctx.now.year + int(relative[word]), ctx.now_basis) if ctx.now else (None, "unknown")
    told = ctx.previous.first.year if ctx.previous else None
    if told is None:
        return None, "unknown"
    return told + int(ctx.lex.map("dates", "told_year")[word]), derived(ctx.previous)


def derived(told: Reading | None) -> DateBasis:
    """The basis of a date counted from one told before."""
    if told is None:
        return "unknown"
    return "year-from-text" if told.basis == "explicit" else told.basis


def lunar_months(m: re.Match[str], month: str) -> bool:
    """Is this month of a reign year one of the old calendar? 康熙二十年九月 is, 康熙20年9月 not (GB/T 15835-2011)."""
    reign = group(m, "rg1", "rg")
    return bool(reign) and reign not in REPUBLICAN and not month.isdecimal()


def month_of(m: re.Match[str], ctx: Context) -> tuple[Point, DateBasis] | None:
    """The year and month of a pattern's first month; None where a relative month has nothing to count from."""
    word = group(m, "rm")
    if not word:
        year = year_of(m, ctx)
        return Point(year[0] if year else None, number(group(m, "m", "m_"))), year[1] if year else "unknown"
    relative = ctx.lex.map("dates", "relative_month")
    told = ctx.previous.first if ctx.previous else None
    if word in relative and ctx.now:
        year_month = shift_month(ctx.now.year, ctx.now.month, int(relative[word]))
        return Point(*year_month), ctx.now_basis
    if word not in relative and told and told.year and told.month:
        by = int(ctx.lex.map("dates", "told_month")[word])
        return Point(*shift_month(told.year, told.month, by)), derived(ctx.previous)
    return None


def settled(point: Point, basis: DateBasis, m: re.Match[str], ctx: Context) -> tuple[Point, DateBasis]:
    """The point completed from the article, unless its year is printed or a relative year left open."""
    if point.year is not None or group(m, "ry1"):
        return point, basis
    return ctx.complete(point, m.start(), m.end())


def day(m: re.Match[str], ctx: Context) -> Reading | None:
    found = month_of(m, ctx)
    if found is None:
        return vague(m, ctx)
    if lunar_months(m, group(m, "m")):
        return Reading(Point(found[0].year), basis=found[1])
    point, basis = settled(replace(found[0], day=number(group(m, "d"))), found[1], m, ctx)
    return Reading(point, basis=basis, part=part_of(m, ctx))


def vague(m: re.Match[str], ctx: Context) -> Reading:
    """A date that nothing settles: only its words are kept."""
    return Reading(Point(), part=part_of(m, ctx), vague=True)


def day_range(m: re.Match[str], ctx: Context) -> Reading | None:
    start = day(m, ctx)
    if start is None or start.vague or start.first.month is None:
        return start
    return replace(start, last=last_of(start.first, m, ctx))


def last_of(first: Point, m: re.Match[str], ctx: Context) -> Point:
    """The last day of a range, which takes from its first what it does not say; it never lies before it."""
    month = group(m, "m2")
    year = year_of(m, ctx, "2")
    last = Point(year[0] if year else first.year, number(month) if month else first.month, number(group(m, "d2")))
    if year or first.month is None or last.month is None or (last.month, last.day or 0) >= (first.month, first.day or 0):
        return last
    if month:
        return replace(last, year=None if first.year is None else first.year + 1)
    return replace(last, month=last.month % MONTHS + 1, year=None if first.year is None else first.year + last.month // MONTHS)


def bare_day(m: re.Match[str], ctx: Context) -> Reading:
    point, basis = ctx.complete(Point(day=number(group(m, "d", "d_"))), m.start(), m.end())
    return Reading(point, basis=basis, part=part_of(m, ctx))


def bare_day_range(m: re.Match[str], ctx: Context) -> Reading | None:
    low, high = number(group(m, "d")), number(group(m, "d2"))
    if not (1 <= low <= 31 and 1 <= high <= 31):
        return None
    start = bare_day(m, ctx)
    return replace(start, last=last_of(start.first, m, ctx))


def slashed(m: re.Match[str], ctx: Context) -> Reading:
    """Day/month/year, or month/day/year where only that is a date."""
    return Reading(slashed_point(m, ""), basis="explicit", part=part_of(m, ctx))


def slashed_point(m: re.Match[str], suffix: str) -> Point:
    low, high, year = (int(m[name + suffix]) for name in ("d", "m", "y"))
    return Point(year, low, high) if high > MONTHS else Point(year, high, low)


def slashed_range(m: re.Match[str], _ctx: Context) -> Reading:
    return Reading(slashed_point(m, ""), slashed_point(m, "2"), basis="explicit")


def slashed_month_day(m: re.Match[str], ctx: Context) -> Reading | None:
    """12/1; 1/12 and 2/3 are fractions as soon as anything else stands beside them."""
    month, day_ = int(m["m"]), int(m["d"])
    alone = not ctx.text[:m.start()].strip() and not ctx.text[m.end():].strip()
    if month < day_ and not alone and not group(m, "part1"):
        return None
    point, basis = ctx.complete(Point(None, month, day_), m.start(), m.end())
    return Reading(point, basis=basis, part=part_of(m, ctx))


def month(m: re.Match[str], ctx: Context) -> Reading | None:
    found = month_of(m, ctx)
    if found is None:
        return vague(m, ctx)
    if lunar_months(m, group(m, "m")):
        return Reading(Point(found[0].year), basis=found[1])
    point, basis = settled(*found, m, ctx)
    third = group(m, "third")
    if third:
        low, high = map(int, ctx.lex.map("dates", "third_of_month")[third].split())
        high = high or last_day(point.year or 2000, point.month or 1)
        return Reading(replace(point, day=low), replace(point, day=high), basis=basis)
    return Reading(point, basis=basis)


def month_range(m: re.Match[str], ctx: Context) -> Reading | None:
    found = month_of(m, ctx)
    if found is None or not 1 <= (found[0].month or 0) <= MONTHS:
        return None
    first, basis = settled(*found, m, ctx)
    year = year_of(m, ctx, "2")
    last = Point(year[0] if year else first.year, number(group(m, "m2")))
    if not year and first.year is not None and (last.month or 0) < (first.month or 0):
        last = replace(last, year=first.year + 1)
    return Reading(first, last, basis=basis)


def year(m: re.Match[str], ctx: Context) -> Reading | None:
    found = year_of(m, ctx)
    if found is None or found[0] is None or found[0] > date.max.year:
        return vague(m, ctx) if group(m, "ry") else None
    return Reading(Point(found[0]), basis=found[1])


def year_range(m: re.Match[str], ctx: Context) -> Reading | None:
    first, last = year_of(m, ctx), year_of(m, ctx, "2")
    if not first or not last or first[0] is None or last[0] is None or first[0] > last[0]:
        return None
    return Reading(Point(first[0]), Point(last[0]), basis=first[1])
