"""kg diff: what a new graph tells that the old one did not."""

# ruff: noqa: TC003  # typer makes options of parameters, by their annotations at run time

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Literal

import typer

from kg.ask import open_store
from kg.cli.console import say
from kg.cli.given import command
from kg.diff import compare
from kg.diff.compare import SECTIONS

CHANGED = 1
EXAMPLES = """\b
Examples:
  kg diff last/graph.ttl output/graph.ttl
  kg diff last output --evidence       folders of two builds
  kg diff last output --format json

\b
Exit codes: 0 no difference, 1 differences, 2 usage."""

app = command()


@app.command("diff", epilog=EXAMPLES)
def run(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A graph, or the folder of a build.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="Another one.")],
    form: Annotated[Literal["text", "json"], typer.Option("--format", "-f", help="How to print it.")] = "text",
    evidence: Annotated[bool, typer.Option("--evidence", help="The sentences under each line.")] = False,  # noqa: FBT002
) -> None:
    """Tell what changed between two graphs: holders, posts, facts, contradictions, names."""
    found = compare(open_store(_graph(old)), open_store(_graph(new)))
    if form == "json":
        say(json.dumps({name: [asdict(change) for change in changes] for name, changes in found.sections.items()}, ensure_ascii=False, indent=2))
    for name, changes in found.sections.items() if form == "text" else ():
        say(f"{SECTIONS[name]} {name} ({len(changes)})")
        for change in changes:
            say(f"  {change.about}")
            for quote in change.quotes if evidence else ():
                say(f"    “{quote.exact}” {quote.place}")
    if found:
        raise typer.Exit(CHANGED)
    if form == "text":
        say("no difference")


def _graph(path: Path) -> Path:
    return path / "graph.ttl" if path.is_dir() else path
