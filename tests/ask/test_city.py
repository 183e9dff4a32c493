"""The saved questions on an invented city, which has all that they ask for: same rows in both engines, and from the kept store."""

from __future__ import annotations

import shutil

import pytest
from rdflib import Graph

from bench.asked import asked_of
from bench.world import world
from kg.ask import open_store
from kg.checks import add_conflicts
from kg.graph import build_graph, write_turtle
from kg.graph.queries import bind, list_queries, load_query

WHOLE = sorted(query.name for query in list_queries() if query.whole)


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    graph = build_graph(world(300))
    add_conflicts(graph)
    path = tmp_path_factory.mktemp("city") / "graph.ttl"
    write_turtle(graph, path)
    return path


@pytest.fixture(scope="module")
def engines(path):
    """In memory, kept, and rdflib."""
    return open_store(path), open_store(path, small=0), Graph().parse(path, format="turtle")


@pytest.mark.parametrize("name", [query.name for query in list_queries()])
def test_rows_in_both_engines(name, engines):
    memory, kept, graph = engines
    text = asked_of(memory)[name]
    rows = memory.rows(text)
    assert rows
    assert [{str(k): str(v) for k, v in row.asdict().items()} for row in graph.query(text)] == rows
    assert kept.rows(text) == rows


@pytest.fixture()
def path_alone(path, tmp_path):
    """A copy, whose store a test may change."""
    return shutil.copy(path, tmp_path / "graph.ttl")


def test_questions_about_the_whole_graph_are_answered_when_the_store_is_made(path_alone, engines):
    memory, kept = engines[0], open_store(path_alone, small=0)
    [home] = path_alone.with_name(".graph.ttl.store").iterdir()
    assert len(list((home / "answers").iterdir())) == len(WHOLE)
    assert "rank" in WHOLE and "posts-of" not in WHOLE
    for answer in (home / "answers").iterdir():  # what is told is what is kept
        head, *rows = answer.read_text(encoding="utf-8").splitlines(keepends=True)
        answer.write_text(head + "".join(rows[:1]), encoding="utf-8")
    for name in WHOLE:
        text = load_query(name).text
        assert kept.rows(text) == memory.rows(text)[:1]
        assert kept.rows(text.replace("SELECT", "SELECT  ", 1)) == memory.rows(text)


def test_kept_answers_have_the_types_of_the_engine(engines):
    kept = engines[1]
    for name in WHOLE:
        text = load_query(name).text
        mine, theirs = kept.ask(text), engines[0].ask(text)
        assert [list(row) for row in mine] == [list(row) for row in theirs]


def test_as_many_as_are_wanted(engines):
    rows = engines[0].rows(load_query("co-attendance").text)
    assert len(rows) == 200
    assert engines[0].rows(bind(load_query("co-attendance"), {"top": "3"})) == rows[:3]
