"""Dossiers of the invented district: lines, evidence, and how they print."""

from __future__ import annotations

import html.parser
import json

import pytest
from markdown_it import MarkdownIt

from graph.records import TEXT
from kg.ask import NamesakesError, choose, dossier, search
from kg.ask.render import as_html, as_markdown, as_text
from kg.ask.things import named
from kg.errors import KgError

LINES = {  # thing, section: columns of its lines that have a value
    ("林致远", "posts"): [("青禾区委书记", "current", "2021-03-02", "2021-03-02")],
    ("林致远", "activities"): [("2021-03-02", "调研督导", "调研“暖心行动”", "带队、讲话")],
    ("林致远", "companions"): [("沈若岚", "1", "2021-03-02", "2021-03-02"), ("罗启明", "1", "2021-03-02", "2021-03-02")],
    ("林致远", "statements"): [("2021-03-02", "要求", "青禾区各街道", "调研“暖心行动”", "各街道要把好事办好")],
    ("周慕白", "posts"): [("青禾区委副书记", "former", "2015", "2018-05-04")],
    ("叶知秋", "articles"): [("青禾区领导调研", "记者")],
    ("顾念慈", "named"): [("青禾区领导调研",)],
    ("青禾区委", "holders"): [("周慕白", "青禾区委副书记", "former", "2015", "2018-05-04"), ("林致远", "青禾区委书记", "current", "2021-03-02", "2021-03-02")],
    ("青禾区各街道", "asked-of"): [("2021-03-02", "林致远", "要求", "各街道要把好事办好")],
    ("松岭社区", "activities"): [("2021-03-02", "调研督导", "调研“暖心行动”", "受访")],
    ("智造园项目", "figures"): [("占地", "120", "亩")],
    ("调研“暖心行动”", "visited"): [("1", "云川宏达公司"), ("2", "松岭社区")],
    ("青禾区委书记", "holders"): [("林致远", "青禾区委书记", "current", "2021-03-02", "2021-03-02")],
}


def of(store, name: str):
    return dossier(store, named(store, name)[0])


@pytest.mark.parametrize(("name", "section"), LINES)
def test_lines(store, name, section):
    found = of(store, name).part(section)
    assert sorted(tuple(v for v in line.values() if v) for line in found) == sorted(LINES[name, section])


def test_every_line_has_evidence_that_stands_in_the_page(store):
    for thing in search(store, "", limit=200):
        for part in dossier(store, thing).parts:
            for line in part.lines:
                assert line.quotes, (thing.label, part.name, line.cells)
                assert all("".join(TEXT[q.start : q.end].split()) == q.exact for q in line.quotes)


def test_text_aligns_on_a_screen(store):
    from rich.cells import cell_len

    lines = list(as_text(of(store, "调研“暖心行动”"), evidence=False))
    at = next(i for i, line in enumerate(lines) if line.startswith("参加者"))
    columns = {cell_len(line[: line.index(word)]) for line, word in zip(lines[at + 1 :], ["角色", "带队", "带队", "陪同"], strict=False)}
    assert len(columns) == 1


def test_markdown_numbers_its_sentences(store):
    text = as_markdown(of(store, "林致远"))
    assert "| 青禾区委书记 | current | 2021-03-02 | 2021-03-02 | [1] |" in text
    assert "\n1. “3月2日，青禾区委书记林致远" in text


class Tags(html.parser.HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found, self.linked, self.ids = set(), set(), set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.add(tag)
        self.linked |= {v[1:] for k, v in attrs if k == "href" and v.startswith("#")}
        self.ids |= {v for k, v in attrs if k == "id"}


def test_page_links_lead_to_sentences_and_no_script_is_in_it(store):
    tags = Tags(as_html(of(store, "林致远")))
    assert tags.linked and tags.linked <= tags.ids
    assert not tags.found & {"script", "img", "link", "iframe"}


@pytest.mark.parametrize("evil", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "](javascript:alert(1))", "{{ 7*7 }}", "|a|\nb"])
def test_hostile_text_is_inert(evil, store):
    from dataclasses import replace

    found = of(store, "林致远")
    part = found.parts[0]
    line = replace(part.lines[0], cells=(evil,) * len(part.columns), quotes=tuple(replace(q, exact=evil, doc=evil) for q in part.lines[0].quotes))
    found = replace(found, label=evil, aliases=(evil,), parts=(replace(part, lines=(line,)),))
    page, clean = Tags(as_html(found)), Tags(as_html(of(store, "林致远")))
    assert page.found <= clean.found
    shown = Tags(MarkdownIt("commonmark", {"html": True}).enable("table").render(as_markdown(found)))
    assert shown.found <= {"h1", "h2", "p", "table", "thead", "tbody", "tr", "th", "td", "ol", "li"}


def test_json_holds_the_same(store):
    record = json.loads(json.dumps(of(store, "林致远").record()))
    assert record["posts"][0]["post"] == "青禾区委书记"
    assert record["posts"][0]["evidence"][0]["doc"] == "page.txt"


def test_namesakes_are_listed_and_picked(store, tmp_path):
    both = named(store, "青禾区")
    assert len(both) > 1
    with pytest.raises(NamesakesError) as error:
        choose(store, "青禾区")
    assert list(error.value.found) == both
    assert choose(store, "青禾区", 2) == both[1]
    assert choose(store, both[1].iri) == both[1]
    with pytest.raises(KgError, match="there are"):
        choose(store, "青禾区", 9)


@pytest.mark.parametrize("name", ["林远", '林"} DROP ALL', "\\", "http://x/> }", "a:b c", "\ud800"])
def test_unknown_and_hostile_names(name, store):
    with pytest.raises(KgError):
        choose(store, name)


def test_search(store):
    assert [t.label for t in search(store, "沈")][0] == "沈若岚"
    assert search(store, '"') == []
