"""Tenures as the checks see them: who, which post of which body, told when and in which documents."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rdflib import Literal, URIRef

from kg.graph.vocabulary import KGO, OA, ORG, PROV, RDF, RDFS, SDO, SKOS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib import Graph
    from rdflib.term import Node


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


def text_of(graph: Graph, subject: Node, predicate: URIRef) -> str:
    """The least value of a property as text; empty where there is none."""
    return min((str(v) for v in graph.objects(subject, predicate)), default="")


def node_of(graph: Graph, subject: Node, predicate: URIRef) -> URIRef | None:
    """The least value of a property that is an IRI; None where there is none."""
    return min((v for v in graph.objects(subject, predicate) if isinstance(v, URIRef)), default=None)


def day_of(graph: Graph, subject: Node, predicate: URIRef) -> date | None:
    """The least day of a property; None where there is none that is a day."""
    days = (v.toPython() for v in graph.objects(subject, predicate) if isinstance(v, Literal))
    return min((d for d in days if isinstance(d, date)), default=None)


def tenures(graph: Graph) -> list[Held]:
    """All tenures that name a person and a post, in the order of their IRIs."""
    subjects = sorted(s for s in graph.subjects(RDF.type, KGO.Tenure) if isinstance(s, URIRef))
    return [held for iri in subjects if (held := _held(graph, iri))]


def _held(graph: Graph, iri: URIRef) -> Held | None:
    person, post = node_of(graph, iri, ORG.member), node_of(graph, iri, KGO.post)
    body = node_of(graph, post, ORG.postIn) if post else None
    role = node_of(graph, post, ORG.role) if post else None
    if not (person and post and body and role):
        return None
    quotes = tuple(sorted(_quotes(graph, iri), key=lambda q: (q.doc, q.start, q.iri)))
    days = {day_of(graph, q.article, SDO.datePublished) for q in quotes}
    days |= {day_of(graph, iri, KGO.firstSeen), day_of(graph, iri, KGO.lastSeen)}
    return Held(
        iri=iri, label=text_of(graph, iri, RDFS.label), person=person, name=text_of(graph, person, RDFS.label),
        aliases=frozenset(str(a) for a in graph.objects(person, SKOS.altLabel)),
        post=post, post_label=text_of(graph, post, RDFS.label), body=body,
        title=text_of(graph, role, SKOS.prefLabel), one_seat=text_of(graph, post, KGO.seats) == "1",
        status=text_of(graph, iri, KGO.status), days=tuple(sorted(d for d in days if d)), quotes=quotes,
    )


def _quotes(graph: Graph, iri: URIRef) -> Iterator[Quote]:
    for evidence in graph.objects(iri, KGO.evidence):
        article = node_of(graph, evidence, OA.hasSource)
        if isinstance(evidence, URIRef) and article:
            yield Quote(
                evidence, article, text_of(graph, article, KGO.sourceFile),
                int(text_of(graph, evidence, OA.start) or 0), text_of(graph, evidence, OA.exact),
            )


def movers(graph: Graph) -> dict[URIRef, frozenset[str]]:
    """Persons told to be appointed or removed, with the documents that tell it."""
    found: defaultdict[URIRef, set[str]] = defaultdict(set)
    for role in (KGO.appointed, KGO.removed):
        for part in graph.subjects(PROV.hadRole, role):
            person = node_of(graph, part, PROV.agent)
            if person:
                docs = (text_of(graph, a, KGO.sourceFile) for e in graph.objects(part, KGO.evidence)
                        if (a := node_of(graph, e, OA.hasSource)))
                found[person].update(docs)
    return {person: frozenset(docs) for person, docs in found.items()}
