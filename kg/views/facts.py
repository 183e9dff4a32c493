"""The facts of the page: tenures, participations, statements, figures, with their sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.graph.lookup import Triples, local
from kg.graph.vocabulary import KGO, ORG, PROV, RDFS, SDO, SKOS
from kg.views.entities import fact_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rdflib import URIRef
    from rdflib.term import Node

    from kg.views.entities import Entities
    from kg.views.evidence import Record

_TENURE_TIMES = {"first": KGO.firstSeen, "last": KGO.lastSeen, "since": KGO.validFrom, "until": KGO.validUntil}


class Facts:
    """Reads the facts of a graph into records that point at nodes and sentences by number.

    Facts about nodes that the page does not hold, or of sentences from articles that it does not hold, are left out.
    """

    def __init__(self, triples: Triples, entities: Entities) -> None:
        self._triples = triples
        self._entities = entities
        self.tenures = _held(map(self._tenure, triples.instances(KGO.Tenure)), "person", "org")
        self.takes = _held((take for activity in entities.of_kind("Activity") for take in self._takes(activity)), "agent")
        self.statements = _held(map(self._statement, triples.instances(KGO.Statement)), "speaker")
        self.figures = _held(map(self._figure, triples.instances(KGO.Figure)), "of")

    def _tenure(self, iri: URIRef) -> Record:
        t = self._triples
        post = t.link(iri, KGO.post)
        body = t.link(iri, ORG.organization) or (t.link(post, ORG.postIn) if post else None)
        record = self._fact(iri) | {
            "person": self._number(t.link(iri, ORG.member)),
            "org": self._number(body),
            "role": self._role(post),
            "status": t.term(iri, KGO.status) or "current",
            "post": self._entities.tail(post),
        }
        return record | {name: text for name, prop in _TENURE_TIMES.items() if (text := t.text(iri, prop))}

    def _role(self, post: Node | None) -> str:
        role = self._triples.link(post, ORG.role) if post else None
        return (self._triples.text(role, SKOS.prefLabel) or self._triples.text(role, RDFS.label)) if role else ""

    def _takes(self, activity: URIRef) -> Iterator[Record]:
        for iri in self._triples.links(activity, KGO.participation):
            order = self._triples.number(iri, KGO.order)
            record = self._fact(iri) | {
                "activity": self._number(activity),
                "agent": self._number(self._triples.link(iri, PROV.agent)),
                "roles": sorted(local(r) for r in self._triples.links(iri, PROV.hadRole)),
                "capacity": [self._capacity(c) for c in self._triples.links(iri, KGO.inCapacity)],
            }
            yield record if order is None else record | {"order": int(order)}

    def _capacity(self, value: Node) -> str:
        return self._triples.text(value, RDFS.label) or str(value)

    def _statement(self, iri: URIRef) -> Record:
        t = self._triples
        return self._fact(iri) | {
            "speaker": self._number(t.link(iri, KGO.speaker)),
            "addressees": self._entities.numbers(t.links(iri, KGO.addressee)),
            "act": t.term(iri, KGO.speechAct),
            "text": t.text(iri, SDO.text),
            "activity": self._number(t.link(iri, KGO.duringActivity)),
        }

    def _figure(self, iri: URIRef) -> Record:
        t = self._triples
        return self._fact(iri) | {
            "of": self._number(t.link(iri, KGO.quantityOf)),
            "name": t.text(iri, SDO.name),
            "value": t.text(iri, SDO.value),
            "unit": t.text(iri, SDO.unitText),
        }

    def _fact(self, iri: URIRef) -> Record:
        evidence = self._entities.evidence.of(iri)
        return {"iri": self._entities.tail(iri), "evidence": evidence} | fact_marks(self._triples, iri)

    def _number(self, iri: Node | None) -> int | None:
        return self._entities.index.get(iri) if iri is not None else None


def _held(facts: Iterable[Record], *about: str) -> list[Record]:
    """The facts whose nodes and sentences are on the page."""
    return [fact for fact in facts if fact["evidence"] and all(fact[name] is not None for name in about)]
