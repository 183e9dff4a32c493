"""What somebody or a body did over time."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.ask.dossier import JOINT
from kg.ask.quotes import Quote, quotes
from kg.errors import KgError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kg.ask.things import Thing
    from kg.insight.store import Store

UNDATED = "无日期"
EVENTS = """
SELECT ?act ?fact ?label ?type ?how ?edtf ?edtfEnd ?printed ?day ?latest ?basis WHERE {
  $where
  ?act rdfs:label ?label ; kgo:activityType/rdfs:label ?type ; kgo:dateBasis ?basis .
  OPTIONAL { ?act kgo:edtf ?edtf } OPTIONAL { ?act kgo:edtfEnd ?edtfEnd } OPTIONAL { ?act kgo:dateText ?printed }
  OPTIONAL { ?act kgo:earliest ?day } OPTIONAL { ?act kgo:latest ?latest }
}"""
LINKS = (
    ("?fact prov:agent $node ; prov:hadRole/rdfs:label ?how . ?act kgo:participation ?fact", ""),
    ("?act kgo:organizer $node", "组织"),
    ("?act kgo:visited $node", "受访"),
    ("?act kgo:venue $node", "会场"),
    ("?act kgo:about $node", "主题"),
)


@dataclass(frozen=True, slots=True)
class Event:
    """An activity as seen from one who had part in it. `date` is EDTF where the paper settles one, else as printed."""

    iri: str
    label: str
    type: str
    date: str
    earliest: str  # ISO days; "" where nothing bounds the date
    latest: str
    basis: str
    how: str  # roles, or 组织, 受访, 会场, 主题
    quotes: tuple[Quote, ...]


def timeline(store: Store, thing: Thing, *, since: date | None = None, until: date | None = None) -> tuple[Event, ...]:
    """Activities in order of time, those without a date last.

    With `since` or `until` only those that certainly lie between them, so none without a date.
    """
    # one question a link: of a union the engine would read all activities before it looks at the thing
    asked = (EVENTS.replace("$where", _bound(triples, how)).replace("$node", f"<{thing.iri}>") for triples, how in LINKS)
    rows = sorted((row for query in asked for row in store.rows(query)), key=_order)
    said = quotes(store, (row["fact"] for row in rows))
    groups: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        groups.setdefault(row["act"], []).append(row)
    events = (_event(iri, group, said) for iri, group in groups.items())
    return tuple(event for event in events if _within(event, since, until))


def counted(events: Iterable[Event], by: str) -> list[tuple[str, int]]:
    """How many in each `year`, `month` or `type`; months and years in order, types by number."""
    size = {"year": 4, "month": 7}.get(by)
    if size is None and by != "type":
        raise KgError(f"timeline by {by!r}: year, month or type")
    counts = Counter(event.type if size is None else _period(event, size) for event in events)
    if size is None:
        return counts.most_common()
    return sorted(counts.items(), key=lambda item: (item[0] == UNDATED, item[0]))


def _order(row: dict[str, str]) -> tuple[bool, str, str, str, str, str]:
    return "day" not in row, row.get("day", ""), row.get("edtf", ""), row["label"], row["act"], row["how"]


def _bound(triples: str, how: str) -> str:
    return f'{triples} . BIND("{how}" AS ?how) BIND(?act AS ?fact)' if how else f"{triples} ."


def _period(event: Event, size: int) -> str:
    start, end = event.earliest[:size], event.latest[:size]
    return start if start and start == end else UNDATED


def _within(event: Event, since: date | None, until: date | None) -> bool:
    after = since is None or (event.earliest != "" and event.earliest >= since.isoformat())
    return after and (until is None or (event.latest != "" and event.latest <= until.isoformat()))


def _event(iri: str, rows: list[dict[str, str]], said: dict[str, tuple[Quote, ...]]) -> Event:
    first = rows[0]
    last = first.get("edtfEnd")
    when = f"{first['edtf']}/{last}" if last and "edtf" in first else first.get("edtf") or first.get("printed", "")
    return Event(
        iri, first["label"], first["type"], when, first.get("day", ""), first.get("latest", ""), first["basis"],
        JOINT.join(dict.fromkeys(row["how"] for row in rows)),
        tuple(sorted({quote for row in rows for quote in said.get(row["fact"], ())})),
    )
