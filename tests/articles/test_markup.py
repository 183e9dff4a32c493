"""The article of an HTML page, and where each of its characters stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles import split_articles
from kg.articles.markup import visible
from kg.articles.offsets import View
from kg.lexicon import default_lexicon
from kg.model import Source

LEX = default_lexicon()
TEXT = "<p>3月20日，县长罗大川到柳林镇调研，察看春耕。</p><p>他要求，要抓好&ldquo;落实&rdquo;。</p>"


def seen(page: str, title: str = "") -> str:
    return visible(View(page, range(len(page))), title).text.strip("\n")


BODY = "3月20日，县长罗大川到柳林镇调研，察看春耕。\n他要求，要抓好“落实”。"


@pytest.mark.parametrize(
    "page",
    [
        TEXT,
        f"<html><body><div class='nav'><a href=1>首页</a>，<a>新闻</a>。</div><div id=c>{TEXT}</div><div class=footer>地址：柳林路，邮编。</div>",
        f"<script>var a='<p>不是，正文。</p>';</script><style>p{{}}</style><!-- <p>也，不是。</p> -->{TEXT}",
        f"<form><table><tr><td>{TEXT}</td><td><ul><li><a>别的，新闻。</a></li></ul></td></tr></table></form>",
        f"<div><div>{TEXT}</div><aside>广告，广告，广告。</aside></div><div>点击，更多。</div>",
        "<div>3月20日，县长罗大川到柳林镇调研，察看春耕。<br><br/>他要求，要抓好&#8220;落实&#x201D;。</div>",
        TEXT.replace("</p>", ""),
        f"</div></p>{TEXT}</table>",
    ],
)
def test_main_text(page):
    assert seen(page) == BODY


def test_headline_above_the_text():
    assert seen(f"<h1>罗大川调研</h1><div>来源：某报</div><div>{TEXT}</div>") == f"罗大川调研\n{BODY}"
    assert seen(f"<div><span>罗大川调研</span></div><div>{TEXT}</div>", "罗大川调研") == f"罗大川调研\n{BODY}"


def test_evidence_counts_from_the_raw_page():
    page = f"<html><h1>罗大川调研</h1>\n<div>{TEXT}</div>"
    (article,) = split_articles(Source(doc="a.html", text=page, sha256="0" * 64, title="罗大川调研", markup=True), LEX)
    assert article.headline == "罗大川调研"
    assert [article.text[a:b] for a, b in article.sentences] == BODY.split("\n")
    evidence = article.exact_evidence(*article.sentences[1])
    assert evidence.exact == "他要求，要抓好&ldquo;落实&rdquo;。"
    assert page[evidence.start : evidence.end] == evidence.exact


def test_tags_that_a_crawler_left_in_a_text():
    text = "县里开会\n\n<p> 3月20日，<strong>梁知远</strong>到南塘村调研。</p><p>他强调，要抓好春耕。</p>\n"
    (article,) = split_articles(Source(doc="a.txt", text=text, sha256="0" * 64), LEX)
    assert article.text == "县里开会\n3月20日，梁知远到南塘村调研。\n他强调，要抓好春耕。"
    at = article.text.index("梁知远到")
    evidence = article.exact_evidence(at, at + len("梁知远到南塘村调研"))
    assert text[evidence.start : evidence.end] == "梁知远</strong>到南塘村调研"


@given(st.lists(st.sampled_from(["<p>", "</p>", "<div>", "</div>", "<br>", "&amp;", "&#8220;", "&x;", "&", "<", "<a>", "</a>", "县长，", "开会。\n", "<script>", "</script>", "<!--", "-->", " "]), max_size=40))
def test_places_rise_and_hold_what_is_seen(parts):
    page = "".join(parts)
    view = visible(View(page, range(len(page))))
    places = list(view.offsets)
    assert len(places) == len(view.text)
    assert all(0 <= p <= len(page) for p in places)
    assert all(a < b for a, b in zip(places, places[1:]))
    for char, place in zip(view.text, places):
        if char.isalpha() and not page[place] in "&;<":
            assert page[place] == char
