"""Sentences before the first activity that tell of it already: its day, who presided or took part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.facts.activity.days import is_day, same_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.facts.activity.drafts import Draft
    from kg.facts.activity.reading import Reading
    from kg.model import DateValue

TOGETHER = frozenset({"preside", "attend", "accompany"})  # roles at an activity that need not be told with it


class Scenes:
    """What was read before anything opened an activity."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.dated: list[tuple[Reading, DateValue]] = []
        self.undated: list[Reading] = []

    def keep(self, r: Reading, date: DateValue | None) -> None:
        """A sentence with a date, or with roles: 县长李某主持并讲话, where an excerpt begins with it."""
        if date and date.edtf:
            self.dated.append((r, date))
        elif any(p.role in TOGETHER for p in r.parts):
            self.undated.append(r)

    def day(self) -> DateValue | None:
        """The one day that the sentences tell."""
        days = [day for _, day in self.dated if is_day(day)]
        return days[0] if days and all(day.edtf == days[0].edtf for day in days) else None

    def take(self, draft: Draft) -> Iterator[Reading]:
        """The sentences of an activity: of its day, or without one in the paragraph where it opens. All are let go."""
        for r, day in self.dated:
            if draft.date and same_day(day, draft.date):
                yield r
        for r in self.undated:
            if "\n" not in self.text[r.end : draft.start]:
                yield r
        self.dated, self.undated = [], []
