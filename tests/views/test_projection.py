"""From the graph to records, places and measures."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import resolved
from pypinyin import lazy_pinyin

from kg.graph import build_graph
from kg.model import ActivityType, DateValue, Role
from kg.views import write_page
from kg.views.pinyin import key, name_key
from kg.views.projection import project
from kg.views.render import strings
from kg.views.summary import month


@pytest.fixture(scope="module")
def made(graph, world):
    return project(graph, world.articles)


@pytest.mark.parametrize(("text", "expected"), [
    ("虎强", "hu qiang"), ("管城区委", "guan cheng qu wei"), ("Foo", ""), ("", ""),
])
def test_key(text, expected):
    assert key(text) == expected


@given(st.text(st.sampled_from("银行长大重庆乐山音单区〇 ab3·，\t\n\ufa18\ue815\U00020000"), max_size=12))
def test_key_reads_as_pypinyin(text):
    read = " ".join(part.strip().lower() for part in lazy_pinyin(text) if part.strip())
    assert key(text) == (read if re.search("[\u3400-\u9fff\U00020000-\U0003ffff]", text) else "")


@pytest.mark.parametrize(("name", "one_of"), [("曾晓溪", "zeng xiao xi"), ("单雨禾", "shan yu he"), ("柳明远", "liu ming yuan")])
def test_name_key_reads_surnames(name, one_of):
    assert one_of in name_key(name).split("|")


def test_sentences_are_those_of_the_articles(made, world):
    raw = {info.id: info for info in world.articles}
    nodes = made.data["nodes"]
    stated = {e.exact for fact in world.facts for e in fact.evidence}
    for article, start, end in made.data["evidence"]:
        info = raw[nodes[article]["iri"].removeprefix("article/")]
        assert "".join(info.raw[start - info.start : end - info.start].split()) in stated


def test_every_fact_has_a_sentence(made):
    for name in ("tenures", "takes", "statements", "figures"):
        assert made.data[name]
        assert all(fact["evidence"] for fact in made.data[name]), name
    stated = [e for e in made.data["edges"] if e["kind"] not in {"in", "within"}]
    assert all(edge["evidence"] for edge in stated)


def test_visits_keep_their_order(made):
    orders = [edge["order"] for edge in made.data["edges"] if edge["kind"] == "visited"]
    assert {1, 2} <= set(orders)


def test_opening_view_has_a_place_for_each_node(made):
    records = made.data["nodes"]
    assert all("x" in records[n] and "y" in records[n] for n in made.nodes)
    spots = [(records[n]["x"], records[n]["y"]) for n in made.nodes]
    assert min(abs(a[0] - b[0]) + abs(a[1] - b[1]) for i, a in enumerate(spots) for b in spots[:i]) > 20


def test_measures(made):
    people = [n for n in made.data["nodes"] if n["kind"] == "Person" and n["degree"]]
    assert max(n["rank"] for n in made.data["nodes"]) == 1000
    assert max(people, key=lambda n: n["rank"])["label"] in {"柳明远", "甄有光"}
    assert all("group" in n for n in people)


def test_conflict_names_both_sides(made):
    (conflict,) = made.data["conflicts"]
    labels = {made.data["nodes"][n]["label"] for n in conflict["nodes"]}
    assert {"甄有光", "柳明远"} <= labels
    assert len(conflict["sides"]) >= 2 and all(side["evidence"] for side in conflict["sides"])


@pytest.mark.parametrize(("date", "expected"), [
    ({"from": "2020-03-02", "to": "2020-03-05"}, "2020-03"), ({"from": "2020-01-01", "to": "2020-12-31"}, ""), ({}, ""),
])
def test_month(date, expected):
    assert month({"date": date}) == expected


def test_every_term_has_a_word():
    words = strings()
    for group, terms in (("type", ActivityType.__args__), ("role", Role.__args__)):
        assert all(f"{group}.{term}" in words for term in terms)


def test_empty_graph(tmp_path):
    from kg.model import Resolved

    write_page(build_graph(Resolved((), (), (), (), (), (), ())), (), tmp_path / "empty.html")
    assert (tmp_path / "empty.html").stat().st_size > 100_000
