"""The day a page says it came out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kg.articles.furniture import DAY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.articles.furniture import Furniture
    from kg.articles.layout import Line

TOP, BOTTOM = 10, 4  # lines from the top and from the bottom among which the day is looked for


def published_day(lines: Sequence[Line], furniture: Furniture) -> date | None:
    """The day of publication that furniture prints; None where there is none, or where two lines name two days.

    A day behind 发布时间 speaks first, then one in a line of furniture at the top (2020年3月26日 星期四), then one in
    a line of its own at the end. Only a whole date counts.
    """
    top, bottom = lines[:TOP], lines[max(TOP, len(lines) - BOTTOM) :]
    kinds = ("page", "byline", "day")
    around = [line.text for line in (*top, *bottom) if line.kind in kinds]
    labelled = {day for text in around for words in furniture.published(text) for day in _days(words)}
    above = {day for line in top if line.kind in kinds for day in _days(line.text)}
    below = {day for line in bottom if line.kind in kinds for day in _days(line.text)}
    return next((days.pop() if len(days) == 1 else None for days in (labelled, above, below) if days), None)


def _days(text: str) -> Iterator[date]:
    for match in DAY.finditer(text):
        try:
            yield date(*_numbers(match.groups()))
        except ValueError:
            continue


def _numbers(groups: Iterable[str]) -> tuple[int, int, int]:
    year, month, day = (int(group) for group in groups)
    return year, month, day
