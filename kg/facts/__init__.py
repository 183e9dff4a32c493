"""Mentions → facts: what one article states, each fact with the sentence that states it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.facts.activity import find_activities
from kg.facts.byline import find_bylines
from kg.facts.holders import find_holders
from kg.facts.tenure import find_tenures
from kg.lexicon import Lexicon
from kg.model import Article, Fact, Mention, PersonNamed, PersonRef, PersonValue

__all__ = ["find_facts"]


def find_facts(article: Article, mentions: Sequence[Mention], lex: Lexicon) -> tuple[Fact, ...]:
    """All facts of an article. `mentions` are those of `find_mentions` for the same article."""
    holders = find_holders(article, mentions, lex)
    return (
        *find_tenures(article, holders, lex),
        *find_activities(article, tuple(mentions), holders, lex),
        *find_bylines(article, lex),
        *_named(article, mentions),
    )


def _named(article: Article, mentions: Sequence[Mention]) -> list[PersonNamed]:
    first: dict[str, Mention] = {}
    for mention in mentions:
        if mention.kind == "person" and isinstance(mention.value, PersonValue):
            first.setdefault(mention.value.name, mention)
    return [
        PersonNamed(
            article=article.id,
            person=PersonRef(name),
            evidence=(article.evidence(m.start, m.end),),
            rules=(m.rule,),
        )
        for name, m in first.items()
    ]
