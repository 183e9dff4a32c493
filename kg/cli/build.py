"""kg build: pages in, graph.ttl and graph.html out."""

# ruff: noqa: FBT002, PLR0913, PLR0917  # typer makes options of parameters, by their annotations at run time

from __future__ import annotations

import gc
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.builder import NothingBuiltError, Options, Report, build
from kg.builder.report import NO_CONTRADICTION
from kg.cli.console import fail, say, show_table, trouble
from kg.cli.given import (
    BASE_IRI,
    BaseIri,
    ClusterAddress,
    Engine,
    Judgements,
    LexiconFolder,
    Locality,
    Paths,
    Published,
    Workers,
    command,
    inputs,
)
from kg.cli.progress import Progress
from kg.memory import uncollected

LEFT_OUT, NOTHING = 1, 3
SHOWN = ("articles", "people", "organizations", "posts", "activities", "statements", "triples", "contradictions")
EXAMPLES = """\b
Examples:
  kg build                              seeds/ into output/
  kg build pages/ extra.jsonl.gz -o out a folder and an archive
  kg build page.txt --published 2020-03-21 --locality 郑州市管城回族区
  kg build pages/ --also nt --also store
  kg build pages/ --engine dask --cluster tcp://head:8786
                                        read by many machines

\b
Exit codes: 0 built, 1 built with files left out, 2 usage,
3 nothing built (the last output stays as it was)."""

app = command()


class Also(StrEnum):
    """What a build can write beside the files that it always writes."""

    NT = "nt"
    STORE = "store"


@app.command("build", epilog=EXAMPLES)
def run(
    paths: Paths = None,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="Where the output goes.")] = Path("output"),
    published: Published = None,
    locality: Locality = None,
    lexicon: LexiconFolder = None,
    judgements: Judgements = None,
    base_iri: BaseIri = BASE_IRI,
    workers: Workers = None,
    also: Annotated[list[Also] | None, typer.Option(help="Beside it: nt, the graph as N-Triples; store, ready for kg query and kg serve (give it once for each).")] = None,
    engine: Engine = "processes",
    cluster: ClusterAddress = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="Read every document anew, not only new and changed ones.")] = False,
    profile: Annotated[bool, typer.Option("--profile", help="Tell where the time went.")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Only errors.")] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Every finding, and notes on the input.")] = False,
) -> None:
    """Read newspaper pages and write graph.ttl, graph.html and build.json."""
    uncollected()
    day = published.date() if published else None
    options = Options(day, locality, lexicon, judgements, base_iri, workers, fresh, engine, cluster)
    try:
        with Progress(shown=not quiet) as progress:
            report = build(inputs(paths), output, options, progress, once=True)
    except NothingBuiltError as error:
        for finding in error.left_out:
            fail(finding.message)
        fail(f"{error}; {output} is as it was")
        raise typer.Exit(NOTHING) from None
    _write_beside(output / "graph.ttl", also or [])
    for finding in (*report.left_out, *(report.notes if verbose else ())):
        fail(finding.message)
    if not quiet:
        _summary(report, output, verbose=verbose)
    if profile:
        _profile(report)
    if report.left_out:
        raise typer.Exit(LEFT_OUT)


def _write_beside(graph: Path, also: list[Also]) -> None:
    """The graph in other forms, from the file that is in its place: both can be made later by themselves."""
    if not also:
        return
    from kg.ask import ensure_kept, open_store  # noqa: PLC0415  # most builds need neither, and both take a while to load
    from kg.export import export  # noqa: PLC0415

    gc.collect()  # nobody else does: the graph in memory refers to itself, and is not needed any more
    if Also.STORE in also:
        ensure_kept(graph)
    if Also.NT in also:
        export(open_store(graph), "nt", graph.with_suffix(".nt"))


def _summary(report: Report, output: Path, *, verbose: bool) -> None:
    names = " and ".join(path.name for path in report.files)
    say(f"{names} in {output} are as they were: nothing has changed" if report.unchanged else f"Built {names} in {output}")
    for name in SHOWN:
        say(f"  {name:<15}{report.counts[name]:>7,}")
    for finding in report.findings:
        if finding.kind in NO_CONTRADICTION:
            fail(finding.message)
            continue
        told = finding.message.splitlines()
        for line in told if verbose else told[:1]:
            say(f"    {line}")
    if report.left_out:
        say(f"  {'files left out':<15}{len(report.left_out):>7,}")


def _profile(report: Report) -> None:
    """Stages up to the facts run in the workers, whose seconds add up; the others run one after the other."""
    stages = {stage: seconds for stage, seconds in report.timings.items() if stage != "total"}
    ranked = sorted(stages.items(), key=lambda item: -item[1])
    rows = [(stage, f"{seconds:7.2f}", f"{seconds / sum(stages.values()):5.0%}") for stage, seconds in ranked]
    show_table(("stage", "seconds", "share"), rows, console=trouble())
    fail(f"{report.timings['total']:.2f} s in total; {report.read:,} of {report.counts['documents']:,} documents read, the others kept from before")
