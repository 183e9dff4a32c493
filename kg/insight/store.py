"""A graph that can be asked: a Turtle file in an embedded engine."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from kg.builder.output import settle
from kg.errors import KgError

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None
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
            raise KgError(f"{path}: not Turtle: {error.msg}") from None
        except OSError as error:
            raise KgError(f"{path}: {error.strerror or error}") from None

    def ask(self, query: str, name: str = "query") -> Answer:
        """The answer of a SPARQL query. KgError says what is wrong with it and where."""
        try:
            return self._store.query(query)
        except SyntaxError as error:
            raise KgError(f"{name}: not SPARQL: {error.msg}") from None

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
