"""Disputes as findings for people and as kgo:Conflict nodes for the graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import Literal, URIRef

from kg.checks.disputes import Dispute, Disputes
from kg.checks.guess import Guesser
from kg.checks.reading import tenures
from kg.graph.iris import digest
from kg.graph.vocabulary import KGO, RDF, RDFS
from kg.model import Finding

if TYPE_CHECKING:
    from rdflib import Graph

    from kg.graph.lookup import Triples
    from kg.lexicon import Lexicon

TITLES = {"one-seat-two-holders": "一职二人", "exclusive-posts": "职务互斥", "name-spelling": "一名两写"}


def disputes_of(triples: Triples, lexicon: Lexicon) -> list[tuple[Dispute, str]]:
    """Every dispute of the graph with a guess at its slip."""
    held = tenures(triples)
    disputes = Disputes(triples, held, lexicon)
    guesser = Guesser(held, disputes)
    return [(dispute, guesser.guess(dispute)) for dispute in disputes.find()]


def finding_of(dispute: Dispute, guess: str) -> Finding:
    """The dispute for people: what, who, and a sentence for each statement."""
    lines = [_title(dispute)]
    for held in dispute.involved:
        quote = held.quotes[0] if held.quotes else None
        told = f"“{quote.text}”（{quote.doc}）" if quote else ""
        lines.append(f"{held.label}，{len(held.quotes)}处：{told}")
    docs = [quote.doc for held in dispute.involved for quote in held.quotes]
    return Finding(
        dispute.kind, "\n".join(lines), tuple(str(h.iri) for h in dispute.involved), guess, min(docs, default="")
    )


def write_conflict(graph: Graph, dispute: Dispute, guess: str) -> None:
    """The dispute as a kgo:Conflict; writing it again changes nothing."""
    base = dispute.holders[0].iri.rpartition("fact/")[0]
    keys = sorted(h.iri.removeprefix(base) for h in dispute.involved)
    iri = URIRef(f"{base}conflict/{dispute.kind}-{digest(*keys)}")
    graph.add((iri, RDF.type, KGO.Conflict))
    graph.add((iri, RDFS.label, Literal(_title(dispute), lang="zh-Hans")))
    graph.add((iri, KGO.conflictKind, Literal(dispute.kind)))
    graph.add((iri, KGO.disputed, dispute.holders[0].post))
    if guess:
        graph.add((iri, KGO.guess, Literal(guess)))
    for held in dispute.involved:
        graph.add((iri, KGO.involves, held.iri))


def _title(dispute: Dispute) -> str:
    names = "、".join(sorted({h.name for h in dispute.holders}))
    return f"{TITLES[dispute.kind]}：{dispute.holders[0].post_label}（{names}）"
