"""Contradictions: what is one, what is none, and the guess at the slip. People and places are invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from rdflib import RDF, RDFS, Graph

from graph.records import Page, known, person, world
from kg.checks import add_conflicts, run_checks
from kg.graph import build_graph
from kg.graph.vocabulary import KGO
from kg.model import Division, Organization, Participation, Person

# (page, name, body, title, status, day): one tenure, stated by a sentence of its own
Told = tuple[str, str, str, str, str, str | None]


def told(page: str, name: str, body: str, title: str, status: str = "current", day: str | None = None) -> Told:
    return page, name, body, title, status, day


def graph_of(*rows: Told, **more: str) -> Graph:
    """A page for each name of a page, a sentence for each row: 青禾区委书记林致远出席。"""
    pages: dict[str, Page] = {}
    for doc, *_ in rows:
        text = "".join(f"{r[2]}{r[3]}{r[1]}出席{n}。" for n, r in enumerate(rows) if r[0] == doc)
        pages.setdefault(doc, Page(text + more.get("tail", ""), doc=doc, headline=doc, locality=more.get("locality", "")))
    for n, (doc, name, body, title, status, day) in enumerate(rows):
        seen = {"seen": (known(day),)} if day else {}
        pages[doc].tenure(name, body, title, f"{body}{title}{name}出席{n}。", status=status, **seen)
    return build_graph(world(*pages.values()))


def summary(graph: Graph) -> list[tuple[str, str, int]]:
    return [(f.kind, f.message.splitlines()[0], len(f.involves)) for f in add_conflicts(graph)]


A, B, C = "林致远", "沈若岚", "周慕白"
BODY, SEAT = "青禾区委", "书记"

NONE = {
    "one holder told twice": [told("p", A, BODY, SEAT), told("q", A, BODY, SEAT)],
    "a title of many": [told("p", A, BODY, "常委"), told("p", B, BODY, "常委")],
    "deputies": [told("p", A, BODY, "副书记"), told("p", B, BODY, "副书记")],
    "former beside current": [told("p", A, BODY, SEAT, "former"), told("p", B, BODY, SEAT)],
    "elect beside current": [told("p", A, BODY, SEAT, "elect"), told("p", B, BODY, SEAT)],
    "acting beside full": [told("p", A, "青禾区", "区长", "acting"), told("p", B, "青禾区", "区长")],
    "one who elsewhere is former": [told("p", A, BODY, SEAT), told("p", B, BODY, SEAT), told("q", A, BODY, SEAT, "former")],
    "other bodies": [told("p", A, BODY, SEAT), told("p", B, "白石区委", SEAT)],
    "succession": [told("p", A, BODY, SEAT, day="2019-03-01"), told("q", B, BODY, SEAT, day="2021-05-01")],
    "succession in one document": [told("p", A, BODY, SEAT, day="2019-03-01"), told("p", B, BODY, SEAT, day="2021-05-01")],
    "undated clippings": [told("p", A, BODY, SEAT), told("q", B, BODY, SEAT)],
    "back after years": [
        told("p", A, BODY, SEAT, day="2012-03-01"), told("q", B, BODY, SEAT, day="2015-05-01"), told("r", A, BODY, SEAT, day="2018-03-01"),
    ],
    "a short form that nothing resolves": [told("p", A, "市委", SEAT), told("p", B, "市委", SEAT)],
    "a bare body": [told("p", A, "办公室", "主任"), told("p", B, "办公室", "主任")],
    "presidents of countries": [told("p", A, "国家", "主席"), told("p", B, "国家", "主席")],
    "a secretariat": [told("p", A, "中央书记处", SEAT), told("p", B, "中央书记处", SEAT)],
    "a bureau of no place": [told("p", A, "教育局", "局长"), told("p", B, "教育局", "局长")],
    "our own": [told("p", A, "我市", "市长"), told("p", B, "我市", "市长")],
    "a zone in two papers": [told("p", A, "高新区党工委", SEAT, day="2021-03-01"), told("q", B, "高新区党工委", SEAT, day="2021-03-02")],
    "deputy, then full": [told("p", A, BODY, "副书记", day="2019-03-01"), told("q", A, BODY, SEAT, day="2021-03-01")],
    "deputy of another body": [told("p", A, BODY, SEAT), told("p", A, "云川市委", "副书记")],
}
SOME = {
    "two in one document": [told("p", A, BODY, SEAT), told("p", B, BODY, SEAT)],
    "two in one document, a day apart": [told("p", A, BODY, SEAT, day="2021-03-17"), told("p", B, BODY, SEAT, day="2021-03-18")],
    "two papers, the same week": [told("p", A, BODY, SEAT, day="2021-03-17"), told("q", B, BODY, SEAT, day="2021-03-20")],
    "one between two days of the other": [
        told("p", A, BODY, SEAT, day="2021-03-01"), told("q", B, BODY, SEAT, day="2021-05-01"), told("r", A, BODY, SEAT, day="2021-07-01"),
    ],
    "a zone in one paper": [told("p", A, "高新区党工委", SEAT), told("p", B, "高新区党工委", SEAT)],
    "two acting": [told("p", A, "青禾区", "区长", "acting"), told("p", B, "青禾区", "区长", "acting")],
    "a company": [told("p", A, "远山集团", "董事长"), told("p", B, "远山集团", "董事长")],
    "a city": [told("p", A, "云川市", "市长"), told("p", B, "云川市", "市长")],
}


@pytest.mark.parametrize("rows", NONE.values(), ids=NONE)
def test_no_contradiction(rows):
    assert summary(graph_of(*rows)) == []


@pytest.mark.parametrize("rows", SOME.values(), ids=SOME)
def test_two_holders_of_one_seat(rows):
    (kind, title, involved), = summary(graph_of(*rows))
    post = rows[0][2] + rows[0][3]
    assert (kind, involved) == ("one-seat-two-holders", 2)
    assert title == f"一职二人：{post}（{'、'.join(sorted({r[1] for r in rows}))}）"


def test_full_and_deputy_of_one_committee():
    rows = told("p", A, BODY, SEAT), told("p", A, BODY, "副书记")
    (kind, title, involved), = summary(graph_of(*rows))
    assert (kind, involved) == ("exclusive-posts", 2)


def test_full_and_deputy_in_one_breath_is_no_slip_of_the_paper():
    page = Page("青禾区委书记、区委副书记林致远出席。", locality="")
    page.tenure(A, BODY, SEAT, page.text)
    page.tenure(A, BODY, "副书记", page.text)
    assert summary(build_graph(world(page))) == []


def test_all_about_one_post_is_one_conflict_and_accuses_nobody_else():
    graph = graph_of(
        told("p", A, BODY, SEAT), told("p", A, BODY, SEAT), told("p", B, BODY, SEAT), told("p", B, BODY, "副书记"),
        told("p", C, BODY, "副书记"), told("p", B, "青禾区", "区长"),
    )
    finding, = add_conflicts(graph)
    labels = sorted(str(graph.value(i, RDFS.label)) for c in graph.subjects(RDF.type, KGO.Conflict) for i in graph.objects(c, KGO.involves))
    assert labels == ["林致远：青禾区委书记", "沈若岚：青禾区委书记", "沈若岚：青禾区委副书记"]
    assert finding.guess == "沈若岚另有1处印作“青禾区委副书记”，疑印作“青禾区委书记”处脱漏“副”字"
    assert all(f"{BODY}{SEAT}{name}出席" in finding.message for name in (A, B))
    assert finding.file == "p"


def test_a_deputy_elsewhere_is_likely_the_deputy_here():
    finding, = add_conflicts(graph_of(
        told("p", A, "高新区党工委", SEAT), told("p", A, "高新区管委会", "主任"),
        told("p", B, "高新区党工委", SEAT), told("p", B, "高新区管委会", "常务副主任"),
    ))
    assert finding.guess == "沈若岚任高新区管委会常务副主任，而高新区管委会主任为林致远，疑沈若岚的“高新区党工委书记”脱漏“副”字"


@pytest.mark.parametrize(("rows", "guess"), [
    ([told("p", A, BODY, SEAT), told("p", A, BODY, SEAT), told("p", B, BODY, SEAT)], "沈若岚只见1处，林致远见2处：前者疑误"),
    ([told("p", A, BODY, SEAT), told("p", B, BODY, SEAT)], "各说处数相同，无从判断"),
    ([told("p", A, BODY, SEAT), told("p", "林志远", BODY, SEAT), told("p", A, BODY, SEAT)], "林志远只见1处，林致远见2处：前者姓名疑误"),
])
def test_guesses(rows, guess):
    finding, = add_conflicts(graph_of(*rows))
    assert finding.guess == guess


@pytest.mark.parametrize(("one", "other", "title", "kind"), [
    ("林致远", "林志远", "书记", "name-spelling"), ("林致远", "林致达", "书记", "name-spelling"),
    ("林致远", "周慕白", "书记", "one-seat-two-holders"), ("林致远", "林志远", "委员", "name-spelling"),
    ("林致远", "林致达", "委员", None), ("林致远", "周慕白", "委员", None), ("虎强", "胡强", "书记", "name-spelling"),
])
def test_one_name_two_spellings(one, other, title, kind):
    """In a seat of one, a sign apart is enough; among many, only names that sound alike, in different articles."""
    first, second = Page(f"{BODY}{title}{one}。", locality=""), Page(f"{BODY}{title}{other}！", locality="")
    first.tenure(one, BODY, title, first.text)
    second.tenure(other, BODY, title, second.text)
    assert [k for k, _, _ in summary(build_graph(world(first, second)))] == ([kind] if kind else [])


def test_two_who_sound_alike_in_one_article_are_two():
    assert summary(graph_of(told("p", "林致远", BODY, "委员"), told("p", "林志远", BODY, "委员"))) == []


def test_a_name_that_is_the_others_other_form():
    page = Page("青禾区委书记林致远。青禾区委书记林志远。", locality="")
    page.tenure(A, BODY, SEAT, "青禾区委书记林致远")
    page.tenure("林志远", BODY, SEAT, "青禾区委书记林志远")
    resolved = world(page)
    people = (Person(person(A).key, A, ("林志远",)), Person(person("林志远").key, "林志远"))
    assert summary(build_graph(replace(resolved, people=people))) == []


def test_a_list_that_says_not_who_is_which():
    page = Page("远山集团董事长和总经理江一帆、江一舟被查。", locality="")
    for name in ("江一帆", "江一舟"):
        for title in ("董事长", "总经理"):
            page.tenure(name, "远山集团", title, page.text)
    assert summary(build_graph(world(page))) == []


def test_a_change_that_the_document_tells():
    page = Page("免去林致远青禾区委书记职务，沈若岚任青禾区委书记。", locality="")
    for name in (A, B):
        page.tenure(name, BODY, SEAT, page.text)
    page.activity("a1", "Appointment", "任免", page.text, {A: ("removed",), B: ("appointed",)})
    assert summary(build_graph(world(page))) == []


def test_a_short_form_resolved_by_what_stands_elsewhere_accuses_nobody():
    """阿木河市长 in an article that also names 云川市."""
    page = Page("阿木河市长甲某、白水河市长乙某迎接。云川市来电。", locality="")
    page.tenure("甲某", "云川市", "市长", "阿木河市长甲某")
    page.tenure("乙某", "云川市", "市长", "白水河市长乙某")
    assert summary(build_graph(world(page))) == []


@pytest.mark.parametrize(("locality", "count"), [("云川市青禾区", 1), ("", 0), ("别处", 0)])
def test_a_short_form_on_the_papers_own_page(locality, count):
    page = Page("区委书记林致远讲话。区委书记沈若岚主持。", locality=locality)
    page.tenure(A, BODY, SEAT, "区委书记林致远讲话")
    page.tenure(B, BODY, SEAT, "区委书记沈若岚主持")
    assert len(summary(build_graph(world(page)))) == count


@pytest.mark.parametrize(("division", "count"), [
    (Division("青禾区", "青禾区", (), "", "云川市"), 1), (Division("青禾区", "青禾区", (), "990101"), 1), (Division("青禾区", "青禾区"), 0),
])
def test_a_district_of_a_common_name_accuses_across_papers_only_where_its_city_is_known(division, count):
    pages = [Page(f"{BODY}{SEAT}{name}。", doc=name, published=date(2021, 3, day), locality="") for name, day in ((A, 1), (B, 2))]
    for page, name in zip(pages, (A, B), strict=True):
        page.tenure(name, BODY, SEAT, page.text)
    resolved = replace(world(*pages), divisions=(division, Division("云川市", "云川市")))
    assert len(summary(build_graph(resolved))) == count


def test_the_graph_and_the_findings_agree_and_checks_add_nothing():
    graph = graph_of(told("p", A, BODY, SEAT), told("p", B, BODY, SEAT))
    size = len(graph)
    checked = run_checks(graph)
    assert len(graph) == size
    assert checked == add_conflicts(graph)
    size = len(graph)
    assert add_conflicts(graph) == checked
    assert len(graph) == size
    conflict, = graph.subjects(RDF.type, KGO.Conflict)
    assert {str(i) for i in graph.objects(conflict, KGO.involves)} == set(checked[0].involves)
    assert str(graph.value(conflict, KGO.conflictKind)) == checked[0].kind
    assert run_checks(graph) == checked  # with its conflict, the graph still keeps to the shapes


def test_an_unclassified_body_of_no_place_is_not_trusted():
    page = Page("某某处处长林致远。某某处处长沈若岚。", locality="")
    page.tenure(A, "某某处", "处长", "某某处处长林致远")
    page.tenure(B, "某某处", "处长", "某某处处长沈若岚")
    resolved = replace(world(page), organizations=(Organization("某某处", "某某处"),))
    assert summary(build_graph(resolved)) == []


def test_participation_alone_makes_no_tenure():
    page = Page("青禾区委书记林致远、青禾区委书记沈若岚出席。")
    page.activity("a1", "Meeting", "会", page.text, {A: ("attend",), B: ("attend",)})
    assert isinstance(page.facts[0].participations[0], Participation)
    assert summary(build_graph(world(page))) == []
