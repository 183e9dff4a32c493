"""A reading as plain values for JSON, every offset in the raw text."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from kg.model import (
    Activity,
    Article,
    Byline,
    DateValue,
    Evidence,
    Fact,
    FactBase,
    FigureFact,
    InitiativeFact,
    Mention,
    PersonNamed,
    Statement,
    Structure,
    Tenure,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.pipeline import Reading

KINDS: dict[type, str] = {
    Tenure: "tenure",
    Activity: "activity",
    Statement: "statement",
    Structure: "structure",
    InitiativeFact: "initiative",
    FigureFact: "figure",
    Byline: "byline",
    PersonNamed: "person-named",
}


def document(doc: str, readings: Sequence[Reading]) -> dict[str, Any]:
    """What one document gave."""
    return {"doc": doc, "articles": [article_record(reading) for reading in readings]}


def article_record(reading: Reading) -> dict[str, Any]:
    article = reading.article
    start, end = article.raw_span(0, len(article.text)) if article.text else (0, 0)
    return {
        "number": article.number,
        "headline": article.headline,
        "start": start,
        "end": end,
        "mentions": [mention_record(article, mention) for mention in reading.mentions],
        "facts": [fact_record(fact) for fact in reading.facts],
    }


def mention_record(article: Article, mention: Mention) -> dict[str, Any]:
    """`text` is what stands in the raw text from `start` to `end`."""
    start, end = article.raw_span(mention.start, mention.end)
    return {
        "kind": mention.kind,
        "start": start,
        "end": end,
        "text": article.raw[start:end],
        "rule": mention.rule,
        "value": value_of(mention.value),
    }


def fact_record(fact: Fact) -> dict[str, Any]:
    """`spans` are the sentences that state it."""
    return {"kind": KINDS[type(fact)], **_fields(fact)}


def value_of(value: object) -> Any:
    """A record, tuple or date of the model as dicts, lists and strings; `key`s that nothing has set yet left out."""
    if isinstance(value, FactBase) or (is_dataclass(value) and not isinstance(value, DateValue)):
        return _fields(value)
    if isinstance(value, DateValue):
        names = ("text", "edtf", "earliest", "latest", "end", "part", "basis")
        return {name: value_of(getattr(value, name)) for name in names}
    if isinstance(value, tuple | list):
        return [value_of(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def _fields(record: Any) -> dict[str, Any]:
    values = {}
    for name in (f.name for f in fields(record)):
        value = getattr(record, name)
        if name == "evidence":
            values["spans"] = [_span(evidence) for evidence in value]
        elif name == "rules":
            values["rule"] = list(value)
        elif not (name == "key" and value == "") and not (name == "confidence" and value is None):
            values[name] = value_of(value)
    return values


def _span(evidence: Evidence) -> list[int]:
    return [evidence.start, evidence.end]
