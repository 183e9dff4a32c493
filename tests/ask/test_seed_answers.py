"""Every saved question on the two pages of seeds/: the rows that the pages give, from both engines."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph

import kg
from ask.seed_answers import ASK
from kg.ask import open_store
from kg.graph import write_turtle
from kg.graph.queries import bind, list_queries, load_query

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def engines(tmp_path_factory):
    path = tmp_path_factory.mktemp("seeds") / "graph.ttl"
    write_turtle(kg.build(SEEDS).graph, path)
    return open_store(path), Graph().parse(path, format="turtle")


def test_every_question_is_asked():
    assert set(ASK) == {query.name for query in list_queries()}


@pytest.mark.parametrize("name", ASK)
def test_rows(name, engines):
    store, graph = engines
    params, expected = ASK[name]
    answer = store.ask(bind(load_query(name), params))
    names = [variable.value for variable in answer.variables]
    rows = [tuple(None if row[n] is None else row[n].value for n in names) for row in answer]
    assert [shortened(row, wanted) for row, wanted in zip(rows, expected, strict=False)] == expected
    assert len(rows) == len(expected)
    assert [tuple(None if v is None else str(v) for v in row) for row in graph.query(bind(load_query(name), params))] == rows
    for row in rows:
        told = dict(zip(names, row, strict=True))
        if "quote" in told:
            assert told["quote"] in "".join((SEEDS / told["doc"]).read_text(encoding="utf-8").split())


def shortened(row, wanted):
    """The row with each text cut where the expected one is."""
    pairs = zip(row, wanted, strict=True)
    return tuple(f"{value[: len(short) - 1]}…" if value and short and short.endswith("…") else value for value, short in pairs)
