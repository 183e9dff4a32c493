"""How much a node matters: degree, PageRank, betweenness and communities, by networkx."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.views.evidence import Record

SEED = 7
_EXACT = 2_000  # nodes up to which betweenness and Louvain are quick enough
_WEIGHTS = {"post": 2.0, "took": 1.5, "organized": 1.5, "part": 1.0}
_UNCOUNTED = frozenset({"in", "within", "told", "byline", "named"})  # a place or a paper is no sign of weight


def network(records: Sequence[Record], edges: Sequence[Record]) -> nx.Graph:
    """The nodes and the edges that count, parallel ones added up."""
    graph = nx.Graph()
    graph.add_nodes_from(range(len(records)))
    for edge in edges:
        if edge["kind"] in _UNCOUNTED:
            continue
        start, end, weight = edge["from"], edge["to"], _WEIGHTS.get(edge["kind"], 0.7)
        old = graph.edges[start, end]["weight"] if graph.has_edge(start, end) else 0.0
        graph.add_edge(start, end, weight=old + weight)
    return graph


def measure(records: Sequence[Record], graph: nx.Graph) -> None:
    """Writes `degree`, `rank`, `between` (0 to 1000 of the greatest) and `group` into the records."""
    for name, scores in (("rank", nx.pagerank(graph)), ("between", _betweenness(graph))):
        greatest = max(scores.values(), default=0) or 1
        for number, score in scores.items():
            records[number][name] = round(1000 * score / greatest)
    for number, degree in graph.degree():
        records[number]["degree"] = degree
    for group, members in enumerate(_communities(graph)):
        for number in members:
            records[number]["group"] = group


def _betweenness(graph: nx.Graph) -> dict[int, float]:
    return dict(nx.betweenness_centrality(graph)) if len(graph) <= _EXACT else {}


def _communities(graph: nx.Graph) -> list[list[int]]:
    linked = graph.subgraph(n for n, degree in graph.degree() if degree)
    if not linked:
        return []
    if len(linked) <= _EXACT:
        found = nx.community.louvain_communities(linked, seed=SEED)
    else:
        found = nx.community.fast_label_propagation_communities(linked, weight="weight", seed=SEED)
    return sorted((sorted(members) for members in found), key=lambda m: (-len(m), m))
