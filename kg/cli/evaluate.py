"""kg eval: a graph measured by annotations."""

# ruff: noqa: FBT002, PLR0913, PLR0917, TC003  # typer makes options of parameters, by their annotations at run time

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Literal

import typer

from kg.builder import Options, build
from kg.cli.console import show_table
from kg.cli.given import GRAPH, Judgements, command
from kg.insight.measure import FAMILIES, Tally, figures, measure, read_gold, total
from kg.insight.store import Store

EXAMPLES = """\b
Examples:
  kg eval my-gold/                    scores output/graph.ttl
  kg eval my-gold/ --texts my-pages/  builds these pages first, elsewhere
  kg eval my-gold/ --misses           and lists every fact missed or wrong

The format of the annotations is described in docs/gold.md."""

app = command()


@app.command("eval", epilog=EXAMPLES)
def run(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", exists=True, file_okay=False, help="A folder of annotations.")],
    graph: Annotated[Path, typer.Option(metavar="FILE", help="The graph to score.")] = GRAPH,
    texts: Annotated[Path | None, typer.Option(metavar="PATH", exists=True, help="Pages to build and score instead.")] = None,
    judgements: Judgements = None,
    misses: Annotated[bool, typer.Option("--misses", help="List every fact missed or wrong.")] = False,
    form: Annotated[Literal["table", "json"], typer.Option("--format", help="How to print the figures.")] = "table",
) -> None:
    """Score a graph against annotations: precision, recall and F1 by family of facts."""
    annotated = read_gold(gold)
    if texts is None:
        tally = measure(Store(graph), annotated)
    else:
        with TemporaryDirectory() as folder:
            build([texts], Path(folder), Options(judgements=judgements))
            tally = measure(Store(Path(folder, "graph.ttl")), annotated)
    for miss in tally.misses if misses else ():
        typer.echo("\t".join(("missed" if miss.missed else "wrong", miss.family, miss.doc, miss.what)))
    _print_json(tally) if form == "json" else _print_table(tally)


def _families(tally: Tally) -> list[tuple[str, Counter[str]]]:
    return [*((family, tally.counts[family]) for family in FAMILIES), ("all", total(tally))]


def _print_table(tally: Tally) -> None:
    rows = [
        (family, *(f"{figure:.3f}" if counts.total() else "–" for figure in figures(counts)), *(str(counts[name]) for name in ("tp", "fp", "fn")))
        for family, counts in _families(tally)
    ]
    show_table(("family", "P", "R", "F1", "right", "wrong", "missed"), rows)


def _print_json(tally: Tally) -> None:
    values = {
        family: dict(zip(("p", "r", "f1"), figures(counts), strict=True)) | {name: counts[name] for name in ("tp", "fp", "fn")}
        for family, counts in _families(tally)
    }
    typer.echo(json.dumps(values, indent=1))
