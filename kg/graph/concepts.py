"""Labels of the ontology's own concepts (kgo:Meeting is 会议), read from `ontology/kg.ttl`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.graph.vocabulary import RDFS
from kg.resources import ontology_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rdflib import URIRef

CHINESE = "zh-hans"  # pyoxigraph lowers language tags, which RDF 1.1 compares without case


def concept_label(iri: URIRef, language: str = CHINESE) -> str:
    """The label of a term of the ontology; a term without one raises KeyError."""
    return ontology_labels(language)[str(iri)]


@cache
def ontology_labels(language: str = CHINESE) -> Mapping[str, str]:
    """Every labelled term of the ontology by IRI. `language` in lower case: zh-hans or en."""
    labels: dict[str, str] = {}
    for triple in ox.parse(path=str(ontology_file("kg.ttl")), format=ox.RdfFormat.TURTLE):
        value = triple.object
        if triple.predicate.value == str(RDFS.label) and isinstance(value, ox.Literal) and value.language == language:
            labels[str(getattr(triple.subject, "value", ""))] = value.value
    return labels
