"""The saved questions: their form, safe parameters, and the same rows in both engines."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from rdflib import Graph

from graph.records import sample
from kg.checks import add_conflicts
from kg.errors import KgError
from kg.graph import build_graph, write_turtle
from kg.graph.queries import bind, list_queries, load_query, parse_query

NAMES = [q.name for q in list_queries()]
ASK = {  # about the invented district; None: as the file stands
    "posts-of": ({"person": "周慕白"}, [("青禾区委副书记", "former", None, None, "2015", "2018-05-04")]),
    "appears-with": ({"person": "林致远"}, [("沈若岚", "1", "2021-03-02", "2021-03-02"), ("罗启明", "1", "2021-03-02", "2021-03-02")]),
    "why": ({"one": "沈若岚", "other": "江一帆"}, [("会见江一帆", "10月9日，沈若岚会见远山集团总经理江一帆", "page.txt")]),
    "told-of": ({"name": "顾念慈"}, [("Mention", "提到顾念慈", "test.rule", "顾念慈在场", "page.txt")]),
    "demands": ({}, [("林致远", "青禾区各街道", "各街道要把好事办好", "调研“暖心行动”")]),
    "statements-by": ({"person": "林致远"}, [("要求", "各街道要把好事办好", "调研“暖心行动”", "2021-03-02", "page.txt")]),
    "demands-on": ({"body": "青禾区各街道"}, [("林致远", "要求", "各街道要把好事办好")]),
    "attendees": ({"words": "暖心"}, [
        ("调研“暖心行动”", "1", "林致远", "带队"), ("调研“暖心行动”", "1", "林致远", "讲话"),
        ("调研“暖心行动”", "2", "沈若岚", "带队"), ("调研“暖心行动”", "3", "罗启明", "陪同"),
    ]),
    "sites-visited": ({"person": "沈若岚"}, [("2021-03-02", "调研“暖心行动”", "1", "云川宏达公司"), ("2021-03-02", "调研“暖心行动”", "2", "松岭社区")]),
    "activities-by-type": ({"body": "青禾区"}, [("会议", "1")]),
    "activities-of": ({"body": "青禾区"}, [(None, "会议", "总结会")]),
    "visited-or-received": ({}, [("云川宏达公司", "visited", "林致远"), ("云川宏达公司", "visited", "沈若岚"), ("远山集团", "received", "沈若岚")]),
    "contradictions": ({}, []),
    "undated": ({}, [("会见江一帆", "10月9日", "XXXX-10-09"), ("总结会", "近日", None)]),
    "campaigns": ({}, [("“暖心行动”", "campaign", "1", "1")]),
    "articles-by": ({"reporter": "叶知秋"}, [("青禾区领导调研", "记者", None, "记者叶知秋", "page.txt")]),
    "reporters": ({}, [("叶知秋", "记者", "1")]),
    "figures-of": ({"words": "智造园"}, [("智造园项目", "占地", "120", "亩", "智造园项目占地120亩", "page.txt")]),
    "orgs-under": ({"place": "云川市"}, [("青禾区", "政府", None), ("青禾区各街道", "政府", None), ("青禾区委", "党委", None), ("青禾区政府办公室", "政府", "青禾区")]),
    "co-attendance": ({}, [("林致远", "沈若岚", "1"), ("林致远", "罗启明", "1"), ("江一帆", "沈若岚", "1"), ("沈若岚", "罗启明", "1")]),
    "holders-of": ({"body": "青禾区委", "title": "书记"}, [("林致远", "current", "2021-03-02", "2021-03-02")]),
    "holder-on": ({"body": "青禾区委", "title": "书记", "day": "2021-03-02"}, [("林致远", "2021-03-02", "2021-03-02")]),
    "who-held": ({"org": "青禾区", "on": "2021-03-02"}, [("青禾区区长", "沈若岚", "2021-03-02", "2021-03-02"), ("青禾区委书记", "林致远", "2021-03-02", "2021-03-02")]),
    "met-with": ({}, [("沈若岚", "江一帆", "XXXX-10-09", "会见江一帆")]),
    "leaders": ({}, [("林致远", "调研督导", "1"), ("沈若岚", "调研督导", "1")]),
    "calendar": ({"from": "2021-03-01", "to": "2021-03-31"}, [("2021-03-02", "2021-03-02", "调研督导", "调研“暖心行动”")]),
    "several-posts": ({}, []),
    "rank": ({}, [("沈若岚", "1", "2", "2"), ("林致远", "1", "1", "1"), ("江一帆", "2", "2", "1"), ("罗启明", "3", "3", "1")]),
}


@pytest.fixture(scope="module")
def engines(tmp_path_factory):
    graph, path = build_graph(sample()), tmp_path_factory.mktemp("graph") / "graph.ttl"
    add_conflicts(graph)
    write_turtle(graph, path)
    store = ox.Store()
    store.bulk_load(path=str(path), format=ox.RdfFormat.TURTLE)
    return Graph().parse(path, format="turtle"), store


def rows(engines, text: str) -> list[tuple[str | None, ...]]:
    graph, store = engines
    mine = [tuple(None if v is None else str(v) for v in row) for row in graph.query(text)]
    theirs = [tuple(None if v is None else v.value for v in row) for row in store.query(text)]
    assert mine == theirs
    return mine


@pytest.mark.parametrize("name", NAMES)
def test_answers_in_both_engines(name, engines):
    """The first columns of each row; the rest is evidence."""
    params, expected = ASK[name]
    found = rows(engines, bind(load_query(name), params))
    assert [row[: len(expected[0])] for row in found] == expected if expected else found == []


def test_every_query_is_asked():
    assert set(ASK) == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_form(name, engines):
    query = load_query(name)
    assert any("\u4e00" <= c <= "\u9fff" for c in query.question)
    assert query.question_en.isascii() or "“" in query.question_en
    assert bind(query, {}) == query.text
    assert bind(query, {p.name: p.default for p in query.parameters}) == query.text
    rows(engines, query.text)


@pytest.mark.parametrize("value", ['虎"} DROP ALL #', "虎\\", '\\" }', "虎\n强", "\ud800", "$person ?x <a>", "\\1 \\g<0>", "?person { \"x\" }"])
def test_values_are_data(value, engines):
    text = bind(load_query("posts-of"), {"person": value})
    assert text.count("VALUES ?person") >= 1
    assert rows(engines, text) == []


def test_a_quoted_name_is_found(engines):
    found = rows(engines, bind(load_query("told-of"), {"name": "“暖心行动”"}))
    assert any(row[0] == "Mention" for row in found)


@pytest.mark.parametrize(("name", "params", "message"), [
    ("posts-of", {"persn": "虎强"}, "no parameter persn; it has: person"),
    ("contradictions", {"person": "虎强"}, "it has: none"),
    ("holder-on", {"day": "去年"}, "day is a day such as"),
    ("co-attendance", {"top": "1 } #"}, "top is a number such as"),
    ("co-attendance", {"top": "0"}, "top is a number such as"),
])
def test_wrong_parameters_are_refused(name, params, message):
    with pytest.raises(KgError, match=message):
        bind(load_query(name), params)


@pytest.mark.parametrize("name", ["nothing", "../kg", "posts-of.rq", ""])
def test_unknown_names_are_refused(name):
    with pytest.raises(KgError, match="there are: .*posts-of"):
        load_query(name)


@pytest.mark.parametrize(("text", "message"), [
    ("SELECT * {}", "first two lines"),
    ("# 问\n# ask\n# param: person = 虎强 | 人名\nSELECT * {}", "VALUES for its parameter person"),
    ("# 问\n# ask\n# param: top = 9 | 几个\nSELECT * {}", "LIMIT for its parameter top"),
])
def test_files_that_do_not_keep_to_the_form(text, message):
    with pytest.raises(KgError, match=message):
        parse_query("mine", text)
