"""From the graph to what the page holds: records, positions, opening view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import networkx as nx

from kg.graph.lookup import Triples
from kg.views.conflicts import conflicts
from kg.views.entities import KINDS, Entities
from kg.views.extent import LIMIT, extent
from kg.views.facts import Facts
from kg.views.layout import ASPECT, positions
from kg.views.links import edges
from kg.views.measures import measure, network, weights
from kg.views.summary import CLOSED_KINDS, calendar, months, opening
from kg.views.together import closest, shared

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rdflib import Graph

    from kg.model import ArticleInfo
    from kg.views.evidence import Record
    from kg.views.layout import Points

_CHAR, _LINE, _NODE = 12.5, 9, 22.0  # pixels of a character, characters of a label's line, height of a node


@dataclass(frozen=True, slots=True)
class Page:
    """Everything the page shows: `data` goes in as JSON, `texts` are the raw texts of its articles."""

    data: dict[str, Any]
    nodes: list[int]  # of the opening view
    edges: list[int]
    texts: list[str]


def project(graph: Graph, articles: Iterable[ArticleInfo], limit: int = LIMIT) -> Page:
    """Reads the graph, or so much of it as a page of `limit` nodes holds; measures it and lays out its opening view."""
    triples = Triples(graph)
    part = extent(triples, KINDS.values(), limit)
    entities = Entities(triples, articles, part)
    records, facts = entities.records(), Facts(triples, entities)
    links = edges(triples, entities, facts)
    pairs = weights(links)
    counted = network(range(len(records)), pairs)
    measure(records, counted, pairs)
    shown, summary = opening(records, counted)
    together = shared(records, facts.takes)
    spots = _place(records, counted, together, shown, summary=summary)
    counted.clear()  # it refers to itself, and the collector does not run in a build
    held = {"extent": {"whole": len(part.whole), "people": part.people}} if part else {}
    data = {
        "meta": {"base": entities.tail.base, "summary": summary, "closed": sorted(CLOSED_KINDS), **held},
        "nodes": records,
        "edges": links,
        "tenures": facts.tenures,
        "takes": facts.takes,
        "statements": facts.statements,
        "figures": facts.figures,
        "conflicts": conflicts(triples, entities),
        "evidence": entities.evidence.rows,
        "opening": shown,
        "folds": calendar(months(records), spots) if summary else [],
    }
    inside = set(shown)
    visible = [n for n, edge in enumerate(links) if edge["from"] in inside and edge["to"] in inside]
    return Page(data, shown, visible, entities.texts())


def _place(
    records: list[Record], counted: nx.Graph, together: nx.Graph, shown: list[int], *, summary: bool,
) -> Points:
    """Writes `x`, `y` (and `cx`, `cy` for the view of people together) into records; gives the opening view's."""
    graph = nx.Graph(counted.subgraph(shown))
    if summary:  # people are drawn to those whom they meet most: the activities that link them are folded
        graph.add_edges_from(pair for pair in closest(together) if set(pair) <= set(shown))
    points = positions(graph, _sizes(records, shown), 2 * ASPECT if summary else ASPECT)  # the calendar goes below
    for number, (x, y) in points.items():
        records[number]["x"], records[number]["y"] = x, y
    for number, (x, y) in positions(together, _sizes(records, together)).items():
        records[number]["cx"], records[number]["cy"] = x, y
    return points


def _sizes(records: list[Record], nodes: Iterable[int]) -> dict[int, tuple[float, float]]:
    """What a node takes up with its label, which has one line or two."""
    lengths = {n: len(records[n]["label"]) for n in nodes}
    return {
        n: (max(34.0, _CHAR * min(length, _LINE)), _NODE + 15 * (1 + (length > _LINE))) for n, length in lengths.items()
    }
