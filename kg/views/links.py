"""The edges of the page: each stands for one fact, or for one property that the graph states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.graph.vocabulary import DCTERMS, KGO, ORG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib import URIRef

    from kg.graph.lookup import Triples
    from kg.views.entities import Entities
    from kg.views.evidence import Record
    from kg.views.facts import Facts

_PLAIN = {
    "part": ORG.subOrganizationOf, "in": DCTERMS.spatial, "within": DCTERMS.isPartOf, "byline": KGO.byline,
}
_REIFIED = (
    (KGO.Structure, "part", KGO.part, KGO.whole),
    (KGO.Structure, "in", KGO.part, KGO.whole),
    (KGO.Byline, "byline", KGO.creditedIn, KGO.creditedPerson),
)
_ACTIVITY_LINKS = {"organized": KGO.organizer, "venue": KGO.venue, "about": KGO.about}


def edges(triples: Triples, entities: Entities, facts: Facts) -> list[Record]:
    """Every edge, facts first; those that lead nowhere or to themselves left out."""
    found = [
        *_fact_edges(facts), *_activity_edges(triples, entities),
        *_plain_edges(triples, entities), *_names(triples, entities),
    ]
    return [edge for edge in found if None not in (edge["from"], edge["to"]) and edge["from"] != edge["to"]]


def _fact_edges(facts: Facts) -> Iterator[Record]:
    for number, tenure in enumerate(facts.tenures):
        yield _edge(tenure["person"], tenure["org"], "post", tenure["evidence"], fact=number)
    for number, take in enumerate(facts.takes):
        yield _edge(take["agent"], take["activity"], "took", take["evidence"], fact=number)


def _activity_edges(triples: Triples, entities: Entities) -> Iterator[Record]:
    for activity in entities.of_kind("Activity"):
        number, evidence = entities.index[activity], entities.evidence.of(activity)
        for kind, predicate in _ACTIVITY_LINKS.items():
            for other in entities.numbers(triples.links(activity, predicate)):
                yield _edge(number, other, kind, evidence)
        yield from _visits(triples, entities, activity)
        for article in sorted({entities.evidence.rows[e][0] for e in evidence}):
            yield _edge(number, article, "told", evidence)


def _visits(triples: Triples, entities: Entities, activity: URIRef) -> Iterator[Record]:
    orders = _visit_orders(triples, entities, activity)
    for site in entities.numbers(triples.links(activity, KGO.visited)):
        order = {"order": orders[site]} if site in orders else {}
        yield _edge(entities.index[activity], site, "visited", entities.evidence.of(activity), **order)


def _visit_orders(triples: Triples, entities: Entities, activity: URIRef) -> dict[int, int]:
    return {
        site: int(triples.number(visit, KGO.visitOrder) or 0)
        for visit in triples.links(activity, KGO.visit)
        for site in entities.numbers(triples.links(visit, KGO.visitedPlace))
    }


def _plain_edges(triples: Triples, entities: Entities) -> Iterator[Record]:
    """Edges that one property tells, with the sentences of the fact that stands behind it, if one does."""
    behind = _behind(triples, entities)
    for number, iri in enumerate(entities.iris):
        for kind, predicate in _PLAIN.items():
            for other in entities.numbers(triples.links(iri, predicate)):
                yield _edge(number, other, kind, behind.get((kind, number, other), []))


def _names(triples: Triples, entities: Entities) -> Iterator[Record]:
    """From an article to those it only names."""
    for mention in triples.instances(KGO.Mention):
        for person in entities.numbers(triples.links(mention, KGO.mentions)):
            for sentence in entities.evidence.of(mention):
                yield _edge(entities.evidence.rows[sentence][0], person, "named", [sentence])


def _behind(triples: Triples, entities: Entities) -> dict[tuple[str, int, int], list[int]]:
    """The sentences of structures and credits, by the nodes that they link."""
    facts: dict[tuple[str, int, int], list[int]] = {}
    for cls, kind, start, end in _REIFIED:
        for fact in triples.instances(cls):
            for a in entities.numbers(triples.links(fact, start)):
                for b in entities.numbers(triples.links(fact, end)):
                    facts.setdefault((kind, a, b), []).extend(entities.evidence.of(fact))
    return facts


def _edge(start: int | None, end: int | None, kind: str, evidence: list[int], **extra: Any) -> Record:
    return {"from": start, "to": end, "kind": kind, "evidence": evidence, **extra}
