"""What build_graph makes of facts: nodes, cardinalities, evidence, merging."""

from __future__ import annotations

import random
from dataclasses import fields, replace
from datetime import date

import pytest
from rdflib import RDF, RDFS, Graph, Literal, URIRef

from graph.records import TEXT, Page, known, org, person, sample, world
from kg.errors import KgError
from kg.graph import build_graph, write_turtle
from kg.graph.vocabulary import DCTERMS, FOAF, KGO, OA, ORG, PROV, SDO, SKOS
from kg.model import ArticleInfo, DateValue, Organization, PersonNamed, Resolved

ID = "https://kg.example/id/"


@pytest.fixture(scope="module")
def graph() -> Graph:
    return build_graph(sample())


def one(graph: Graph, subject, predicate):
    values = list(graph.objects(subject, predicate))
    assert len(values) == 1, (subject, predicate, values)
    return values[0]


def named(graph: Graph, label: str) -> URIRef:
    found = list(graph.subjects(RDFS.label, Literal(label, lang="zh-Hans")))
    assert len(found) == 1, (label, found)
    return found[0]


def labels(graph: Graph, subject, *path) -> list[str]:
    nodes = [subject]
    for predicate in path:
        nodes = [o for n in nodes for o in graph.objects(n, predicate)]
    return sorted(str(graph.value(n, RDFS.label)) for n in nodes)


def test_every_fact_has_evidence_that_quotes_the_source(graph):
    facts = set(graph.subjects(RDF.type, KGO.Fact))
    assert facts
    for fact in facts:
        assert list(graph.objects(fact, KGO.evidence)), fact
        assert list(graph.objects(fact, KGO.rule)), fact
    for evidence in graph.subjects(RDF.type, KGO.Evidence):
        start, end = int(one(graph, evidence, OA.start)), int(one(graph, evidence, OA.end))
        assert "".join(TEXT[start:end].split()) == str(one(graph, evidence, OA.exact))
        assert str(one(graph, one(graph, evidence, OA.hasSource), KGO.sourceFile)) == "page.txt"


def test_one_evidence_node_a_sentence(graph):
    spans = [(one(graph, e, OA.start), one(graph, e, OA.end)) for e in graph.subjects(RDF.type, KGO.Evidence)]
    assert len(spans) == len(set(spans))


def test_every_node_has_one_label(graph):
    for node in set(graph.subjects()):
        assert one(graph, node, RDFS.label).language == "zh-Hans"


def test_tenure(graph):
    tenure = named(graph, "林致远：青禾区委书记")
    assert labels(graph, tenure, ORG.member) == ["林致远"]
    post = one(graph, tenure, KGO.post)
    assert labels(graph, post, ORG.postIn) == labels(graph, tenure, ORG.organization) == ["青禾区委"]
    assert str(one(graph, one(graph, post, ORG.role), SKOS.prefLabel)) == "书记"
    assert int(one(graph, post, KGO.seats)) == 1
    assert str(one(graph, tenure, KGO.status)) == "current"
    assert one(graph, tenure, KGO.firstSeen).toPython() == date(2021, 3, 2)
    assert post == URIRef(ID + "post/青禾区委/书记")
    assert (one(graph, tenure, ORG.member), KGO.heldPost, post) in graph


def test_stated_times_keep_their_precision(graph):
    tenure = named(graph, "周慕白：青禾区委副书记（原任）")
    assert one(graph, tenure, KGO.validFrom).n3(graph.namespace_manager) == '"2015"^^xsd:gYear'
    assert one(graph, tenure, KGO.validUntil).n3(graph.namespace_manager) == '"2018-05-04"^^xsd:date'
    assert not list(graph.objects(tenure, KGO.firstSeen))
    assert not list(graph.objects(one(graph, tenure, KGO.post), KGO.seats))


@pytest.mark.parametrize(("label", "expected"), [
    ("调研“暖心行动”", {"edtf": "2021-03-02", "dateText": "3月2日", "earliest": "2021-03-02", "dateBasis": "explicit"}),
    ("总结会", {"dateText": "近日", "dateBasis": "unknown"}),
    ("会见江一帆", {"edtf": "XXXX-10-09", "dateText": "10月9日", "dateBasis": "unknown"}),
])
def test_dates(graph, label, expected):
    activity = named(graph, label)
    for name in ("edtf", "edtfEnd", "dateText", "earliest", "dateBasis"):
        assert [str(v) for v in graph.objects(activity, KGO[name])] == ([expected[name]] if name in expected else [])


