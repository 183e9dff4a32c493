"""What a graph says of each document, read through the same kind of SPARQL as its users have."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.insight.store import Store

TYPES = {
    "Meeting": "meeting",
    "Inspection": "inspection",
    "StudyVisit": "study_visit",
    "Reception": "reception",
    "Signing": "signing",
    "Ceremony": "ceremony",
    "Condolence": "condolence",
    "Appointment": "appointment",
    "PublicEvent": "public_event",
    "Other": "other",
    "Activity": "other",
}
Row = dict[str, str]


@dataclass(slots=True)
class FoundActivity:
    date: str | None
    types: set[str] = field(default_factory=set)
    labels: set[str] = field(default_factory=set)
    people: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # name: roles
    sites: set[str] = field(default_factory=set)
    orgs: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Found:
    """The facts of one document."""

    headlines: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    posts: set[tuple[str, str, str]] = field(default_factory=set)  # person, body, title
    bylines: set[str] = field(default_factory=set)
    activities: dict[str, FoundActivity] = field(default_factory=dict)


def read_graph(store: Store) -> dict[str, Found]:
    """The facts by document name (without folders)."""
    found: defaultdict[str, Found] = defaultdict(Found)
    for doc, row in _rows(store, "articles"):
        found[doc].headlines.add(row["headline"])
    for doc, row in _rows(store, "people"):
        found[doc].people.add(row["name"])
    for doc, row in _rows(store, "posts"):
        found[doc].posts.add((row["name"], row.get("org", ""), row.get("title", "")))
    for doc, row in _rows(store, "bylines"):
        found[doc].bylines.add(row["name"])
    _activities(store, found)
    return found


def _activities(store: Store, found: defaultdict[str, Found]) -> None:
    for doc, row in _rows(store, "activities"):
        activity = found[doc].activities.setdefault(row["activity"], FoundActivity(year_open(row.get("date"))))
        kind = _tail(row["type"])
        activity.types.add(TYPES.get(kind, kind))
        activity.labels.add(row.get("label", ""))
    for query, field_name in (("sites", "site"), ("organizations", "org")):
        for doc, row in _rows(store, query):
            if row["activity"] in found[doc].activities:
                getattr(found[doc].activities[row["activity"]], f"{field_name}s").add(row[field_name])
    for doc, row in _rows(store, "participants"):
        if row["activity"] in found[doc].activities:
            found[doc].activities[row["activity"]].people[row["name"]].add(_tail(row.get("role", "")))


def _rows(store: Store, name: str) -> list[tuple[str, Row]]:
    text = files("kg.insight.measure").joinpath("queries", f"{name}.rq").read_text(encoding="utf-8")
    return [(row.pop("doc").rsplit("/", 1)[-1], row) for row in store.rows(text)]


def year_open(date: str | None) -> str | None:
    """--10-08 (xsd:gMonthDay) and XXXX-10-08 (EDTF) are one date."""
    return "XXXX-" + date[2:] if date and date.startswith("--") else date or None


def _tail(iri: str) -> str:
    return re.split(r"[#/]", iri)[-1]
