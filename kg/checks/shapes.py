"""The shapes of `ontology/shapes.ttl`, checked by pySHACL."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pyshacl
from rdflib import SH, Graph, URIRef

from kg.graph.vocabulary import RDF, RDFS
from kg.model import Finding
from kg.resources import ontology_file

if TYPE_CHECKING:
    from rdflib.term import Node


@cache
def shapes_graph() -> Graph:
    """The shapes, read once a process."""
    return Graph().parse(ontology_file("shapes.ttl"), format="turtle")


def broken_shapes(graph: Graph) -> tuple[Finding, ...]:
    """A finding for each value or node that breaks a shape, in the order of node and message.

    Takes about a minute for each million triples.
    """
    shapes = shapes_graph()
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes, inference="none", advanced=False)
    results = report.subjects(RDF.type, SH.ValidationResult) if isinstance(report, Graph) else ()
    findings = (_finding(graph, shapes, report, result) for result in results)
    return tuple(sorted(findings, key=lambda f: (f.involves, f.message)))


def _finding(graph: Graph, shapes: Graph, report: Graph, result: Node) -> Finding:
    focus, path = report.value(result, SH.focusNode), report.value(result, SH.resultPath)
    source = report.value(result, SH.sourceShape)
    shape = next((s for s in shapes.subjects(SH.property, source) if isinstance(s, URIRef)), source)
    name = str(shape).rpartition("#")[2]
    what = path.n3(graph.namespace_manager) if isinstance(path, URIRef) else ""
    label = min(map(str, graph.objects(focus, RDFS.label)), default="") if focus is not None else ""
    told = "; ".join(sorted(str(m) for m in report.objects(result, SH.resultMessage)))
    return Finding("shape", f"{name} {what}: {told} [{label or focus}]", (str(focus),))
