"""How much of a graph one page holds: everything, or the people of whom most is told, with all that is told of them.

A browser on a laptop opens a page of some thirty megabytes in a few seconds, and one of three hundred not at all.
A person on the page should be there whole, or be marked as not: so people are taken one by one, each with every
post, activity and statement, until the page is full; whoever else took part in those activities is there in part.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.graph.vocabulary import DCTERMS, KGO, OA, ORG, PROV

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rdflib import URIRef

    from kg.graph.lookup import Triples

LIMIT = 60_000  # nodes
_OF_ACTIVITY = (KGO.organizer, KGO.visited, KGO.venue, KGO.about)
_AROUND = (ORG.subOrganizationOf, DCTERMS.spatial, DCTERMS.isPartOf)  # what a body or place lies in comes with it
_HOLDER = {KGO.Tenure: ORG.member, KGO.Statement: KGO.speaker}


@dataclass(frozen=True, slots=True)
class Extent:
    """The nodes of a page that does not hold all, and the people among them who are there whole."""

    nodes: frozenset[URIRef]
    whole: frozenset[URIRef]
    people: int  # of the graph


def extent(triples: Triples, kinds: Iterable[URIRef], limit: int = LIMIT) -> Extent | None:
    """What the page holds of a graph with more than `limit` nodes of these kinds; None where it holds everything."""
    if sum(triples.count(kind) for kind in kinds) <= limit:
        return None
    facts = _facts(triples)
    nodes: set[URIRef] = set()
    whole: set[URIRef] = set()
    disputed = _disputed(triples)
    for person in sorted(facts, key=lambda p: (p not in disputed, -len(facts[p]), p)):
        if len(nodes) >= limit:
            break
        whole.add(person)
        nodes.add(person)
        for fact in facts[person]:
            _add(triples, fact, nodes)
    return Extent(frozenset(nodes), frozenset(whole), triples.count(KGO.Person))


def _facts(triples: Triples) -> dict[URIRef, list[URIRef]]:
    """Each person's tenures, statements and activities."""
    found: defaultdict[URIRef, list[URIRef]] = defaultdict(list)
    people = set(triples.instances(KGO.Person))
    for cls, holder in _HOLDER.items():
        for fact in triples.instances(cls):
            for person in triples.links(fact, holder):
                if person in people:
                    found[person].append(fact)
    for activity in triples.instances(KGO.Activity):
        for person in _agents(triples, activity):
            if person in people:
                found[person].append(activity)
    return found


def _disputed(triples: Triples) -> set[URIRef]:
    """The people of contradictions: no page leaves one out."""
    involved = (fact for conflict in triples.instances(KGO.Conflict) for fact in triples.links(conflict, KGO.involves))
    return {person for fact in involved for person in triples.links(fact, ORG.member)}


def _agents(triples: Triples, activity: URIRef) -> list[URIRef]:
    parts = triples.links(activity, KGO.participation)
    return list(dict.fromkeys(agent for part in parts for agent in triples.links(part, PROV.agent)))


def _add(triples: Triples, fact: URIRef, nodes: set[URIRef]) -> None:
    """Adds all that a fact is about, and the articles that state it."""
    if fact in nodes:
        return
    nodes.update(source for sentence in triples.links(fact, KGO.evidence) for source in triples.links(sentence, OA.hasSource))
    for body in (*triples.links(fact, ORG.organization), *triples.links(fact, KGO.addressee)):
        _place(triples, body, nodes)
    for activity in triples.links(fact, KGO.duringActivity):
        _add(triples, activity, nodes)
    if triples.links(fact, KGO.activityType):
        nodes.add(fact)
        for other in (*_agents(triples, fact), *(v for p in _OF_ACTIVITY for v in triples.links(fact, p))):
            _place(triples, other, nodes)


def _place(triples: Triples, node: URIRef, nodes: set[URIRef]) -> None:
    if node not in nodes:
        nodes.add(node)
        for predicate in _AROUND:
            for other in triples.links(node, predicate):
                _place(triples, other, nodes)
