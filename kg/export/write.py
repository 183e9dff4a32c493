"""Writing an export whole or not at all: a file beside, moved into place; a folder likewise."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg.errors import KgError
from kg.export.crate import write_crate
from kg.export.files import write_csv, write_parquet
from kg.export.ftm import write_ftm
from kg.export.networks import write_gexf, write_graphml
from kg.export.rdf import write_jsonld, write_nt
from kg.export.tables import tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.insight.store import Store

Writer = Callable[["Store", Path], None]


@dataclass(frozen=True, slots=True)
class Form:
    """A form of export: what it is for, and the file or (no suffix) folder it goes to."""

    about: str
    target: str
    write: Writer


def _csv(store: Store, folder: Path) -> None:
    write_csv(tables(store), folder)


def _parquet(store: Store, folder: Path) -> None:
    write_parquet(tables(store), folder)


FORMATS: Final = {
    "jsonld": Form("JSON-LD, compact", "graph.jsonld", write_jsonld),
    "nt": Form("N-Triples", "graph.nt", write_nt),
    "graphml": Form("network for yEd, Cytoscape, igraph", "graph.graphml", write_graphml),
    "gexf": Form("network with dates for Gephi", "graph.gexf", write_gexf),
    "csv": Form("tables for counting, with their description (CSVW)", "tables", _csv),
    "parquet": Form("the same tables, typed", "parquet", _parquet),
    "ftm": Form("FollowTheMoney entities, JSON lines", "graph.ftm.json", write_ftm),
    "crate": Form("citable bundle (RO-Crate): graph, ontology, questions, tables, hashes of the inputs", "crate", write_crate),
}


def export(  # noqa: PLR0913  # the options of `kg export`
    store: Store, form: str, target: Path, *, author: str = "", licence: str = "", force: bool = False
) -> None:
    """Writes one form to a file or folder. KgError for a form there is none of, and for what cannot be written.

    A folder that holds anything is only replaced with `force`.
    """
    if form not in FORMATS:
        raise KgError(f"no export {form!r}; there are: {', '.join(FORMATS)}")
    known = FORMATS[form]
    write = partial(write_crate, author=author, licence=licence) if form == "crate" else known.write
    folder = "." not in known.target
    if folder and target.exists() and not force and (not target.is_dir() or any(target.iterdir())):
        raise KgError(f"{target}: is there already; --force replaces it")
    try:
        with _beside(target) as new:
            if folder:
                new.mkdir()
            write(store, new)
    except OSError as error:
        raise KgError(f"{error.filename or target}: {error.strerror or error}") from None


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{target.name}.") as home:
        new = Path(home) / target.name
        yield new
        if target.is_dir():
            shutil.rmtree(target)
        new.replace(target)
