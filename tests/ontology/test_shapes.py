"""SHACL: a good graph conforms, and each way to break it is refused by the shape that forbids it."""

from __future__ import annotations

import pytest
from rdflib import RDF, RDFS, XSD, Graph, Literal, URIRef

from graph.records import Page, sample, world
from kg.checks import add_conflicts
from kg.checks.shapes import broken_shapes
from kg.graph import build_graph
from kg.graph.vocabulary import DCTERMS, FOAF, KGO, OA, ORG, PROV, SDO, SKOS

ELSE = URIRef("https://kg.example/id/else")
DAY = Literal("2021-03-02", datatype=XSD.date)


def good() -> Graph:
    graph = build_graph(sample())
    other = Page("青禾区委书记林致远、区委书记沈若岚。")
    other.tenure("林致远", "青禾区委", "书记", other.text)
    other.tenure("沈若岚", "青禾区委", "书记", other.text)
    graph += build_graph(world(other))
    assert add_conflicts(graph)
    return graph


@pytest.fixture(scope="module")
def base() -> Graph:
    return good()


@pytest.fixture
def graph(base) -> Graph:
    copy = Graph()
    for triple in base:
        copy.add(triple)
    return copy


def test_a_good_graph_conforms(base):
    assert broken_shapes(base) == ()


# one property taken away
NEEDED = [
    ("Person", FOAF.name), ("Organization", ORG.classification), ("Post", ORG.postIn), ("Post", ORG.role),
    ("PostRole", SKOS.prefLabel), ("Tenure", ORG.member), ("Tenure", KGO.post), ("Tenure", ORG.organization),
    ("Tenure", KGO.status), ("Initiative", KGO.initiativeKind), ("Activity", KGO.activityType),
    ("Activity", KGO.dateBasis), ("Visit", KGO.visitedPlace), ("Visit", KGO.visitOrder), ("Participation", PROV.agent),
    ("Participation", PROV.hadRole), ("Statement", KGO.speaker), ("Statement", KGO.speechAct), ("Statement", SDO.text),
    ("Figure", KGO.quantityOf), ("Figure", SDO.name), ("Figure", SDO.value), ("Figure", SDO.unitText),
    ("Structure", KGO.part), ("Structure", KGO.whole), ("Byline", KGO.creditedIn), ("Byline", KGO.creditedPerson),
    ("Byline", KGO.creditRole), ("Mention", KGO.mentions), ("Article", SDO.headline), ("Article", KGO.sourceFile),
    ("Article", KGO.sha256), ("Evidence", OA.hasSource), ("Evidence", OA.start), ("Evidence", OA.end),
    ("Evidence", OA.exact), ("Conflict", KGO.conflictKind), ("Conflict", KGO.involves),
    ("Fact", KGO.evidence), ("Fact", KGO.rule),
]
# one value too many
SINGLE = [
    ("Person", FOAF.name, Literal("又名")), ("Organization", ORG.classification, KGO.Party),
    ("Organization", DCTERMS.spatial, ELSE), ("Post", ORG.postIn, ELSE), ("Post", ORG.role, ELSE), ("Post", KGO.seats, Literal(2)),
    ("Tenure", ORG.member, ELSE), ("Tenure", KGO.post, ELSE), ("Tenure", ORG.organization, ELSE), ("Tenure", KGO.status, Literal("acting")),
    ("Tenure", KGO.firstSeen, DAY), ("Tenure", KGO.lastSeen, DAY), ("Tenure", KGO.validFrom, DAY), ("Tenure", KGO.validUntil, DAY),
    ("AdminDivision", KGO.gbCode, Literal("110000")), ("AdminDivision", DCTERMS.isPartOf, ELSE), ("Site", DCTERMS.isPartOf, ELSE),
    ("Initiative", KGO.initiativeKind, Literal("policy")), ("Activity", KGO.activityType, KGO.Signing),
    ("Activity", KGO.edtf, Literal("2020")), ("Activity", KGO.dateBasis, Literal("published")), ("Activity", KGO.venue, ELSE),
    ("Participation", PROV.agent, ELSE), ("Participation", KGO.order, Literal(99)), ("Statement", KGO.speaker, ELSE),
    ("Statement", KGO.duringActivity, ELSE), ("Figure", SDO.value, Literal("9")), ("Article", KGO.sourceFile, Literal("x")),
    ("Article", SDO.datePublished, DAY), ("Evidence", OA.hasSource, ELSE), ("Evidence", OA.exact, Literal("x")),
    ("Conflict", KGO.conflictKind, Literal("name-spelling")), ("Label", RDFS.label, Literal("又一个", lang="zh-Hans")),
]
# one value of the wrong sort
WRONG = [
    ("Tenure", KGO.status, Literal("retired")), ("Activity", KGO.activityType, KGO.lead), ("Activity", KGO.dateBasis, Literal("guess")),
    ("Activity", KGO.edtf, Literal("3月2日")), ("Participation", PROV.hadRole, KGO.Meeting), ("Initiative", KGO.initiativeKind, Literal("plan")),
    ("Tenure", ORG.member, KGO.Person), ("Evidence", OA.start, Literal("一")), ("Evidence", OA.hasSource, KGO.Person),
    ("Article", KGO.sha256, Literal("abc")), ("Label", RDFS.label, Literal("label", lang="en")), ("Label", RDFS.label, Literal("没有标记")),
    ("Tenure", KGO.firstSeen, Literal("2021")), ("Tenure", KGO.validFrom, Literal("近日")), ("AdminDivision", KGO.gbCode, Literal("x")),
    ("Fact", KGO.evidence, KGO.Person), ("Post", KGO.seats, Literal("0", datatype=XSD.nonNegativeInteger)),
    ("Activity", KGO.visited, KGO.Person), ("Conflict", KGO.conflictKind, Literal("quarrel")),
]


