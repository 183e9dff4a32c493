"""The store by subject answers every pattern as rdflib's own store does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF, Graph, Literal, Namespace

from kg.graph.store import SubjectStore, by_subject

E = Namespace("http://example.org/")
NODES = [E.a, E.b, E.c, E.d]
VALUES = [*NODES, Literal("a"), Literal("a", lang="zh"), Literal("1"), Literal(1), Literal(str(E.a))]
triples = st.tuples(st.sampled_from(NODES), st.sampled_from(NODES), st.sampled_from(VALUES))
anything = st.none()
patterns = st.tuples(
    anything | st.sampled_from(NODES), anything | st.sampled_from(NODES), anything | st.sampled_from(VALUES)
)
steps = st.lists(st.tuples(st.sampled_from(["add", "add", "add", "remove", "ask"]), triples, patterns), max_size=40)


@settings(max_examples=150, deadline=None)
@given(steps)
def test_as_rdflibs_own(steps):
    mine, theirs = Graph(SubjectStore()), Graph()
    for step, triple, pattern in steps:
        if step == "add":
            mine.add(triple)
            theirs.add(triple)
        elif step == "remove":
            mine.remove(pattern)
            theirs.remove(pattern)
        assert len(mine) == len(theirs)
        assert sorted(mine.triples(pattern)) == sorted(theirs.triples(pattern))
        assert (triple in mine) == (triple in theirs)


def test_sparql_and_serializing():
    graph = Graph(SubjectStore())
    graph.bind("e", E)
    graph.update('PREFIX e: <http://example.org/> INSERT DATA { e:a a e:c ; e:b "x", "y" . e:d e:b "x" }')
    assert len(graph) == 4
    assert set(graph.subjects(RDF.type, E.c)) == {E.a}
    assert {str(row.s) for row in graph.query('SELECT ?s { ?s e:b "x" }')} == {str(E.a), str(E.d)}
    assert set(Graph().parse(data=graph.serialize())) == set(graph)
    assert "e:a a e:c" in graph.serialize()


def test_one_graph_only():
    store = SubjectStore()
    Graph(store, E.one).add((E.a, E.b, E.c))
    with pytest.raises(ValueError, match="one graph"):
        Graph(store, E.two).add((E.a, E.b, E.c))


def test_a_graph_of_another_store_is_copied():
    graph = Graph()
    graph.add((E.a, E.b, E.c))
    assert set(by_subject(graph).values(E.a, E.b)) == {E.c}
    own = Graph(SubjectStore())
    assert by_subject(own) is own.store


def test_several_values_at_once_are_as_one_by_one():
    one, other = SubjectStore(), SubjectStore()
    for store in (one, other):
        store.put(E.c, E.b, E.d)
    for subject in (E.a, E.c):
        one.put_all(subject, E.b, (E.c, E.d))
        for value in (E.c, E.d):
            other.put(subject, E.b, value)
        assert set(one.values(subject, E.b)) == set(other.values(subject, E.b)) == {E.c, E.d}
    assert len(one) == len(other) == 4
    assert sorted(one.holders(E.b, E.c)) == [E.a, E.c]
    one.put_all(E.d, E.b, (E.c, E.d))
    one.put(E.b, E.b, E.c)
    assert sorted(one.holders(E.b, E.c)) == [E.a, E.b, E.c, E.d], "what comes after an index is in it"


def test_who_goes_through_subjects_may_add_to_them():
    graph = Graph(SubjectStore())
    graph.add((E.a, E.b, E.c))
    for number, _ in enumerate(graph.subjects(E.b, E.c)):
        graph.add((E[f"new{number}"], E.b, E.c))
    assert len(graph) == 2
