"""Articles that tell day by day: chronicles with days as headings, reports whose paragraphs begin with a day."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from kg.facts.activity.days import is_day
from kg.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from kg.facts.activity.days import Days
    from kg.model import Article, DateValue

LINE = re.compile(r"[^\n]+")
MARK = re.compile(r"[\s△▲▽▼·•●○◎◆◇■□★☆※►▶*]*")
REST = re.compile(r"[\s:：，]*$")
CHRONICLE = 5  # paragraphs, and half of all, that begin with a day
YEAR = timedelta(days=366)
FEWEST = 2  # days that headings or paragraphs must begin with


@record
class Item:
    """One paragraph: the day it is told under, and whether the paragraph itself begins with it."""

    start: int
    day: DateValue | None
    own: bool
    marked: bool = False  # begins with a mark (※): another thing of the day told last
    follows: bool = False  # of a chronicle, without a day: told under the day before, maybe of another thing


class Diary:
    """The paragraphs of an article that are told each under a day of its own."""

    def __init__(self, article: Article, days: Days) -> None:
        self.days = days
        self.headed = False  # days stand as headings: every paragraph is told apart
        self.items = self.read(article.text)

    def read(self, text: str) -> dict[int, Item]:
        """Paragraphs by the place of their first word; {} where the article tells of one day."""
        if len(self.days.dates) < FEWEST:
            return {}
        heading: DateValue | None = None
        headings, items = set[str](), list[Item]()
        for line in LINE.finditer(text):
            start = MARK.match(text, line.start(), line.end()).end()  # type: ignore[union-attr]  # matches the empty string too
            day, end = self.begins(start)
            if day and day.edtf and REST.match(text, end, line.end()):
                heading = day
                headings.add(day.edtf)
            else:
                marked = day is None and bool(text[line.start() : start].strip())
                told = next((i.day for i in reversed(items) if i.own), None) if marked else None
                items.append(Item(start, day or heading or told, day is not None, marked))
        self.headed = len(headings) >= FEWEST
        if self.headed:
            return {i.start: i for i in items if i.day}
        own = [i for i in items if i.own]
        apart = len({i.day.edtf for i in own if i.day and not i.day.end}) >= FEWEST
        if apart and len(own) >= CHRONICLE and 2 * len(own) >= len(items):
            items = list(following(items))
        return {i.start: i for i in items if i.own or ((i.marked or i.follows) and i.day)} if apart else {}

    def begins(self, start: int) -> tuple[DateValue | None, int]:
        """The day that stands at a place, and where it ends."""
        here = next(((v, end) for a, end, v in self.days.between(start, start + 1) if is_day(v)), None)
        return here or (None, start)

    @property
    def long(self) -> bool:
        """A chronicle of many days, one to a paragraph."""
        return sum(item.own for item in self.items.values()) >= CHRONICLE

    def first_day(self) -> date | None:
        """The day with which an old chronicle begins: what it tells of the same year is no history."""
        days = [item.day.latest for item in self.items.values() if item.own and item.day and item.day.latest]
        return min(days) if len(days) >= FEWEST and len(days) == len({*days}) and max(days) - min(days) < YEAR else None

    def item(self, text: str, start: int) -> Item | None:
        """The paragraph that a sentence begins, marks and blanks before it left out."""
        if not self.items:
            return None
        return self.items.get(MARK.match(text, start).end())  # type: ignore[union-attr]  # matches the empty string too


def following(items: Iterable[Item]) -> Iterator[Item]:
    """The paragraphs of a chronicle, those without a day under the day of the one before."""
    day: DateValue | None = None
    for item in items:
        day = item.day if item.own else day
        yield item if item.day else replace(item, day=day, follows=True)
