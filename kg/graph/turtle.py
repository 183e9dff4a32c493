"""The graph as Turtle, byte for byte the same for the same triples.

rdflib's own serializer takes minutes past a million triples; this one sorts and writes.
Syntax: RDF 1.1 Turtle, https://www.w3.org/TR/turtle/.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rdflib import Graph, Literal, URIRef

from kg.graph.store import by_subject
from kg.graph.text import SURROGATE, UNSEEN
from kg.graph.vocabulary import PREFIXES, RDF, XSD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rdflib.term import Node

ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
ESCAPED = re.compile(f'[\\\\"]|{UNSEEN.pattern.rstrip("+")}')
LOCAL = re.compile("[A-Za-z][A-Za-z0-9_]*")
NAMESPACES = {namespace: prefix for prefix, namespace in PREFIXES.items()}
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
    cache: dict[Node, str] = {}
    for subject_text, subject in sorted((_term(subject, cache), subject) for subject in store.subjects()):
        groups = sorted(((_term(p, cache), values) for p, values in store.properties(subject)), key=_type_first)
        rows = (f"{p} {', '.join(sorted(_term(v, cache) for v in values))}" for p, values in groups)
        yield f"\n{subject_text} {BETWEEN.join(rows)} .\n"


def _type_first(row: tuple[str, object]) -> tuple[bool, str]:
    return row[0] != "a", row[0]


def _term(term: Node, cache: dict[Node, str]) -> str:
    text = cache.get(term)
    if text is None:
        if isinstance(term, URIRef):
            text = cache[term] = _iri(term)
        elif isinstance(term, Literal):
            text = _literal(term)
        else:
            raise ValueError(f"no stable name in Turtle for {term!r}")
    return text


def _iri(iri: URIRef) -> str:
    text = str(iri)
    if text == TYPE:
        return "a"
    cut = max(text.rfind("#"), text.rfind("/")) + 1
    prefix = NAMESPACES.get(text[:cut])
    return f"{prefix}:{text[cut:]}" if prefix and LOCAL.fullmatch(text[cut:]) else f"<{text}>"


def _literal(literal: Literal) -> str:
    quoted = f'"{ESCAPED.sub(_escape, str(literal))}"'
    if literal.language:
        return f"{quoted}@{literal.language}"
    if literal.datatype and str(literal.datatype) != STRING:
        return f"{quoted}^^{_iri(literal.datatype)}"
    return quoted


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    if SURROGATE.match(char):
        return "\ufffd"
    return ESCAPES.get(char) or (f"\\u{ord(char):04X}" if ord(char) < 0x10000 else f"\\U{ord(char):08X}")
