"""Contradictions: what they involve, and the sentences that disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.graph.vocabulary import KGO, ORG, PROV, RDFS

if TYPE_CHECKING:
    from rdflib import URIRef
    from rdflib.term import Node

    from kg.graph.lookup import Triples
    from kg.views.entities import Entities
    from kg.views.evidence import Record

# From a fact to the nodes it is about.
_ABOUT = (ORG.member, ORG.organization, PROV.agent, KGO.speaker)


def conflicts(triples: Triples, entities: Entities) -> list[Record]:
    """One record a contradiction: its sides are facts or nodes, each with its sentences."""
    return [_conflict(triples, entities, iri) for iri in triples.instances(KGO.Conflict)]


def _conflict(triples: Triples, entities: Entities, iri: URIRef) -> Record:
    sides = [_side(triples, entities, part) for part in triples.links(iri, KGO.involves)]
    return {
        "iri": entities.tail(iri),
        "label": triples.text(iri, RDFS.label),
        "kind": triples.term(iri, KGO.conflictKind),
        "guess": triples.text(iri, KGO.guess),
        "sides": sides,
        "nodes": sorted({n for side in sides for n in side["nodes"]}),
    }


def _side(triples: Triples, entities: Entities, part: URIRef) -> Record:
    about: list[Node] = [part, *(v for p in _ABOUT for v in triples.links(part, p))]
    return {
        "iri": entities.tail(part),
        "label": triples.text(part, RDFS.label),
        "nodes": entities.numbers(about),
        "evidence": entities.evidence.of(part),
    }
