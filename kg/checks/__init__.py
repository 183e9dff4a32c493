"""rdflib graph -> findings: contradictions, times that run backward, shapes that are broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.checks.conflicts import disputes_of, finding_of, write_conflict
from kg.checks.order import ends_before_start
from kg.graph.lookup import Triples
from kg.lexicon import default_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rdflib import Graph

    from kg.lexicon import Lexicon
    from kg.model import Finding

__all__ = ["add_conflicts", "run_checks"]


def add_conflicts(graph: Graph, lexicon: Lexicon | None = None) -> tuple[Finding, ...]:
    """Find the contradictions of the graph, add a kgo:Conflict for each, and tell them.

    What is told besides: times that end before they start, which have no node of their own (one statement
    is at odds with itself). Doing it again adds nothing.
    """
    triples = Triples(graph)
    disputes = disputes_of(triples, lexicon or default_lexicon())
    for dispute, guess in disputes:
        write_conflict(graph, dispute, guess)
    return (*(finding_of(*found) for found in disputes), *ends_before_start(triples))


def run_checks(graph: Graph, lexicon: Lexicon | None = None, *, shapes: bool = True) -> tuple[Finding, ...]:
    """Everything that the checks have to tell of the graph, which stays as it is: contradictions, then shapes."""
    triples = Triples(graph)
    found = tuple(finding_of(*dispute) for dispute in disputes_of(triples, lexicon or default_lexicon()))
    return (*found, *ends_before_start(triples), *(_broken_shapes(graph) if shapes else ()))


def _broken_shapes(graph: Graph) -> Iterable[Finding]:
    from kg.checks.shapes import broken_shapes  # noqa: PLC0415  # pySHACL, which a build does without

    return broken_shapes(graph)
