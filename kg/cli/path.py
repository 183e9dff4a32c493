"""kg path: how two things connect."""

# ruff: noqa: PLR0913, PLR0917  # typer makes options of parameters

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kg.ask import open_store, routes
from kg.ask.path import KINDS
from kg.cli.asking import either, meant
from kg.cli.console import say
from kg.cli.given import GRAPH, Graph, command

if TYPE_CHECKING:
    from kg.ask import Route

EXAMPLES = """\b
Examples:
  kg path 姜华 王新亭
  kg path 虎强 李小虎 --count 3            three ways, the shortest first
  kg path 虎强 张艳敏 --over Person        over people alone"""

app = command()


@app.command("path", epilog=EXAMPLES)
def run(
    one: Annotated[str, typer.Argument(metavar="A", help="A name or IRI.")],
    other: Annotated[str, typer.Argument(metavar="B", help="Another one.")],
    graph: Graph = GRAPH,
    count: Annotated[int, typer.Option("--count", "-n", min=1, max=20, help="How many ways.")] = 1,
    over: Annotated[
        list[str] | None, typer.Option(metavar="CLASS", help=f"What it may pass: {', '.join(sorted(KINDS))}; all by default.")
    ] = None,
    form: Annotated[Literal["text", "json"], typer.Option("--format", "-f", help="How to print it.")] = "text",
) -> None:
    """Tell how two things connect: the shortest way over facts, each step with its sentences.

    Of ways of equal length the one over lesser-known things comes first: a small meeting tells more than a city.
    """
    store = open_store(graph)
    only = either(over or [], KINDS, "--over")
    found = routes(store, meant(store, one), meant(store, other), count=count, only=only)
    if form == "json":
        say(json.dumps([asdict(route) for route in found], ensure_ascii=False, indent=2))
        return
    for number, route in enumerate(found, 1):
        if number > 1:
            say("")
        _print(route)


def _print(route: Route) -> None:
    steps = len(route.steps)
    say(f"{route.steps[0].start_label} → {route.steps[-1].end_label}  {steps} step{'s' if steps > 1 else ''}")
    for step in route.steps:
        say(f"  {step.start_label} — {step.told} — {step.end_label}")
        for quote in step.quotes:
            say(f"    “{quote.exact}” {quote.place}")
