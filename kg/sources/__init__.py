"""Sources: from paths to the raw text of every document, with what is known of it from outside."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kg.model import Finding, Source
from kg.sources.files import read_document
from kg.sources.metadata import Metadata, MetadataBook
from kg.sources.paths import Place, find_places
from kg.sources.reach import Reach
from kg.sources.records import read_records

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

LEFT_OUT = frozenset({"missing", "unreadable", "empty", "binary", "unknown-format", "truncated"})
"""Kinds of finding that mean: something named here is not in the result. The others are remarks."""

__all__ = ["LEFT_OUT", "Reach", "read_sources"]


def read_sources(
    paths: Iterable[str | Path], *, published: date | None = None, locality: str | None = None, reach: Reach | None = None
) -> Iterator[Source | Finding]:
    """Every document under `paths`, in order of `Source.doc`, and a finding for all that could not be read.

    Folders are walked; `.txt`, `.html`, `.htm`, `.jsonl`, `.jsonl.gz` and `.csv` are read, one file or record
    at a time. Newlines are kept as they are, a byte order mark is not part of the text. What a record or
    an HTML page says of itself wins over `sources.toml`, that over `published` and `locality`. Nothing in the input raises: a file
    left out is a finding of a kind in LEFT_OUT, a doubtful detail one of kind "metadata" or "encoding".
    `reach` is told how far it is.
    """
    places, findings = find_places([Path(p) for p in paths])
    reach = reach or Reach()
    reach.begin(places)
    yield from findings
    book = MetadataBook(Metadata(published=published, locality=locality or ""))
    for place in places:
        reach.enter(place)
        known, complaints = book.of(place)
        yield from complaints
        for item in _read(place, reach):
            yield _completed(item, known) if isinstance(item, Source) else item


def _read(place: Place, reach: Reach) -> Iterator[Source | Finding]:
    return read_records(place, reach) if place.records else read_document(place)


def _completed(source: Source, known: Metadata) -> Source:
    return replace(
        source,
        published=source.published or known.published,
        paper=source.paper or known.paper,
        locality=source.locality or known.locality,
    )
