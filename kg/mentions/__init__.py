"""Article → mentions: one finder a kind, every mention with its span and the rule that found it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.mentions.dates import find_dates
from kg.mentions.initiative import find_initiatives
from kg.mentions.organization import organization_finder
from kg.mentions.people import find_people
from kg.mentions.place import place_finder
from kg.mentions.spans import inside
from kg.mentions.title import find_titles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.lexicon import Lexicon
    from kg.model import Article, Mention, Span

__all__ = ["find_mentions"]


def find_mentions(article: Article, lex: Lexicon) -> tuple[Mention, ...]:
    """All mentions of an article, in order of text; those of people, bodies and places never overlap."""
    text = _without(article.text, article.bylines)
    titles = find_titles(text, lex)
    places = place_finder(lex)
    named = places.spans(text)
    people = find_people(text, titles, lex, named)
    bodies = organization_finder(lex)
    before = bodies.before_titles(text, titles, people)
    blocked = sorted((m.start, m.end) for m in (*titles, *people, *before))
    headline = ((0, article.body),) if article.body else ()
    standing = list(bodies.standing(text, (*headline, *article.sentences), blocked))
    taken = [(m.start, m.end) for m in (*people, *before, *standing)]
    names = sorted((m.start, m.end) for m in people)
    dates = [d for d in find_dates(article.text, article.published, lex) if not inside(names, d.start)]  # no 明春 in 李明春
    initiatives = find_initiatives(article, lex)
    found = (*titles, *people, *before, *standing, *places.find(text, named, taken), *dates, *initiatives)
    return tuple(sorted(found, key=lambda m: (m.start, m.end, m.kind)))


def _without(text: str, regions: Sequence[Span]) -> str:
    """The text with these regions (bylines) made line breaks, so that no name runs into or across them."""
    for start, end in regions:
        text = text[:start] + "\n" * (end - start) + text[end:]
    return text
