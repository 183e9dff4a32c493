"""Resolved facts into one graph, in an order of its own, so that the order of the input does not matter."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from kg.graph.activities import Activities
from kg.graph.draft import Draft
from kg.graph.entities import Entities
from kg.graph.facts import Facts
from kg.graph.iris import Iris
from kg.graph.tenures import Tenures
from kg.lexicon import Lexicon, default_lexicon
from kg.memory import collector_paused
from kg.model import (
    Activity,
    Byline,
    FigureFact,
    InitiativeFact,
    PersonNamed,
    PersonRef,
    Resolved,
    Statement,
    Structure,
    Tenure,
)

if TYPE_CHECKING:
    from rdflib import Graph

BASE_IRI = "https://kg.example/id/"


def build_graph(resolved: Resolved, base_iri: str = BASE_IRI, lexicon: Lexicon | None = None) -> Graph:
    """The graph of everything resolved, under the ontology of DESIGN section 3.

    The same records in any order give the same triples. Raises KgError for a base IRI that is none and
    for an organization classified by a term that the ontology does not have.
    """
    with collector_paused():
        return _build(resolved, Draft(Iris(base_iri)), lexicon or default_lexicon())


def _build(resolved: Resolved, draft: Draft, lexicon: Lexicon) -> Graph:
    entities = Entities(draft, resolved, lexicon)
    kinds: defaultdict[type, list[Any]] = defaultdict(list)
    for fact in resolved.facts:
        kinds[type(fact)].append(fact)
    facts = Facts(draft, entities)
    for structure in sorted(kinds[Structure], key=lambda f: (f.child.key, f.parent.key, f.child.name, f.parent.name)):
        facts.structure(structure)
    Tenures(draft, entities, resolved.articles).write(kinds[Tenure])
    Activities(draft, entities).write(kinds[Activity])
    for kind, write in (
        (InitiativeFact, facts.initiative), (FigureFact, facts.figure),
        (Statement, facts.statement), (Byline, facts.byline),
    ):
        for fact in kinds[kind]:
            write(fact)
    known = _named_by_facts(resolved)
    for named in kinds[PersonNamed]:
        if any((e.article, named.person.key or named.person.name) not in known for e in named.evidence):
            facts.named(named)
    return draft.finish()


def _named_by_facts(resolved: Resolved) -> set[tuple[str, str]]:
    """Article and key of each person of whom a fact of that article tells something."""
    known: set[tuple[str, str]] = set()
    for fact in resolved.facts:
        agents: list[object] = []
        if isinstance(fact, Tenure):
            agents = [fact.person]
        elif isinstance(fact, Statement):
            agents = [fact.speaker]
        elif isinstance(fact, Activity):
            agents = [p.agent for p in fact.participations]
        people = [a.key or a.name for a in agents if isinstance(a, PersonRef)]
        known.update((evidence.article, key) for evidence in fact.evidence for key in people)
    return known