def test_a_range_begins_and_ends(tmp_path):
    page = Page()
    value = DateValue("3月2日至4日", "2021-03-02/2021-03-04", date(2021, 3, 2), date(2021, 3, 4), "2021-03-04", basis="explicit")
    page.activity("a1", "Meeting", "会", "3月2日", {}, date=value)
    page.activity("a2", "Meeting", "无日期的会", "3月2日", {})
    graph = build_graph(world(page))
    assert str(one(graph, named(graph, "会"), KGO.edtf)) == "2021-03-02"
    assert str(one(graph, named(graph, "会"), KGO.edtfEnd)) == "2021-03-04"
    assert str(one(graph, named(graph, "无日期的会"), KGO.dateBasis)) == "unknown"


def test_visits_keep_their_order(graph):
    activity = named(graph, "调研“暖心行动”")
    assert labels(graph, activity, KGO.visited) == ["云川宏达公司", "松岭社区"]
    orders = {labels(graph, v, KGO.visitedPlace)[0]: int(one(graph, v, KGO.visitOrder)) for v in graph.objects(activity, KGO.visit)}
    assert orders == {"云川宏达公司": 1, "松岭社区": 2}
    assert (URIRef(ID + "organization/云川宏达公司"), RDF.type, KGO.Organization) in graph  # visited, but a body


def test_participations(graph):
    part = named(graph, "林致远（带队、讲话）：调研“暖心行动”")
    assert set(graph.objects(part, PROV.hadRole)) == {KGO.lead, KGO.speak}
    assert int(one(graph, part, KGO.order)) == 1
    lin = URIRef(ID + "person/青禾区-林致远")
    assert (lin, KGO.attended, named(graph, "调研“暖心行动”")) in graph


def test_those_who_receive_and_are_received_met(graph):
    shen, jiang = URIRef(ID + "person/青禾区-沈若岚"), URIRef(ID + "person/青禾区-江一帆")
    assert set(graph.subject_objects(KGO.metWith)) == {(shen, jiang), (jiang, shen)}


def test_statement_figure_structure_byline(graph):
    said = named(graph, "林致远要求：各街道要把好事办好")
    assert labels(graph, said, KGO.addressee) == ["青禾区各街道"]
    assert labels(graph, said, KGO.duringActivity) == ["调研“暖心行动”"]
    figure = named(graph, "智造园项目：占地 120 亩")
    assert [str(one(graph, figure, p)) for p in (SDO.name, SDO.value, SDO.unitText)] == ["占地", "120", "亩"]
    assert (one(graph, figure, KGO.quantityOf), KGO.figure, figure) in graph
    office = URIRef(ID + "organization/青禾区政府办公室")
    assert labels(graph, office, ORG.subOrganizationOf) == ["青禾区"]
    assert labels(graph, named(graph, "记者 叶知秋"), KGO.creditedIn) == ["青禾区领导调研"]
    assert str(one(graph, one(graph, named(graph, "青禾区领导调研"), KGO.byline), FOAF.name)) == "叶知秋"


def test_only_those_of_whom_nothing_else_is_told_are_mentioned(graph):
    mentioned = {str(graph.value(o, RDFS.label)) for o in graph.objects(None, KGO.mentions)}
    assert mentioned == {"顾念慈", "“暖心行动”"}


def test_the_same_thing_said_twice_is_one_node_with_both_sentences():
    one_page, other = Page("青禾区委书记林致远讲话。"), Page("区委书记林致远来了。", doc="other.txt", published=date(2021, 5, 1))
    one_page.tenure("林致远", "青禾区委", "书记", one_page.text, seen=(known("2021-03-02"),))
    other.tenure("林致远", "青禾区委", "书记", other.text)
    graph = build_graph(world(one_page, other))
    tenure = named(graph, "林致远：青禾区委书记")
    assert len(list(graph.objects(tenure, KGO.evidence))) == 2
    assert one(graph, tenure, KGO.firstSeen).toPython() == date(2021, 3, 2)
    assert one(graph, tenure, KGO.lastSeen).toPython() == date(2021, 5, 1)


