"""kg timeline: what somebody or a body did over time."""

# ruff: noqa: PLR0913, PLR0917, FBT002  # typer makes options of parameters

from __future__ import annotations

import csv
import json
import sys
from dataclasses import asdict
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kg.ask import open_store, timeline
from kg.ask.timeline import counted
from kg.cli.asking import Pick, meant
from kg.cli.console import say, show_table
from kg.cli.given import GRAPH, Graph, command

if TYPE_CHECKING:
    from kg.ask import Event

BAR = 40  # columns of the longest bar
EXAMPLES = """\b
Examples:
  kg timeline 虎强
  kg timeline 郑州高新区 --pick 1 --by type       how many of each type
  kg timeline 虎强 --since 2020-03-20 --evidence
  kg timeline 虎强 --format csv > huqiang.csv"""
HEADS = ("date", "type", "activity", "how")
Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="Only what certainly lies on this side of the day.")]

app = command()


@app.command("timeline", epilog=EXAMPLES)
def run(
    asked: Annotated[str, typer.Argument(metavar="NAME|IRI", help="A person, body, place or campaign.")],
    graph: Graph = GRAPH,
    pick: Pick = None,
    since: Day = None,
    until: Day = None,
    by: Annotated[Literal["year", "month", "type"] | None, typer.Option(help="Count them instead.")] = None,
    form: Annotated[Literal["table", "csv", "json"], typer.Option("--format", "-f", help="How to print it.")] = "table",
    evidence: Annotated[bool, typer.Option("--evidence", help="The sentences under each line (table only).")] = False,
) -> None:
    """List activities in order of time; those without a settled date come last."""
    store = open_store(graph)
    thing = meant(store, asked, pick)
    events = timeline(store, thing, since=_day(since), until=_day(until))
    if by:
        _print_counts(counted(events, by), by, form)
    elif form == "json":
        say(json.dumps([asdict(event) for event in events], ensure_ascii=False, indent=2))
    elif form == "csv":
        _csv([[*HEADS, "earliest", "latest", "basis", "iri"], *([*_cells(e), e.earliest, e.latest, e.basis, e.iri] for e in events)])
    elif evidence:
        _with_quotes(events)
    else:
        show_table(HEADS, map(_cells, events))


def _day(value: datetime | None) -> date | None:
    return value.date() if value else None


def _cells(event: Event) -> list[str]:
    return [event.date, event.type, event.label, event.how]


def _with_quotes(events: tuple[Event, ...]) -> None:
    for event in events:
        say("  ".join(cell for cell in _cells(event) if cell))
        for quote in event.quotes:
            say(f"    “{quote.exact}” {quote.place}")


def _print_counts(counts: list[tuple[str, int]], by: str, form: str) -> None:
    if form == "json":
        say(json.dumps(dict(counts), ensure_ascii=False, indent=2))
    elif form == "csv":
        _csv([[by, "activities"], *([name, str(n)] for name, n in counts)])
    else:
        most = max((n for _, n in counts), default=1)
        show_table([by, "activities", ""], [[name, str(n), "█" * max(1, round(BAR * n / most))] for name, n in counts])


def _csv(rows: list[list[str]]) -> None:
    csv.writer(sys.stdout, lineterminator="\n").writerows(rows)
