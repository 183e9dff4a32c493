"""Chinese newspaper pages into a knowledge graph in which every edge leads back to the words that state it.

>>> import kg
>>> known = kg.build("seeds/")           # doctest: +SKIP
>>> known.graph                          # an rdflib graph  # doctest: +SKIP
>>> known.resolved.people                # the records it is made of  # doctest: +SKIP
>>> known.ask("posts-of", person="虎强")  # a saved question, or SPARQL  # doctest: +SKIP
>>> kg.load("output").dossier("虎强")     # of an earlier build  # doctest: +SKIP
>>> for reading in kg.records("seeds/"): # article by article, nothing resolved yet  # doctest: +SKIP
...     print(reading.article.headline, len(reading.facts))
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from kg.errors import KgError

if TYPE_CHECKING:
    from kg.api import build, load, records

__all__ = ["KgError", "build", "load", "records"]


def __getattr__(name: str) -> Any:
    """`build`, `load` and `records` come with the whole pipeline, so they are imported only when asked for."""
    if name in ("build", "load", "records"):
        return getattr(import_module("kg.api"), name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
