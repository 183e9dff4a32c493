"""Documents read in batches, wherever an engine runs them."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.builder.engines import Lost
from kg.builder.kept import Document
from kg.builder.options import lexicon
from kg.builder.packing import Packed, pack
from kg.clock import take, timed
from kg.errors import KgError
from kg.model import Finding, Source
from kg.pipeline import NoPageError, read_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.builder.engines import Engine

BATCH_CHARACTERS = 200_000  # about a second of reading: much more than it costs to send
Keyed = tuple[bytes, Source]  # a document and the key that its reading is kept under


@dataclass(frozen=True, slots=True)
class Batch:
    """What some documents gave, packed where they were read; those that failed, and the seconds it took by stage."""

    documents: tuple[tuple[Document, Packed], ...]
    failed: tuple[Finding, ...]
    seconds: dict[str, float]


def read_all(sources: Iterable[Keyed], engine: Engine) -> Iterator[Batch]:
    """What all sources gave, batch by batch, in any order; memory holds only a few batches."""
    for found in engine.map(read_batch, _batches(sources)):
        if isinstance(found, Lost):
            source = found.item[1]
            yield Batch((), (Finding("failed", f"{source.doc}: {found.reason}", file=source.doc),), {})
        else:
            yield found


def read_batch(sources: tuple[Keyed, ...], extra: Path | None) -> Batch:
    """Runs in a worker. A document that breaks a rule's code is left out and told of; the rest goes on."""
    lex = lexicon(extra)
    documents: list[tuple[Document, Packed]] = []
    failed: list[Finding] = []
    for key, source in sources:
        try:
            found = read_page(source, lex)
            with timed("packing"):
                packed = pack(found) if found else None
        except NoPageError as error:
            failed.append(Finding("no-page", str(error), file=source.doc))
            continue
        except KgError:  # a lexicon or an option, not the page
            raise
        except Exception as error:  # noqa: BLE001  # one odd page must not cost the other hundred thousand
            where = traceback.extract_tb(error.__traceback__)[-1]
            place = f"{Path(where.filename).name}:{where.lineno}"
            failed.append(Finding("failed", f"{source.doc}: {type(error).__name__}: {error} ({place})", file=source.doc))
            continue
        if found and packed:
            documents.append((Document(key, source.doc, source.sha256, len(found.facts)), packed))
        else:
            failed.append(Finding("empty", f"{source.doc}: no article in it", file=source.doc))
    return Batch(tuple(documents), tuple(failed), take())


def _batches(sources: Iterable[Keyed]) -> Iterator[tuple[Keyed, ...]]:
    batch: list[Keyed] = []
    size = 0
    for key, source in sources:
        batch.append((key, source))
        size += len(source.text)
        if size >= BATCH_CHARACTERS:
            yield tuple(batch)
            batch, size = [], 0
    if batch:
        yield tuple(batch)
