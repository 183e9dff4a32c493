"""The graph of the two seed pages: its contradictions and its evidence. Answers to questions: tests/ask."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import RDF, RDFS

from kg.api import build
from kg.checks import run_checks
from kg.graph.vocabulary import KGO, OA

SEEDS = Path(__file__).parents[2] / "seeds"

@pytest.fixture(scope="module")
def known():
    return build(SEEDS)


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
