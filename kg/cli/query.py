"""kg query: a saved question, a file or a text of SPARQL, asked of a graph."""

# ruff: noqa: FBT002, PLR0913, PLR0917  # typer makes options of parameters, by their annotations at run time

from __future__ import annotations

import sys
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import pyoxigraph as ox
import typer

from kg.ask import open_store
from kg.cli.console import show_table
from kg.cli.given import GRAPH, command
from kg.errors import KgError
from kg.graph.queries import Query, bind, list_queries, load_query
from kg.insight.answers import Format, grid, serialized

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLES = """\b
Examples:
  kg query posts-of --person 虎强          a saved question; kg queries lists them
  kg query contradictions --format csv
  kg query my.rq --graph out/graph.ttl     a file
  kg query 'SELECT (COUNT(*) AS ?n) { ?s a kgo:Person }'"""

app = command()


@app.command("query", epilog=EXAMPLES, context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def run(
    context: typer.Context,
    asked: Annotated[str, typer.Argument(metavar="NAME|FILE|TEXT", help="A saved question, a .rq file, or SPARQL.")],
    graph: Annotated[Path, typer.Option(metavar="FILE", help="The graph to ask.")] = GRAPH,
    param: Annotated[
        list[str] | None,
        typer.Option("--param", "-p", metavar="NAME=VALUE", help="A parameter of a saved question; --NAME VALUE does the same."),
    ] = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="How to print the answer.")] = "table",
    show: Annotated[bool, typer.Option("--show", help="Print the SPARQL instead of asking it.")] = False,
) -> None:
    """Ask a graph: a saved question with its parameters, a file, or SPARQL as it is."""
    text = _sparql(asked, _parameters(param or [], context.args))
    if show:
        typer.echo(text.rstrip())
        return
    answer = open_store(graph).ask(text, name=asked if len(asked) < 60 else "query")
    if form == "table" and not isinstance(answer, ox.QueryTriples):
        show_table(*grid(answer))
    else:
        sys.stdout.write(serialized(answer, form))


def _sparql(asked: str, parameters: dict[str, str]) -> str:
    if asked.endswith(".rq") or Path(asked).is_file():
        text = _file(Path(asked))
    elif "{" in asked:
        text = asked
    else:
        return bind(_saved(asked), parameters)
    if parameters:
        raise KgError(f"only saved questions have parameters, not this one: {', '.join(parameters)}")
    return text


def _saved(name: str) -> Query:
    names = [query.name for query in list_queries()]
    if name not in names:
        near = get_close_matches(name, names, n=3)
        hint = f"did you mean {', '.join(near)}?" if near else "`kg queries` lists them"
        raise KgError(f"{name}: no saved question of that name, no file, and no SPARQL; {hint}")
    return load_query(name)


def _file(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise KgError(f"{path}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise KgError(f"{path}: not UTF-8") from None


def _parameters(pairs: list[str], extra: list[str]) -> dict[str, str]:
    """From --param person=虎强 and from --person 虎强 or --person=虎强."""
    given = {}
    for pair in pairs:
        name, sign, value = pair.partition("=")
        if not sign:
            raise KgError(f"--param {pair}: write NAME=VALUE")
        given[name] = value
    words = iter(extra)
    for word in words:
        name, sign, value = word.removeprefix("--").partition("=")
        if not word.startswith("--") or not name:
            raise KgError(f"{word}: not an option; a parameter is given as --NAME VALUE")
        given[name] = value if sign else _value(word, words)
    return given


def _value(option: str, words: Iterator[str]) -> str:
    value = next(words, None)
    if value is None:
        raise KgError(f"{option}: a value is missing")
    return value
