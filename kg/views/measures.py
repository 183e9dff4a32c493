"""How much a node matters: degree, PageRank, betweenness and communities, by networkx."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.views.evidence import Record

    Weights = Mapping[tuple[int, int], float]

SEED = 7
_EXACT = 2_000  # nodes up to which betweenness and Louvain are quick enough
_WEIGHTS = {"post": 2.0, "took": 1.5, "organized": 1.5, "part": 1.0}
_UNCOUNTED = frozenset({"in", "within", "told", "byline", "named"})  # a place or a paper is no sign of weight


def weights(edges: Sequence[Record]) -> Weights:
    """The pairs of nodes between which there are edges that count, parallel ones added up."""
    found: defaultdict[tuple[int, int], float] = defaultdict(float)
    for edge in edges:
        if edge["kind"] not in _UNCOUNTED:
            start, end = edge["from"], edge["to"]
            found[min(start, end), max(start, end)] += _WEIGHTS.get(edge["kind"], 0.7)
    return found


def network(nodes: Iterable[int], pairs: Weights) -> nx.Graph:
    """These nodes, which all pairs are of."""
    graph = nx.Graph()
    graph.add_nodes_from(nodes)
    graph.add_weighted_edges_from((start, end, weight) for (start, end), weight in pairs.items())
    return graph


def measure(records: Sequence[Record], graph: nx.Graph, pairs: Weights) -> None:
    """Writes `degree`, `rank`, `between` (0 to 1000 of the greatest) and `group` into the records."""
    for name, scores in (("rank", nx.pagerank(graph)), ("between", _betweenness(graph))):
        greatest = max(scores.values(), default=0) or 1
        for number, score in scores.items():
            records[number][name] = round(1000 * score / greatest)
    for number, degree in graph.degree():
        records[number]["degree"] = degree
    for group, members in enumerate(_communities(graph, pairs)):
        for number in members:
            records[number]["group"] = group


def _betweenness(graph: nx.Graph) -> dict[int, float]:
    return dict(nx.betweenness_centrality(graph)) if len(graph) <= _EXACT else {}


def _communities(graph: nx.Graph, pairs: Weights) -> list[list[int]]:
    view = graph.subgraph(n for n, degree in graph.degree() if degree)
    if not view:
        return []
    linked = network(view, pairs)  # a graph of its own: a view asks of each node whether it is in it, whenever it is looked at
    if len(linked) <= _EXACT:
        found = nx.community.louvain_communities(linked, seed=SEED)
    else:
        found = nx.community.fast_label_propagation_communities(linked, weight="weight", seed=SEED)
    groups = sorted((sorted(members) for members in found), key=lambda m: (-len(m), m))
    linked.clear()  # networkx' graphs refer to themselves: no build's collector would come for it
    return groups
