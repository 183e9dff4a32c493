"""Answers of a query as text: table rows, CSV, TSV, JSON, XML, Markdown, Turtle."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Literal
from urllib.parse import unquote

import pyoxigraph as ox

from kg.errors import KgError
from kg.graph.vocabulary import PREFIXES
from kg.insight.store import Answer, Term, text

if TYPE_CHECKING:
    from collections.abc import Sequence

Format = Literal["table", "csv", "tsv", "json", "xml", "md", "ttl"]
RESULTS = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}


def serialized(answer: Answer, form: Format) -> str:
    """The answer in one of the W3C result formats, Markdown or Turtle. KgError where the two do not go together."""
    if isinstance(answer, ox.QueryTriples):
        if form not in ("table", "ttl"):
            raise KgError(f"--format {form}: a CONSTRUCT or DESCRIBE gives triples; they print as ttl")
        return _turtle(answer)
    if form == "ttl":
        raise KgError("--format ttl: only a CONSTRUCT or DESCRIBE gives triples")
    if form == "md":
        return markdown(*grid(answer))
    buffer = io.BytesIO()
    answer.serialize(buffer, format=RESULTS[form])
    return buffer.getvalue().decode().rstrip("\r\n") + "\n"


def _turtle(triples: ox.QueryTriples) -> str:
    """With the prefixes that it needs, in their order: the engine writes all of them, in any."""
    lines = (ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES) or b"").decode().splitlines(keepends=True)
    count = next((n for n, line in enumerate(lines) if not line.startswith("@prefix ")), len(lines))
    body = "".join(lines[count:])
    return "".join(sorted(line for line in lines[:count] if line.split()[1] in body)) + body


def grid(answer: Answer) -> tuple[list[str], list[list[str]]]:
    """Columns and rows for the eye; IRIs as short as they can be told."""
    if isinstance(answer, ox.QueryBoolean):
        return ["answer"], [["yes" if answer else "no"]]
    if isinstance(answer, ox.QueryTriples):
        return ["subject", "predicate", "object"], [[short(term) for term in triple] for triple in answer]
    names = [variable.value for variable in answer.variables]
    return names, [[short(row[name]) for name in names] for row in answer]


def markdown(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table for a report."""
    lines = [columns, ["---"] * len(columns), *rows]
    escaped = ([cell.replace("|", "\\|").replace("\n", " ") for cell in line] for line in lines)
    return "".join(f"| {' | '.join(line)} |\n" for line in escaped)


def short(term: Term) -> str:
    """kgo:Meeting for a term of a known vocabulary, person/管城回族区-虎强 for one of the data."""
    value = text(term)
    if not isinstance(term, ox.NamedNode):
        return value
    for prefix, namespace in PREFIXES.items():
        if value.startswith(namespace):
            return f"{prefix}:{value.removeprefix(namespace)}"
    return unquote("/".join(value.rsplit("/", 2)[-2:]))
