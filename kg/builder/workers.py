"""Documents read by any number of processes, in batches that come back in the order they went out."""

from __future__ import annotations

import os
import traceback
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from kg.builder.kept import Document
from kg.builder.options import lexicon
from kg.builder.packing import pack
from kg.clock import take, timed
from kg.errors import KgError
from kg.model import Finding, Source
from kg.parent import end_with_parent
from kg.pipeline import NoPageError, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BATCH_CHARACTERS = 200_000  # about a second of reading: much more than it costs to send
WORTH_A_POOL = 2  # batches below which starting processes takes longer than it saves


Keyed = tuple[bytes, Source]  # a document and the key that its reading is kept under


@dataclass(frozen=True, slots=True)
class Batch:
    """What some documents gave, packed where they were read; those that failed, and the seconds it took by stage."""

    documents: tuple[tuple[Document, bytes], ...]
    failed: tuple[Finding, ...]
    seconds: dict[str, float]


def read_all(sources: Iterable[Keyed], extra: Path | None, workers: int | None) -> Iterator[Batch]:
    """Batches in the order of the sources, whatever the number of workers; memory holds only a few of them."""
    batches = _batches(sources)
    first = list(islice(batches, WORTH_A_POOL))
    if not first:
        return
    count = workers or (_cores() if len(first) == WORTH_A_POOL else 1)
    if count == 1:
        yield from (read_batch(batch, extra) for batch in chain(first, batches))
        return
    yield read_batch(first[0][:1], extra)  # words and grammars are loaded by it: workers that are forked have them
    first[0] = first[0][1:]
    with ProcessPoolExecutor(count, initializer=end_with_parent) as pool:
        waiting: deque[Future[Batch]] = deque()
        for batch in chain(first, batches):
            waiting.append(pool.submit(read_batch, batch, extra))
            if len(waiting) > 2 * count:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def read_batch(sources: tuple[Keyed, ...], extra: Path | None) -> Batch:
    """Runs in a worker. A document that breaks a rule's code is left out and told of; the rest goes on."""
    lex = lexicon(extra)
    documents: list[tuple[Document, bytes]] = []
    failed: list[Finding] = []
    for key, source in sources:
        try:
            found = read(source, lex)
            with timed("packing"):
                packed = pack(found)
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
        if found:
            documents.append((Document(key, source.doc, source.sha256, len(found)), packed))
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


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
