"""Resolved facts -> rdflib graph -> Turtle. The only stage that knows IRIs and vocabulary."""

from kg.graph.build import BASE_IRI, build_graph
from kg.graph.turtle import write_turtle

__all__ = ["BASE_IRI", "build_graph", "write_turtle"]
