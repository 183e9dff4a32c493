"""kg rank: who is central, and in which sense."""

from __future__ import annotations

import csv
import json
import sys
from dataclasses import asdict
from typing import Annotated, Literal

import typer

from kg.ask import MEASURES, open_store, rank
from kg.cli.console import say, show_table
from kg.cli.given import GRAPH, Graph, command

LIST = "\n".join(f"  {m.name:<12}{m.meaning}\n{'':14}{m.meaning_en}" for m in MEASURES.values())
EXAMPLES = f"""\b
Measures:
{LIST}

\b
Examples:
  kg rank
  kg rank --by between --top 10
  kg rank --by led --format csv"""

app = command()


@app.command("rank", epilog=EXAMPLES)
def run(
    graph: Graph = GRAPH,
    by: Annotated[str, typer.Option(metavar="MEASURE", help=f"One of {', '.join(MEASURES)}.")] = "activities",
    top: Annotated[int, typer.Option("--top", "-n", min=1, help="How many people.")] = 20,
    form: Annotated[Literal["table", "csv", "json"], typer.Option("--format", "-f", help="How to print it.")] = "table",
) -> None:
    """Rank people by one measure of the activities that the papers tell of, and say what it means."""
    found = rank(open_store(graph), by, top=top)
    if form == "json":
        say(json.dumps([asdict(person) for person in found], ensure_ascii=False, indent=2))
    elif form == "csv":
        rows = ([str(p.place), p.label, f"{p.value:g}", p.iri] for p in found)
        csv.writer(sys.stdout, lineterminator="\n").writerows([["place", "person", by, "iri"], *rows])
    else:
        say(f"{MEASURES[by].head}：{MEASURES[by].meaning}\n{MEASURES[by].meaning_en}\n")
        show_table(["place", "person", by], [[str(p.place), p.label, f"{p.value:.4g}"] for p in found])
