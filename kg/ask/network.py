"""The graph as networks of networkx: things and the facts between them; people and the activities they share."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from kg.insight.store import Store

# What a fact connects: each side of each fact is a link between a thing and the fact.
LINKS = """
SELECT ?fact ?thing ?label ?via WHERE {
  { ?fact kgo:participation ?via . ?via prov:agent ?thing } UNION { ?fact kgo:organizer ?thing } UNION { ?fact kgo:visited ?thing }
  UNION { ?fact kgo:venue ?thing } UNION { ?fact kgo:about ?thing }
  UNION { ?fact a kgo:Tenure ; org:member|org:organization|kgo:post ?thing }
  UNION { ?fact kgo:speaker ?thing } UNION { ?fact kgo:addressee ?thing }
  UNION { ?fact a kgo:Structure ; kgo:part|kgo:whole ?thing }
  UNION { ?fact kgo:creditedPerson ?thing } UNION { ?fact kgo:creditedIn ?thing }
  ?fact rdfs:label ?label .
}"""
NAMES = """
SELECT ?node ?label ?type WHERE {
  VALUES ?type { kgo:Person kgo:Organization kgo:Post kgo:AdminDivision kgo:Site kgo:Initiative kgo:Article }
  ?node a ?type ; rdfs:label ?label
}"""
ATTENDED = """
SELECT ?person ?name ?act ?day WHERE {
  ?person kgo:attended ?act ; rdfs:label ?name . OPTIONAL { ?act kgo:earliest ?day ; kgo:latest ?day }
} ORDER BY ?act ?person"""
LARGE = 200  # people in one activity, past which sharing it says nothing about two of them


def of_facts(store: Store, kinds: frozenset[str] | None = None) -> nx.Graph:
    """Things and facts as nodes, an edge where a fact names a thing. Of `kinds` only, where given.

    `via` of an edge is what its sentences belong to: the participation in an activity, else the fact itself.
    """
    graph = nx.Graph()
    for row in store.rows(NAMES):
        kind = row["type"].rpartition("#")[2]
        if kinds is None or kind in kinds:
            graph.add_node(row["node"], label=row["label"], kind=kind, fact=False)
    for row in store.rows(LINKS):
        if row["thing"] in graph:
            graph.add_node(row["fact"], label=row["label"], kind="", fact=True)
            graph.add_edge(row["fact"], row["thing"], via=row.get("via", row["fact"]))
    return graph


def of_people(store: Store) -> nx.Graph:
    """People as nodes; an edge where two attended the same activity, `weight` the number of such activities.

    Edges carry `first` and `last`, the days of the first and last activity with a settled day.
    """
    graph = nx.Graph()
    present: dict[str, list[str]] = {}
    days: dict[str, str] = {}
    for row in store.rows(ATTENDED):
        graph.add_node(row["person"], label=row["name"])
        present.setdefault(row["act"], []).append(row["person"])
        if "day" in row:
            days[row["act"]] = row["day"]
    for act, people in present.items():
        for person in people:
            graph.nodes[person].setdefault("activities", []).append(act)
        if len(people) <= LARGE:
            for one, other in combinations(people, 2):
                _meet(graph, one, other, days.get(act))
    return graph


def _meet(graph: nx.Graph, one: str, other: str, day: str | None) -> None:
    if not graph.has_edge(one, other):
        graph.add_edge(one, other, weight=0)
    edge = graph.edges[one, other]
    edge["weight"] += 1
    if day:
        edge["first"] = min(day, edge.get("first", day))
        edge["last"] = max(day, edge.get("last", day))
