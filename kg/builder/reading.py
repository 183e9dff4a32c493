"""All documents of an input read: those that are kept as they are, the others by workers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from kg.builder.edition import key_of
from kg.builder.kept import Document, Kept
from kg.builder.options import Options, lexicon
from kg.builder.workers import Keyed, read_all
from kg.clock import take, timed
from kg.model import Finding, Source
from kg.sources import LEFT_OUT, Reach, read_sources

if TYPE_CHECKING:
    from pathlib import Path

    from kg.builder.engines import Engine

OFTEN = 200  # documents that are kept between two signs of progress


@dataclass(frozen=True, slots=True)
class Step:
    """How far a build has come: the stage, and in the first one the articles, what failed, and the share that is read."""

    stage: Literal["reading", "connecting", "writing"]
    articles: int = 0
    left_out: int = 0
    share: float = 0.0


Watch = Callable[[Step], None]


@dataclass(slots=True)
class Material:
    """All that was read, and all that was not; the readings themselves are kept elsewhere."""

    documents: list[Document] = field(default_factory=list)
    twins: list[Document] = field(default_factory=list)  # of them: read or kept, and not used
    left_out: list[Finding] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    articles: int = 0
    read: int = 0  # documents that were not kept

    def take(self, documents: Iterable[Document]) -> None:
        """Documents that are read."""
        for document in documents:
            self.documents.append(document)
            self.articles += document.articles


def read_in(paths: Sequence[Path], options: Options, kept: Kept, engine: Engine, watch: Watch) -> Material:
    """Every document of these paths, its readings in `kept`: committed as they come, so that a kill loses none.

    `documents` come back in the order in which they are connected, which is not that of the input.
    """
    material, reach = Material(), Reach()

    def tell() -> None:
        watch(Step("reading", material.articles, len(material.left_out), reach.share))

    unread = _unread(_sources(paths, options, material, reach), options, kept, material, tell)
    for batch in read_all(unread, engine):
        with timed("keeping"):
            kept.add(batch.documents)
        material.take(document for document, _ in batch.documents)
        material.left_out += batch.failed
        material.read += len(batch.documents) + len(batch.failed)
        material.seconds = summed(material.seconds, batch.seconds)
        tell()
    material.seconds = summed(material.seconds, take())
    _drop_twins(material)
    for findings in (material.left_out, material.notes):
        findings.sort(key=lambda finding: (finding.file, finding.message))
    return material


def summed(one: dict[str, float], other: dict[str, float]) -> dict[str, float]:
    """Seconds by stage of both."""
    return {stage: one.get(stage, 0.0) + other.get(stage, 0.0) for stage in dict.fromkeys((*one, *other))}


def _sources(paths: Sequence[Path], options: Options, material: Material, reach: Reach) -> Iterator[Source]:
    """The documents alone; what else there is to tell goes to `material`."""
    found = iter(read_sources(paths, published=options.published, locality=options.locality, reach=reach))
    while True:
        with timed("sources"):
            item = next(found, None)
        if item is None:
            return
        if isinstance(item, Finding):
            (material.left_out if item.kind in LEFT_OUT else material.notes).append(item)
        else:
            yield item


def _unread(sources: Iterator[Source], options: Options, kept: Kept, material: Material, tell: Callable[[], None]) -> Iterator[Keyed]:
    """The documents that have to be read; those that are kept go to `material`."""
    lex = lexicon(options.lexicon)
    for source in sources:
        with timed("keeping"):
            key = key_of(source, lex)
            articles = kept.articles(key)
        if not articles:
            yield key, source
            continue
        material.take([Document(key, source.doc, source.sha256, articles)])
        if not len(material.documents) % OFTEN:
            tell()


def _drop_twins(material: Material) -> None:
    """Keeps one document of those with the same text: an article's IRI is made of its text."""
    first: dict[str, Document] = {}
    for document in sorted(material.documents, key=lambda d: d.doc):
        known = first.setdefault(document.sha256, document)
        if known.doc != document.doc:
            message = f"{document.doc}: the same text as {known.doc}, read once"
            material.notes.append(Finding("twin", message, file=document.doc))
            material.twins.append(document)
    material.documents = sorted(first.values(), key=lambda d: (d.doc, d.sha256))
