"""Every term that kg writes, ours and the borrowed ones. A mistyped term raises AttributeError.

`ontology/kg.ttl` defines the `kgo:` terms; a test holds the two together.
"""

# ruff: noqa: N815  # the names are terms of the vocabularies
from __future__ import annotations

from typing import Final

from rdflib import XSD, Namespace, URIRef

from kg.graph.borrowed import DCTERMS, FOAF, OA, ORG, PROV, RDF, RDFS, SDO, SKOS, Vocabulary

__all__ = [
    "ACTIVITY_TYPES", "CLASSIFICATIONS", "DCTERMS", "FOAF", "KGO", "OA", "ORG", "PREFIXES", "PROV", "RDF", "RDFS",
    "ROLES", "SDO", "SKOS", "TYPES", "XSD",
]


class KGO(Vocabulary):
    """The project's own vocabulary."""

    _fail = True
    _NS = Namespace("https://kg.example/ontology#")

    # classes of things
    Person: URIRef
    Organization: URIRef
    Post: URIRef
    AdminDivision: URIRef
    Site: URIRef
    Initiative: URIRef
    Article: URIRef
    Evidence: URIRef
    Visit: URIRef
    Conflict: URIRef
    # classes of facts
    Fact: URIRef
    Tenure: URIRef
    Activity: URIRef
    Participation: URIRef
    Statement: URIRef
    Figure: URIRef
    Structure: URIRef
    Byline: URIRef
    Mention: URIRef
    # classes of concepts
    ActivityType: URIRef
    ParticipationRole: URIRef
    OrganizationType: URIRef
    PostRole: URIRef
    # types of activities
    Meeting: URIRef
    Inspection: URIRef
    StudyVisit: URIRef
    Reception: URIRef
    Signing: URIRef
    Ceremony: URIRef
    Condolence: URIRef
    Appointment: URIRef
    PublicEvent: URIRef
    Other: URIRef
    # roles in activities
    lead: URIRef
    preside: URIRef
    speak: URIRef
    attend: URIRef
    accompany: URIRef
    host: URIRef
    guest: URIRef
    report: URIRef
    sign: URIRef
    appointed: URIRef
    removed: URIRef
    # kinds of organizations
    Party: URIRef
    Government: URIRef
    Congress: URIRef
    Cppcc: URIRef
    Discipline: URIRef
    Judiciary: URIRef
    Military: URIRef
    MassOrganization: URIRef
    ParkCommittee: URIRef
    Subdistrict: URIRef
    Community: URIRef
    LeadingGroup: URIRef
    Institution: URIRef
    School: URIRef
    Hospital: URIRef
    Company: URIRef
    Association: URIRef
    Media: URIRef
    International: URIRef
    Delegation: URIRef
    Place: URIRef
    OtherBody: URIRef
    # facts and evidence
    evidence: URIRef
    rule: URIRef
    confidence: URIRef
    mentions: URIRef
    # posts and tenures
    post: URIRef
    status: URIRef
    seats: URIRef
    firstSeen: URIRef
    lastSeen: URIRef
    validFrom: URIRef
    validUntil: URIRef
    # activities
    activityType: URIRef
    dateText: URIRef
    edtf: URIRef
    edtfEnd: URIRef
    earliest: URIRef
    latest: URIRef
    dayPart: URIRef
    dateBasis: URIRef
    organizer: URIRef
    visited: URIRef
    visit: URIRef
    visitedPlace: URIRef
    visitOrder: URIRef
    venue: URIRef
    about: URIRef
    participation: URIRef
    inCapacity: URIRef
    order: URIRef
    # statements, figures, structure
    speaker: URIRef
    addressee: URIRef
    speechAct: URIRef
    duringActivity: URIRef
    initiativeKind: URIRef
    figure: URIRef
    quantityOf: URIRef
    part: URIRef
    whole: URIRef
    gbCode: URIRef
    # articles
    sourceFile: URIRef
    alsoIn: URIRef
    sha256: URIRef
    paper: URIRef
    locality: URIRef
    byline: URIRef
    creditedIn: URIRef
    creditedPerson: URIRef
    creditRole: URIRef
    # contradictions
    conflictKind: URIRef
    involves: URIRef
    disputed: URIRef
    guess: URIRef
    # shortcuts, derived
    attended: URIRef
    heldPost: URIRef
    metWith: URIRef
    # marks on properties
    derived: URIRef


PREFIXES: Final = {
    "dcterms": str(DCTERMS),
    "foaf": str(FOAF),
    "kgo": str(KGO),
    "oa": str(OA),
    "org": str(ORG),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SDO),
    "skos": str(SKOS),
    "xsd": str(XSD),
}

# What each node is said to be: its class and the parents that the ontology gives it, so that tools that
# know only ORG, PROV or schema.org find it without reasoning.
TYPES: Final[dict[URIRef, tuple[URIRef, ...]]] = {
    KGO.Person: (KGO.Person, FOAF.Person),
    KGO.Organization: (KGO.Organization, ORG.Organization),
    KGO.Post: (KGO.Post, ORG.Post),
    KGO.AdminDivision: (KGO.AdminDivision, DCTERMS.Location),
    KGO.Site: (KGO.Site, DCTERMS.Location),
    KGO.Initiative: (KGO.Initiative, SDO.Project),
    KGO.Article: (KGO.Article, SDO.NewsArticle),
    KGO.Evidence: (KGO.Evidence, OA.ResourceSelection),
    KGO.Visit: (KGO.Visit,),
    KGO.Conflict: (KGO.Conflict,),
    KGO.PostRole: (KGO.PostRole, SKOS.Concept),
    KGO.ActivityType: (KGO.ActivityType, SKOS.Concept),
    KGO.ParticipationRole: (KGO.ParticipationRole, SKOS.Concept),
    KGO.OrganizationType: (KGO.OrganizationType, SKOS.Concept),
    KGO.Tenure: (KGO.Tenure, KGO.Fact, ORG.Membership),
    KGO.Activity: (KGO.Activity, KGO.Fact, PROV.Activity, SDO.Event),
    KGO.Participation: (KGO.Participation, KGO.Fact, PROV.Association),
    KGO.Statement: (KGO.Statement, KGO.Fact, SDO.Quotation),
    KGO.Figure: (KGO.Figure, KGO.Fact, SDO.PropertyValue),
    KGO.Structure: (KGO.Structure, KGO.Fact),
    KGO.Byline: (KGO.Byline, KGO.Fact),
    KGO.Mention: (KGO.Mention, KGO.Fact),
}

ACTIVITY_TYPES: Final = (
    "Meeting", "Inspection", "StudyVisit", "Reception", "Signing", "Ceremony", "Condolence", "Appointment",
    "PublicEvent", "Other",
)
ROLES: Final = (
    "lead", "preside", "speak", "attend", "accompany", "host", "guest", "report", "sign", "appointed", "removed",
)
CLASSIFICATIONS: Final = (
    "Party", "Government", "Congress", "Cppcc", "Discipline", "Judiciary", "Military", "MassOrganization",
    "ParkCommittee", "Subdistrict", "Community", "LeadingGroup", "Institution", "School", "Hospital", "Company",
    "Association", "Media", "International", "Delegation", "Place", "OtherBody",
)
