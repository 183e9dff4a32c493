from __future__ import annotations

import pytest

from graph.records import sample
from kg.ask import open_store
from kg.checks import add_conflicts
from kg.export import FORMATS, export
from kg.graph import build_graph, write_turtle


@pytest.fixture(scope="session")
def store(tmp_path_factory):
    graph = build_graph(sample())
    add_conflicts(graph)
    path = tmp_path_factory.mktemp("graph") / "graph.ttl"
    write_turtle(graph, path)
    return open_store(path)


@pytest.fixture(scope="session")
def exported(store, tmp_path_factory):
    """A function: the path of the graph in one form, written once."""
    home, made = tmp_path_factory.mktemp("export"), {}

    def get(form: str):
        if form not in made:
            made[form] = home / FORMATS[form].target
            export(store, form, made[form], author="某某", licence="https://creativecommons.org/licenses/by/4.0/")
        return made[form]

    return get
