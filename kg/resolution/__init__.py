"""Resolution: who and what the references of all articles mean.

`local` has what a page tells by itself: short forms are read against the place their article speaks for
(市委 → 铜川市委), years come from the page where it settles them. The modules beside it are the only ones that see
every page: forms of one body are merged, the same person is one across articles and years, people's judgements
are replayed, and what was said twice becomes one fact with all its evidence.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.resolution.judgements import read_judgements
from kg.resolution.local.pages import page_reader, pages
from kg.resolution.merge import key_of
from kg.resolution.resolver import Resolver

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from kg.lexicon import Lexicon
    from kg.model import Article, Fact, Finding, Resolved
    from kg.resolution.local.records import Page

__all__ = ["resolve", "resolve_and_report", "resolve_pages"]


def resolve(
    articles: Iterable[Article], facts: Iterable[Fact], lex: Lexicon, judgements: Path | None = None
) -> Resolved:
    """Records of people, bodies, divisions, sites and initiatives, and the facts with their keys.

    The order of articles and facts does not matter. KgError: a judgement file that cannot be read, or a fact of
    an article that is not given.
    """
    return resolve_and_report(articles, facts, lex, judgements)[0]


def resolve_and_report(
    articles: Iterable[Article], facts: Iterable[Fact], lex: Lexicon, judgements: Path | None = None
) -> tuple[Resolved, tuple[Finding, ...]]:
    """As `resolve`, with a finding for each judgement that matches nothing any more."""
    told = [(read.page, read.facts) for read in pages(articles, facts, page_reader(lex))]
    resolved, own, findings = resolve_pages((page for page, _ in told), told, lex, judgements)
    return replace(resolved, facts=tuple(sorted(own, key=key_of))), findings


def resolve_pages(
    read: Iterable[Page], told: Iterable[tuple[Page, Sequence[Sequence[Fact]]]], lex: Lexicon, judgements: Path | None = None
) -> tuple[Resolved, Iterator[Fact], tuple[Finding, ...]]:
    """The records, the facts and the findings of pages that come in order of document, and a second time with their facts.

    No more than one page has to be in memory, and a fact that is handed on is not held here any more.
    """
    judged = read_judgements(judgements)
    resolver = Resolver(lex, judged)
    for page in read:
        resolver.take_in(page)
    resolver.settle()
    for page, facts in told:
        resolver.rewrite(page, facts)
    return resolver.records(), resolver.facts(), judged.findings()
