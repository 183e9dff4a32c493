"""When a post is attested: the day of an activity in the sentence that tells the post, else the day of publication."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.model import Activity, DateValue, Evidence, Fact, Tenure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date


def attested(facts: Sequence[Fact], published: date | None) -> Iterator[Fact]:
    """The facts of one article, its tenures with the dates that attest them where extraction gave none."""
    days = [
        (evidence, fact.date)
        for fact in facts
        if isinstance(fact, Activity) and fact.date and fact.date.edtf
        for evidence in fact.evidence
    ]
    paper = published and DateValue(
        text="", edtf=published.isoformat(), earliest=published, latest=published, basis="published"
    )
    for fact in facts:
        if isinstance(fact, Tenure) and not fact.seen and fact.status == "current":
            found = {day.edtf: day for evidence, day in days if any(_meet(evidence, own) for own in fact.evidence)}
            seen = tuple(found[key] for key in sorted(found, key=str)) or ((paper,) if paper else ())
            yield replace(fact, seen=seen)
        else:
            yield fact


def _meet(one: Evidence, other: Evidence) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end
