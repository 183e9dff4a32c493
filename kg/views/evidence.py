"""Articles and the sentences that state facts, as the page holds them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.graph.vocabulary import KGO, OA, RDFS, SDO

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rdflib import URIRef
    from rdflib.term import Node

    from kg.graph.lookup import Triples
    from kg.model import ArticleInfo

Record = dict[str, Any]


class EvidenceTable:
    """Sentences, numbered as they are asked for: `[article, start, end]`, in raw code points."""

    def __init__(self, triples: Triples, article_index: dict[Node, int]) -> None:
        self._triples = triples
        self._articles = article_index
        self._seen: dict[URIRef, int] = {}
        self.rows: list[list[int]] = []

    def of(self, fact: Node) -> list[int]:
        """The numbers of a fact's sentences, in the order of the texts."""
        numbers = (self._number(e) for e in self._triples.links(fact, KGO.evidence))
        return sorted({n for n in numbers if n is not None}, key=lambda n: self.rows[n])

    def merged(self, facts: Iterable[Node]) -> list[int]:
        """The sentences of several facts, each once."""
        return sorted({n for fact in facts for n in self.of(fact)}, key=lambda n: self.rows[n])

    def _number(self, iri: URIRef) -> int | None:
        if iri not in self._seen:
            article = self._articles.get(self._triples.link(iri, OA.hasSource) or iri)
            start, end = self._triples.number(iri, OA.start), self._triples.number(iri, OA.end)
            if article is None or start is None or end is None:
                return None
            self._seen[iri] = len(self.rows)
            self.rows.append([article, int(start), int(end)])
        return self._seen[iri]


class Tail:
    """IRIs without the base they share, as the page stores them."""

    def __init__(self, base: str) -> None:
        self.base = base

    def __call__(self, iri: Node | None) -> str:
        return str(iri or "").removeprefix(self.base)


def article_record(triples: Triples, iri: URIRef, info: ArticleInfo | None) -> Record:
    """What the page says of one article; its text goes into a block of its own."""
    headline = triples.text(iri, SDO.headline)
    record = {
        "headline": headline if headline != triples.text(iri, RDFS.label) else "",
        "file": triples.text(iri, KGO.sourceFile),
        "sha256": triples.text(iri, KGO.sha256),
        "published": triples.text(iri, SDO.datePublished),
        "paper": triples.text(iri, KGO.paper),
        "locality": triples.text(iri, KGO.locality),
        "start": info.start if info else 0,
        "end": info.end if info else 0,
    }
    return {name: value for name, value in record.items() if value or name in {"start", "end"}}
