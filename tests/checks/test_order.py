"""Times that run backward, and shapes as findings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.records import Page, world
from kg.checks import add_conflicts, run_checks
from kg.graph import build_graph
from kg.model import DateValue


@pytest.mark.parametrize(("since", "until", "wrong"), [
    ("2018", "2015", True), ("2018-05", "2018-04-30", True), ("2018", "2018-01-01", False), ("2018-05-02", "2018", False),
    ("2018-05-02", "2018-05-01", True), ("XXXX-05-02", "2018", False), ("2015", "2018", False),
])
def test_an_end_before_its_start(since, until, wrong):
    page = Page("青禾区委书记林致远")
    page.tenure("林致远", "青禾区委", "书记", page.text, since=DateValue(since, since), until=DateValue(until, until))
    found = add_conflicts(build_graph(world(page)))
    assert [f.kind for f in found] == (["end-before-start"] if wrong else [])


def test_a_broken_shape_is_told():
    page = Page("青禾区委书记林致远")
    page.tenure("林致远", "青禾区委", "书记", page.text)
    resolved = world(page)
    graph = build_graph(replace(resolved, articles=()))
    assert {f.kind for f in run_checks(graph)} == {"shape"}
    assert run_checks(graph, shapes=False) == ()
