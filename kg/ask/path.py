"""How two things connect: the shortest way over facts, each step with its sentences."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, pairwise
from math import log
from typing import TYPE_CHECKING

import networkx as nx

from kg.ask.network import of_facts
from kg.ask.quotes import Quote, quotes
from kg.errors import KgError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.ask.things import Thing
    from kg.insight.store import Store

KINDS = frozenset({"Person", "Organization", "Post", "AdminDivision", "Site", "Initiative"})  # an article connects nobody
STEP, FAMOUS = 1.0, 0.02  # a step more costs more than any fame: it counts only between ways of equal length


@dataclass(frozen=True, slots=True)
class Step:
    """From one thing to the next by one fact."""

    start: str
    end: str
    start_label: str
    end_label: str
    fact: str
    told: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Route:
    """A way from one thing to another."""

    steps: tuple[Step, ...]


def routes(store: Store, one: Thing, other: Thing, *, count: int = 1, only: frozenset[str] = KINDS) -> tuple[Route, ...]:
    """Up to `count` ways, the shortest first; of equally short ones those over things with few facts.

    `only` are the classes of the things it may pass. Raises KgError where there is no way.
    """
    if one.iri == other.iri:
        raise KgError(f"{one.label}: both ends are the same")
    graph = of_facts(store, only | {one.kind, other.kind})
    try:
        found = list(islice(_ways(graph, one.iri, other.iri, count), count))
    except (nx.NetworkXNoPath, nx.NodeNotFound):
        raise KgError(f"no facts connect {one.label} and {other.label}") from None
    said = quotes(store, {via for way in found for via in _vias(graph, way)})
    return tuple(_route(graph, way, said) for way in found)


def _vias(graph: nx.Graph, way: list[str]) -> list[str]:
    return [graph.edges[one, other]["via"] for one, other in pairwise(way)]


def _ways(graph: nx.Graph, start: str, end: str, count: int) -> Iterator[list[str]]:
    def cost(one: str, other: str, _edge: object) -> float:
        thing = other if graph.nodes[one]["fact"] else one
        return float(STEP / 2 + min(FAMOUS * log(graph.degree(thing)), STEP / 4) / 8)

    if count == 1:
        yield nx.shortest_path(graph, start, end, weight=cost)
    else:
        yield from nx.shortest_simple_paths(graph, start, end, weight=cost)


def _route(graph: nx.Graph, way: list[str], said: dict[str, tuple[Quote, ...]]) -> Route:
    label = {node: graph.nodes[node]["label"] for node in way}
    steps = []
    for start, fact, end in zip(way[::2], way[1::2], way[2::2], strict=False):
        sentences = {quote for via in _vias(graph, [start, fact, end]) for quote in said.get(via, ())}
        steps.append(Step(start, end, label[start], label[end], fact, label[fact], tuple(sorted(sentences))))
    return Route(tuple(steps))
