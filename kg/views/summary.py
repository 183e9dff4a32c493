"""What the page opens on: everything where that can be read, else bodies, central officials and months."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import networkx as nx

    from kg.views.evidence import Record

LIMIT = 1_500  # nodes that can be read and moved without delay
BODIES, OFFICIALS = 70, 80
CLOSED_KINDS = frozenset({"Article"})  # off until their legend entry is switched on


def opening(records: Sequence[Record], graph: nx.Graph) -> tuple[list[int], bool]:
    """The nodes of the opening view, and whether they only stand for the rest."""
    shown = [n for n, record in enumerate(records) if record["kind"] not in CLOSED_KINDS and graph.degree(n)]
    if len(shown) <= LIMIT:
        return shown, False
    return sorted([*_top(records, "Organization", BODIES), *_top(records, "Person", OFFICIALS)]), True


def _top(records: Sequence[Record], kind: str, count: int) -> list[int]:
    found = [n for n, record in enumerate(records) if record["kind"] == kind]
    return sorted(found, key=lambda n: (-records[n]["rank"], n))[:count]


def month(record: Record) -> str:
    """The month of an activity, `2020-03`; empty where the year or month is not known."""
    date: Mapping[str, Any] = record.get("date", {})
    start, end = date.get("from", ""), date.get("to", "")
    return start[:7] if start and start[:7] == end[:7] else ""


def months(records: Sequence[Record]) -> list[str]:
    """The months in which activities happened, in order, and the empty one if some have none."""
    counts = Counter(month(record) for record in records if record["kind"] == "Activity")
    return sorted(counts, key=lambda m: m or "9999")
