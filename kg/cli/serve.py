"""kg serve: the page, SPARQL, dossiers and IRIs on one local address."""

# ruff: noqa: PLR0913, PLR0917  # typer makes options of parameters

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.console import fail, say
from kg.cli.given import GRAPH, Graph, command
from kg.serve import Limits, serve
from kg.serve.run import is_loopback

USUAL = Limits()
EXAMPLES = """\b
Examples:
  kg serve                            http://127.0.0.1:8000/
  kg serve --port 9000 --seconds 60   more time for a query
  kg serve --cors https://my.example  let the pages of another site ask

\b
It needs the extra `server`: pip install 'kg-newspaper[server]'"""

app = command()


@app.command("serve", epilog=EXAMPLES)
def run(
    graph: Graph = GRAPH,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Where to listen; others reach anything but a loopback address.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes a free one.")] = 8000,
    seconds: Annotated[float, typer.Option(min=0.1, help="What one query may take.")] = USUAL.seconds,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that answer.")] = USUAL.workers,
    cors: Annotated[list[str] | None, typer.Option(metavar="ORIGIN", help="A site whose pages may ask; none by default.")] = None,
    name: Annotated[list[str] | None, typer.Option(metavar="HOST", help="A further name by which this machine is reached.")] = None,
) -> None:
    """Serve a graph to a browser and to SPARQL clients: read-only, on this machine alone unless told otherwise."""
    if not is_loopback(host):
        fail(f"{host} can be reached by other machines; there are no passwords")
    serve(graph, Limits(seconds=seconds, workers=workers), host=host, port=port, cors=cors or [], hosts=name or [],
          tell=lambda address: say(f"Serving {graph} at {address} (Ctrl-C ends it)"))
