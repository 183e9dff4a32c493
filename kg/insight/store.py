"""A graph that can be asked: a Turtle file in an embedded engine, or in rdflib for the checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
from rdflib import Graph

from kg.builder.output import settle
from kg.errors import KgError
from kg.graph.vocabulary import PREFIXES

if TYPE_CHECKING:
    from pathlib import Path

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None
LONG = 120  # characters of a message about syntax
Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


class Store:
    """The triples of one Turtle file."""

    def __init__(self, path: Path) -> None:
        settle(path.parent)
        self.path = path
        self._store = ox.Store()
        try:
            self._store.bulk_load(path=str(path), format=ox.RdfFormat.TURTLE)
        except FileNotFoundError:
            raise KgError(f"{path}: no such graph; `kg build` makes one") from None
        except SyntaxError as error:
            raise KgError(f"{path}: not Turtle: {_brief(error)}") from None
        except OSError as error:
            raise KgError(f"{path}: {error.strerror or error}") from None

    def ask(self, query: str, name: str = "query") -> Answer:
        """The answer of a SPARQL query, which may leave out the prefixes of the ontology. KgError: what is wrong with it."""
        try:
            return self._store.query(query, prefixes={prefix: str(namespace) for prefix, namespace in PREFIXES.items()})
        except SyntaxError as error:
            raise KgError(f"{name}: not SPARQL: {_brief(error)}") from None

    def rows(self, query: str) -> list[dict[str, str]]:
        """The rows of a SELECT as text; a value that is not bound is left out."""
        solutions = self.ask(query)
        if not isinstance(solutions, ox.QuerySolutions):
            raise TypeError("rows of a query that is no SELECT")
        names = [variable.value for variable in solutions.variables]
        return [{name: text(row[name]) for name in names if row[name] is not None} for row in solutions]


def text(term: Term) -> str:
    """A term as its plain value."""
    return "" if term is None else str(getattr(term, "value", term))


def load_graph(path: Path) -> Graph:
    """The triples of a Turtle file in rdflib. KgError where it is not there or not Turtle."""
    Store(path)  # tells better than rdflib what is wrong with a file
    graph = Graph()
    graph.parse(path, format="turtle")
    return graph


def _brief(error: SyntaxError) -> str:
    """Where and what, without the list of everything that could have stood there."""
    line = str(error.msg).splitlines()[0]
    return line if len(line) < LONG else f"{line[:LONG]} …"
