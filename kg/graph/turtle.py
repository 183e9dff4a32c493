"""The graph as Turtle, byte for byte the same for the same triples.

rdflib's own serializer takes minutes past a million triples; this one sorts and writes.
Syntax: RDF 1.1 Turtle, https://www.w3.org/TR/turtle/.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from rdflib import Graph, URIRef

from kg.graph.compact import kind_of
from kg.graph.store import by_subject
from kg.graph.text import SURROGATE, UNSEEN
from kg.graph.vocabulary import PREFIXES, RDF, XSD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rdflib.term import Node

    from kg.graph.store import Shape

ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
ESCAPED = re.compile(f'[\\\\"]|{UNSEEN.pattern.rstrip("+")}')
LOCAL = re.compile("[A-Za-z][A-Za-z0-9_]*")
NAMESPACES = {namespace: prefix for prefix, namespace in PREFIXES.items()}
VOCABULARIES = tuple(NAMESPACES)
BETWEEN = " ;\n    "
STRING = str(XSD.string)
TYPE = str(RDF.type)


def write_turtle(graph: Graph, path: Path) -> None:
    """Write the graph to `path`: UTF-8, stable prefixes, subjects, predicates and objects in order.

    Blank nodes have no stable order and raise ValueError: kg makes none.
    """
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(turtle_lines(graph))


def turtle_lines(graph: Graph) -> Iterator[str]:
    """The text of the Turtle file, piece by piece."""
    for prefix, namespace in sorted(PREFIXES.items()):
        yield f"@prefix {prefix}: <{namespace}> .\n"
    store = by_subject(graph)
    written = _Terms()
    for subject in sorted(store.subjects(), key=written.node):
        shape, row = store.shaped(subject)
        rows = [f"{p} {written.values(row[at])}" for p, at in written.properties(shape)]
        yield f"\n{written.node(subject)} {BETWEEN.join(rows)} .\n"


class _Terms:
    """Terms as Turtle has them. Those of vocabularies are made once; data have too many IRIs to keep them all."""

    def __init__(self) -> None:
        self._known: dict[Node, str] = {}
        self._tails: dict[str, str] = {}  # what follows the quotation, by the mark of a literal
        self._properties: dict[Shape, list[tuple[str, int]]] = {}

    def properties(self, shape: Shape) -> list[tuple[str, int]]:
        """The properties of subjects of a shape in the order in which they are written, with their places in a row."""
        known = self._properties.get(shape)
        if known is None:
            named = ((self.node(name), at) for name, at in shape.at.items())
            known = self._properties[shape] = sorted(named, key=lambda row: (row[0] != "a", row[0]))
        return known

    def values(self, held: Any) -> str:
        """What a row holds for a property."""
        kind = type(held)
        if kind is str:
            return self._literal(held)
        if kind is not tuple and kind is not dict:
            return self.node(held)
        return ", ".join(sorted(map(self.values, held)))

    def _literal(self, value: str) -> str:
        tail = self._tails.get(value[0])
        if tail is None:
            tail = self._tails[value[0]] = _tail(*kind_of(value[0]))
        return f'"{ESCAPED.sub(_escape, value[1:])}"{tail}'

    def node(self, node: Node) -> str:
        if type(node) is not URIRef:
            raise ValueError(f"no stable name in Turtle for {node!r}")
        if not str.startswith(node, VOCABULARIES):  # rdflib's own takes no tuple
            return f"<{node}>"
        text = self._known.get(node)
        if text is None:
            text = self._known[node] = _iri(node)
        return text


def _iri(iri: URIRef) -> str:
    text = str(iri)
    if text == TYPE:
        return "a"
    cut = max(text.rfind("#"), text.rfind("/")) + 1
    prefix = NAMESPACES.get(text[:cut])
    return f"{prefix}:{text[cut:]}" if prefix and LOCAL.fullmatch(text[cut:]) else f"<{text}>"


def _tail(language: str | None, datatype: str | None) -> str:
    if language:
        return f"@{language}"
    return f"^^{_iri(URIRef(datatype))}" if datatype and datatype != STRING else ""


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    if SURROGATE.match(char):
        return "\ufffd"
    return ESCAPES.get(char) or (f"\\u{ord(char):04X}" if ord(char) < 0x10000 else f"\\U{ord(char):08X}")
