"""Literals as one string each: a mark for language or datatype, then the text. An IRI stays what it is in rdflib.

rdflib's Literal holds its text twice and takes two microseconds to make; a graph of a large archive has millions, of which
hardly one is ever asked for as a Literal.
"""

from __future__ import annotations

from functools import lru_cache

from rdflib import Literal, URIRef
from rdflib.term import Node

Compact = Node | str  # a string that is no Node is a literal
Kind = tuple[str | None, str | None]  # language, datatype

_FIRST = 0x21  # the mark of the first kind, !
_kinds: list[Kind] = []
_marks: dict[Kind, str] = {}


def mark_of(language: str | None = None, datatype: str | None = None) -> str:
    """The character that stands before the text of such a literal, the same as long as the process runs."""
    kind = (language, str(datatype) if datatype is not None else None)
    mark = _marks.get(kind)
    if mark is None:
        mark = _marks[kind] = chr(_FIRST + len(_kinds))
        _kinds.append(kind)
    return mark


def kind_of(mark: str) -> Kind:
    """Language and datatype of literals with this mark."""
    return _kinds[ord(mark) - _FIRST]


def compact(term: Node) -> Compact:
    """A term as the store holds it."""
    return mark_of(term.language, term.datatype) + str(term) if isinstance(term, Literal) else term


@lru_cache(maxsize=50_000)
def _literal(value: str) -> Literal:
    language, datatype = kind_of(value[0])
    return Literal(value[1:], lang=language, datatype=URIRef(datatype) if datatype else None, normalize=False)


def term(value: Compact) -> Node:
    """The term that the store holds."""
    return _literal(value) if type(value) is str else value  # type: ignore[return-value]


def is_literal(value: Compact) -> bool:
    """Whether this stands for a literal."""
    return type(value) is str


def words(value: Compact) -> str:
    """The text of a literal, or an IRI as text."""
    return value[1:] if type(value) is str else str(value)
