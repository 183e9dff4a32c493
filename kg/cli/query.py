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
from kg.ask.render import escape
from kg.ask.things import named
from kg.cli.console import hint, show_table
from kg.cli.given import GRAPH, command
from kg.errors import KgError
from kg.graph.queries import Query, bind, list_queries, load_query
from kg.insight.answers import Format, grid, serialized

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.insight.store import Store

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
    parameters = _parameters(param or [], context.args)
    question = None if asked.endswith(".rq") or "{" in asked or Path(asked).is_file() else _saved(asked)
    text = bind(question, parameters) if question else _text(asked, parameters)
    if show:
        typer.echo(text.rstrip())
        return
    store = open_store(graph)
    answer = store.ask(text, name=asked if len(asked) < 60 else "query")
    if form == "md" and question:
        typer.echo(_heading(question, parameters))
    if form == "table" and not isinstance(answer, ox.QueryTriples):
        columns, rows = grid(answer)
        show_table(columns, rows)
        if question and not rows:
            hint(_nothing(store, question, parameters))
    else:
        sys.stdout.write(serialized(answer, form))


def _text(asked: str, parameters: dict[str, str]) -> str:
    if parameters:
        raise KgError(f"only saved questions have parameters, not this one: {', '.join(parameters)}")
    return asked if "{" in asked else _file(Path(asked))


def _heading(question: Query, parameters: dict[str, str]) -> str:
    """The head of a report: the question, and about whom or what it is asked."""
    values = {parameter.about: parameters.get(parameter.name, parameter.default) for parameter in question.parameters}
    told = "".join(f"- {escape(about)}: {escape(value)}\n" for about, value in values.items())
    return f"# {question.question}\n\n{question.question_en}\n" + (f"\n{told}" if told else "")


def _nothing(store: Store, question: Query, parameters: dict[str, str]) -> str:
    """Why there may be no row: a name that nothing has, with those that hold it."""
    names = {p.name: parameters.get(p.name, p.default) for p in question.parameters if p.name in question.names}
    for name, value in names.items():
        try:
            named(store, value)
        except KgError as error:
            return f"no rows: --{name}: {str(error).removeprefix(f'{store.path}: ')}"
    return "no rows: the graph tells of none"


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
