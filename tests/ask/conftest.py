from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph.records import sample
from kg.ask import memory_store
from kg.checks import add_conflicts
from kg.graph import build_graph


@pytest.fixture(scope="session")
def store():
    """The invented district of tests/graph."""
    graph = build_graph(sample())
    add_conflicts(graph)
    return memory_store(graph, Path("sample.ttl"))
