"""A build: input files to output files, over any number of processes or machines, whole or not at all."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, TypeVar

from kg.builder.engines import engine_of
from kg.builder.kept import BROKEN, Archive, Kept, forget, kept_in
from kg.builder.options import Options, lexicon
from kg.builder.output import check_writable, settle, staged
from kg.builder.reading import Material, Step, read_in, summed
from kg.builder.report import Report, counts_of, write_report
from kg.clock import take
from kg.errors import KgError
from kg.memory import collector_paused
from kg.pipeline import Knowledge, connect, write

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from kg.builder.reading import Watch
    from kg.model import Finding

__all__ = ["NothingBuiltError", "Options", "Report", "Step", "build", "know", "settle"]

T = TypeVar("T")


class NothingBuiltError(KgError):
    """No input gave an article; the output is as it was."""

    def __init__(self, left_out: tuple[Finding, ...]) -> None:
        super().__init__("nothing to build: no input gave an article")
        self.left_out = left_out


def build(paths: Sequence[Path], output: Path, options: Options, watch: Watch = lambda _step: None) -> Report:
    """Reads all paths and writes `graph.ttl`, `graph.html` and `build.json` to the output folder.

    Documents that the last build into this folder read, or one that was killed, are not read again. Raises
    NothingBuiltError where no article was read, KgError for an option that cannot be.
    """
    start = perf_counter()
    check_writable(output)
    if options.fresh:
        forget(output)
    with collector_paused():
        return _built(paths, output, options, watch, start)


def _built(paths: Sequence[Path], output: Path, options: Options, watch: Watch, start: float) -> Report:
    def written(material: Material, archive: Archive, knowledge: Knowledge) -> Report:
        watch(Step("writing"))
        left_out = tuple(sorted(material.left_out, key=lambda f: (f.file, f.message)))
        with staged(output) as new:
            write(knowledge, archive.articles(), new)
            names = sorted(path.name for path in new.iterdir())
            report = Report(
                files=tuple(output / name for name in names),
                counts=counts_of(knowledge, len(left_out)),
                findings=knowledge.findings,
                left_out=left_out,
                notes=tuple(sorted(material.notes, key=lambda f: (f.file, f.message))),
                timings=summed(material.seconds, take()) | {"total": perf_counter() - start},
                read=material.read,
            )
            lex = lexicon(options.lexicon)
            write_report(report, knowledge.resolved, options.described(), lex.version, new / "build.json")
        return report

    return _known(paths, output, options, watch, written)


def know(paths: Sequence[Path], options: Options) -> Knowledge:
    """The same in memory, nothing written."""
    with collector_paused():
        return _known(paths, None, options, lambda _step: None, lambda _material, _archive, knowledge: knowledge)


def _known(
    paths: Sequence[Path], output: Path | None, options: Options, watch: Watch, then: Callable[[Material, Archive, Knowledge], T]
) -> T:
    """What `then` makes of all that is known, with the readings kept for this output; where those are broken, without them."""
    for place in (output, output, None):
        try:
            with kept_in(place) as kept:
                material, archive = _read(paths, kept, options, watch)
                lex = lexicon(options.lexicon)
                knowledge = connect(archive, lex, judgements=options.judgements, base_iri=options.base_iri, facts=output is None)
                made = then(material, archive, knowledge)
                kept.trim(material.documents)
                return made
        except BROKEN as error:
            if place is None:
                raise KgError(f"readings cannot be stored: {error}; the output is as it was") from None
            forget(place)
    raise AssertionError("the last turn returns or raises")


def _read(paths: Sequence[Path], kept: Kept, options: Options, watch: Watch) -> tuple[Material, Archive]:
    with engine_of(options) as engine:
        material = read_in(paths, options, kept, engine, watch)
    if not material.documents:
        raise NothingBuiltError(tuple(material.left_out))
    watch(Step("connecting"))
    return material, Archive(kept, material.documents)
