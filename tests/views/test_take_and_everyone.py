"""In a real browser: files taken away, the keyboard, narrow screens, print, language, accessibility."""

from __future__ import annotations

import csv
import io
import os
import struct
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from rdflib import Graph
from test_find_and_read import pick


def taken(page, name) -> bytes:
    page.click("#take")
    with page.expect_download() as download:
        page.click(f"#take-{name}")
    return Path(download.value.path()).read_bytes()


def test_png(page):
    data = taken(page, "png")
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", data[16:24])
    assert width > 600 and height > 400
    assert len(data) > 20_000


def test_svg(page):
    root = ET.fromstring(taken(page, "svg"))
    space = "{http://www.w3.org/2000/svg}"
    texts = "".join(t.text or "" for t in root.iter(f"{space}text"))
    assert "甄有光" in texts and "青禾区委" in texts
    assert len(list(root.iter(f"{space}path"))) == page.evaluate("kg.scene.edges.length")


def test_csv_of_nodes(page):
    page.locator('[data-key="type:Signing"]').check()
    rows = list(csv.DictReader(io.StringIO(taken(page, "csv-nodes").decode("utf-8-sig"))))
    assert len(rows) == page.evaluate("kg.scene.visible.nodes.size")
    assert {"万里程", "长风集团与云麓园区签约"} <= {row["name"] for row in rows}
    assert next(r for r in rows if r["kind"] == "Activity")["date"] == "2021-05-06"


def test_csv_of_links_has_sentences(page, world):
    rows = list(csv.DictReader(io.StringIO(taken(page, "csv-edges").decode("utf-8-sig"))))
    row = next(r for r in rows if r["from"] == "万里程" and r["relation"] == "董事长")
    assert row["to"] == "长风集团" and row["file"].startswith("page") and "万里程" in row["sentence"]
    info = next(i for i in world.articles if i.headline == row["headline"])
    assert "".join(info.raw[int(row["start"]) - info.start : int(row["end"]) - info.start].split()) == row["sentence"].replace(" ", "")
    assert not any(value.startswith(("=", "+", "@")) for r in rows for value in r.values())


def test_turtle_says_only_what_the_graph_says(page, graph):
    for label in ("", "甄有光", "柳明远察看南塘小学", "青禾区教育局"):
        if label:
            pick(page, label)
        part = Graph().parse(data=taken(page, "turtle").decode(), format="turtle")
        assert len(part) > 20
        assert set(part) - set(graph) == set()
        assert not label or any(str(o) == label for o in part.objects())


def test_keyboard_alone(page):
    page.keyboard.press("/")
    page.keyboard.type("liumingyuan")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").text_content() == "柳明远"
    for key in ("ArrowRight", "ArrowLeft", "ArrowDown"):
        page.keyboard.press(key)
    assert page.evaluate("kg.state.selected.kind") == "node"
    page.keyboard.press("p")
    assert page.evaluate("kg.state.pins.size") == 1
    page.keyboard.press("Enter")
    for _ in range(12):
        if page.evaluate("document.activeElement.classList.contains('state')"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel figure mark")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "canvas"
    page.keyboard.press("Escape")
    assert page.evaluate("kg.state.selected") is None
    page.keyboard.press("?")
    assert page.locator("#help-box kbd").count() == 10
    page.keyboard.press("Escape")


def test_tab_reaches_every_part(page):
    page.evaluate("document.activeElement.blur()")
    met = set()
    for _ in range(90):
        page.keyboard.press("Tab")
        met.add(page.evaluate("(document.activeElement.closest('#filters, #panel, #canvas, #timeline, .tools, .find, #views') || {}).id || document.activeElement.id"))
    assert {"filters", "panel", "canvas", "timeline", "find"} <= met


def test_list_for_screen_readers(page):
    page.click("#view-list")
    assert page.locator("#list-tab tbody tr").count() == page.evaluate("kg.scene.visible.nodes.size")
    page.click("#sort-name")
    assert page.locator("#list-tab th[aria-sort='ascending']").count() == 1
    page.locator("#list-tab .link", has_text="甄有光").first.click()
    assert page.locator("#panel h2").text_content() == "甄有光"
    page.click("#view-all")
    assert page.locator("#canvas").is_visible()


def test_english(page):
    page.click("#language")
    assert page.locator("#view-co").text_content() == "Together"
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.locator("#find").get_attribute("placeholder").startswith("Find people")
    left = page.evaluate("""[...document.querySelectorAll('button, legend, h3, label .name')].map((e) => e.textContent)
        .filter((text) => Object.values(kg.words).some(([zh, en]) => zh === text && zh !== en && /[\\u4e00-\\u9fff]/.test(zh)))""")
    assert set(left) <= {"简体中文"}


def test_phone(watched, page_file):
    page = watched.open(page_file)
    page.set_viewport_size({"width": 390, "height": 844})
    page.reload()
    page.wait_for_selector("html[data-ready]")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.click("#filters-open")
    assert page.locator("#filters fieldset").first.is_visible()
    page.click("#filters-open")
    page.fill("#find", "zyg")
    page.press("#find", "Enter")
    page.locator("#panel button.state").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert watched.errors == []


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768), (390, 844)])
def test_labels_do_not_overlap(watched, page_file, size):
    page = watched.open(page_file)
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.reload()
    page.wait_for_selector("html[data-ready]")
    boxes = page.evaluate("kg.labels().placed.map(({ x0, x1, y0, y1, item }) => [x0, y0, x1, y1, item.lines.join('')])")
    assert len(boxes) > 15
    for i, a in enumerate(boxes):
        for b in boxes[:i]:
            assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1], (a, b)


def test_nothing_moves_by_itself(page):
    spots = "JSON.stringify(kg.scene.network.getPositions())"
    before = page.evaluate(spots)
    page.wait_for_timeout(400)
    assert page.evaluate(spots) == before


def test_print(page):
    pick(page, "甄有光")
    page.emulate_media(media="print")
    assert not page.locator("#filters").is_visible() and not page.locator(".tools").is_visible()
    assert page.locator("#panel h2").is_visible()


def test_axe(browser, page_file):
    axe = Path(os.environ.get("KG_AXE", "node_modules/axe-core/axe.min.js"))
    if not axe.is_file():
        pytest.skip("no axe-core: npm install --no-save axe-core, then KG_AXE=node_modules/axe-core/axe.min.js")
    context = browser.new_context(viewport={"width": 1440, "height": 900}, bypass_csp=True)
    page = context.new_page()
    findings = []
    for hash_ in ("", "#tab=list", "#conflict=all&layer=conflicts", "#view=co&lang=en", "#n=person/青禾区-甄有光"):
        page.goto("about:blank")
        page.goto(page_file.as_uri() + hash_)
        page.wait_for_selector("html[data-ready]")
        for state in page.locator("#panel button.state").all()[1:3]:
            state.click()
        page.evaluate(axe.read_text(encoding="utf-8"))
        found = page.evaluate("axe.run().then((r) => r.violations.map((v) => [v.impact, v.id, v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160))]))")
        findings += [(hash_, *finding) for finding in found if finding[0] != "minor"]
    context.close()
    assert findings == []
