"""The page: one offline HTML file in which every edge leads to the sentence that states it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.views.extent import LIMIT
from kg.views.projection import project
from kg.views.render import render

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from rdflib import Graph

    from kg.model import ArticleInfo

__all__ = ["write_page"]


def write_page(graph: Graph, articles: Iterable[ArticleInfo], path: Path, limit: int = LIMIT) -> None:
    """Writes the page of a graph to `path`, in UTF-8. The same graph and articles, which have their texts, give the same bytes.

    Of a graph with more than `limit` nodes it holds the people of whom most is told, and says so.
    """
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(render(project(graph, articles, limit)))
