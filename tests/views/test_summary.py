"""A graph too large to draw whole: the page opens on a summary, all records stay within reach."""

from __future__ import annotations

import pytest
from crowd import crowd

from kg.graph import build_graph
from kg.views import write_page


@pytest.fixture(scope="module")
def crowd_file(tmp_path_factory):
    world = crowd(1200)
    path = tmp_path_factory.mktemp("crowd") / "graph.html"
    write_page(build_graph(world), world.articles, path)
    return path


@pytest.fixture
def page(watched, crowd_file):
    yield watched.open(crowd_file)
    assert watched.errors == []


def test_opens_on_a_summary(page):
    assert page.evaluate("kg.nodes.length") > 3000
    assert page.evaluate("kg.scene.nodes.length") < 400
    assert page.evaluate("[...new Set([...kg.scene.visible.nodes].map((id) => kg.nodes[id].kind))].sort()") == ["Organization", "Person"]
    counts = page.evaluate("kg.scene.visible.months.reduce((n, m) => n + m.count, 0)")
    assert counts == page.evaluate("kg.nodes.filter((n) => n.kind === 'Activity').length") == 1200


def test_every_record_is_found_fast(page):
    took = page.evaluate("""() => { kg.search('a'); const start = performance.now();
        const found = kg.search('第777次活动'); return [performance.now() - start, kg.nodes[found[0]].label]; }""")
    assert took[0] < 100 and took[1] == "第777次活动"
    page.fill("#find", "第777次活动")
    page.press("#find", "Enter")
    assert page.evaluate("[...kg.scene.visible.nodes].some((id) => kg.nodes[id].label === '第777次活动')")
    page.locator("#panel button.state").first.click()
    assert "参加活动" in page.locator("#panel figure mark").first.text_content()


def test_months_open(page):
    page.evaluate("kg.pick('m2015-05')")
    assert page.locator("#panel h2").text_content() == "2015年5月"
    before = page.evaluate("kg.scene.visible.nodes.size")
    page.click("#do-expand")
    assert page.evaluate("kg.scene.visible.nodes.size") > before
    assert page.evaluate("[...kg.scene.visible.nodes].some((id) => kg.nodes[id].kind === 'Activity')")


def test_filters_reach_the_months(page):
    page.select_option("#from", "2018")
    page.select_option("#to", "2019")
    assert {m[:4] for m in page.evaluate("kg.scene.visible.months.map((m) => m.month)")} == {"", "2018", "2019"}
    page.uncheck("#undated")
    assert "" not in page.evaluate("kg.scene.visible.months.map((m) => m.month)")


def test_people_together_are_few_enough_to_read(page):
    page.click("#view-co")
    assert 10 < page.evaluate("kg.scene.nodes.length") <= 150
