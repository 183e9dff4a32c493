"""The graph as one network of networkx: people, bodies, posts, places, campaigns, activities, and how they are linked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import networkx as nx

if TYPE_CHECKING:
    from kg.insight.store import Store

NODES: Final = """
SELECT ?node ?label ?kind ?start ?end ?detail WHERE {
  VALUES ?type { kgo:Person kgo:Organization kgo:Post kgo:AdminDivision kgo:Site kgo:Initiative kgo:Activity }
  ?node a ?type ; rdfs:label ?label . BIND(STRAFTER(STR(?type), "#") AS ?kind)
  OPTIONAL { ?node kgo:earliest ?start ; kgo:latest ?end }
  OPTIONAL { ?node kgo:activityType|org:classification ?concept . ?concept rdfs:label ?detail }
} ORDER BY ?node"""
_DAY: Final = "OPTIONAL { ?fact kgo:earliest ?start ; kgo:latest ?end }"
EDGES: Final = {  # relation: where it stands in the graph
    "holds": "?fact a kgo:Tenure ; org:member ?from ; kgo:post ?to ; kgo:status ?detail . OPTIONAL { ?fact kgo:firstSeen ?start ; kgo:lastSeen ?end }",
    "in": "?from org:postIn ?to",
    "took part": f"?fact kgo:participation ?p . ?p prov:agent ?from ; prov:hadRole/rdfs:label ?detail . BIND(?fact AS ?to) {_DAY}",
    "organized": f"?fact kgo:organizer ?from . BIND(?fact AS ?to) {_DAY}",
    "visited": f"?fact kgo:visited ?to . BIND(?fact AS ?from) {_DAY}",
    "held at": f"?fact kgo:venue ?to . BIND(?fact AS ?from) {_DAY}",
    "about": f"?fact kgo:about ?to . BIND(?fact AS ?from) {_DAY}",
    "addressed": "?fact kgo:speaker ?from ; kgo:addressee ?to ; kgo:speechAct ?detail . "
                 "OPTIONAL { ?fact kgo:duringActivity ?a . ?a kgo:earliest ?start ; kgo:latest ?end }",
    "part of": "?from org:subOrganizationOf|dcterms:isPartOf|dcterms:spatial ?to",
}


def network(store: Store) -> nx.MultiDiGraph:
    """Nodes by IRI with `label`, `kind`, `detail`; edges keyed by relation and fact with `relation`, `label`, `fact`, `detail`.

    `start` and `end` are ISO days, there where the papers bound them: of activities, and of links the days that
    attest them. Every value is text, so that any format can hold it.
    """
    graph = nx.MultiDiGraph()
    for row in store.rows(NODES):
        graph.add_node(row["node"], **_said(row, "label", "kind", "detail", "start", "end"))
    for relation, pattern in EDGES.items():
        told = "?fact rdfs:label ?told ." if "?fact" in pattern else ""
        asked = f"SELECT ?fact ?told ?from ?to ?detail ?start ?end WHERE {{ {told} {pattern} }} ORDER BY ?from ?to ?fact ?detail"
        for row in store.rows(asked):
            if row["from"] in graph and row["to"] in graph:
                _link(graph, relation, row)
    return graph


def _link(graph: nx.MultiDiGraph, relation: str, row: dict[str, str]) -> None:
    key = f"{relation} {row.get('fact', '')}".strip()
    if graph.has_edge(row["from"], row["to"], key):  # one more role of the same participation
        edge = graph.edges[row["from"], row["to"], key]
        edge["detail"] = f"{edge.get('detail', '')}、{row.get('detail', '')}"
        return
    said = _said(row, "detail", "start", "end", "fact")
    graph.add_edge(row["from"], row["to"], key, relation=relation, label=row.get("told", relation), **said)


def _said(row: dict[str, str], *names: str) -> dict[str, str]:
    return {name: row[name] for name in names if row.get(name)}
