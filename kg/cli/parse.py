"""kg parse: what each document gave, one JSON object a line."""

# ruff: noqa: FBT002  # typer makes flags of parameters

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from kg.builder.options import Options, lexicon
from kg.cli.console import answers, fail
from kg.cli.given import LexiconFolder, Locality, Paths, Published, command, inputs, reading_options
from kg.insight.pretty import legend, pretty
from kg.insight.records import document
from kg.model import Finding, Source
from kg.pipeline import read
from kg.sources import LEFT_OUT, read_sources

PARTLY, NOTHING = 1, 3
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
    lexicon_folder: LexiconFolder = None,
    show: Annotated[bool, typer.Option("--pretty", help="The text in colours and the facts below it.")] = False,
) -> None:
    """Print what each document gave, one JSON object a line; PATH - reads standard input (text or JSON lines)."""
    options = reading_options(published, locality, lexicon_folder)
    documents = left_out = 0
    with _given(inputs(paths)) as files:
        if show:
            answers().print(legend())
        for item in read_sources(files, published=options.published, locality=options.locality):
            if isinstance(item, Source):
                documents += 1
                _show(item, options) if show else _print(item, options)
            else:
                left_out += _told(item)
    if left_out or not documents:
        raise typer.Exit(PARTLY if documents else NOTHING)


def _print(source: Source, options: Options) -> None:
    readings = read(source, lexicon(options.lexicon))
    sys.stdout.write(json.dumps(document(source.doc, readings), ensure_ascii=False) + "\n")
    sys.stdout.flush()


def _show(source: Source, options: Options) -> None:
    for reading in read(source, lexicon(options.lexicon)):
        for line in pretty(reading):
            answers().print(line)


def _told(finding: Finding) -> bool:
    fail(finding.message)
    return finding.kind in LEFT_OUT


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
