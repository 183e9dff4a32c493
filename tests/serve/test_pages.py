"""The pages of `kg serve` as a reader uses them, in a real Chromium that lets no request leave this server."""

from __future__ import annotations

import csv
import io
import json
from urllib.parse import unquote

import pytest

from kg.ask import open_store
from kg.graph.queries import bind, list_queries, load_query

POSTS = bind(load_query("posts-of"), {"person": "周慕白"})


class Visit:
    """One page with what it asked for and complained of."""

    def __init__(self, context, url: str) -> None:
        self.url, self.requests, self.errors = url, [], []
        self.page = context.new_page()
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.errors.append(message.text) if message.type in {"error", "warning"} else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def open(self, path: str):
        self.page.goto(self.url + path)
        return self.page

    def write(self, text: str) -> None:
        """Into the editor, in place of what it holds."""
        self.page.locator(".cm-content").click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(text)

    def rows(self) -> list[list[str]]:
        """The answer, once it is there."""
        self.page.locator("#state", has_text="行").wait_for()
        return [row.locator("td").all_inner_texts() for row in self.page.locator("#answer tbody tr").all()]


@pytest.fixture
def visit(browser, server):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    context.set_default_timeout(10_000)
    visited = Visit(context, server.url)
    yield visited
    context.close()
    assert visited.errors == []
    assert {url for url in visited.requests if not url.startswith((server.url, f"blob:{server.url}"))} == set()


def test_a_saved_question_is_picked_changed_and_run(visit, turtle):
    page = visit.open("query")
    page.wait_for_selector(".cm-content")
    assert page.locator("#question option").count() == len(list_queries()) + 1
    page.select_option("#question", "posts-of")
    assert page.inner_text("#english") == load_query("posts-of").question_en
    page.fill('#parameters input[name="person"]', "周慕白")
    page.click("#run")
    names = page.locator("#answer th").all_inner_texts() if visit.rows() else []
    expected = open_store(turtle).rows(POSTS)
    assert visit.rows() == [[row.get(name, "") for name in names] for row in expected]
    assert expected[0]["post"] == "青禾区委副书记"


def test_a_number_of_rows(visit):
    page = visit.open("query")
    page.select_option("#question", "co-attendance")
    page.fill('#parameters input[name="top"]', "3")
    page.click("#run")
    assert len(visit.rows()) == 3
    page.fill('#parameters input[name="top"]', "3 } #")
    page.click("#run")
    assert len(visit.rows()) > 3


@pytest.mark.parametrize("name", [query.name for query in list_queries()])
def test_every_saved_question_runs_as_it_stands(name, visit, turtle):
    page = visit.open("query")
    page.select_option("#question", name)
    page.click("#run")
    assert len(visit.rows()) == len(open_store(turtle).rows(load_query(name).text))


def test_terms_and_variables_are_completed(visit):
    page = visit.open("query")
    page.wait_for_selector(".cm-content")
    visit.write("SELECT ?man WHERE { ?man a ")
    page.keyboard.type("kgo:Per")
    page.wait_for_selector(".cm-tooltip-autocomplete >> text=kgo:Person")
    assert "人物" in page.locator(".cm-tooltip-autocomplete li", has_text="kgo:Person").first.inner_text()
    page.wait_for_timeout(150)  # CodeMirror takes no Enter in the first 75 ms, so that one typed blindly is a line break
    page.keyboard.press("Enter")
    page.keyboard.type(" . ?m")
    page.wait_for_selector(".cm-tooltip-autocomplete >> text=?man")
    page.keyboard.press("Escape")
    page.keyboard.type("an foaf:name '周慕白' }")
    page.keyboard.press("Control+Enter")
    [[cell]] = visit.rows()
    assert cell.endswith("周慕白")


def test_what_is_wrong_is_told(visit):
    page = visit.open("query")
    page.wait_for_selector(".cm-content")
    visit.write("SELECT ?x WHERE { ?x")
    page.click("#run")
    page.locator("#state", has_text="400").wait_for()
    assert "not SPARQL" in page.inner_text("#answer")
    visit.errors.clear()  # Chromium notes each answer of 400 itself


def test_markup_in_the_data_is_text(visit):
    page = visit.open("query")
    page.wait_for_selector(".cm-content")
    visit.write("SELECT ('<img src=x onerror=alert(1)>' AS ?x) {}")
    page.click("#run")
    assert visit.rows() == [["<img src=x onerror=alert(1)>"]]
    assert page.locator("#answer img").count() == 0


def test_the_answer_is_taken_away(visit, turtle):
    page = visit.open("query")
    page.select_option("#question", "rank")
    page.click("#run")
    visit.rows()
    with page.expect_download() as saved:
        page.click("#csv")
    rows = list(csv.DictReader(io.StringIO(saved.value.path().read_text(encoding="utf-8"))))
    assert rows == open_store(turtle).rows(load_query("rank").text)
    with page.expect_download() as saved:
        page.click("#json")
    assert len(json.loads(saved.value.path().read_text(encoding="utf-8"))["results"]["bindings"]) == len(rows)


def test_from_search_to_dossier_to_its_activity_and_home(visit):
    page = visit.open("")
    page.fill("#words", "林致远")
    page.click("#found a >> text=林致远")
    page.wait_for_url("**/id/person/**")
    assert unquote(page.url).endswith("/id/person/青禾区-林致远")
    assert page.inner_text("h1") == "林致远"
    page.click("td a >> text=2021-03-02")
    page.wait_for_url("**/fact/activity-*")
    assert "松岭社区" in page.inner_text("main")
    for text, path in (("图谱页", "graph.html"), ("查询", "query"), ("首页", "")):
        page.click(f"nav a >> text={text}")
        assert page.url == visit.url + path
        page.go_back()


def test_an_iri_in_an_answer_leads_to_its_page(visit):
    page = visit.open("query")
    page.wait_for_selector(".cm-content")
    visit.write("SELECT ?p { ?p foaf:name '林致远' }")
    page.click("#run")
    visit.rows()
    page.click("#answer a")
    page.wait_for_url("**/id/person/**")
    assert page.inner_text("h1") == "林致远"


def test_without_the_editor_a_text_area_does(visit):
    visit.page.route("**/static/editor.min.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page = visit.open("query")
    page.select_option("#question", "rank")
    assert "kgo:order" in page.input_value("textarea")
    page.click("#run")
    assert len(visit.rows()) == 4