def first(graph: Graph, shape: str, predicate: URIRef | None = None) -> URIRef:
    kind = KGO.Person if shape == "Label" else KGO[shape]
    found = sorted(s for s in graph.subjects(RDF.type, kind) if predicate is None or (s, predicate, None) in graph)
    return found[0]


def refused(graph: Graph, shape: str, predicate: URIRef, focus: URIRef) -> None:
    told = [f for f in broken_shapes(graph) if f.involves == (str(focus),)]
    name = predicate.n3(graph.namespace_manager)
    assert any(f.message.startswith(f"{shape}Shape {name}:") for f in told), told


@pytest.mark.parametrize(("shape", "predicate"), NEEDED)
def test_what_is_needed(graph, shape, predicate):
    focus = first(graph, shape, predicate)
    graph.remove((focus, predicate, None))
    refused(graph, shape, predicate, focus)


@pytest.mark.parametrize(("shape", "predicate", "value"), SINGLE)
def test_what_is_single(graph, shape, predicate, value):
    focus = first(graph, shape)
    graph.add((focus, predicate, value))
    if len(list(graph.objects(focus, predicate))) == 1:
        graph.add((focus, predicate, URIRef(str(ELSE) + "2") if isinstance(value, URIRef) else Literal("2019-01-01", datatype=XSD.date)))
    refused(graph, shape, predicate, focus)


@pytest.mark.parametrize(("shape", "predicate", "value"), WRONG)
def test_what_is_wrong(graph, shape, predicate, value):
    focus = first(graph, shape)
    graph.set((focus, predicate, value))
    refused(graph, shape, predicate, focus)


@pytest.mark.parametrize(("shape", "start", "end"), [
    ("Tenure", KGO.firstSeen, KGO.lastSeen), ("Activity", KGO.earliest, KGO.latest),
])
def test_ends_do_not_precede_starts(graph, shape, start, end):
    focus = first(graph, shape)
    graph.set((focus, start, DAY))
    graph.set((focus, end, Literal("2020-01-01", datatype=XSD.date)))
    refused(graph, shape, start, focus)


def test_a_conflict_of_one_is_none(graph):
    conflict = first(graph, "Conflict")
    keep = next(iter(graph.objects(conflict, KGO.involves)))
    graph.set((conflict, KGO.involves, keep))
    refused(graph, "Conflict", KGO.involves, conflict)
