"""A reading for the eye: the text with its mentions in colours, then the facts, one a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.text import Text

from kg.insight.records import KINDS, value_of
from kg.model import Article, Fact, Mention
from kg.pipeline import Reading

COLOURS = {
    "date": "green",
    "person": "bold red",
    "title": "yellow",
    "organization": "cyan",
    "place": "blue",
    "site": "magenta",
    "initiative": "bright_magenta",
    "figure": "bright_green",
}


def legend() -> Text:
    return Text("  ").join(Text(kind, style=style) for kind, style in COLOURS.items())


def coloured(article: Article, mentions: tuple[Mention, ...]) -> Text:
    """The repaired text of an article; where mentions overlap, the longer one is coloured first."""
    text = Text(article.text)
    for mention in sorted(mentions, key=lambda m: m.start - m.end):
        text.stylize(COLOURS.get(mention.kind, ""), mention.start, mention.end)
    return text


def pretty(reading: Reading) -> Iterator[Text]:
    """Headline, text and facts of one article."""
    article = reading.article
    yield Text(f"{article.doc} [{article.number}] {article.headline}", style="bold underline")
    yield coloured(article, reading.mentions)
    for fact in reading.facts:
        yield Text.assemble(("  → ", "dim"), said(fact), (f"  [{', '.join(fact.rules)}]", "dim"))


def said(fact: Fact) -> str:
    """A fact in one line: its kind, then what it holds."""
    values = {f: getattr(fact, f) for f in fact.__dataclass_fields__ if f not in ("evidence", "rules", "confidence", "article")}
    told = (f"{name} {brief(value)}" for name, value in values.items() if value not in (None, "", ()))
    return f"{KINDS[type(fact)]}: {', '.join(told)}"


def brief(value: Any) -> str:
    """A value by the name it goes by."""
    if isinstance(value, tuple):
        return "、".join(brief(item) for item in value)
    for name in ("name", "title", "edtf", "agent", "text"):
        part = getattr(value, name, None)
        if part is not None:
            return _with_details(value, brief(part))
    return str(value_of(value))


def _with_details(value: Any, name: str) -> str:
    if hasattr(value, "org"):
        return f"{value.org.name}|{name}"
    if hasattr(value, "agent"):
        return f"{name}({'+'.join(value.roles)})"
    return name
