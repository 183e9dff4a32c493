"""In a real browser: filters, neighbourhoods, paths, pins, views, and the address that holds them."""

from __future__ import annotations

import re

from test_find_and_read import pick, shown


def kinds(page):
    return set(page.evaluate("[...kg.scene.visible.nodes].map((id) => kg.nodes[id].kind)"))


def choice(page, key):
    return page.locator(f'#filters [data-key="{key}"]')


def activities(page):
    return page.evaluate("[...kg.scene.visible.nodes].map((id) => kg.nodes[id]).filter((n) => n.kind === 'Activity').map((n) => n.label)")


def test_kinds(page):
    assert page.locator("label:has([data-key='kind:Person']) .count").text_content() == "11"
    choice(page, "kind:Site").uncheck()
    assert "Site" not in kinds(page)
    choice(page, "kind:Article").check()
    assert {"Article"} <= kinds(page) and "纪小满" in shown(page)


def test_activity_type(page):
    choice(page, "type:Inspection").check()
    assert sorted(activities(page)) == ["柳明远察看南塘小学", "甄有光到云麓园区调研", "费云舟督导住建工作"]
    assert "万里程" not in shown(page)
    choice(page, "type:Signing").check()
    assert "万里程" in shown(page)
    page.click("#reset")
    assert len(activities(page)) == 12


def test_role(page):
    choice(page, "role:preside").check()
    assert sorted(activities(page)) == ["教育工作座谈会召开", "青禾区召开优化环境会议"]
    assert "甄有光" not in shown(page)


def test_place(page):
    page.select_option("#place", label=re.compile("云州市").pattern and page.locator("#place option", has_text="云州市").text_content())
    assert 0 < len(activities(page)) <= 12


def test_relation(page):
    before = page.evaluate("kg.scene.visible.edges.size")
    page.locator("#filters details summary").click()
    choice(page, "edge:post").uncheck()
    assert page.evaluate("kg.scene.visible.edges.size") < before


def test_dates(page):
    page.select_option("#from", "2021-07")
    assert sorted(activities(page)) == sorted(["费云舟督导住建工作", "青禾区考察团外出学习", "近日青禾区开展志愿服务", *[a for a in activities(page) if "怪标题" in a]])
    page.uncheck("#undated")
    assert "近日青禾区开展志愿服务" not in activities(page)
    page.click("#clear-dates")
    assert len(activities(page)) == 11
    page.check("#undated")
    box = page.locator("#timeline svg").bounding_box()
    page.mouse.move(box["x"] + 2, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 2 / 7 - 4, box["y"] + 20)
    page.mouse.up()
    assert page.evaluate("[kg.state.from, kg.state.to]") == ["2021-03", "2021-04"]


def test_contradictions(page):
    page.click("#see-conflicts")
    assert page.evaluate("kg.state.conflicts")
    assert page.evaluate("kg.scene.edges.getIds().filter((id) => String(id).startsWith('x')).length") >= 1
    card = page.locator("#panel article.conflict")
    assert card.locator("figure mark").count() >= 2
    assert {"甄有光", "柳明远"} <= set(card.locator("button.link.person").all_text_contents())


def test_neighbourhood_by_steps(page):
    pick(page, "万里程")
    page.click("#do-focus")
    one = shown(page)
    assert "长风集团" in one and "单雨禾" not in one
    page.locator("#steps").fill("3")
    assert len(shown(page)) > len(one)
    page.click("#focus-off")
    assert "单雨禾" in shown(page)


def test_expand_and_collapse(page):
    pick(page, "费云舟")
    assert "纪小满" not in shown(page)
    pick(page, "湿地公园开园")
    page.click("#do-expand")
    assert "Article" in kinds(page)
    page.click("#do-expand")
    assert "Article" not in kinds(page)
    pick(page, "万里程")
    page.click("#do-shut")
    assert "长风集团" not in shown(page)


def test_path(page):
    pick(page, "万里程")
    page.click("#do-path")
    page.keyboard.type("dyh")
    page.keyboard.press("Enter")
    steps = page.locator("#panel .steps > li")
    assert steps.count() >= 2
    for step in steps.all():
        assert step.locator("figure mark").count() == 1
    assert page.locator("#panel .steps .step-to").last.text_content().strip() == "单雨禾"


def test_together(page):
    page.click("#view-co")
    assert kinds(page) == {"Person"}
    weight = page.evaluate("""kg.scene.visible.pairs.find((p) => [p.from, p.to].every((id) => ['甄有光', '柳明远'].includes(kg.nodes[id].label))).activities.length""")
    assert weight == 2
    page.evaluate("""() => { const p = kg.scene.visible.pairs.find((p) => [p.from, p.to].every((id) => ['甄有光', '柳明远'].includes(kg.nodes[id].label))); kg.pickEdge(p.id); }""")
    assert page.locator("#panel .fact").count() == 2


def test_size_and_colour(page):
    def looks():
        return page.evaluate("kg.scene.nodes.get().map((n) => [n.id, n.size, n.color.background])")
    before = looks()
    page.select_option("#size", "between")
    assert looks() != before
    page.select_option("#color", "group")
    assert len({color for _, _, color in looks()}) > 2


def test_pin_stays(page):
    pick(page, "甄有光")
    page.click("#do-pin")
    assert page.locator("#do-pin").get_attribute("aria-pressed") == "true"
    assert "pins=" in page.evaluate("location.hash")
    page.click("#do-pin")
    assert "pins=" not in page.evaluate("location.hash")


def test_address_holds_the_view(page, watched, page_file):
    choice(page, "type:Inspection").check()
    choice(page, "role:lead").check()
    page.select_option("#from", "2021-04")
    page.uncheck("#undated")
    page.select_option("#color", "group")
    pick(page, "柳明远")
    page.click("#do-pin")
    page.click("#language")
    page.click("#zoom-in")
    state = "JSON.stringify([kg.writeHash(), [...kg.scene.visible.nodes], [...kg.scene.visible.edges], kg.language])"
    again = watched.open(page_file, page.evaluate("location.hash"))
    assert again.evaluate(state) == page.evaluate(state)
    assert again.locator("#panel h2").text_content() == "柳明远"
    assert again.evaluate("kg.cameraNow()") == page.evaluate("kg.cameraNow()")


def test_back_goes_back(page):
    pick(page, "柳明远")
    pick(page, "甄有光")
    page.go_back()
    page.wait_for_function("document.querySelector('#panel h2').textContent === '柳明远'")


def test_broken_address_is_harmless(watched, page_file):
    page = watched.open(page_file, "#n=person/none&view=zzz&from=bad&off=%3Cimg%3E&pins=x@y&steps=99&focus=nobody&e=a|b&at=NaN,1")
    assert page.locator("#panel .ranking").count() >= 1
    assert watched.errors == []
