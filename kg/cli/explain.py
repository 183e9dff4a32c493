"""kg explain: the facts of a thing, each with its rule, its sentences and the steps that led to it."""

# ruff: noqa: TC003  # typer makes options of parameters, by their annotations at run time

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import unquote

import typer

from kg.ask import open_store
from kg.cli.console import say
from kg.cli.given import GRAPH, command, reading_options
from kg.cli.reading import Reader
from kg.insight.explain import explain, find_things, steps
from kg.insight.pretty import brief

if TYPE_CHECKING:
    from kg.insight.explain import Explained
    from kg.pipeline import Reading

EXAMPLES = """\b
Examples:
  kg explain 虎强                        every fact he takes part in
  kg explain person/管城回族区-虎强      one of several of a name
  kg explain 虎强 --steps seeds/         and what was seen in each sentence"""

app = command()


@app.command("explain", epilog=EXAMPLES)
def run(
    asked: Annotated[str, typer.Argument(metavar="NAME|IRI", help="A name, another form of it, or an IRI.")],
    graph: Annotated[Path, typer.Option(metavar="FILE", help="The graph to ask.")] = GRAPH,
    pages: Annotated[
        list[Path] | None,
        typer.Option("--steps", metavar="PATH", exists=True, help="The pages it was built from: tell what was seen in them."),
    ] = None,
) -> None:
    """Tell why the graph says what it says: facts, the rules that made them, the sentences that state them."""
    store = open_store(graph)
    readings = _readings(pages or [])
    for iri, label in find_things(store, asked):
        say(f"{label}  <{unquote(iri)}>")
        for fact in explain(store, iri):
            _print(fact, readings)


def _readings(pages: list[Path]) -> list[Reading]:
    return [reading for _, found in Reader(reading_options()).read(pages) for reading in found] if pages else []


def _print(fact: Explained, readings: list[Reading]) -> None:
    sure = f"  confidence {fact.confidence}" if fact.confidence else ""
    say(f"\n  {fact.type}  {fact.label}{sure}")
    say(f"    rule  {', '.join(fact.rules)}")
    for sentence in fact.sentences:
        say(f"    said  {sentence.exact}")
        say(f"          {sentence.doc}:{sentence.start}-{sentence.end}")
        for _, mention in steps(readings, sentence):
            value = brief(mention.value) if mention.value else ""
            meant = f" = {value}" if value not in ("", mention.text) else ""
            say(f"    step  {mention.kind} {mention.text}{meant}  [{mention.rule}]")
