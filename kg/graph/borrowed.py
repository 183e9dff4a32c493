"""Terms of W3C ORG, PROV-O, Web Annotation, FOAF, SKOS, Dublin Core and schema.org that kg uses, and no others."""

# ruff: noqa: N815  # the names are terms of the vocabularies
from __future__ import annotations

from rdflib import Namespace, URIRef
from rdflib.namespace import DefinedNamespace


class ORG(DefinedNamespace):
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


class PROV(DefinedNamespace):
    """W3C PROV-O: what kg uses of it."""

    _fail = True
    _NS = Namespace("http://www.w3.org/ns/prov#")
    Activity: URIRef
    Association: URIRef
    agent: URIRef
    hadRole: URIRef


class OA(DefinedNamespace):
    """W3C Web Annotation: what kg uses of it."""

    _fail = True
    _NS = Namespace("http://www.w3.org/ns/oa#")
    ResourceSelection: URIRef
    hasSource: URIRef
    start: URIRef
    end: URIRef
    exact: URIRef


class FOAF(DefinedNamespace):
    """Friend of a Friend: what kg uses of it."""

    _fail = True
    _NS = Namespace("http://xmlns.com/foaf/0.1/")
    Person: URIRef
    name: URIRef


class SKOS(DefinedNamespace):
    """SKOS: what kg uses of it."""

    _fail = True
    _NS = Namespace("http://www.w3.org/2004/02/skos/core#")
    Concept: URIRef
    prefLabel: URIRef
    altLabel: URIRef


class DCTERMS(DefinedNamespace):
    """Dublin Core terms: what kg uses of it."""

    _fail = True
    _NS = Namespace("http://purl.org/dc/terms/")
    Location: URIRef
    spatial: URIRef
    isPartOf: URIRef


class SDO(DefinedNamespace):
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
