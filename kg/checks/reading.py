"""Tenures as the checks see them: who, which post of which body, told when and in which documents."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.graph.vocabulary import KGO, OA, ORG, PROV, RDFS, SDO, SKOS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rdflib import URIRef

    from kg.graph.lookup import Triples


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence that states a tenure."""

    iri: URIRef
    article: URIRef
    doc: str
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Held:
    """One tenure. `days` are days known to attest it, in order; none where the text gives no full date."""

    iri: URIRef
    label: str
    person: URIRef
    name: str
    aliases: frozenset[str]
    post: URIRef
    post_label: str
    body: URIRef
    title: str
    one_seat: bool
    status: str
    days: tuple[date, ...]
    quotes: tuple[Quote, ...]

    @property
    def docs(self) -> frozenset[str]:
        return frozenset(q.doc for q in self.quotes)

    @property
    def sentences(self) -> frozenset[URIRef]:
        return frozenset(q.iri for q in self.quotes)


def tenures(triples: Triples) -> list[Held]:
    """All tenures that name a person and a post, in the order of their IRIs."""
    return [held for iri in triples.instances(KGO.Tenure) if (held := _held(triples, iri))]


def _held(triples: Triples, iri: URIRef) -> Held | None:
    person, post = triples.link(iri, ORG.member), triples.link(iri, KGO.post)
    body = triples.link(post, ORG.postIn) if post else None
    role = triples.link(post, ORG.role) if post else None
    if not (person and post and body and role):
        return None
    quotes = tuple(sorted(_quotes(triples, iri), key=lambda q: (q.doc, q.start, str(q.iri))))
    days = {triples.day(q.article, SDO.datePublished) for q in quotes}
    days |= {triples.day(iri, KGO.firstSeen), triples.day(iri, KGO.lastSeen)}
    return Held(
        iri=iri, label=triples.text(iri, RDFS.label), person=person, name=triples.text(person, RDFS.label),
        aliases=frozenset(triples.texts(person, SKOS.altLabel)),
        post=post, post_label=triples.text(post, RDFS.label), body=body,
        title=triples.text(role, SKOS.prefLabel), one_seat=triples.text(post, KGO.seats) == "1",
        status=triples.text(iri, KGO.status), days=tuple(sorted(d for d in days if d)), quotes=quotes,
    )


def _quotes(triples: Triples, iri: URIRef) -> Iterator[Quote]:
    for evidence in triples.links(iri, KGO.evidence):
        article = triples.link(evidence, OA.hasSource)
        if article:
            yield Quote(
                evidence, article, triples.text(article, KGO.sourceFile),
                int(triples.text(evidence, OA.start) or 0), triples.text(evidence, OA.exact),
            )


def movers(triples: Triples) -> dict[URIRef, frozenset[str]]:
    """Persons told to be appointed or removed, with the documents that tell it."""
    found: defaultdict[URIRef, set[str]] = defaultdict(set)
    for role in (KGO.appointed, KGO.removed):
        for part in triples.holders(PROV.hadRole, role):
            person = triples.link(part, PROV.agent)
            if person:
                sources = (triples.link(sentence, OA.hasSource) for sentence in triples.links(part, KGO.evidence))
                found[person].update(triples.text(article, KGO.sourceFile) for article in sources if article)
    return {person: frozenset(docs) for person, docs in found.items()}
