"""A graph too large for one page: the people of whom most is told are there whole, and the page says so."""

from __future__ import annotations

from collections import defaultdict

import pytest
from crowd import crowd
from made import resolved

from kg.checks import add_conflicts
from kg.graph import build_graph
from kg.graph.vocabulary import KGO
from kg.model import Activity, PersonRef, Statement, Tenure
from kg.views import write_page
from kg.views.projection import project

LIMIT = 1500


@pytest.fixture(scope="module")
def world():
    return crowd(1000)


@pytest.fixture(scope="module")
def page(world):
    return project(build_graph(world), world.articles, LIMIT).data


def told_of(world) -> dict[str, list]:
    """Every fact of each person, from the facts that the world was made of."""
    found = defaultdict(list)
    for fact in world.facts:
        if isinstance(fact, Tenure):
            found[fact.person.name].append(fact)
        elif isinstance(fact, Statement):
            found[fact.speaker.name].append(fact)
        elif isinstance(fact, Activity):
            for part in fact.participations:
                if isinstance(part.agent, PersonRef):
                    found[part.agent.name].append(fact)
    return found


def people(page, *, partial: bool) -> list[str]:
    return [n["label"] for n in page["nodes"] if n["kind"] == "Person" and n.get("partial", False) is partial]


def test_a_graph_that_fits_is_there_whole(world):
    whole = project(build_graph(world), world.articles).data
    assert "extent" not in whole["meta"]
    assert len([n for n in whole["nodes"] if n["kind"] == "Person"]) == len(world.people)
    assert not any(n.get("partial") for n in whole["nodes"])


def test_the_page_stays_near_its_limit(page, world):
    assert page["meta"]["extent"] == {"whole": len(people(page, partial=False)), "people": len(world.people)}
    assert LIMIT <= len(page["nodes"]) < 2 * LIMIT
    assert 0 < len(people(page, partial=False)) < len(world.people)


def test_everything_told_of_a_whole_person_is_there(page, world):
    told = told_of(world)
    takes, statements = defaultdict(set), defaultdict(int)
    for take in page["takes"]:
        takes[page["nodes"][take["agent"]]["label"]].add(page["nodes"][take["activity"]]["label"])
    for statement in page["statements"]:
        statements[page["nodes"][statement["speaker"]]["label"]] += 1
    for name in people(page, partial=False):
        assert takes[name] == {f.label for f in told[name] if isinstance(f, Activity)}, name
        assert statements[name] == len({f.text for f in told[name] if isinstance(f, Statement)}), name


def test_the_most_told_are_those_who_are_whole(page, world):
    told = told_of(world)
    least = min(len(told[name]) for name in people(page, partial=False))
    assert all(len(told[name]) <= least for name in people(page, partial=True))


def test_every_fact_has_its_sentences_and_nodes(page):
    for fact in (*page["tenures"], *page["takes"], *page["statements"]):
        assert fact["evidence"]
    count = len(page["nodes"])
    assert all(0 <= edge["from"] < count and 0 <= edge["to"] < count for edge in page["edges"])
    assert all(row[0] < count and page["nodes"][row[0]]["kind"] == "Article" for row in page["evidence"])


def test_no_contradiction_is_left_out():
    world = resolved()
    graph = build_graph(world)
    add_conflicts(graph)
    whole, small = project(graph, world.articles).data, project(graph, world.articles, 1).data
    assert "extent" in small["meta"] and len(small["nodes"]) < len(whole["nodes"])
    assert [c["label"] for c in small["conflicts"]] == [c["label"] for c in whole["conflicts"]] != []
    assert all(side["evidence"] for conflict in small["conflicts"] for side in conflict["sides"])
    assert len(set(graph.subjects(None, KGO.Conflict))) == len(whole["conflicts"])


def test_the_page_says_what_it_leaves_out(watched, world, tmp_path):
    write_page(build_graph(world), world.articles, tmp_path / "graph.html", LIMIT)
    page = watched.open(tmp_path / "graph.html")
    assert f"共 {len(world.people)} 人" in page.locator("#panel p.extent").text_content()
    partial = page.evaluate("kg.nodes.find((n) => n.partial).id")
    page.evaluate(f"kg.select({{ kind: 'node', id: {partial} }})")
    assert "未收全" in page.locator("#panel p.extent").text_content()
    whole = page.evaluate("kg.nodes.find((n) => n.kind === 'Person' && !n.partial).id")
    page.evaluate(f"kg.select({{ kind: 'node', id: {whole} }})")
    assert page.locator("#panel p.extent").count() == 0
    assert watched.errors == []
