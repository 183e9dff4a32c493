"""How long a reader waits for the page: until it can be used, and for what is typed into its search.

    python tests/bench/opening.py output/graph.html
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from browser import FLAGS  # noqa: E402

WORDS = ("市长", "王", "会议", "zhang")
SEARCH = """(words) => { kg.search('a'); return Math.max(...words.map((word) => {
    const start = performance.now(); kg.search(word); return performance.now() - start; })); }"""


@dataclass(frozen=True)
class Opening:
    seconds: float  # the better of two openings
    search: float  # seconds, the slowest of WORDS


def opening(path: Path, most: float = 300) -> Opening | str:
    """What it took, or why it could not be told."""
    chromium = os.environ.get("KG_CHROMIUM") or shutil.which("chromium")
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        return "no Playwright"
    if not chromium:
        return "no Chromium"
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=chromium, args=FLAGS)
        try:
            return min((_opened(browser, path, most) for _ in range(2)), key=lambda o: o.seconds)
        except Error as error:  # a page that the browser cannot hold
            return str(error).splitlines()[0]
        finally:
            browser.close()


def _opened(browser, path: Path, most: float) -> Opening:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    start = time.perf_counter()
    page.goto(path.resolve().as_uri(), timeout=most * 1000)
    page.wait_for_selector("html[data-ready]", timeout=most * 1000)
    seconds = time.perf_counter() - start
    search = page.evaluate(SEARCH, list(WORDS)) / 1000
    page.close()
    return Opening(seconds, search)


if __name__ == "__main__":
    print(opening(Path(sys.argv[1])))
