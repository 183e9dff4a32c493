"""Byline facts."""

import pytest

from kg.articles import split_articles
from kg.facts.byline import find_bylines
from kg.lexicon import default_lexicon
from kg.model import Source

LEX = default_lexicon()


def bylines(text: str):
    (article,) = split_articles(Source(doc="a.txt", text=text, sha256="0" * 64), LEX)
    return find_bylines(article, LEX)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县里开会\n本报讯 3月20日，县里开会。\n记者 田小禾 通讯员 方一舟", "记者:田小禾 通讯员:方一舟"),
        ("3月20日，县里开会。（记者 田小禾 方一舟）", "记者:田小禾 记者:方一舟"),
        ("3月20日，县里开会。    (田小禾)", "作者:田小禾"),
        ("3月20日，县里开会。（田小禾 方一舟）", "作者:田小禾 作者:方一舟"),
        ("3月20日，县里开会。\n\n（田小禾 天乐）", "作者:田小禾 作者:天乐"),
        ("县里开会\n3月20日，县里开会，讨论春耕。\n编辑\n田小禾\n图文\n方一舟", "编辑:田小禾 图文:方一舟"),
        ("3月20日，县里开会。（田小禾 北岭镇）", ""),
        ("本报讯（见习记者 王 伟）3月20日，县里开会。", "见习记者:王伟"),
        ("（田小禾、方一舟）为抓好春耕，3月20日，县里开会。", "作者:田小禾 作者:方一舟"),
        ("县里开会\n（田小禾）3月20日，县里开会。", "作者:田小禾"),
        ("县里开会\n（青湖镇）3月20日，县里开会。", ""),
        ("（一）抓好春耕。（二）3月20日，县里开会。", ""),
        ("县里开会\n记者 田小禾 文/图\n3月20日，县里开会。", "记者:田小禾"),
        ("3月20日，县里开会。（视频编辑：田小禾　文字编辑：方一舟）", "视频编辑:田小禾 文字编辑:方一舟"),
        ("本报讯（记者 田小禾）县里开会。\n记者 田小禾", "记者:田小禾"),
        ("青湖日报记者从县里获悉，春耕已经开始。（记者注）", ""),
        ("副县长罗大川（女，回族）出席。（资料图片）", ""),
    ],
)
def test_roles_and_names(text, expected):
    assert " ".join(f"{b.role}:{b.person.name}" for b in bylines(text)) == expected


def test_evidence_is_the_whole_credit():
    text = "3月20日,县里开会。\n\n记者 田小禾  通讯员 方一舟\n"
    first, second = bylines(text)
    assert first.evidence == second.evidence
    (evidence,) = first.evidence
    assert text[evidence.start : evidence.end] == "记者 田小禾  通讯员 方一舟"
    assert evidence.exact == "记者田小禾通讯员方一舟"
    assert first.rules == ("byline-line",)
