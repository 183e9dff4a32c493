"""RDF in other syntaxes: JSON-LD that reads well, N-Triples.

Both are made from the Turtle file, triple by triple in its order, and not from the store, which takes every kind of
integer for xsd:integer.
"""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox

from kg.graph.vocabulary import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from kg.insight.store import Store

TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
STRING: Final = "http://www.w3.org/2001/XMLSchema#string"


def triples(store: Store) -> Iterator[ox.Triple]:
    """All triples of the file of a store, in its order."""
    return (quad.triple for quad in ox.parse(path=str(store.path), format=ox.RdfFormat.TURTLE))


def write_nt(store: Store, path: Path) -> None:
    """N-Triples, one triple a line."""
    ox.serialize(triples(store), str(path), format=ox.RdfFormat.N_TRIPLES)


def write_jsonld(store: Store, path: Path) -> None:
    """JSON-LD 1.1, compact: the prefixes of the ontology as context, one line a node."""
    with path.open("w", encoding="utf-8") as file:
        file.write(json.dumps({"@context": PREFIXES}, ensure_ascii=False)[:-1] + ', "@graph": [')
        for number, node in enumerate(_nodes(triples(store))):
            file.write(("," if number else "") + "\n" + json.dumps(node, ensure_ascii=False))
        file.write("\n]}\n")


def _nodes(found: Iterable[ox.Triple]) -> Iterator[dict[str, Any]]:
    for subject, rows in groupby(found, key=lambda triple: _id(triple.subject)):
        node: dict[str, Any] = {"@id": subject}
        for predicate, group in groupby(rows, key=lambda triple: triple.predicate.value):
            if predicate == TYPE:
                node["@type"] = [_id(triple.object) for triple in group]
            else:
                values = [_value(triple.object) for triple in group]
                node[_short(predicate)] = values[0] if len(values) == 1 else values
        yield node


def _value(term: Any) -> Any:
    if not isinstance(term, ox.Literal):
        return {"@id": _id(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value == STRING:
        return term.value
    return {"@value": term.value, "@type": _short(term.datatype.value)}


def _id(term: Any) -> str:
    return f"_:{term.value}" if isinstance(term, ox.BlankNode) else _short(term.value)


def _short(iri: str) -> str:
    """kgo:Meeting for a term of a known vocabulary; nothing else has a colon that JSON-LD could take for a prefix."""
    for prefix, namespace in PREFIXES.items():
        local = iri.removeprefix(namespace)
        if local != iri and local.isidentifier():
            return f"{prefix}:{local}"
    return iri
