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
    from collections.abc import Iterable, Iterator

    from rdflib import Graph

    from kg.model import Fact

BASE_IRI = "https://kg.example/id/"


def build_graph(
    resolved: Resolved, base_iri: str = BASE_IRI, lexicon: Lexicon | None = None, facts: Iterable[Fact] | None = None
) -> Graph:
    """The graph of everything resolved, under the ontology of DESIGN section 3.

    `facts`, those of `resolved` where they are not given, are taken one by one and let go when they are written.
    The same records and facts in any order give the same triples. Raises KgError for a base IRI that is none and
    for an organization classified by a term that the ontology does not have.
    """
    with collector_paused():
        draft = Draft(Iris(base_iri))
        entities = Entities(draft, resolved, lexicon or default_lexicon())
        _write(draft, entities, resolved, resolved.facts if facts is None else facts)
        return draft.finish()


def _write(draft: Draft, entities: Entities, resolved: Resolved, told: Iterable[Fact]) -> None:
    kinds: defaultdict[type, list[Any]] = defaultdict(list)
    known: set[tuple[str, str]] = set()
    for fact in told:
        kinds[type(fact)].append(fact)
        known.update(_names(fact))
    facts = Facts(draft, entities)
    for structure in sorted(kinds[Structure], key=lambda f: (f.child.key, f.parent.key, f.child.name, f.parent.name)):
        facts.structure(structure)
    Tenures(draft, entities, resolved.articles).write(_drained(kinds[Tenure]))
    Activities(draft, entities).write(_drained(kinds[Activity]))
    for kind, write in (
        (InitiativeFact, facts.initiative), (FigureFact, facts.figure),
        (Statement, facts.statement), (Byline, facts.byline),
    ):
        for fact in _drained(kinds[kind]):
            write(fact)
    for named in _drained(kinds[PersonNamed]):
        if any((e.article, named.person.key or named.person.name) not in known for e in named.evidence):
            facts.named(named)


def _drained(facts: list[Any]) -> Iterator[Any]:
    """The facts, which leave the list as they come: the graph needs their room."""
    while facts:
        yield facts.pop()


def _names(fact: Fact) -> Iterator[tuple[str, str]]:
    """Article and key of each person of whom a fact of that article tells something."""
    agents: Iterable[object] = ()
    if isinstance(fact, Tenure):
        agents = [fact.person]
    elif isinstance(fact, Statement):
        agents = [fact.speaker]
    elif isinstance(fact, Activity):
        agents = [p.agent for p in fact.participations]
    people = [a.key or a.name for a in agents if isinstance(a, PersonRef)]
    return ((evidence.article, key) for evidence in fact.evidence for key in people)
