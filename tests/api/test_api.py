"""The examples of docs/api.md, and the same answers from what was built and what was loaded."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

import kg

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def built():
    return kg.build(ROOT / "seeds")


@pytest.fixture(scope="module")
def loaded(built, tmp_path_factory):
    from kg.graph import write_turtle

    folder = tmp_path_factory.mktemp("built")
    write_turtle(built.graph, folder / "graph.ttl")
    return kg.load(folder)


def test_examples(monkeypatch):
    pytest.importorskip("pandas")
    monkeypatch.chdir(ROOT)
    failed, asked = doctest.testfile(str(ROOT / "docs" / "api.md"), module_relative=False, encoding="utf-8")
    assert asked > 15 and not failed


def test_built_and_loaded_say_the_same(built, loaded):
    assert built.ask("posts-of") == loaded.ask("posts-of")
    assert built.dossier("虎强") == loaded.dossier("虎强")
    assert set(built.to_networkx().edges) == set(loaded.to_networkx().edges)
    assert len(loaded.graph) == len(built.graph)


def test_pandas_is_typed(built):
    pd = pytest.importorskip("pandas")
    frames = built.to_pandas()
    days = frames["person_activity_day"]
    assert pd.api.types.is_datetime64_any_dtype(days["day"]) and days["day"].isna().any()
    assert days["order"].dtype == "Int64"
    assert frames["activities"].attrs["about"]


def test_trouble(built, tmp_path):
    with pytest.raises(kg.KgError, match="no such graph"):
        kg.load(tmp_path)
    with pytest.raises(kg.KgError, match="no query"):
        built.ask("posts")
    with pytest.raises(kg.KgError, match="only saved questions"):
        built.ask("SELECT * { ?s ?p ?o }", person="x")
    with pytest.raises(AttributeError):
        kg.bild  # noqa: B018
