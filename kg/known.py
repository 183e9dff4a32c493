"""A graph in hand, for Python: asked, shown, taken to networkx and pandas. What `kg.build` and `kg.load` give."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.ask import choose, dossier, memory_store, open_store, rank, routes, timeline
from kg.errors import KgError
from kg.export.network import network
from kg.export.tables import tables
from kg.graph.queries import bind, load_query
from kg.insight.store import load_graph
from kg.pipeline import Knowledge

if TYPE_CHECKING:
    from datetime import date
    from os import PathLike

    import networkx as nx
    import pandas as pd
    from rdflib import Graph

    from kg.ask import Dossier, Event, Ranked, Route, Thing
    from kg.insight.store import Store


class Askable:
    """What can be asked of a graph. Names are told as in the commands; KgError for what is not there."""

    __slots__ = ()

    @property
    def store(self) -> Store:
        """The triples in the engine that answers."""
        raise NotImplementedError

    def ask(self, query: str, **parameters: str) -> list[dict[str, str]]:
        """The rows of a saved question (`posts-of`, person="虎强") or of a SELECT as text; what is not bound is left out."""
        if "{" in query:
            if parameters:
                raise KgError("only saved questions have parameters")
            return self.store.rows(query)
        return self.store.rows(bind(load_query(query), parameters))

    def find(self, name: str, pick: int | None = None) -> Thing:
        """The thing of a name or IRI; NamesakesError, with all of them, where several have it and none is picked."""
        return choose(self.store, name, pick)

    def dossier(self, name: str, pick: int | None = None) -> Dossier:
        """All that is told of a thing, each line with its sentences."""
        return dossier(self.store, self.find(name, pick))

    def timeline(self, name: str, pick: int | None = None, *, since: date | None = None, until: date | None = None) -> tuple[Event, ...]:
        """Activities in order of time, those without a date last."""
        return timeline(self.store, self.find(name, pick), since=since, until=until)

    def path(self, one: str, other: str, count: int = 1) -> tuple[Route, ...]:
        """The shortest ways from one thing to another, each step with its sentences."""
        return routes(self.store, self.find(one), self.find(other), count=count)

    def rank(self, by: str = "activities", top: int = 20) -> tuple[Ranked, ...]:
        """The first people by one measure."""
        return rank(self.store, by, top=top)

    def to_networkx(self) -> nx.MultiDiGraph:
        """People, bodies, posts, places, campaigns and activities as nodes; how they are linked as edges."""
        return network(self.store)

    def to_pandas(self) -> dict[str, pd.DataFrame]:
        """The tables of `kg export csv` by name, days as dates. KgError without pandas."""
        try:
            import pandas as pd  # noqa: PLC0415  # an extra
        except ImportError:
            raise KgError("to_pandas needs pandas: pip install 'kg-newspaper[pandas]'") from None
        frames = {}
        for table in tables(self.store):
            frame = pd.DataFrame(list(table.rows), columns=[column.name for column in table.columns])
            for column in table.columns:
                if column.kind == "day":
                    frame[column.name] = pd.to_datetime(frame[column.name])
                elif column.kind == "number":
                    frame[column.name] = frame[column.name].astype("Int64")
            frame.attrs["about"] = table.about
            frames[table.name] = frame
        return frames


@dataclass(frozen=True)
class Known(Knowledge, Askable):
    """What was built: `graph`, the records it is made of (`resolved`), what the checks tell (`findings`)."""

    @property
    def store(self) -> Store:
        """Filled when it is first asked."""
        made: Store | None = self.__dict__.get("_made")
        if made is None:
            made = self.__dict__["_made"] = memory_store(self.graph, Path("graph.ttl"))
        return made


class Loaded(Askable):
    """A Turtle file of an earlier build."""

    __slots__ = ("_store", "file")

    def __init__(self, path: str | PathLike[str]) -> None:
        self.file = Path(path)
        self._store = open_store(self.file)

    @property
    def store(self) -> Store:
        """From the store kept beside a large file."""
        return self._store

    @property
    def graph(self) -> Graph:
        """The triples in rdflib, parsed anew."""
        return load_graph(self.file)


def known(knowledge: Knowledge) -> Known:
    """The same knowledge, ready to be asked."""
    values: dict[str, Any] = {name: getattr(knowledge, name) for name in ("resolved", "graph", "findings")}
    return Known(**values)
