"""Lookups in a graph, every list in a fixed order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import RDF, URIRef

from kg.graph.compact import is_literal, words
from kg.graph.store import by_subject

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node


class Triples:
    """The triples of a graph by subject: rdflib's own lookups cost ten times as much."""

    def __init__(self, graph: Graph) -> None:
        self._store = by_subject(graph)

    def instances(self, of: URIRef) -> list[URIRef]:
        """The IRIs of a class, sorted."""
        return sorted(subject for subject in self._store.holders(RDF.type, of) if isinstance(subject, URIRef))

    def count(self, of: URIRef) -> int:
        """How many there are of a class."""
        return len(self._store.holders(RDF.type, of))

    def links(self, subject: Node, predicate: URIRef) -> list[URIRef]:
        """The values that are IRIs, sorted."""
        return sorted(v for v in self._store.values(subject, predicate) if isinstance(v, URIRef))

    def link(self, subject: Node, predicate: URIRef) -> URIRef | None:
        """The first value that is an IRI."""
        return min((v for v in self._store.values(subject, predicate) if isinstance(v, URIRef)), default=None)

    def texts(self, subject: Node, predicate: URIRef) -> list[str]:
        """The literals of a property as text, sorted."""
        return sorted(words(v) for v in self._store.values(subject, predicate) if is_literal(v))

    def text(self, subject: Node, predicate: URIRef) -> str:
        """The first literal of a property, or nothing."""
        return min((words(v) for v in self._store.values(subject, predicate) if is_literal(v)), default="")

    def term(self, subject: Node, predicate: URIRef) -> str:
        """The first value as a word: the last part of an IRI, or a literal."""
        first = min(self._store.values(subject, predicate), key=words, default=None)
        return local(first) if isinstance(first, URIRef) else words(first or "")

    def number(self, subject: Node, predicate: URIRef) -> float | None:
        """The first literal of a property as a number."""
        text = self.text(subject, predicate)
        return float(text) if text else None


def local(iri: Node | None) -> str:
    """The last part of an IRI: kgo:Meeting is Meeting."""
    return str(iri or "").rsplit("#", 1)[-1].rsplit("/", 1)[-1]
