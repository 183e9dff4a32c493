"""Who is central, by measures that say what they mean. All count people in activities that the papers tell of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import networkx as nx

from kg.ask.network import of_people
from kg.errors import KgError

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.insight.store import Store

SEED, EXACT, SAMPLE = 7, 1_500, 300
LED = """SELECT ?person (COUNT(DISTINCT ?act) AS ?n) WHERE {
  ?act kgo:participation ?p . ?p prov:agent ?person ; prov:hadRole ?role . VALUES ?role { kgo:lead kgo:preside kgo:host }
  ?person a kgo:Person } GROUP BY ?person"""


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure with its meaning in Chinese and English."""

    name: str
    head: str
    meaning: str
    meaning_en: str
    compute: Callable[[nx.Graph, Store], dict[str, float]]


@dataclass(frozen=True, slots=True)
class Ranked:
    """One person; people of equal value share a place."""

    place: int
    iri: str
    label: str
    value: float


def rank(store: Store, by: str = "activities", *, top: int = 20) -> tuple[Ranked, ...]:
    """The first `top` people by one measure; those of value 0 are left out. KgError for a measure there is none of."""
    if by not in MEASURES:
        raise KgError(f"no measure {by!r}; there are: {', '.join(MEASURES)}")
    graph = of_people(store)
    scores = MEASURES[by].compute(graph, store)
    ordered = sorted(((round(v, 6), n) for n, v in scores.items() if v > 0 and n in graph), key=lambda x: (-x[0], graph.nodes[x[1]]["label"], x[1]))
    found: list[Ranked] = []
    for number, (value, iri) in enumerate(ordered[:top], 1):
        place = found[-1].place if found and found[-1].value == value else number
        found.append(Ranked(place, iri, graph.nodes[iri]["label"], value))
    return tuple(found)


def _activities(graph: nx.Graph, _store: Store) -> dict[str, float]:
    return {person: len(acts) for person, acts in graph.nodes(data="activities")}


def _led(_graph: nx.Graph, store: Store) -> dict[str, float]:
    return {row["person"]: int(row["n"]) for row in store.rows(LED)}


def _companions(graph: nx.Graph, _store: Store) -> dict[str, float]:
    return dict(graph.degree())


def _between(graph: nx.Graph, _store: Store) -> dict[str, float]:
    """Brandes 2001; past EXACT people from SAMPLE of them (Brandes and Pich 2007), with a fixed seed."""
    sample = None if len(graph) <= EXACT else SAMPLE
    return dict(nx.betweenness_centrality(graph, k=sample, seed=SEED))


def _prominence(graph: nx.Graph, _store: Store) -> dict[str, float]:
    """PageRank (Brin and Page 1998) over shared activities, 1 for the average person."""
    scores = nx.pagerank(graph, weight="weight") if len(graph) else {}
    return {person: score * len(graph) for person, score in scores.items()}


def _core(graph: nx.Graph, _store: Store) -> dict[str, float]:
    """Seidman 1983."""
    return dict(nx.core_number(graph)) if len(graph) else {}


_ALL = (
    Measure("activities", "活动数", "参加的活动个数", "how many activities the person took part in", _activities),
    Measure("led", "带队数", "带队、主持或会见的活动个数", "how many activities the person led, presided over or hosted", _led),
    Measure("companions", "同场人数", "与多少人同场过", "with how many different people the person attended something", _companions),
    Measure("between", "居间", "任两人最短联系中经过此人的比例（0到1），高者连接本不相干的圈子",
            "share of the shortest links between any two others that pass through the person (0 to 1)", _between),
    Measure("prominence", "声望", "常与常出场者同场的程度，1为平均（PageRank）",
            "how much the person appears with those who appear a lot; 1 is average (PageRank)", _prominence),
    Measure("core", "核心度", "所在圈子中人人至少与几人同场过（k-core）",
            "largest k so that the person is in a circle whose members each met at least k others of it (k-core)", _core),
)
MEASURES: Final = {measure.name: measure for measure in _ALL}
