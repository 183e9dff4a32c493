"""The command `kg`. Each sub-command is a module of this folder, imported only when it is called."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.metadata import version
from typing import Any

import typer
from typer.core import TyperGroup

from kg.cli.console import fail
from kg.errors import KgError

COMMANDS = {
    "build": "build",
    "parse": "parse",
    "check": "check",
    "query": "query",
    "queries": "queries",
    "explain": "explain",
    "why-not": "why_not",
    "coverage": "coverage",
    "eval": "evaluate",
    "show": "show",
    "timeline": "timeline",
    "path": "path",
    "rank": "rank",
    "export": "export",
    "diff": "diff",
    "serve": "serve",
}
USAGE, STOPPED = 2, 130


class LazyGroup(TyperGroup):
    """Knows the names of the commands; imports a module when its command is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        return typer.main.get_command(import_module(f"kg.cli.{COMMANDS[cmd_name]}").app)


app = typer.Typer(
    cls=LazyGroup,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with `kg build`, open output/graph.html, then ask: kg query posts-of --person 虎强",
)


def _version(wanted: bool) -> None:  # noqa: FBT001  # typer's way to call it
    if wanted:
        typer.echo(f"kg {version('kg-newspaper')}")
        raise typer.Exit


@app.callback()
def options(
    _version: bool = typer.Option(False, "--version", help="Print the version.", callback=_version, is_eager=True),  # noqa: FBT001, FBT003
) -> None:
    """Chinese newspaper pages into a knowledge graph in which every edge leads back to the words that state it."""


def main() -> None:
    """Runs the command line; ends the process with its exit code."""
    try:
        app()
    except KgError as error:
        fail(error)
        sys.exit(USAGE)
    except KeyboardInterrupt:
        fail("stopped")
        sys.exit(STOPPED)
