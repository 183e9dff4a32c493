"""A build: input files to output files, over any number of processes or machines, whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING, TypeVar

from kg.builder.engines import engine_of
from kg.builder.kept import BROKEN, Archive, Kept, forget, kept_in
from kg.builder.options import Options, lexicon
from kg.builder.output import check_writable, settle, staged
from kg.builder.reading import Material, Step, read_in, summed
from kg.builder.report import Report, counts_of, made_of, standing, write_report
from kg.clock import take
from kg.errors import KgError
from kg.memory import collector_paused
from kg.pipeline import Knowledge, connect, load, write

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from kg.builder.engines import Engine
    from kg.builder.reading import Watch
    from kg.model import Finding

__all__ = ["NothingBuiltError", "Options", "Report", "Step", "build", "know", "settle"]

T = TypeVar("T")


class NothingBuiltError(KgError):
    """No input gave an article; the output is as it was."""

    def __init__(self, left_out: tuple[Finding, ...]) -> None:
        super().__init__("nothing to build: no input gave an article")
        self.left_out = left_out


def build(paths: Sequence[Path], output: Path, options: Options, watch: Watch | None = None, *, once: bool = False) -> Report:
    """Reads all paths and writes `graph.ttl`, `graph.html` and `build.json` to the output folder.

    Documents that the last build into this folder read, or one that was killed, are not read again; where nothing has
    changed at all since the output was written, it stays as it is. `once`: this process ends after it, so that words which
    nobody reads by again are not loaded here. Raises NothingBuiltError where no article was read, KgError for an option that cannot be.
    """
    start = perf_counter()
    check_writable(output)
    if options.fresh:
        forget(output)
    watch = watch or _unwatched
    read = partial(_read, paths, options, watch, partial(engine_of, options, load, apart=once))
    with collector_paused():
        return _built(read, output, options, watch, start)


def _built(read: Callable[[Kept], Material], output: Path, options: Options, watch: Watch, start: float) -> Report:
    def spent(material: Material) -> dict[str, float]:
        return summed(material.seconds, take()) | {"total": perf_counter() - start}

    def written(material: Material, archive: Archive) -> Report:
        made = made_of(material, options)
        settle(output)
        if not options.fresh and (report := standing(output, made)):
            return replace(report, timings=spent(material), read=material.read)
        knowledge = _connected(archive, options, watch, facts=False)
        watch(Step("writing"))
        with staged(output) as new:
            write(knowledge, archive.articles(knowledge.resolved.articles), new)
            names = sorted(path.name for path in new.iterdir())
            report = Report(
                files=tuple(output / name for name in names),
                counts=counts_of(knowledge, len(material.left_out)),
                findings=knowledge.findings,
                left_out=tuple(material.left_out),
                notes=tuple(material.notes),
                timings=spent(material),
                read=material.read,
            )
            write_report(report, knowledge.resolved, options, made, new / "build.json")
        return report

    return _with_readings(output, read, written)


def know(paths: Sequence[Path], options: Options) -> Knowledge:
    """The same in memory, nothing written."""

    def known(_material: Material, archive: Archive) -> Knowledge:
        return _connected(archive, options, _unwatched, facts=True)

    with collector_paused():
        return _with_readings(None, partial(_read, paths, options, _unwatched, partial(engine_of, options)), known)


def _with_readings(output: Path | None, read: Callable[[Kept], Material], then: Callable[[Material, Archive], T]) -> T:
    """What `then` makes of all that is read, with the readings kept for this output; where those are broken, without them."""
    for place in (output, output, None):
        try:
            with kept_in(place) as kept:
                material = read(kept)
                made = then(material, Archive(kept, material.documents))
                kept.trim((*material.documents, *material.twins))
                return made
        except BROKEN as error:
            if place is None:
                raise KgError(f"readings cannot be stored: {error}; the output is as it was") from None
            forget(place)
    raise AssertionError("the last turn returns or raises")


def _read(
    paths: Sequence[Path], options: Options, watch: Watch, engine_for: Callable[[], AbstractContextManager[Engine]], kept: Kept
) -> Material:
    with engine_for() as engine:
        material = read_in(paths, options, kept, engine, watch)
    if not material.documents:
        raise NothingBuiltError(tuple(material.left_out))
    return material


def _connected(archive: Archive, options: Options, watch: Watch, *, facts: bool) -> Knowledge:
    watch(Step("connecting"))
    lex = lexicon(options.lexicon)
    return connect(archive, lex, judgements=options.judgements, base_iri=options.base_iri, facts=facts)


def _unwatched(_step: Step) -> None:
    """Nobody looks on."""
