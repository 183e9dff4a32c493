"""Readings of parts of years, of decades and centuries, and of the old calendar."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from kg.mentions.dates.absolute import group, part_of, settled, vague, year_of
from kg.mentions.dates.calendar import (
    MONTHS,
    Point,
    first_week,
    from_lunar,
    last_day,
    lunar_year_end,
    on,
    shift_month,
)  # fmt: skip
from kg.mentions.dates.context import Reading
from kg.mentions.dates.numbers import number

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from kg.mentions.dates.context import Context
    from kg.model import DateBasis

STEPS = {"上": -1, "本": 0, "这": 0, "下": 1}
FORTNIGHT = 15


def year_or_now(m: re.Match[str], ctx: Context) -> tuple[int | None, DateBasis]:
    """The year printed before a part of it, or the year of writing."""
    found = year_of(m, ctx)
    return found or ((ctx.now.year, ctx.now_basis) if ctx.now else (None, "unknown"))


def months(year: int | None, first: int, last: int, basis: DateBasis) -> Reading:
    return Reading(Point(year, first), Point(year, last), basis=basis)


def half(m: re.Match[str], ctx: Context) -> Reading:
    second = ctx.lex.map("dates", "half")[m["half"]] == "2"
    if m["unit"] == "年":
        year, basis = year_or_now(m, ctx)
        return months(year, 7, MONTHS, basis) if second else months(year, 1, 6, basis)
    if not ctx.now:
        return vague(m, ctx)
    year, month = ctx.now.year, ctx.now.month
    low, high = (FORTNIGHT + 1, last_day(year, month)) if second else (1, FORTNIGHT)
    return Reading(Point(year, month, low), Point(year, month, high), basis=ctx.now_basis)


def half_shift(m: re.Match[str], ctx: Context) -> Reading:
    return shifted(m, ctx, 6)


def quarter_shift(m: re.Match[str], ctx: Context) -> Reading:
    return shifted(m, ctx, 3)


def shifted(m: re.Match[str], ctx: Context, size: int) -> Reading:
    """The part of the year of that many months before, around or after the day of writing."""
    if not ctx.now:
        return vague(m, ctx)
    start = (ctx.now.month - 1) // size * size + 1
    year, month = shift_month(ctx.now.year, start, STEPS[m["shift"]] * size)
    return months(year, month, month + size - 1, ctx.now_basis)


def quarter(m: re.Match[str], ctx: Context) -> Reading:
    year, basis = year_or_now(m, ctx)
    last = number(m["q"]) * 3
    return months(year, 1 if m["up"] else last - 2, last, basis)


def ordinal(m: re.Match[str], ctx: Context) -> Reading | None:
    year, basis = year_or_now(m, ctx)
    n, unit = number(m["n"]), ctx.lex.map("dates", "unit")[m["unit"]]
    if year is None:
        return vague(m, ctx)
    if unit == "week":
        start = first_week(year) + timedelta(weeks=n - 1)
        return Reading(on(start), on(start + timedelta(days=6)), basis=basis)
    size = 3 if unit == "quarter" else 1
    if not 1 <= n * size <= MONTHS:
        return None
    return Reading(Point(year, n), basis=basis) if size == 1 else months(year, n * 3 - 2, n * 3, basis)


def first_of(m: re.Match[str], ctx: Context) -> Reading | None:
    """2021年的前2周, 今年最后三个月: the first or last whole units of a year."""
    year, basis = year_or_now(m, ctx)
    n, unit = number(m["n"]), ctx.lex.map("dates", "unit")[m["unit"]]
    if year is None or n < 1:
        return vague(m, ctx)
    early = m["side"] in {"前", "头", "最初"}
    if unit in {"month", "quarter"}:
        count = n * (3 if unit == "quarter" else 1)
        if count > MONTHS:
            return None
        return months(year, 1, count, basis) if early else months(year, MONTHS + 1 - count, MONTHS, basis)
    days = n * (7 if unit == "week" else 1)
    start, end = (first_week(year), first_week(year + 1)) if unit == "week" else (date(year, 1, 1), date(year + 1, 1, 1))
    low = start if early else end - timedelta(days=days)
    return Reading(on(low), on(low + timedelta(days=days - 1)), basis=basis)


def nth_weekday(m: re.Match[str], ctx: Context) -> Reading:
    found = year_of(m, ctx)
    year, basis = found or (None, "unknown")
    point, basis = settled(Point(year, number(m["m"])), basis, m, ctx)
    if not point.first:
        return vague(m, ctx)
    weekday = int(ctx.lex.map("dates", "weekday")[m["wd"]]) - 1
    skip = (weekday - point.first.weekday()) % 7 + 7 * (number(m["n"]) - 1)
    return Reading(on(point.first + timedelta(days=skip)), basis=basis, part=part_of(m, ctx))


def season(m: re.Match[str], ctx: Context) -> Reading:
    """A season has an EDTF code and no sharp bounds."""
    code = ctx.lex.map("dates", "season")[m["season"]]
    if word := group(m, "rs"):
        by = int(ctx.lex.map("dates", "relative_year")[word + "年"])
        year, basis = (ctx.now.year + by, ctx.now_basis) if ctx.now else (None, ctx.now_basis)
    else:
        year, basis = year_or_now(m, ctx)
    return Reading(Point(), basis=basis, edtf=f"{Point(year).edtf}-{code}")


def before_christ(m: re.Match[str], _ctx: Context) -> Reading:
    """EDTF counts 公元前1年 as 0000; Python has no such dates, so none is bounded."""
    return Reading(Point(), basis="explicit", edtf=f"-{number(m['n']) - 1:04d}" if number(m["n"]) > 1 else "0000")


def decade(m: re.Match[str], ctx: Context) -> Reading:
    if m["y"]:
        return years(int(m["y"]) * 100 + int(m["dd"]), 10, "explicit")
    tens = number(m["dec"])
    hundreds = century_of(m, ctx)
    if hundreds is not None:
        return years(hundreds + tens, 10, "explicit" if m["c"] else ctx.now_basis)
    if ctx.now:
        return years(ctx.now.year - (ctx.now.year - tens) % 100, 10, ctx.now_basis)
    return Reading(Point(), edtf=f"XX{tens // 10}X")


def century(m: re.Match[str], ctx: Context) -> Reading:
    hundreds = century_of(m, ctx)
    return vague(m, ctx) if hundreds is None else years(hundreds, 100, "explicit" if m["c"] else ctx.now_basis)


def century_of(m: re.Match[str], ctx: Context) -> int | None:
    """The hundreds of the years of the century named: 1900 for 20世纪."""
    if m["c"]:
        return (number(m["c"]) - 1) * 100
    if not m["rc"] or not ctx.now:
        return None
    return ctx.now.year // 100 * 100 - (0 if m["rc"] == "本世纪" else 100)


def years(first: int, count: int, basis: DateBasis) -> Reading:
    """199X, 18XX."""
    digits = f"{first:04d}"
    edtf = digits[:3] + "X" if count == 10 else digits[:2] + "XX"
    return Reading(Point(), basis=basis, edtf=edtf, bounds=(date(first or 1, 1, 1), date(first + count - 1, 12, 31)))


# ---------------------------------------------------------------- the old calendar
def lunar(m: re.Match[str], ctx: Context) -> Reading:
    """A month or day of the old calendar, as the Gregorian day or days that it was."""
    table = ctx.lex.map("dates", "lunar_year")
    word, day = group(m, "m", "m_"), group(m, "d", "d_")
    month = int(ctx.lex.map("dates", "lunar_month").get(word, "0")) or number(word)
    leap = bool(group(m, "leap"))

    def first(year: int) -> date | None:
        return from_lunar(table, year, month, number(day) if day else 1, leap=leap)

    reading = old_day(m, ctx, first)
    start = reading.first.first
    if day or reading.vague or not reading.first.day or not start:
        return reading
    end = start + timedelta(days=28)  # a month has 29 days or 30
    return Reading(reading.first, on(end), basis=reading.basis)


def lunar_new_year(m: re.Match[str], ctx: Context) -> Reading:
    """2019年除夕 is the eve that fell in 2019; 雍正四年除夕 the eve at that year's end."""
    table = ctx.lex.map("dates", "lunar_year")
    day = number(m["d"]) if m["d"] else 0
    back = 0 if group(m, "rg1") else 1
    return old_day(m, ctx, lambda y: from_lunar(table, y, 1, day) if day else lunar_year_end(table, y - back))


def year_alone(found: tuple[int | None, DateBasis]) -> Reading:
    """A day of the old calendar that the table lacks: the year as printed, unbounded, for it ends in the next."""
    return Reading(Point(), basis=found[1], edtf=Point(found[0]).edtf)


def old_day(m: re.Match[str], ctx: Context, first: Callable[[int], date | None]) -> Reading:
    """The day that `first` finds in the year printed, or the nearest to the day of writing; else the year alone."""
    part = part_of(m, ctx)
    found = year_of(m, ctx)
    if found and found[0] is not None:
        day = first(found[0])
        return Reading(on(day), basis=found[1], part=part) if day else year_alone(found)
    now = ctx.now
    if now is None or found:
        return vague(m, ctx)
    days = [d for d in (first(now.year + i) for i in (-1, 0, 1)) if d]
    return Reading(on(min(days, key=lambda d: abs(d - now))), basis=ctx.now_basis, part=part) if days else vague(m, ctx)
