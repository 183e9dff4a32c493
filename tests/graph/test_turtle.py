from __future__ import annotations

import pytest
from rdflib import RDF, XSD, BNode, Graph, Literal, URIRef

from graph.records import sample
from kg.graph import build_graph, write_turtle
from kg.graph.turtle import turtle_lines
from kg.graph.vocabulary import KGO, RDFS

S = URIRef("https://kg.example/id/person/a")


@pytest.mark.parametrize(("triple", "expected"), [
    ((S, RDF.type, KGO.Person), "<https://kg.example/id/person/a> a kgo:Person .\n"),
    ((S, RDFS.label, Literal("虎", lang="zh-Hans")), '<https://kg.example/id/person/a> rdfs:label "虎"@zh-Hans .\n'),
    ((S, KGO.rule, Literal('a"\\\n')), '<https://kg.example/id/person/a> kgo:rule "a\\"\\\\\\n" .\n'),
    ((S, KGO.rule, Literal("\x01\u202e")), '<https://kg.example/id/person/a> kgo:rule "\\u0001\\u202E" .\n'),
    ((S, KGO.order, Literal("1", datatype=XSD.integer)), '<https://kg.example/id/person/a> kgo:order "1"^^xsd:integer .\n'),
    ((S, KGO.rule, Literal("x", datatype=XSD.string)), '<https://kg.example/id/person/a> kgo:rule "x" .\n'),
    ((S, KGO.post, URIRef("https://schema.org/a/b")), "<https://kg.example/id/person/a> kgo:post <https://schema.org/a/b> .\n"),
])
def test_terms(triple, expected):
    graph = Graph()
    graph.add(triple)
    assert "".join(turtle_lines(graph)).endswith("\n\n" + expected)


def test_blank_nodes_are_refused():
    graph = Graph()
    graph.add((BNode(), RDF.type, KGO.Person))
    with pytest.raises(ValueError, match="no stable name"):
        list(turtle_lines(graph))


def test_prefixes_come_first_and_subjects_in_order(tmp_path):
    path = tmp_path / "graph.ttl"
    write_turtle(build_graph(sample()), path)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "@prefix dcterms: <http://purl.org/dc/terms/> ."
    subjects = [line.split(" ")[0] for line in lines if line.startswith("<")]
    assert subjects == sorted(set(subjects))
    assert b"\r" not in path.read_bytes()
