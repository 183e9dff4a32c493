"""The library: the same as the commands, without files of output."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.builder import Options, know
from kg.builder.options import lexicon as words
from kg.errors import KgError
from kg.known import Known, Loaded, known
from kg.model import Source
from kg.pipeline import BASE_IRI, Reading, read
from kg.sources import LEFT_OUT, read_sources

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kg.builder.options import EngineName


def build(  # noqa: PLR0913  # the options of `kg build`
    *paths: str | Path,
    published: date | None = None,
    locality: str | None = None,
    lexicon: str | Path | None = None,
    judgements: str | Path | None = None,
    base_iri: str = BASE_IRI,
    workers: int | None = None,
    engine: EngineName = "processes",
    cluster: str | None = None,
) -> Known:
    """Files and folders as one graph in memory, with the records it is made of, ready to be asked. Raises KgError where nothing is read.

    Documents are read in this process, by more `workers`, or with `engine="dask"` by a cluster.
    """
    options = Options(
        published, locality, Path(lexicon) if lexicon else None, Path(judgements) if judgements else None, base_iri,
        workers or (1 if engine == "processes" else None), engine=engine, cluster=cluster,
    )
    return known(know([Path(path) for path in paths], options))


def load(path: str | Path) -> Loaded:
    """The graph of an earlier build, a Turtle file or the folder of one, ready to be asked. KgError where there is none."""
    found = Path(path)
    return Loaded(found / "graph.ttl" if found.is_dir() else found)


def records(
    *paths: str | Path, published: date | None = None, locality: str | None = None, lexicon: str | Path | None = None
) -> Iterator[Reading]:
    """What each article gave, one after the other. Raises KgError at a file that cannot be read."""
    lex = words(Path(lexicon) if lexicon else None)
    for item in read_sources([Path(path) for path in paths], published=published, locality=locality):
        if isinstance(item, Source):
            yield from read(item, lex)
        elif item.kind in LEFT_OUT:
            raise KgError(item.message)
