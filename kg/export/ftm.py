"""Entities of FollowTheMoney, the model of Aleph and OpenSanctions (https://followthemoney.tech/), one JSON object a line.

What the model has no place for stays in the graph: statements, figures, contradictions, who sat in which order.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from kg.ask.quotes import quotes
from kg.export.tables import tables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.export.tables import Table
    from kg.insight.store import Store

Row = dict[str, Any]
BODY = "SELECT ?body_iri ?type WHERE { ?body_iri org:classification ?type }"
PUBLIC_TYPES: Final = frozenset({
    "Party", "Government", "Congress", "Cppcc", "Discipline", "Judiciary", "Military", "ParkCommittee", "Subdistrict", "LeadingGroup", "Place",
})


class Entities:
    """Entities in the making, each once, with sorted values."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[str, defaultdict[str, set[str]]]] = {}

    def add(self, schema: str, iri: str, **values: object) -> None:
        """More values of the entity of an IRI."""
        _, properties = self._made.setdefault(ident(iri), (schema, defaultdict(set)))
        properties["sourceUrl"].add(quote(iri, safe=":/#?&=%~"))
        for name, value in values.items():
            properties[name] |= {str(v) for v in (value if isinstance(value, list | tuple | set) else [value]) if v}

    def __iter__(self) -> Iterator[Row]:
        for key, (schema, properties) in sorted(self._made.items()):
            yield {"id": key, "schema": schema, "properties": {n: sorted(v) for n, v in sorted(properties.items()) if v}}


def ident(iri: str) -> str:
    """The id of the entity of an IRI: its hash, as ids take no Chinese."""
    return f"kg-{hashlib.sha256(iri.encode()).hexdigest()[:32]}"


def entities(store: Store) -> Iterator[Row]:
    """Everything that the model has a place for, in order of id."""
    made, found = Entities(), {table.name: _rows(table) for table in tables(store)}
    kinds = {row["body_iri"]: row["type"].rpartition("#")[2] for row in store.rows(BODY)}
    for row in found["people"]:
        made.add("Person", row["person_iri"], name=row["person"], alias=_split(row["aliases"]), country="cn")
    for row in found["bodies"]:
        made.add(_schema(kinds.get(row["body_iri"], "")), row["body_iri"], name=row["body"], alias=_split(row["aliases"]),
                 country="cn", classification=row["classification"])
    for row in found["articles"]:
        made.add("Article", row["article_iri"], title=row["headline"], publishedAt=row["published"], fileName=row["doc"],
                 publisher=row["paper"], author=_split(row["bylines"]))
    _posts(made, store, found)
    _events(made, store, found)
    return iter(made)


def write_ftm(store: Store, path: Path) -> None:
    """One entity a line."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(entity, ensure_ascii=False, sort_keys=True) + "\n" for entity in entities(store))


def _posts(made: Entities, store: Store, found: dict[str, list[Row]]) -> None:
    said = quotes(store, [row["fact_iri"] for row in found["person_post_spells"]])
    for row in found["person_post_spells"]:
        made.add("Position", row["post_iri"], name=row["post"], organization=ident(row["body_iri"]), country="cn")
        made.add("Occupancy", row["fact_iri"], holder=ident(row["person_iri"]), post=ident(row["post_iri"]),
                 status="ended" if row["status"] == "former" else "current" if row["status"] == "current" else row["status"],
                 startDate=row["valid_from"], endDate=row["valid_until"], date=[row["first_seen"], row["last_seen"]],
                 description=[q.exact for q in said.get(row["fact_iri"], ())])


def _events(made: Entities, store: Store, found: dict[str, list[Row]]) -> None:
    said = quotes(store, [row["activity_iri"] for row in found["activities"]])
    for row in found["activities"]:
        bounded = {"date": row["day"]} if row["day"] else {"startDate": row["earliest"], "endDate": row["latest"]}
        made.add("Event", row["activity_iri"], name=row["activity"], keywords=[row["type"], *_split(row["topics"])], country="cn",
                 location=[*_split(row["visited"]), row["venue"]], summary=row["date_text"],
                 description=[q.exact for q in said.get(row["activity_iri"], ())], **bounded)
    for row in found["person_activity_day"]:
        made.add("Event", row["activity_iri"], involved=ident(row["person_iri"]))
    for row in store.rows("SELECT ?act ?body WHERE { ?act kgo:organizer ?body . ?body a kgo:Organization }"):
        made.add("Event", row["act"], organizer=ident(row["body"]))


def _schema(kind: str) -> str:
    return "Company" if kind == "Company" else "PublicBody" if kind in PUBLIC_TYPES else "Organization"


def _rows(table: Table) -> list[Row]:
    return [dict(zip((c.name for c in table.columns), row, strict=True)) for row in table.rows]


def _split(joined: str | None) -> list[str]:
    return joined.split(";") if joined else []
