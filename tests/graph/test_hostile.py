"""What a newspaper, or somebody who fakes one, may print must not break IRIs or Turtle."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import unquote

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDFS, Graph, URIRef
from rdflib.compare import isomorphic

from graph.records import Page, person, world
from kg.graph import build_graph, write_turtle
from kg.graph.iris import segment
from kg.graph.text import label
from kg.model import Organization, Person, PersonNamed

HOSTILE = [
    "<script>alert(1)</script>", '王"三"\\', "王\n三\r\t", "王\x00三\x07", "王\u202e三\u200b\ufeff", "王\ud800三", "王 三<>{}|^`",
    "https://evil.example/#?x=%00", "../../etc", "..", "", "   ", "“”", "é", "e\u0301", "👩‍👧", "\U000e0041", "\ufdd0\uffff", "王" * 500, "'''\"\"\"",
]


@pytest.mark.parametrize(("key", "expected"), [
    ("管城回族区-虎强", "管城回族区-虎强"), ("王 伟", "王伟"), ("“三送一强”", "三送一强"), ("A/B?c#d", "A%2FB%3Fc%23d"),
    ("百分之5%", "百分之5%25"), ("e\u0301", "é"), ("王\u202e三", "王三"), ("（筹）", "（筹）"), ("迈克尔·李", "迈克尔·李"),
])
def test_segments_are_readable(key, expected):
    assert segment(key) == expected


@pytest.mark.parametrize("key", HOSTILE)
def test_segments_are_iris(key):
    made = segment(key)
    assert made.strip(".")
    ox.NamedNode("https://kg.example/id/person/" + made)  # raises where it is no IRI
    assert not set(made) & set(" \"'<>{}|\\^`/?#")


def test_what_is_skipped_or_long_is_told_apart():
    assert segment("“”") != segment("‘’")
    assert segment("王" * 500) != segment("王" * 501)


@pytest.mark.parametrize("text", HOSTILE)
def test_labels_are_one_clean_line(text):
    made = label(text)
    made.encode("utf-8")
    assert made == made.strip()
    assert not set(made) & set("\n\r\t\x00\u202e\u200b\ufeff")


def hostile_graph(text: str) -> Graph:
    page = Page(f"前{text}后", doc=f"{text}.txt", headline=text, locality=text)
    page.add(PersonNamed, "前", article=page.id, person=person(text))
    page.tenure(text, text, text, page.text)
    page.activity("a1", "Meeting", text, page.text, {text: ("lead",)})
    resolved = world(page)
    return build_graph(replace(resolved, people=(Person(text, text, (text,)),), organizations=(Organization(text, text, (text,)),)))


@pytest.mark.parametrize("text", HOSTILE)
def test_turtle_reads_back_the_same(text, tmp_path):
    graph, path = hostile_graph(text), tmp_path / "graph.ttl"
    write_turtle(graph, path)
    again = Graph().parse(path, format="turtle")
    assert isomorphic(graph, again) or "\ud800" in text
    assert len(again) == len(graph)
    store = ox.Store()
    store.bulk_load(path=str(path), format=ox.RdfFormat.TURTLE)
    assert len(store) == len(graph)
    for subject in set(graph.subjects()):
        assert isinstance(subject, URIRef)
        assert len(list(graph.objects(subject, RDFS.label))) == 1


@given(st.text(st.characters(exclude_categories=()), max_size=30))
def test_any_text_makes_a_segment_and_a_label(text):
    ox.NamedNode("https://kg.example/id/" + segment(text))
    label(text).encode("utf-8")
    unquote(segment(text))
