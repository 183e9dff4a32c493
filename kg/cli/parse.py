"""kg parse: what each document gave, one JSON object a line."""

# ruff: noqa: FBT002, TC001, TC003  # typer makes options of parameters, by their annotations at run time

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from kg.cli.console import say
from kg.cli.given import LexiconFolder, Locality, Paths, Published, command, inputs, reading_options
from kg.cli.reading import Reader
from kg.insight.pretty import legend, pretty
from kg.insight.records import document
from kg.pipeline import Reading

EXAMPLES = """\b
Examples:
  kg parse page.txt                            JSON, offsets in the raw text
  echo 3月20日，区委书记虎强到金岱园区调研。 | kg parse - --pretty
  kg parse pages.jsonl | jq '.articles[].headline'"""

app = command()


@app.command("parse", epilog=EXAMPLES)
def run(
    paths: Paths = None,
    published: Published = None,
    locality: Locality = None,
    lexicon: LexiconFolder = None,
    show: Annotated[bool, typer.Option("--pretty", help="The text in colours and the facts below it.")] = False,
) -> None:
    """Print what each document gave, one JSON object a line; PATH - reads standard input (text or JSON lines)."""
    reader = Reader(reading_options(published, locality, lexicon))
    with _given(inputs(paths)) as files:
        if show:
            say(legend())
        for source, readings in reader.read(files):
            if show:
                _show(readings)
            else:
                typer.echo(json.dumps(document(source.doc, readings), ensure_ascii=False))
    if reader.exit_code:
        raise typer.Exit(reader.exit_code)


def _show(readings: Iterable[Reading]) -> None:
    for reading in readings:
        for line in pretty(reading):
            say(line)


@contextmanager
def _given(paths: list[Path]) -> Iterator[list[Path]]:
    """The paths, with standard input kept in a file for as long as it is read."""
    if Path("-") not in paths:
        yield paths
        return
    data = sys.stdin.buffer.read()
    records = data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
    with TemporaryDirectory() as folder:
        file = Path(folder, "stdin.jsonl" if records else "stdin.txt")
        file.write_bytes(data)
        yield [file if path == Path("-") else path for path in paths]
