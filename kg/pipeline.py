"""The whole flow on one screen: source → articles → mentions → facts → resolved → graph → files.

`read` sees one document and nothing else, so that documents go over any number of processes;
`connect` is the only step that sees everything.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.articles import split_articles
from kg.clock import timed
from kg.errors import KgError
from kg.facts import find_facts
from kg.mentions import find_mentions

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from rdflib import Graph

    from kg.lexicon import Lexicon
    from kg.model import Article, Fact, Finding, Mention, Resolved, Source

BASE_IRI = "https://kg.example/id/"
LONGEST_LINE = 1_000_000  # characters; a page of a newspaper holds some ten thousand


class NoPageError(KgError):
    """A document that cannot be a page of a newspaper."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article gave."""

    article: Article
    mentions: tuple[Mention, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What all articles gave: records, the graph of them, and what the checks have to tell."""

    resolved: Resolved
    graph: Graph
    findings: tuple[Finding, ...]


def read(source: Source, lex: Lexicon) -> tuple[Reading, ...]:
    """One document, article by article. Raises NoPageError for a line that no newspaper prints."""
    if len(source.text) > LONGEST_LINE and (longest := max(map(len, source.text.splitlines()))) > LONGEST_LINE:
        raise NoPageError(f"{source.doc}: a line of {longest:,} characters is no page of a newspaper")
    with timed("articles"):
        articles = split_articles(source, lex)
    return tuple(read_article(article, lex) for article in articles)


def read_article(article: Article, lex: Lexicon) -> Reading:
    with timed("mentions"):
        mentions = find_mentions(article, lex)
    with timed("facts"):
        facts = find_facts(article, mentions, lex)
    return Reading(article, mentions, facts)


def connect(
    readings: Iterable[Reading], lex: Lexicon, *, judgements: Path | None = None, base_iri: str = BASE_IRI
) -> Knowledge:
    """All that was read, made one: identities settled, the graph built and checked. Any order gives the same."""
    from kg.checks import add_conflicts  # noqa: PLC0415  # rdflib and its friends take a second; kg parse needs none
    from kg.graph import build_graph  # noqa: PLC0415

    resolved, stale = _resolved(readings, lex, judgements)
    with timed("graph"):
        graph = build_graph(resolved, base_iri, lex)
    with timed("checks"):
        findings = (*add_conflicts(graph, lex), *stale)
    return Knowledge(resolved, graph, findings)


def _resolved(readings: Iterable[Reading], lex: Lexicon, judgements: Path | None) -> tuple[Resolved, tuple[Finding, ...]]:
    """In a function of its own, so that the articles' texts are gone before the graph is made."""
    from kg.resolution import resolve_and_report  # noqa: PLC0415

    with timed("loading"):
        ordered = sorted(readings, key=lambda r: (r.article.doc, r.article.sha256, r.article.number))
    with timed("resolution"):
        facts = tuple(fact for reading in ordered for fact in reading.facts)
        return resolve_and_report([r.article for r in ordered], facts, lex, judgements)


def write(knowledge: Knowledge, folder: Path) -> None:
    """The files of `output/`."""
    from kg.graph import write_turtle  # noqa: PLC0415
    from kg.views import write_page  # noqa: PLC0415

    with timed("turtle"):
        write_turtle(knowledge.graph, folder / "graph.ttl")
    with timed("page"):
        write_page(knowledge.graph, knowledge.resolved.articles, folder / "graph.html")
