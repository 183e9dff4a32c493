"""From the graph to what the page holds: records, positions, opening view."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import networkx as nx

from kg.views.conflicts import conflicts
from kg.views.entities import Entities
from kg.views.evidence import texts_in_order
from kg.views.facts import Facts
from kg.views.layout import positions
from kg.views.links import edges
from kg.views.measures import measure, network
from kg.views.reading import Triples
from kg.views.summary import CLOSED_KINDS, month, months, opening
from kg.views.together import shared

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rdflib import Graph

    from kg.model import ArticleInfo
    from kg.views.evidence import Record

_CHAR, _LINE, _NODE = 12.5, 9, 22.0  # pixels of a character, characters of a label's line, height of a node


@dataclass(frozen=True, slots=True)
class Page:
    """Everything the page shows: `data` goes in as JSON, `texts` are the raw texts of its articles."""

    data: dict[str, Any]
    nodes: list[int]  # of the opening view
    edges: list[int]
    texts: list[str]


def project(graph: Graph, articles: Sequence[ArticleInfo]) -> Page:
    """Reads the graph, measures it and lays out its opening view."""
    triples = Triples(graph)
    entities = Entities(triples, articles)
    records, facts = entities.records(), Facts(triples, entities)
    links = edges(triples, entities, facts)
    counted = network(records, links)
    measure(records, counted)
    shown, summary = opening(records, counted)
    folds = months(records) if summary else []
    spots = _place(records, counted, facts.takes, shown, folds)
    data = {
        "meta": {"base": entities.tail.base, "summary": summary, "closed": sorted(CLOSED_KINDS)},
        "nodes": records,
        "edges": links,
        "tenures": facts.tenures,
        "takes": facts.takes,
        "statements": facts.statements,
        "figures": facts.figures,
        "conflicts": conflicts(triples, entities),
        "evidence": entities.evidence.rows,
        "opening": shown,
        "folds": [{"month": m, "x": x, "y": y} for m, (x, y) in zip(folds, spots, strict=True)],
    }
    inside = set(shown)
    visible = [n for n, edge in enumerate(links) if edge["from"] in inside and edge["to"] in inside]
    return Page(data, shown, visible, texts_in_order(entities.articles(), articles))


def _place(
    records: list[Record], counted: nx.Graph, takes: list[Record], shown: list[int], folds: list[str],
) -> list[tuple[float, float]]:
    """Writes `x`, `y` (and `cx`, `cy` for the view of people together) into records; gives the spots of months."""
    graph = nx.Graph(counted.subgraph(shown))
    numbers = {fold: -1 - n for n, fold in enumerate(folds)}
    if folds:
        graph.add_nodes_from(numbers.values())
        graph.add_edges_from(_month_edges(records, takes, set(shown), numbers))
    points = positions(graph, _sizes(records, shown) | dict.fromkeys(numbers.values(), (90.0, 60.0)))
    for number in shown:
        records[number]["x"], records[number]["y"] = points[number]
    people = shared(records, takes)
    for number, (x, y) in positions(people, _sizes(records, people)).items():
        records[number]["cx"], records[number]["cy"] = x, y
    return [points[numbers[fold]] for fold in folds]


def _month_edges(
    records: list[Record], takes: list[Record], shown: set[int], numbers: dict[str, int],
) -> list[tuple[int, int]]:
    """Whoever of the opening view was active in a month, where the month is one of their three busiest."""
    counts: dict[int, Counter[int]] = {}
    for take in takes:
        if take["agent"] in shown:
            counts.setdefault(take["agent"], Counter())[numbers[month(records[take["activity"]])]] += 1
    return sorted((agent, fold) for agent, months_of in counts.items() for fold, _ in months_of.most_common(3))


def _sizes(records: list[Record], nodes: Iterable[int]) -> dict[int, tuple[float, float]]:
    """What a node takes up with its label, which has one line or two."""
    lengths = {n: len(records[n]["label"]) for n in nodes}
    return {
        n: (max(34.0, _CHAR * min(length, _LINE)), _NODE + 15 * (1 + (length > _LINE))) for n, length in lengths.items()
    }
