"""The whole flow on one screen: source → articles → mentions → facts → page → resolved → graph → files.

`read` and `read_page` see one document and nothing else, so that documents go over any number of processes;
`connect` is the only step that sees everything.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from kg.articles import split_articles
from kg.clock import timed
from kg.errors import KgError
from kg.facts import find_facts
from kg.mentions import find_mentions
from kg.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from rdflib import Graph

    from kg.lexicon import Lexicon
    from kg.model import Article, ArticleInfo, Fact, Finding, Mention, Resolved, Source
    from kg.resolution.local.records import Page, PageFacts

BASE_IRI = "https://kg.example/id/"
LONGEST_LINE = 1_000_000  # characters; a page of a newspaper holds some ten thousand


class NoPageError(KgError):
    """A document that cannot be a page of a newspaper."""


@record
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


class Archive(Protocol):
    """All pages that were read, in order of document, as often as they are asked for."""

    def pages(self) -> Iterable[Page]: ...

    def told(self) -> Iterable[tuple[Page, Sequence[Sequence[Fact]]]]: ...


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


def read_page(source: Source, lex: Lexicon) -> PageFacts | None:
    """What one document tells, read by itself; None where it holds no article. Raises NoPageError as `read`."""
    from kg.resolution.local.pages import page_reader  # noqa: PLC0415  # the gazetteer, which `kg parse` needs not

    readings = read(source, lex)
    with timed("pages"):
        facts = {reading.article.id: reading.facts for reading in readings}
        return page_reader(lex).page([reading.article for reading in readings], facts) if readings else None


def load() -> None:
    """Loads what `connect` and `write` run on. It takes most of a second, which one may have while others read."""
    import kg.checks  # noqa: PLC0415
    import kg.graph  # noqa: PLC0415
    import kg.views  # noqa: F401, PLC0415


def connect(
    archive: Archive, lex: Lexicon, *, judgements: Path | None = None, base_iri: str = BASE_IRI, facts: bool = True
) -> Knowledge:
    """All that was read, made one: identities settled, the graph built and checked.

    Without `facts` they are let go while the graph is made of them, and `resolved` holds the records alone.
    """
    from kg.checks import add_conflicts  # noqa: PLC0415  # rdflib and its friends take a second; kg parse needs none
    from kg.graph import build_graph  # noqa: PLC0415
    from kg.resolution import resolve_pages  # noqa: PLC0415

    with timed("resolution"):
        resolved, told, stale = resolve_pages(archive.pages(), archive.told(), lex, judgements)
        if facts:
            resolved = replace(resolved, facts=tuple(told))
    with timed("graph"):
        graph = build_graph(resolved, base_iri, lex, facts=None if facts else told)
    with timed("checks"):
        findings = (*add_conflicts(graph, lex), *stale)
    return Knowledge(resolved, graph, findings)


def write(knowledge: Knowledge, articles: Iterable[ArticleInfo], folder: Path) -> None:
    """The files of `output/`; `articles` come with their texts."""
    from kg.graph import write_turtle  # noqa: PLC0415
    from kg.views import write_page  # noqa: PLC0415

    with timed("turtle"):
        write_turtle(knowledge.graph, folder / "graph.ttl")
    with timed("page"):
        write_page(knowledge.graph, articles, folder / "graph.html")
