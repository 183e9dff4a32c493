"""Initiatives of an article: each name once, with every sentence that has it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.mentions.initiative import initiative_kind
from kg.model import InitiativeFact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.lexicon import Lexicon
    from kg.model import Article, Mention


def initiative_facts(article: Article, mentions: Sequence[Mention], lex: Lexicon) -> tuple[InitiativeFact, ...]:
    """One fact a name, in order of first mention; the kind is the first that an ending tells."""
    by_name: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.kind == "initiative":
            by_name[str(mention.value)].append(mention)
    facts = []
    for name, those in by_name.items():
        kind = next((k for k in (initiative_kind(m, lex) for m in those) if k), "campaign")
        facts.append(
            InitiativeFact(
                name=name,
                kind="project" if kind == "project" else "policy" if kind == "policy" else "campaign",
                evidence=tuple(dict.fromkeys(article.evidence(m.start, m.end) for m in those)),
                rules=tuple(dict.fromkeys(m.rule for m in those)),
            )
        )
    return tuple(facts)
