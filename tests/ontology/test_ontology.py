"""The ontology: complete in two languages, equal to the closed vocabulary, consistent under OWL 2 RL."""

from __future__ import annotations

import owlrl
import pyoxigraph as ox
import pytest
from rdflib import OWL, RDF, RDFS, Graph, Literal, URIRef

from graph.records import sample
from kg.graph import build_graph
from kg.graph.concepts import ontology_labels
from kg.graph.vocabulary import ACTIVITY_TYPES, CLASSIFICATIONS, KGO, PREFIXES, ROLES, SKOS, TYPES
from kg.resources import ontology_dir, ontology_file

NS = str(KGO)


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(ontology_file("kg.ttl"), format="turtle")


def terms(graph: Graph) -> set[str]:
    return {str(s).removeprefix(NS) for s in graph.subjects() if str(s).startswith(NS)}


def test_the_vocabulary_is_the_ontology(ontology):
    assert set(KGO.__annotations__) == terms(ontology)


def test_a_mistyped_term_raises():
    with pytest.raises(AttributeError):
        _ = KGO.Persn


@pytest.mark.parametrize("predicate", [RDFS.label, RDFS.comment])
def test_every_term_speaks_chinese_and_english(ontology, predicate):
    for term in terms(ontology):
        languages = sorted(v.language for v in ontology.objects(KGO[term], predicate))
        assert languages == ["en", "zh-Hans"], term


def test_labels_of_concepts_differ(ontology):
    for kind in (KGO.ActivityType, KGO.ParticipationRole, KGO.OrganizationType):
        labels = [ontology_labels()[str(s)] for s in ontology.subjects(RDF.type, kind)]
        assert len(labels) == len(set(labels)) > 5


@pytest.mark.parametrize(("kind", "names"), [
    (KGO.ActivityType, ACTIVITY_TYPES), (KGO.ParticipationRole, ROLES), (KGO.OrganizationType, CLASSIFICATIONS),
])
def test_concepts(ontology, kind, names):
    assert {str(s).removeprefix(NS) for s in ontology.subjects(RDF.type, kind)} == set(names)


def test_parents_written_are_the_parents_of_the_ontology(ontology):
    for kind, types in TYPES.items():
        told = {c for c in ontology.transitive_objects(kind, RDFS.subClassOf) if isinstance(c, URIRef)}
        assert set(types) == told, kind


def test_terms_not_to_use(ontology):
    used = {str(t) for triple in ontology for t in triple}
    assert not used & {"http://www.w3.org/ns/org#holds", "http://www.w3.org/ns/org#Site"}


def test_shortcuts_are_marked(ontology):
    marked = {str(s).removeprefix(NS) for s in ontology.subjects(KGO.derived, Literal(True))}
    assert marked == {"attended", "heldPost", "metWith", "firstSeen", "lastSeen"}


def closure(ontology: Graph, data: Graph) -> Graph:
    graph = Graph()
    for triple in (*ontology, *data):
        graph.add(triple)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return graph


def errors(graph: Graph) -> list[str]:
    return [str(m) for e in graph.subjects(RDF.type, URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage"))
            for m in graph.objects(e, None)]


def test_reasons_cleanly(ontology):
    """No contradiction, nothing equated, and no type of ours that the graph does not say itself."""
    data = build_graph(sample())
    reasoned = closure(ontology, data)
    assert errors(reasoned) == []
    for subject in set(data.subjects()):
        mine = {t for t in reasoned.objects(subject, RDF.type) if str(t).startswith(NS)}
        said = {t for t in data.objects(subject, RDF.type) if str(t).startswith(NS)}
        assert mine == said, subject
        assert set(reasoned.objects(subject, OWL.sameAs)) <= {subject}


def test_reasoning_would_tell(ontology):
    data = build_graph(sample())
    someone = next(iter(data.subjects(RDF.type, KGO.Person)))
    data.add((someone, RDF.type, KGO.Organization))
    assert errors(closure(ontology, data))


def test_concepts_used_by_the_graph_are_concepts(ontology):
    data = build_graph(sample())
    for concept in data.subjects(RDF.type, SKOS.Concept):
        if str(concept).startswith(NS):
            assert (concept, RDF.type, None) in ontology


@pytest.mark.parametrize("name", ["kg.ttl", "shapes.ttl"])
def test_prefixes_agree(name):
    parser = ox.parse(path=str(ontology_file(name)), format=ox.RdfFormat.TURTLE)
    list(parser)
    for prefix, namespace in parser.prefixes.items():
        assert PREFIXES.get(prefix, namespace) == namespace


def test_the_folder_is_there():
    assert {p.name for p in ontology_dir().iterdir()} >= {"kg.ttl", "shapes.ttl", "queries"}
