"""What the page opens on: everything where that can be read, else bodies, central officials and months."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import networkx as nx

    from kg.views.evidence import Record
    from kg.views.layout import Points

LIMIT = 1_500  # nodes that can be read and moved without delay
BODIES, OFFICIALS = 50, 60
EARLIER = "earlier"
_YEAR, _MONTH = 74, 30  # pixels between the columns and rows of the calendar
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
    """The months in which activities happened, in order; `earlier` for those before the years that matter.

    The empty one, for activities without a month, comes last. A lone mention of 1921 must not stretch the
    calendar over a century: years before the first that has one activity in two hundred are `earlier`.
    """
    counts = Counter(month(record) for record in records if record["kind"] == "Activity")
    years: Counter[str] = Counter()
    for name, count in counts.items():
        years[name[:4]] += count
    first = min((y for y, count in years.items() if y and count * 200 >= counts.total()), default="")
    kept = {name if not name or name >= first else EARLIER for name in counts}
    return sorted(kept, key=lambda m: (m == "", m != EARLIER, m))


def calendar(folds: Sequence[str], spots: Points) -> list[Record]:
    """Months as a calendar under the drawing, a column a year; what is earlier or undated at its ends."""
    left = min((x for x, _ in spots.values()), default=0.0)
    right = max((x for x, _ in spots.values()), default=0.0)
    top = max((y for _, y in spots.values()), default=0.0) + 120
    columns = list(dict.fromkeys(name if name == EARLIER else name[:4] for name in folds))
    start = (left + right - (len(columns) - 1) * _YEAR) / 2
    return [
        {"month": name, "x": round(start + _YEAR * columns.index(name if name == EARLIER else name[:4])),
         "y": round(top + _MONTH * (int(name[5:]) - 1 if name[5:].isdigit() else 0))}
        for name in folds
    ]
