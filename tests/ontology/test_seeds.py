"""The saved questions, as their files stand, asked of the two seed pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import RDF, RDFS

from kg.api import build
from kg.checks import run_checks
from kg.graph.queries import list_queries, load_query
from kg.graph.vocabulary import KGO, OA

SEEDS = Path(__file__).parents[2] / "seeds"

# rows by their first columns that must be among the answers
EXPECTED = {
    "posts-of": [("管城区委书记", "current", "2020-03-18", "2020-03-23")],
    "appears-with": [("张艳敏", "1", "2020-03-20", "2020-03-20"), ("李小虎", "1", "2020-03-18", "2020-03-18")],
    "why": [("2020年优化营商环境电视电话会议",)],
    "told-of": [("Tenure", "虎强：管城区委书记")],
    "demands": [("张艳敏",), ("虎强",), ("张红军",)],
    "demands-on": [("张红军", "表示"), ("虎强", "要求")],
    "statements-by": [("要求",), ("表示",)],
    "attendees": [
        ("2020年优化营商环境电视电话会议", "1", "虎强", "讲话"), ("2020年优化营商环境电视电话会议", "2", "张艳敏", "主持"),
        ("优化营商环境工作会议", "1", "王新亭", "出席"), ("优化营商环境工作会议", "2", "张红军", "出席"),
        ("优化营商环境工作会议", "3", "王宏伟", "出席"),
    ],
    "sites-visited": [(None, "深入辖区企业督导疫情防控和复工复产情况", "1", "泰源电气有限公司")],
    "activities-by-type": [("会议", "2")],
    "activities-of": [("2020-03-20", "会议", "2020年优化营商环境电视电话会议")],
    "visited-or-received": [("上海汽车资产经营有限公司", "received", "张红军", "XXXX-10-10")],
    "contradictions": [
        ("一职二人：管城区委书记（张艳敏、虎强）", "one-seat-two-holders", f"{who}：管城区委{title}")
        for who, title in (("张艳敏", "书记"), ("张艳敏", "副书记"), ("虎强", "书记"))
    ] + [
        ("一职二人：郑州高新区党工委书记（张红军、王新亭）", "one-seat-two-holders", f"{who}：郑州高新区党工委书记")
        for who in ("张红军", "王新亭")
    ],
    "undated": [("优化营商环境工作会议", "10月8日", "XXXX-10-08"), ("疫情防控工作视频调度会", "近日", None)],
    "campaigns": [("双改", "campaign", "1", "1"), ("一网通办", "campaign", "1", "1")],
    "articles-by": [("管城区领导 督导“双改”工作", "记者")],
    "reporters": [("姜璞", "通讯员", "7"), ("柴琳琳", "记者", "7"), ("孙庆辉", "记者", "5")],
    "figures-of": [("紫荆网络安全科技园", "占地", "183", "亩")],
    "orgs-under": [("管城区司法局", "政府", "管城区")],
    "co-attendance": [("刘利", "虎强", "1"), ("周爱荣", "张红军", "1")],
    "holders-of": [("张艳敏", "current", "2020-03-14", "2020-03-17"), ("虎强", "current", "2020-03-18", "2020-03-23")],
    "holder-on": [("虎强", "2020-03-18", "2020-03-23")],
    "met-with": [("张红军", "姜华", "XXXX-10-10")],
    "leaders": [("张艳敏", "调研督导", "2"), ("虎强", "调研督导", "2")],
    "calendar": [("2020-03-23", "2020-03-23", "调研督导")],
    "several-posts": [("张红军", "3", "3"), ("王宏伟", "2", "2")],
    "rank": [("虎强", "1", "1", "4"), ("王新亭", "1", "1", "2")],
}


@pytest.fixture(scope="module")
def known():
    return build(SEEDS)


def test_every_query_is_asked():
    assert set(EXPECTED) == {q.name for q in list_queries()}


@pytest.mark.parametrize("name", EXPECTED)
def test_answers(name, known):
    rows = [tuple(None if v is None else str(v) for v in row) for row in known.graph.query(load_query(name).text)]
    for expected in EXPECTED[name]:
        assert any(row[: len(expected)] == expected for row in rows), rows


def test_two_contradictions_and_nothing_else(known):
    found = run_checks(known.graph)
    assert [f.kind for f in found] == ["one-seat-two-holders", "one-seat-two-holders"]
    assert found[0].guess == "张艳敏另有1处印作“管城区委副书记”，疑印作“管城区委书记”处脱漏“副”字"
    assert found[1].guess == "张红军任郑州高新区管委会常务副主任，而郑州高新区管委会主任为王新亭，疑张红军的“郑州高新区党工委书记”脱漏“副”字"
    for finding, words in zip(found, ("区委副书记、区长张艳敏主持", "区党工委书记、管委会常务副主任张红军"), strict=True):
        assert words in finding.message


def test_every_quote_is_in_its_file(known):
    graph = known.graph
    raw = {p.name: p.read_text(encoding="utf-8-sig") for p in SEEDS.glob("*.txt")}
    for evidence in graph.subjects(RDF.type, KGO.Evidence):
        doc = str(graph.value(graph.value(evidence, OA.hasSource), KGO.sourceFile))
        start, end = (int(graph.value(evidence, p)) for p in (OA.start, OA.end))
        assert "".join(raw[doc][start:end].split()) == str(graph.value(evidence, OA.exact))


def test_every_fact_has_evidence_and_every_node_one_label(known):
    graph = known.graph
    for fact in graph.subjects(RDF.type, KGO.Fact):
        assert (fact, KGO.evidence, None) in graph
    for node in set(graph.subjects()):
        assert len(list(graph.objects(node, RDFS.label))) == 1
