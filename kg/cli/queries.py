"""kg queries: the saved questions."""

from __future__ import annotations

import typer

from kg.cli.given import command
from kg.graph.queries import list_queries

EXAMPLES = """\b
Ask one with kg query NAME, for example:
  kg query posts-of --person 虎强"""

app = command()


@app.command("queries", epilog=EXAMPLES)
def run() -> None:
    """List the saved questions with their parameters, in Chinese and English."""
    for query in list_queries():
        options = "".join(f" --{parameter.name} {parameter.default}" for parameter in query.parameters)
        typer.echo(f"{query.name}{options}\n    {query.question}\n    {query.question_en}")
