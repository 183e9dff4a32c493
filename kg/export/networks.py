"""The network as GraphML and as GEXF with dates."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Final

import networkx as nx

from kg.export.network import network

if TYPE_CHECKING:
    from pathlib import Path

    from kg.insight.store import Store

META: Final = re.compile(r"<meta [^>]*>\s*<creator>[^<]*</creator>")


def write_graphml(store: Store, path: Path) -> None:
    """For yEd, Cytoscape, igraph, Gephi. Characters that XML cannot hold are left out."""
    nx.write_graphml_xml(_clean(network(store)), path, encoding="utf-8", named_key_ids=True, edge_id_from_attribute="id")


def write_gexf(store: Store, path: Path) -> None:
    """For Gephi, with its timeline: `start` and `end` of activities and links are dates (GEXF 1.2).

    networkx dates the file with today's clock; here it has the date of the graph, so that the same graph gives the same bytes.
    """
    graph = _clean(network(store))
    graph.graph["mode"] = "dynamic"
    made = datetime.fromtimestamp(store.path.stat().st_mtime, UTC).date()
    meta = f'<meta lastmodifieddate="{made}">\n    <creator>kg</creator>'
    buffer = BytesIO()
    nx.write_gexf(graph, buffer, version="1.2draft")
    text = buffer.getvalue().decode("utf-8").replace(' mode="dynamic" name=""', ' mode="dynamic"', 1)  # the schema has no name there
    path.write_text(META.sub(meta, text, count=1), encoding="utf-8")


def _clean(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """Every edge has an id of its own; no text holds what XML 1.0 does not allow."""
    made = nx.MultiDiGraph()
    for node, data in graph.nodes(data=True):
        made.add_node(node, **{name: _xml(value) for name, value in data.items()})
    for number, (start, end, key, data) in enumerate(graph.edges(keys=True, data=True)):
        made.add_edge(start, end, key, id=str(number), **{name: _xml(value) for name, value in data.items()})
    return made


def _xml(text: str) -> str:
    return "".join(c for c in text if c >= " " or c in "\t\n\r").replace("\ufffe", "").replace("\uffff", "")
