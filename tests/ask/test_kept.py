"""The store kept beside a Turtle file."""

from __future__ import annotations

import os

import pytest

from graph.records import sample
from kg.ask import open_store
from kg.errors import KgError
from kg.graph import build_graph, write_turtle

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


@pytest.fixture()
def path(tmp_path):
    write_turtle(build_graph(sample()), tmp_path / "graph.ttl")
    return tmp_path / "graph.ttl"


def kept(path):
    return sorted(p.name for p in path.with_name(".graph.ttl.store").iterdir())


def test_small_files_keep_nothing(path):
    open_store(path)
    assert [p.name for p in path.parent.iterdir()] == ["graph.ttl"]


def test_kept_once_and_the_same_answers(path):
    expected = open_store(path).rows(COUNT)
    assert open_store(path, small=0).rows(COUNT) == expected
    first = kept(path)
    assert open_store(path, small=0).rows(COUNT) == expected
    assert kept(path) == first and len(first) == 1


def test_a_stale_store_is_rebuilt(path):
    open_store(path, small=0)
    first = kept(path)
    with path.open("a", encoding="utf-8") as file:
        file.write("<https://x.example/a> <https://x.example/b> <https://x.example/c> .\n")
    more = open_store(path, small=0).rows("SELECT ?o { <https://x.example/a> ?p ?o }")
    assert more == [{"o": "https://x.example/c"}]
    assert kept(path) != first and len(kept(path)) == 1


def test_no_turtle_leaves_nothing(path):
    path.write_text("no turtle", encoding="utf-8")
    with pytest.raises(KgError, match="not Turtle"):
        open_store(path, small=0)
    assert kept(path) == []
    with pytest.raises(KgError, match="no such graph"):
        open_store(path.with_name("none.ttl"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes anywhere")
def test_a_folder_that_takes_no_files(path):
    path.parent.chmod(0o500)
    assert open_store(path, small=0).rows(COUNT)
    path.parent.chmod(0o700)
