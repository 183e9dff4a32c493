"""A store kept beside the Turtle file, so that a large graph is parsed once and then opens at once.

The store of `graph.ttl` lies in `.graph.ttl.store/{stamp}/`, where the stamp is made of the size and the time
of the file: a new build has another stamp, and the old store goes. `engine/` holds the triples; `answers/` the
answers to those saved questions that are about the whole graph (who was printed first, who met whom), which read
all of it and are asked once when the store is made. Small files are read into memory, which takes less time than
it would to look for a store.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.graph.queries import list_queries
from kg.insight.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from rdflib import Graph

    from kg.insight.store import Answer

SMALL = 4_000_000  # bytes that are parsed within a quarter of a second
LAYOUT = "2"  # of the folder; another one is another stamp
ENGINE, ANSWERS = "engine", "answers"


class Opened(Store):
    """An engine that is there already, asked like the store of a file."""

    def __init__(self, path: Path, engine: ox.Store) -> None:
        self.path = path
        self._store = engine


class Kept(Opened):
    """The store beside a file. A question whose answer is kept is answered from it, any other by the engine."""

    def __init__(self, path: Path, home: Path) -> None:
        super().__init__(path, ox.Store.read_only(str(home / ENGINE)))
        self._answers = home / ANSWERS

    def ask(self, query: str, name: str = "query") -> Answer:
        """As `Store.ask`."""
        kept = _answer_file(self._answers, query)
        if kept.is_file():
            return ox.parse_query_results(path=str(kept), format=ox.QueryResultsFormat.TSV)
        return super().ask(query, name)


def open_store(path: Path, *, small: int = SMALL) -> Store:
    """The triples of a Turtle file, from the store kept beside it where the file is large. KgError as `Store`."""
    if not path.is_file() or path.stat().st_size <= small:
        return Store(path)
    kept = ensure_kept(path)
    return Kept(path, kept) if kept else Store(path)


def memory_store(graph: Graph, path: Path) -> Store:
    """The triples of an rdflib graph; `path` is what messages call it."""
    engine = ox.Store()
    engine.bulk_load(graph.serialize(format="nt", encoding="utf-8"), format=ox.RdfFormat.N_TRIPLES)
    return Opened(path, engine)


def ensure_kept(path: Path) -> Path | None:
    """The folder of the store of this very file, made where there is none; None where it cannot be written."""
    home = path.with_name(f".{path.name}.store")
    kept = home / _stamp(path)
    if kept.is_dir():
        return kept
    new = home / f"new-{os.getpid()}"
    try:
        _fill(new, path)
        new.rename(kept)
    except SyntaxError:
        shutil.rmtree(new, ignore_errors=True)
        return None  # Store tells what is wrong with it
    except OSError:
        shutil.rmtree(new, ignore_errors=True)
        return kept if kept.is_dir() else None  # another process was quicker, or the folder takes no files
    for old in home.iterdir():
        if old != kept and not old.name.startswith("new-"):
            shutil.rmtree(old, ignore_errors=True)
    return kept


def _fill(new: Path, path: Path) -> None:
    (new / ANSWERS).mkdir(parents=True)
    engine = ox.Store(str(new / ENGINE))
    engine.bulk_load(path=str(path), format=ox.RdfFormat.TURTLE)
    engine.optimize()
    for question in list_queries():
        answer = Opened(path, engine).ask(question.text, question.name) if question.whole else None
        if isinstance(answer, ox.QuerySolutions):
            answer.serialize(str(_answer_file(new / ANSWERS, question.text)), format=ox.QueryResultsFormat.TSV)
    engine.flush()
    del engine  # lets go of the lock


def _answer_file(folder: Path, query: str) -> Path:
    return folder / f"{hashlib.sha256(query.strip().encode('utf-8', 'surrogatepass')).hexdigest()[:32]}.tsv"


def _stamp(path: Path) -> str:
    found = path.stat()
    return hashlib.sha256(f"{LAYOUT} {found.st_size} {found.st_mtime_ns}".encode()).hexdigest()[:16]
