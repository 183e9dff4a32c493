"""Readings of dates counted from the day of writing or from the last day told: 昨日（18日）, 上周五, 当天, 5天前."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kg.mentions.dates.absolute import derived, group, part_of, vague
from kg.mentions.dates.atoms import ATOMS
from kg.mentions.dates.calendar import LEAP_YEAR, Point, monday, on, shift
from kg.mentions.dates.context import Reading
from kg.mentions.dates.numbers import number

if TYPE_CHECKING:
    from kg.mentions.dates.context import Context

__all__ = ["month_end", "offset", "relative_day", "span", "told_day", "told_part", "vague", "week", "weekday", "year_end"]
SUNDAY = timedelta(days=6)
ON_ITS_OWN = re.compile(ATOMS["HERE"])
MOST = 200  # more units than this is no date: 5000年前


def bracketed(m: re.Match[str], ctx: Context, part: str) -> Reading | None:
    """The day in brackets, which settles the words before it: 昨日（18日）."""
    if not (text := group(m, "bd")):
        return None
    month = group(m, "bm")
    point, basis = ctx.complete(Point(None, number(month) if month else None, number(text)), m.start(), m.end())
    return Reading(point, basis=basis, part=part)


def words_of_day(m: re.Match[str], ctx: Context, days: str, parts: str) -> tuple[int, str]:
    """How many days on, and which part of the day."""
    if joined := group(m, "rp"):
        by, _, part = ctx.lex.map("dates", parts)[joined].partition(" ")
        return int(by), part_of(m, ctx) or part
    return int(ctx.lex.map("dates", days)[m["rel"]]), part_of(m, ctx)


def relative_day(m: re.Match[str], ctx: Context) -> Reading:
    by, part = words_of_day(m, ctx, "relative_day", "relative_day_part")
    settled = bracketed(m, ctx, part)
    if settled:
        return settled
    if ctx.now:
        return Reading(on(ctx.now + timedelta(days=by)), basis=ctx.now_basis, part=part, aside=ctx.spoken(m.start()))
    return Reading(days_on(ctx.headed, by), part=part) if ctx.headed else vague(m, ctx)


def told_day(m: re.Match[str], ctx: Context) -> Reading:
    by, part = words_of_day(m, ctx, "told_day", "told_day_part")
    settled = bracketed(m, ctx, part)
    if settled or not ctx.told:
        return settled or vague(m, ctx)
    return Reading(days_on(ctx.told.first, by), basis=derived(ctx.told), part=part)


def days_on(point: Point, by: int) -> Point:
    """The day so many days on, in an unknown year too: 次日 of XXXX-10-08."""
    if by == 0 or not point.month or not point.day:
        return point
    day = date(point.year or LEAP_YEAR, point.month, point.day) + timedelta(days=by)
    return on(day) if point.year else Point(None, day.month, day.day)


def told_part(m: re.Match[str], ctx: Context) -> Reading | None:
    """下午， at the head of a sentence is the afternoon of the day told; of no day, it is no date."""
    if not ctx.told:
        return None
    return Reading(ctx.told.first, basis=derived(ctx.told), part=part_of(m, ctx))


def weekday(m: re.Match[str], ctx: Context) -> Reading:
    word, part = group(m, "wd", "wd_", "w_"), part_of(m, ctx)
    settled = bracketed(m, ctx, part)
    if settled or not ctx.now:
        return settled or vague(m, ctx)
    day = timedelta(days=int(ctx.lex.map("dates", "weekday")[word]) - 1)
    if shifted := group(m, "ws"):
        found = monday(ctx.now) + timedelta(weeks=int(ctx.lex.map("dates", "week_shift")[shifted])) + day
    else:
        back = 0 if ctx.ahead(m.start(), m.end()) == "future" else 6
        found = ctx.now - timedelta(days=back)
        found += (day - timedelta(days=found.weekday())) % timedelta(days=7)
    last = on(found + timedelta(days=1)) if word == "末" else None
    return Reading(on(found), last, basis=ctx.now_basis, part=part)


def week(m: re.Match[str], ctx: Context) -> Reading:
    if not ctx.now:
        return vague(m, ctx)
    start = monday(ctx.now) + timedelta(weeks=int(ctx.lex.map("dates", "week_shift")[m["ws"]]))
    return Reading(on(start), on(start + SUNDAY), basis=ctx.now_basis, aside=True)


def offset(m: re.Match[str], ctx: Context) -> Reading | None:
    """5天前 counts from the day of writing, 3天后 in a story from the day told; months and years stay that coarse."""
    unit = ctx.lex.map("dates", "unit")[m["unit"]]
    if m["n"] == "半" and unit != "hour":
        return vague(m, ctx)
    count = 0 if m["n"] == "半" else number(m["n"])
    told = ctx.told.first.first if ctx.told and m["dir"] == "后" else None
    start = told or ctx.now
    if m["dir"] == "后" and not told and not ON_ITS_OWN.match(ctx.text, m.start()):
        return vague(m, ctx)  # 停业三周后: counted from something untold
    if start is None or count > MOST:
        return vague(m, ctx) if count <= MOST else None
    basis = derived(ctx.told) if told else ctx.now_basis
    if unit == "hour":
        return Reading(on(start), basis=basis) if count < 24 else vague(m, ctx)
    day = shift(start, unit, count if m["dir"] == "后" else -count)
    if unit == "week":
        return Reading(on(monday(day)), on(monday(day) + SUNDAY), basis=basis)
    return Reading({"day": on(day), "year": Point(day.year)}.get(unit, Point(day.year, day.month)), basis=basis)


def span(m: re.Match[str], ctx: Context) -> Reading | None:
    """未来三天: bounded by the day of writing, too loose for an EDTF date."""
    unit, count = ctx.lex.map("dates", "unit")[m["unit"]], number(m["n"])
    if unit == "hour" or not 0 < count <= MOST:
        return None
    if not ctx.now:
        return vague(m, ctx)
    if m[0].startswith("前") and unit == "month" and 2 <= count <= ctx.now.month <= count + 2:
        return Reading(Point(ctx.now.year, 1), Point(ctx.now.year, count), basis=ctx.now_basis)  # 前七个月 in August
    if m[0].startswith("前") and unit == "quarter" and count <= 4:
        return Reading(Point(ctx.now.year, 1), Point(ctx.now.year, count * 3), basis=ctx.now_basis)
    one = timedelta(days=1)
    bounds = (shift(ctx.now, unit, -count), ctx.now - one) if group(m, "past") else (ctx.now + one, shift(ctx.now, unit, count))
    return Reading(Point(), basis=ctx.now_basis, bounds=bounds, vague=True)


def year_end(m: re.Match[str], ctx: Context) -> Reading:
    return Reading(Point(ctx.now.year), basis=ctx.now_basis) if ctx.now else vague(m, ctx)


def month_end(m: re.Match[str], ctx: Context) -> Reading:
    return Reading(Point(ctx.now.year, ctx.now.month), basis=ctx.now_basis) if ctx.now else vague(m, ctx)