def test_a_person_named_in_another_article_is_mentioned_there():
    one_page, other = Page("青禾区委书记林致远讲话。"), Page("林致远来了。", doc="other.txt")
    one_page.tenure("林致远", "青禾区委", "书记", one_page.text)
    other.add(PersonNamed, "林致远来了", article=other.id, person=person("林致远"))
    graph = build_graph(world(one_page, other))
    mention = named(graph, "提到林致远")
    assert str(one(graph, one(graph, one(graph, mention, KGO.evidence), OA.hasSource), KGO.sourceFile)) == "other.txt"


def test_one_article_under_two_file_names():
    page = Page()
    page.tenure("林致远", "青禾区委", "书记", "青禾区委书记林致远")
    resolved = world(page)
    twice = replace(resolved, articles=(replace(page.info, doc="b.txt"), replace(page.info, doc="a.txt")))
    graph = build_graph(twice)
    article = URIRef(f"{ID}article/{page.id}")
    assert str(one(graph, article, KGO.sourceFile)) == "a.txt"
    assert str(one(graph, article, KGO.alsoIn)) == "b.txt"


def test_a_reference_without_a_record_still_gets_a_node():
    page = Page()
    page.tenure("林致远", "青禾区委", "书记", "青禾区委书记林致远")
    graph = build_graph(replace(world(page), people=(), organizations=()))
    assert str(one(graph, named(graph, "林致远"), FOAF.name)) == "林致远"
    assert one(graph, named(graph, "青禾区委"), ORG.classification) == KGO.OtherBody


@pytest.mark.parametrize("base", ["", "id/", "https://kg.example/id", "https://kg.example/ id/", "https://x/<a>/"])
def test_a_base_that_is_no_iri_is_refused(base):
    with pytest.raises(KgError, match="base IRI"):
        build_graph(world(Page()), base)


def test_another_base_changes_only_the_base():
    def tails(base):
        return {str(s).removeprefix(base) for s in build_graph(sample(), base).subjects() if str(s).startswith(base)}

    assert tails(ID) == tails("urn:archive:2021/")


def test_a_kind_of_body_that_the_ontology_does_not_have_is_refused():
    with pytest.raises(KgError, match="Goverment"):
        build_graph(replace(sample(), organizations=(Organization("甲", "甲", classification="Goverment"),)))


def test_any_order_gives_the_same_bytes(tmp_path):
    resolved, shuffle = sample(), random.Random(7)
    paths = []
    for n in range(3):
        path = tmp_path / f"{n}.ttl"
        write_turtle(build_graph(resolved), path)
        paths.append(path.read_bytes())
        values = {f.name: tuple(shuffle.sample(getattr(resolved, f.name), len(getattr(resolved, f.name)))) for f in fields(Resolved)}
        resolved = Resolved(**values)
    assert len(set(paths)) == 1


def test_places(graph):
    assert labels(graph, URIRef(ID + "place/青禾区"), DCTERMS.isPartOf) == ["云川市"]
    assert labels(graph, URIRef(ID + "organization/青禾区委"), DCTERMS.spatial) == ["青禾区"]
    assert str(one(graph, URIRef(ID + "place/青禾区"), KGO.gbCode)) == "990101"


def test_an_article_without_a_headline(graph):
    info = ArticleInfo("0" * 12 + "-1", "x.txt", "0" * 64, "", None, "", "", 0, 1)
    graph = build_graph(Resolved((info,), (), (), (), (), (), ()))
    article = URIRef(ID + "article/000000000000-1")
    assert str(one(graph, article, SDO.headline)) == ""
    assert "无标题" in str(one(graph, article, RDFS.label))


def test_a_place_that_acts_is_the_place_where_no_body_has_its_name():
    page = Page()
    page.activity("a1", "Meeting", "会", "青禾区召开总结会", {}, organizers=(org("青禾区"),))
    graph = build_graph(replace(world(page), organizations=()))
    assert one(graph, named(graph, "会"), KGO.organizer) == URIRef(ID + "place/青禾区")
