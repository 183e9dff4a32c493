"""The page of the invented world, and a Chromium to open it in."""

from __future__ import annotations

from pathlib import Path

import pytest
from made import resolved

from kg.checks import add_conflicts
from kg.graph import build_graph
from kg.views import write_page


@pytest.fixture(scope="session")
def world():
    return resolved()


@pytest.fixture(scope="session")
def graph(world):
    built = build_graph(world)
    add_conflicts(built)
    return built


@pytest.fixture(scope="session")
def page_file(graph, world, tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("page") / "graph.html"
    write_page(graph, world.articles, path)
    return path


class Watched:
    """Opens a page and keeps what it asked for and complained of."""

    def __init__(self, context) -> None:
        self.context = context
        self.requests: list[str] = []
        self.errors: list[str] = []

    def open(self, path: Path, hash_: str = ""):
        page = self.context.new_page()
        page.on("request", lambda r: self.requests.append(r.url))
        page.on("console", lambda m: self.errors.append(m.text) if m.type in {"error", "warning"} else None)
        page.on("pageerror", lambda e: self.errors.append(str(e)))
        page.goto(path.as_uri() + hash_)
        page.wait_for_selector("html[data-ready]", timeout=20_000)
        return page


@pytest.fixture
def watched(browser):
    context = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True, reduced_motion="reduce")
    context.set_default_timeout(5_000)
    yield Watched(context)
    context.close()


@pytest.fixture
def page(watched, page_file):
    yield watched.open(page_file)
    assert watched.errors == []
    assert [url for url in watched.requests if not url.startswith(("file:", "blob:"))] == []
