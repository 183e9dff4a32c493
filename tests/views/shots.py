"""Takes the pictures of docs/: `python tests/views/shots.py output/graph.html docs`."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))

from browser import FLAGS  # noqa: E402

SHOTS = [("page-1440", 1440, 900, None), ("page-1024", 1024, 768, None), ("page-390", 390, 844, None), ("page-person", 1440, 900, "Person"), ("page-activity", 1440, 900, "Activity")]
TOP = "(kind) => kg.nodes.filter((n) => n.kind === kind).sort((a, b) => b.rank - a.rank || a.id - b.id)[0].id"


def main(page_file: Path, folder: Path) -> None:
    """One picture a line of SHOTS: the opening view, or the weightiest node of a kind with a fact opened."""
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=os.environ.get("KG_CHROMIUM") or shutil.which("chromium"), args=FLAGS)
        for name, width, height, kind in SHOTS:
            page = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
            page.goto(page_file.resolve().as_uri())
            page.wait_for_selector("html[data-ready]")
            if kind:
                page.evaluate(f"kg.selectNode(({TOP})('{kind}'))")
                page.locator("#panel section:has(h3:text('活动')) button.state, #panel section button.state").last.scroll_into_view_if_needed()
                page.locator("#panel button.state").first.click()
                page.evaluate("document.getElementById('panel').scrollTop = 0")
            page.wait_for_timeout(400)
            page.screenshot(path=folder / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
