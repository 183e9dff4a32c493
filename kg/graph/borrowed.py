"""Terms of RDF, W3C ORG, PROV-O, Web Annotation, FOAF, SKOS, Dublin Core and schema.org that kg uses, and no others."""

# ruff: noqa: N815  # the names are terms of the vocabularies
from __future__ import annotations

from rdflib import Namespace, URIRef
from rdflib.namespace import DefinedNamespace


class Vocabulary(DefinedNamespace):
    """A vocabulary whose terms are made once: rdflib makes or looks up each of them anew wherever it is named."""

    def __init_subclass__(cls) -> None:
        for name in [name for name in cls.__annotations__ if not name.startswith("_")]:
            setattr(cls, name, cls[name])


class RDF(Vocabulary):
    """RDF: what kg uses of it."""

    _fail = True
    _NS = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
    type: URIRef


class RDFS(Vocabulary):
    """RDF Schema: what kg uses of it."""

    _fail = True
    _NS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
    label: URIRef


class ORG(Vocabulary):
    """W3C Organization Ontology: what kg uses of it."""

    _fail = True
    _NS = Namespace("http://www.w3.org/ns/org#")
    Organization: URIRef
    Post: URIRef
    Membership: URIRef
    classification: URIRef
    subOrganizationOf: URIRef
    postIn: URIRef
    role: URIRef
    member: URIRef
    organization: URIRef


class PROV(Vocabulary):
    """W3C PROV-O: what kg uses of it."""

    _fail = True
    _NS = Namespace("http://www.w3.org/ns/prov#")
    Activity: URIRef
    Association: URIRef
    agent: URIRef
    hadRole: URIRef


class OA(Vocabulary):
    """W3C Web Annotation: what kg uses of it."""

    _fail = True
    _NS = Namespace("http://www.w3.org/ns/oa#")
    ResourceSelection: URIRef
    hasSource: URIRef
    start: URIRef
    end: URIRef
    exact: URIRef


class FOAF(Vocabulary):
    """Friend of a Friend: what kg uses of it."""

    _fail = True
    _NS = Namespace("http://xmlns.com/foaf/0.1/")
    Person: URIRef
    name: URIRef


class SKOS(Vocabulary):
    """SKOS: what kg uses of it."""

    _fail = True
    _NS = Namespace("http://www.w3.org/2004/02/skos/core#")
    Concept: URIRef
    prefLabel: URIRef
    altLabel: URIRef


class DCTERMS(Vocabulary):
    """Dublin Core terms: what kg uses of it."""

    _fail = True
    _NS = Namespace("http://purl.org/dc/terms/")
    Location: URIRef
    spatial: URIRef
    isPartOf: URIRef


class SDO(Vocabulary):
    """schema.org: what kg uses of it. `schema:name` and `schema:value` of figures, and articles."""

    _fail = True
    _NS = Namespace("https://schema.org/")
    Project: URIRef
    Event: URIRef
    Quotation: URIRef
    PropertyValue: URIRef
    NewsArticle: URIRef
    headline: URIRef
    datePublished: URIRef
    text: URIRef
    name: URIRef
    value: URIRef
    unitText: URIRef
