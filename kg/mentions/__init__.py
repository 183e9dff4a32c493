"""Article → mentions: one finder a kind, every mention with its span and the rule that found it."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.mentions.dates import find_dates
from kg.mentions.organization import organization_finder
from kg.mentions.person import person_finder
from kg.mentions.title import find_titles
from kg.model import Article, Mention

__all__ = ["find_mentions"]


def find_mentions(article: Article, lex: Lexicon) -> tuple[Mention, ...]:
    """All mentions of an article, in order of text; mentions of one kind never overlap."""
    text = article.text
    titles = find_titles(text, lex)
    people = person_finder(lex).find(text, titles, article.bylines)
    bodies = organization_finder(lex)
    before = bodies.before_titles(text, titles, people)
    blocked = sorted((m.start, m.end) for m in (*titles, *people, *before))
    standing = [m for s in article.sentences for m in bodies.standing(text, s, [b for b in blocked if s[0] <= b[0] < s[1]])]
    dates = find_dates(text, article.published, lex)
    return tuple(sorted((*titles, *people, *before, *standing, *dates), key=lambda m: (m.start, m.end, m.kind)))
