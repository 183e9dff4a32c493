"""kg show: all that the graph tells of one thing."""

# ruff: noqa: FBT002, PLR0913, PLR0917, TC003  # typer makes options of parameters, by their annotations at run time

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from kg.ask import dossier, open_store
from kg.ask.render import as_html, as_markdown, as_text
from kg.cli.asking import Pick, meant
from kg.cli.console import say
from kg.cli.given import GRAPH, Graph, command
from kg.errors import KgError

EXAMPLES = """\b
Examples:
  kg show 虎强                                posts, activities, companions, statements, contradictions
  kg show 管城区委                            a body: who held its posts, what it did, what was asked of it
  kg show 虎强 --format html -o huqiang.html  a page that prints well
  kg show 高新区 --pick 1                     one of several of a name"""

app = command()


@app.command("show", epilog=EXAMPLES)
def run(
    asked: Annotated[str, typer.Argument(metavar="NAME|IRI", help="A name, another form of it, or an IRI.")],
    graph: Graph = GRAPH,
    pick: Pick = None,
    form: Annotated[Literal["text", "markdown", "html", "json"], typer.Option("--format", "-f", help="How to print it.")] = "text",
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there instead.")] = None,
    evidence: Annotated[bool, typer.Option(help="The sentences under each line (text only).")] = True,
) -> None:
    """Tell all that the graph tells of one thing, each line with the sentences that state it."""
    store = open_store(graph)
    found = dossier(store, meant(store, asked, pick))
    if form == "text" and output is None:
        for line in as_text(found, evidence=evidence):
            say(line)
        return
    if form == "text":
        text = "".join(f"{line}\n" for line in as_text(found, evidence=evidence))
    elif form == "json":
        text = json.dumps(found.record(), ensure_ascii=False, indent=2) + "\n"
    else:
        text = as_html(found) if form == "html" else as_markdown(found)
    _put(text, output)


def _put(text: str, output: Path | None) -> None:
    if output is None:
        sys.stdout.write(text)
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise KgError(f"{output}: {error.strerror}") from None
