"""kg check: contradictions of a graph, with the sentences that make them."""

# ruff: noqa: TC003  # typer makes options of parameters, by their annotations at run time

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.builder import Options, know
from kg.checks import run_checks
from kg.cli.console import say
from kg.cli.given import GRAPH, command
from kg.insight.store import load_graph

if TYPE_CHECKING:
    from rdflib import Graph

BROKEN = 1
EXAMPLES = """\b
Examples:
  kg check                 output/graph.ttl
  kg check out/graph.ttl   another graph
  kg check pages/          reads the pages first, writes nothing

\b
Exit codes: 0 checked, whatever it told of the papers; 1 the graph breaks the
shapes of the ontology; 2 usage."""

app = command()


@app.command("check", epilog=EXAMPLES)
def run(
    paths: Annotated[list[Path] | None, typer.Argument(metavar="GRAPH|PATH", help="A Turtle file, or pages to read.")] = None,
) -> None:
    """Print what a graph holds that cannot all be true: both statements, their sentences, the likely slip."""
    findings = run_checks(_graph(paths or [GRAPH]))
    for finding in findings:
        say(finding.message.replace("\n", "\n    "))
        if finding.guess:
            say(f"    疑误 {finding.guess}")
    broken = sum(finding.kind == "shape" for finding in findings)
    say(f"{len(findings) - broken} contradictions, {broken} broken shapes")
    if broken:
        raise typer.Exit(BROKEN)


def _graph(paths: list[Path]) -> Graph:
    first = paths[0] / "graph.ttl" if (paths[0] / "graph.ttl").is_file() else paths[0]
    if len(paths) == 1 and first.suffix == ".ttl":
        return load_graph(first)
    return know(paths, Options()).graph
