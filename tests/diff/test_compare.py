"""Differences between two small worlds, made by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import Page, known, world
from kg.ask import memory_store
from kg.checks import add_conflicts
from kg.diff import compare
from kg.graph import build_graph

TEXT = "青禾区委书记林致远讲话。青禾区委书记沈若岚讲话。青禾区委副书记周慕白讲话。原青禾区委副书记周慕白离任。"


def store(*tenures):
    page = Page(text=TEXT)
    for name, title, words, more in tenures:
        page.tenure(name, "青禾区委", title, words, **more)
    graph = build_graph(world(page))
    add_conflicts(graph)
    return memory_store(graph, Path("made.ttl"))


LIN = ("林致远", "书记", "青禾区委书记林致远讲话", {"seen": (known("2021-03-02"),)})
SHEN = ("沈若岚", "书记", "青禾区委书记沈若岚讲话", {"seen": (known("2021-03-02"),)})
ZHOU = ("周慕白", "副书记", "青禾区委副书记周慕白讲话", {})
LEFT = ("周慕白", "副书记", "原青禾区委副书记周慕白离任", {"status": "former"})


@pytest.mark.parametrize(("old", "new", "section", "about"), [
    ([LIN], [LIN, ZHOU], "new holders", ["青禾区委副书记 周慕白"]),
    ([LIN, ZHOU], [LIN], "holders gone", ["青禾区委副书记 周慕白"]),
    ([LIN, ZHOU], [LIN, LEFT], "status changed", ["青禾区委副书记 周慕白：current → former"]),
    ([LIN], [LIN, SHEN], "new contradictions", ["一职二人：青禾区委书记（林致远、沈若岚）"]),
    ([LIN, SHEN], [LIN], "contradictions gone", ["一职二人：青禾区委书记（林致远、沈若岚）"]),
    ([LIN], [LIN, ZHOU], "new facts", ["Tenure 周慕白：青禾区委副书记"]),
    ([LIN, ZHOU], [LIN], "facts gone", ["Tenure 周慕白：青禾区委副书记"]),
    ([LIN], [LIN, ZHOU], "new names", ["Person 周慕白", "Post 青禾区委副书记"]),
])
def test_sections(old, new, section, about):
    found = compare(store(*old), store(*new)).sections[section]
    assert [change.about for change in found] == about
    assert "names" in section or all(change.quotes for change in found)


def test_posts_of_a_person_change():
    promoted = ("周慕白", "书记", "青禾区委副书记周慕白讲话", {})
    [change] = compare(store(LIN, ZHOU), store(LIN, promoted)).sections["posts changed"]
    assert change.about == "周慕白：青禾区委副书记 → 青禾区委书记"


def test_no_difference():
    assert not compare(store(LIN, ZHOU), store(ZHOU, LIN))
