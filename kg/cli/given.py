"""Arguments and options that several commands share, and what is made of them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from kg.builder.options import EngineName, Options
from kg.errors import KgError
from kg.pipeline import BASE_IRI

Paths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="PATH", help="Files (.txt .html .jsonl .jsonl.gz .csv) and folders; seeds/ where none is given."),
]
Published = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="The day of publication of inputs that do not say it."),
]
Locality = Annotated[
    str | None, typer.Option(metavar="PLACE", help="The place the paper speaks for: 郑州市管城回族区.")
]
LexiconFolder = Annotated[
    Path | None,
    typer.Option("--lexicon", metavar="DIR", exists=True, file_okay=False, help="A folder with lexicon entries of your own."),
]
Judgements = Annotated[
    Path | None,
    typer.Option(metavar="FILE", exists=True, dir_okay=False, help="Your judgements: same, different, reject, retype."),
]
BaseIri = Annotated[str, typer.Option(metavar="IRI", help="What the IRIs of the data begin with.")]
Workers = Annotated[
    int | None, typer.Option(min=1, metavar="N", help="Processes that read; by default one a core where the input is worth it.")
]
Engine = Annotated[
    EngineName, typer.Option(help="What reads: processes of this machine, or a Dask cluster (docs/cluster.md).")
]
ClusterAddress = Annotated[
    str | None,
    typer.Option("--cluster", metavar="ADDRESS", help="The scheduler of a Dask cluster, tcp://host:8786; by default a cluster of this machine."),
]
Graph = Annotated[Path, typer.Option("--graph", metavar="FILE", help="The graph to ask, as Turtle.")]
GRAPH = Path("output/graph.ttl")

__all__ = [
    "BASE_IRI", "GRAPH", "BaseIri", "ClusterAddress", "Engine", "Graph", "Judgements", "LexiconFolder", "Locality", "Paths",
    "Published", "Workers",
]


def command() -> typer.Typer:
    """The app of one command; `kg.cli` puts them together."""
    return typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


def inputs(paths: list[Path] | None) -> list[Path]:
    """The paths given, or `seeds/`; KgError where there is neither."""
    if paths:
        return paths
    seeds = Path("seeds")
    if not seeds.is_dir():
        raise KgError("no PATH given, and there is no folder seeds/ here; name the files or folders to read")
    return [seeds]


def reading_options(
    published: datetime | None = None, locality: str | None = None, lexicon: Path | None = None
) -> Options:
    """Options for a command that only reads."""
    return Options(published=published.date() if published else None, locality=locality, lexicon=lexicon)
