"""In a real browser: finding, reading, and what hostile names do (nothing)."""

from __future__ import annotations

from made import HOSTILE


def shown(page):
    """Labels of the nodes that are drawn."""
    return set(page.evaluate("[...kg.scene.visible.nodes].map((id) => kg.nodes[id].label)"))


def pick(page, label):
    page.evaluate("(label) => kg.selectNode(kg.nodes.findLastIndex((n) => n.label === label))", label)


QUERIES = [
    ("甄有光", "甄有光"), ("有光书记", "甄有光"), ("zhenyouguang", "甄有光"), ("zyg", "甄有光"), ("zhenyg", "甄有光"),
    ("shanyuhe", "单雨禾"), ("danyuhe", "单雨禾"), ("cfjt", "长风集团"), ("nantangxiaoxue", "南塘小学"), ("湿地公园开园", "湿地公园开园"),
]


def test_search(page):
    for query, first in QUERIES:
        page.fill("#find", query)
        assert page.locator("#found .name").first.text_content() == first
        assert "条关系" in page.locator("#found .meta").first.text_content()
        page.press("#find", "Enter")
        assert page.locator("#panel h2").text_content() == first
        assert page.evaluate("document.activeElement.id") == "canvas"


def test_search_finds_nothing(page):
    page.fill("#find", "查无此人")
    assert page.locator("#found li").text_content() == "没有找到"


def test_opens_on_the_front_page(page):
    assert page.locator("#panel .ranking li").count() > 3
    assert {"甄有光", "青禾区委", "湿地公园开园"} <= shown(page)
    assert "纪小满" not in shown(page)  # a byline alone: found by search, not drawn
    assert "12 篇报道" in page.locator("#dateline").text_content()


def test_people_stand_with_the_post_told_most_often(page):
    told = page.evaluate("""() => [...document.querySelectorAll('#panel .ranking li')].map((li) => [li.querySelector('button, a').textContent, li.querySelector('.at').textContent])""")
    posts = page.evaluate("""() => kg.nodes.map((node) => [node.label, kg.data.tenures.filter((t) => t.person === node.id && t.status !== 'former')
        .map((t) => [kg.nameOf(t.org) + t.role, t.evidence.length])])""")
    held = {label: dict(own) for label, own in posts if own}
    ranked = [(name, title) for name, title in told if name in held]
    assert len(ranked) > 3
    for name, title in ranked:
        assert held[name][title] == max(held[name].values())


def test_person(page):
    pick(page, "甄有光")
    headings = page.locator("#panel h3").all_text_contents()
    assert headings[:2] == ["职务", "矛盾"] and "同场最多" in headings and "言论" in headings
    assert page.locator("#panel .post-line circle").count() >= 2
    dates = page.locator("#panel section:has(h3:text('活动')) .when").all_text_contents()
    assert dates[0] == "2021年9月9日" and dates == sorted(dates, reverse=True)


def test_one_click_to_the_sentence_in_its_article(page):
    pick(page, "甄有光")
    page.locator("#panel section:has(h3:text('言论')) button.state", has_text="第1件事").click()
    quote = page.locator("#panel figure.quote").first
    assert quote.locator("mark").text_content() == "甄有光强调，要把第1件事办好。"
    assert "本报讯 3月2日" in quote.locator(".excerpt").text_content()
    caption = quote.locator("figcaption").text_content()
    for part in ("青禾区召开优化环境会议", "青禾日报", "2021-03-02", "page1.txt"):
        assert part in caption


def test_every_fact_opens(page):
    for label in ("甄有光", "湿地公园开园", "青禾区委", "云麓计划", "南塘小学", "青禾区召开优化环境会议"):
        pick(page, label)
        for state in page.locator("#panel button.state").all():
            state.click()
        opened = page.locator("#panel .proof:not([hidden])").count()
        assert opened == page.locator("#panel button.state").count() > 0
        assert page.locator("#panel .proof:not([hidden]) mark").count() >= opened


def test_activity_names_everyone_in_order(page):
    pick(page, "湿地公园开园")
    roles = page.locator("#panel h3").all_text_contents()
    assert roles.index("讲话") < roles.index("汇报") < roles.index("出席")
    assert page.locator("#panel section:has(h3:text('出席')) strong").all_text_contents() == ["柳明远", "麦冬青"]
    pick(page, "柳明远察看南塘小学")
    assert page.locator("#panel .ordinal").all_text_contents() == ["1", "2"]


def test_edge(page):
    page.evaluate("kg.select({ kind: 'edge', id: kg.edges.findIndex((e) => e.kind === 'post') })")
    assert page.locator("#panel h2.relation .verb").text_content()
    assert page.locator("#panel figure mark").count() >= 1


def test_click_on_the_drawing(page):
    box = page.locator("#canvas").bounding_box()
    at = page.evaluate("""() => { const id = kg.nodes.findIndex((n) => n.label === '万里程');
        return kg.scene.network.canvasToDOM(kg.scene.network.getPosition(id)); }""")
    page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])
    page.wait_for_function("document.querySelector('#panel h2').textContent === '万里程'")
    ends = page.evaluate("""() => { const e = kg.edges.find((edge) => edge.kind === 'post' && kg.nodes[edge.from].label === '万里程');
        const [a, b] = [e.from, e.to].map((id) => kg.scene.network.canvasToDOM(kg.scene.network.getPosition(id)));
        return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }; }""")
    page.mouse.click(box["x"] + ends["x"], box["y"] + ends["y"])
    page.wait_for_selector("#panel h2.relation")
    assert "董事长" in page.locator("#panel h2.relation").text_content()


def test_article_is_read_whole(page):
    page.evaluate("kg.selectNode(kg.nodes.findIndex((n) => n.kind === 'Article' && n.label.includes('湿地公园')))")
    page.wait_for_selector("#panel .reader mark")
    assert "记者 纪小满" in page.locator("#panel .reader").text_content()
    assert "要把第7件事办好" in page.locator("#panel .reader").text_content()  # the column break is gone


def test_hostile_names_are_text(page):
    page.fill("#find", "<img")
    page.press("#find", "Enter")
    assert "<img src=x" in page.locator("#panel h2").text_content()
    for state in page.locator("#panel button.state").all():
        state.click()
    for tab in ("list", "graph"):
        page.evaluate(f"kg.set({{ tab: '{tab}' }})")
    page.evaluate("kg.select({ kind: 'path', a: kg.nodes.findIndex((n) => n.label.startsWith('<img')), b: 0 })")
    assert page.locator("#panel img, #found img, #list-tab img").count() == 0
    assert page.evaluate("window.hacked") is None
    assert HOSTILE.split("‮")[0] in page.evaluate("kg.csv([[kg.nodes.find((n) => n.label.startsWith('<img')).label]])").replace('""', '"')
