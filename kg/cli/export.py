"""kg export: the graph in the forms that others read."""

# ruff: noqa: FBT002, PLR0913, PLR0917, TC003  # typer makes options of parameters, by their annotations at run time

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.ask import open_store
from kg.cli.console import say
from kg.cli.given import GRAPH, Graph, command
from kg.errors import KgError
from kg.export import FORMATS, export

LIST = "\n".join(f"  {name:<9}{form.about}" for name, form in FORMATS.items())
EXAMPLES = f"""\b
Forms:
{LIST}

\b
Examples:
  kg export csv                         output/tables/
  kg export gexf -o network.gexf
  kg export crate --author 某某 --licence https://creativecommons.org/licenses/by/4.0/"""

app = command()


@app.command("export", epilog=EXAMPLES)
def run(
    form: Annotated[str, typer.Argument(metavar="FORM", help=f"One of {', '.join(FORMATS)}.")],
    graph: Graph = GRAPH,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="PATH", help="A file or folder; beside the graph by default.")] = None,
    author: Annotated[str, typer.Option(metavar="NAME", help="Who made it (crate).")] = "",
    licence: Annotated[str, typer.Option(metavar="IRI", help="Under which licence it may be used (crate).")] = "",
    force: Annotated[bool, typer.Option("--force", help="Replace a folder that is there.")] = False,
) -> None:
    """Write the graph in another form."""
    if form not in FORMATS:
        raise KgError(f"no export {form!r}; there are: {', '.join(FORMATS)}")
    target = output or graph.parent / FORMATS[form].target
    export(open_store(graph), form, target, author=author, licence=licence, force=force)
    say(f"Wrote {target}")
