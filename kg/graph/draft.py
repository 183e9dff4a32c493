"""A graph in the making: nodes with their types and labels, literals, evidence."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from rdflib import Graph, URIRef

from kg.graph.compact import compact, mark_of
from kg.graph.concepts import concept_label
from kg.graph.store import SubjectStore
from kg.graph.text import label as clean
from kg.graph.text import shortened, storable
from kg.graph.vocabulary import DCTERMS, FOAF, KGO, OA, PREFIXES, RDF, RDFS, SKOS, TYPES, XSD

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from rdflib.term import Node

    from kg.graph.iris import Iris
    from kg.model import Evidence, FactBase

HANS = "zh-Hans"
PLAIN, LABEL = mark_of(), mark_of(HANS)
COUNT, DAY, DECIMAL = (mark_of(datatype=XSD[name]) for name in ("nonNegativeInteger", "date", "decimal"))
WORD = 24  # characters of a text that may come again: a rule, a role, a name
NAMELESS = "（无名）"
QUOTE = 60  # characters of a sentence that its label shows


class Draft:
    """What the writers of entities and facts share. Adding the same node twice changes nothing."""

    def __init__(self, iris: Iris) -> None:
        store = SubjectStore()
        self.graph = Graph(store, bind_namespaces="none")
        for prefix, namespace in PREFIXES.items():
            self.graph.bind(prefix, namespace)
        self.iris = iris
        self.put, self.put_all = store.put, store.put_all
        self.labels: dict[URIRef, str] = {}
        self._evidence: dict[tuple[str, int, int], URIRef] = {}
        self._confidence: dict[URIRef, float] = {}
        self._words: dict[str, str] = {}  # short texts: few, and used again and again

    def node(self, iri: URIRef, kind: URIRef, label: str, aliases: Iterable[str] = ()) -> URIRef:
        """Type and label a node; a node that has a label keeps it and takes the new one as another form."""
        name = clean(label) or NAMELESS
        known = self.labels.get(iri)
        if known is None:
            known = self.labels[iri] = name
            self._typed(iri, kind, name)
        if aliases or known != name:
            for alias in {name, *map(clean, aliases)} - {known, ""}:
                self.put(iri, SKOS.altLabel, LABEL + alias)
        return iri

    def _typed(self, iri: URIRef, kind: URIRef, name: str) -> None:
        self.put_all(iri, RDF.type, TYPES[kind])
        self.put(iri, RDFS.label, LABEL + name)

    def text(self, subject: URIRef, predicate: URIRef, value: str) -> None:
        """A plain literal."""
        literal = self._words.get(value)
        if literal is None:
            literal = PLAIN + storable(value)
            if len(value) <= WORD:
                self._words[value] = literal
        self.put(subject, predicate, literal)

    def count(self, subject: URIRef, predicate: URIRef, value: int) -> None:
        """A number of things, xsd:nonNegativeInteger."""
        self.put(subject, predicate, f"{COUNT}{value}")

    def day(self, subject: URIRef, predicate: URIRef, value: date) -> None:
        """A day, xsd:date."""
        self.put(subject, predicate, DAY + value.isoformat())

    def concept(self, iri: URIRef, kind: URIRef) -> URIRef:
        """A concept of the ontology, with its Chinese label."""
        return self.node(iri, kind, concept_label(iri))

    def edge(self, subject: URIRef, predicate: URIRef, value: Node) -> None:
        """One triple."""
        self.put(subject, predicate, compact(value))

    def grounds(self, iri: URIRef, fact: FactBase, otherwise: FactBase | None = None) -> None:
        """Evidence, rules and confidence of a fact; of `otherwise` where it has none of its own."""
        spare = otherwise or fact
        for evidence in fact.evidence or spare.evidence:
            self.put(iri, KGO.evidence, self.evidence(evidence))
        for rule in fact.rules or spare.rules:
            self.text(iri, KGO.rule, rule)
        if fact.confidence is not None:
            self._confidence[iri] = max(fact.confidence, self._confidence.get(iri, 0.0))

    def evidence(self, evidence: Evidence) -> URIRef:
        """The node of one sentence."""
        key = (evidence.article, evidence.start, evidence.end)
        iri = self._evidence.get(key)
        if iri is None:
            iri = self._evidence[key] = self.iris.made("evidence", f"{evidence.article}-{evidence.start}-{evidence.end}")
            self._typed(iri, KGO.Evidence, shortened(clean(evidence.exact), QUOTE) or NAMELESS)  # nobody asks for this label
            self.put(iri, OA.hasSource, self.article(evidence.article))
            self.count(iri, OA.start, evidence.start)
            self.count(iri, OA.end, evidence.end)
            self.text(iri, OA.exact, evidence.exact)
        return iri

    def article(self, ident: str) -> URIRef:
        """The IRI of an article."""
        return self.iris.entity("article", ident)

    def activity(self, article: str, key: str) -> URIRef:
        """The IRI of an activity of an article."""
        return self.iris.fact("activity", article, key)

    def finish(self) -> Graph:
        """The graph, once everything is in."""
        for iri, value in self._confidence.items():
            number = Decimal(str(round(value, 4)))
            self.put(iri, KGO.confidence, DECIMAL + format(number, "f"))
        return self.graph


def person_name(draft: Draft, iri: URIRef, name: str) -> None:
    """The one plain foaf:name of a person."""
    if (iri, FOAF.name, None) not in draft.graph:
        draft.text(iri, FOAF.name, clean(name))


def part_of(draft: Draft, child: URIRef, parent: URIRef) -> None:
    """One place in another; the first one told stays."""
    if child != parent and (child, DCTERMS.isPartOf, None) not in draft.graph:
        draft.edge(child, DCTERMS.isPartOf, parent)
