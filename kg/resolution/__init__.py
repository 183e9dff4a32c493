"""Resolution: who and what the references of all articles mean. The only stage that sees every article.

Short forms are read against the place their article speaks for (市委 → 铜川市委), forms of one body are
merged, the same person is one across articles and years, years come from the page where it settles them,
people's judgements are replayed, and what was said twice becomes one fact with all its evidence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.resolution.judgements import Judgements, read_judgements
from kg.resolution.resolver import Resolver

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kg.lexicon import Lexicon
    from kg.model import Article, Fact, Finding, Resolved

__all__ = ["resolve", "resolve_and_report"]


def resolve(
    articles: Iterable[Article], facts: Iterable[Fact], lex: Lexicon, judgements: Path | None = None
) -> Resolved:
    """Records of people, bodies, divisions, sites and initiatives, and the facts with their keys.

    The order of articles and facts does not matter. KgError: a judgement file that cannot be read, or a fact of
    an article that is not given.
    """
    return _resolved(articles, facts, lex, read_judgements(judgements))


def resolve_and_report(
    articles: Iterable[Article], facts: Iterable[Fact], lex: Lexicon, judgements: Path | None = None
) -> tuple[Resolved, tuple[Finding, ...]]:
    """As `resolve`, with a finding for each judgement that matches nothing any more."""
    judged = read_judgements(judgements)
    return _resolved(articles, facts, lex, judged), judged.findings()


def _resolved(articles: Iterable[Article], facts: Iterable[Fact], lex: Lexicon, judged: Judgements) -> Resolved:
    given = tuple(articles)
    resolver = Resolver(lex, judged)
    resolver.take_in(given, facts)
    resolver.settle()
    return resolver.resolved(given)
