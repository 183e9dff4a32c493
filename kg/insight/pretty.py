"""A reading for the eye: the text with its mentions in colours, then the facts, one a line."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from rich.text import Text

from kg.insight.records import KINDS
from kg.model import (
    Article,
    DateValue,
    Fact,
    Mention,
    OrgRef,
    Participation,
    PersonRef,
    PersonValue,
    PostRef,
    SiteRef,
    TitleValue,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

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
NOT_SAID = frozenset({"evidence", "rules", "confidence", "article", "key"})


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
    values = {f.name: getattr(fact, f.name) for f in fields(fact) if f.name not in NOT_SAID}
    told = (f"{name} {brief(value)}" for name, value in values.items() if value not in (None, "", ()))
    return f"{KINDS[type(fact)]}: {', '.join(told)}"


def brief(value: object) -> str:  # noqa: PLR0911  # one return a kind
    """A value by the name it goes by: 管城区委|书记 for a post, 虎强(lead) for one who takes part."""
    match value:
        case tuple():
            return "、".join(brief(item) for item in value)
        case PostRef():
            return f"{value.org.name}|{value.title}"
        case Participation():
            return f"{value.agent.name}({'+'.join(value.roles)})"
        case PersonRef() | OrgRef() | SiteRef() | PersonValue():
            return value.name
        case TitleValue():
            return value.title if value.status == "current" else f"{value.title} ({value.status})"
        case DateValue():
            return value.edtf or value.text
    return str(value)
