"""The visible main text of an HTML page, each character with its place in the raw page."""

from __future__ import annotations

from kg.articles.offsets import View


def visible(raw: View) -> View:
    """The text of the page's article."""
    return raw
