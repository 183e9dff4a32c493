"""A build: input files to output files, over any number of processes, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from time import perf_counter
from typing import TYPE_CHECKING

from kg.builder.options import Options, lexicon
from kg.builder.output import check_writable, settle, staged
from kg.builder.report import Report, counts_of, write_report
from kg.builder.workers import Batch, read_all
from kg.clock import take, timed
from kg.errors import KgError
from kg.model import Finding, Source
from kg.pipeline import Knowledge, Reading, connect, write
from kg.sources import LEFT_OUT, read_sources

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["NothingBuiltError", "Options", "Report", "build", "know", "settle"]

Watch = Callable[[str, int], None]  # a stage and how many articles it has done


class NothingBuiltError(KgError):
    """No input gave an article; the output is as it was."""

    def __init__(self, left_out: tuple[Finding, ...]) -> None:
        super().__init__("nothing to build: no input gave an article")
        self.left_out = left_out


@dataclass(slots=True)
class _Input:
    """All that was read, and all that was not."""

    readings: list[Reading] = field(default_factory=list)
    left_out: list[Finding] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)


def build(paths: Sequence[Path], output: Path, options: Options, watch: Watch = lambda _stage, _n: None) -> Report:
    """Reads all paths and writes `graph.ttl`, `graph.html` and `build.json` to the output folder.

    Raises NothingBuiltError where no article was read, KgError for an option that cannot be.
    """
    start = perf_counter()
    check_writable(output)
    material, knowledge = _know(paths, options, watch)
    watch("writing", 0)
    left_out = tuple(sorted(material.left_out, key=lambda f: (f.file, f.message)))
    with staged(output) as new:
        write(knowledge, new)
        names = sorted(path.name for path in new.iterdir())
        report = Report(
            files=tuple(output / name for name in names),
            counts=counts_of(knowledge, len(left_out)),
            findings=knowledge.findings,
            left_out=left_out,
            notes=tuple(sorted(material.notes, key=lambda f: (f.file, f.message))),
            timings=_sum(material.seconds, take()) | {"total": perf_counter() - start},
        )
        lex = lexicon(options.lexicon)
        write_report(report, knowledge.resolved, options.described(), lex.version, new / "build.json")
    return report


def know(paths: Sequence[Path], options: Options) -> Knowledge:
    """The same in memory, nothing written."""
    return _know(paths, options, lambda _stage, _n: None)[1]


def _know(paths: Sequence[Path], options: Options, watch: Watch) -> tuple[_Input, Knowledge]:
    lex = lexicon(options.lexicon)
    material = _read(paths, options, watch)
    if not material.readings:
        raise NothingBuiltError(tuple(material.left_out))
    watch("connecting", len(material.readings))
    knowledge = connect(material.readings, lex, judgements=options.judgements, base_iri=options.base_iri)
    return material, knowledge


def _read(paths: Sequence[Path], options: Options, watch: Watch) -> _Input:
    material = _Input()
    sources = _sources(paths, options, material)
    try:
        for batch in read_all(sources, options.lexicon, options.workers):
            _take_in(material, batch)
            watch("reading", len(material.readings))
    except BrokenProcessPool:
        raise KgError("a worker process was ended from outside (out of memory?); the output is as it was") from None
    material.seconds = _sum(material.seconds, take())
    _drop_twins(material)
    return material


def _sources(paths: Sequence[Path], options: Options, material: _Input) -> Iterator[Source]:
    """The documents alone; what else there is to tell goes to `material`."""
    found = iter(read_sources(paths, published=options.published, locality=options.locality))
    while True:
        with timed("sources"):
            item = next(found, None)
        if item is None:
            return
        if isinstance(item, Finding):
            (material.left_out if item.kind in LEFT_OUT else material.notes).append(item)
        else:
            yield item


def _take_in(material: _Input, batch: Batch) -> None:
    material.readings += batch.readings
    material.left_out += batch.failed
    material.seconds = _sum(material.seconds, batch.seconds)


def _drop_twins(material: _Input) -> None:
    """Keeps one document of those with the same text: an article's IRI is made of its text."""
    first: dict[str, str] = {}
    for article in sorted((r.article for r in material.readings), key=lambda a: a.doc):
        doc = first.setdefault(article.sha256, article.doc)
        if doc != article.doc and article.number == 1:
            message = f"{article.doc}: the same text as {doc}, read once"
            material.notes.append(Finding("twin", message, file=article.doc))
    kept = [r for r in material.readings if first[r.article.sha256] == r.article.doc]
    unique = {(r.article.doc, r.article.id): r for r in kept}  # the same file given twice
    material.readings = list(unique.values())


def _sum(one: dict[str, float], other: dict[str, float]) -> dict[str, float]:
    return {stage: one.get(stage, 0.0) + other.get(stage, 0.0) for stage in (*one, *(s for s in other if s not in one))}
