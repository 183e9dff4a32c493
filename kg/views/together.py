"""Who was where together: people linked by the activities they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.views.evidence import Record

PEOPLE = 150  # drawn at most, the most central first
_CROWD = 60  # people of one activity above which sharing it says little


def shared(records: Sequence[Record], takes: Sequence[Record]) -> nx.Graph:
    """The graph of people, weight = activities shared; people who met nobody left out."""
    people = [n for n, record in enumerate(records) if record["kind"] == "Person"]
    kept = set(sorted(people, key=lambda n: (-records[n]["rank"], n))[:PEOPLE])
    present: dict[int, set[int]] = defaultdict(set)
    for take in takes:
        if take["agent"] in kept:
            present[take["activity"]].add(take["agent"])
    weights = Counter(
        pair for those in present.values() if len(those) <= _CROWD for pair in combinations(sorted(those), 2)
    )
    graph = nx.Graph()
    graph.add_weighted_edges_from(sorted((a, b, weight) for (a, b), weight in weights.items()))
    return graph


def closest(graph: nx.Graph, count: int = 3) -> list[tuple[int, int]]:
    """The pairs in which one is among the `count` people whom the other met most."""

    def nearest(person: int) -> list[int]:
        return sorted(graph[person], key=lambda other: (-graph[person][other]["weight"], other))[:count]

    return sorted({(min(a, b), max(a, b)) for a in graph for b in nearest(a)})
