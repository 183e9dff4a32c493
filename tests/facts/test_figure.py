"""Figures of projects: value -> surfaces, and numbers that are told of nothing named."""

from __future__ import annotations

import re

import pytest

from kg.facts.figure import EXAMPLES, find_figures, number
from kg.facts.initiative import initiative_facts
from kg.lexicon import default_lexicon
from kg.mentions.initiative import find_initiatives
from kg.model import Article

HEAD = "参观云杉科技园项目，"
CORPUS = {
    ("占地", "183", "亩"): ["占地183亩", "占地约183亩", "占地183余亩"],
    ("总建面", "410000", "平方米"): ["总建面41万平方米", "总建面约41万平米", "总建面410,000平方米"],
    ("总投资", "3000000000", "元"): ["总投资30亿元", "总投资达30亿元人民币", "总投资超过30亿元"],
    ("一期建筑面积", "130000", "平方米"): ["一期建筑面积约13万平方米"],
    ("解决就业", "25000", "人"): ["解决就业2.5万余人", "解决就业2.5万人"],
    ("年产值", "10000000000", "元"): ["可实现年产值100亿元", "年产值将达100亿元"],
    ("全长", "12.5", "公里"): ["全长12.5公里"],
}
NEGATIVE = ["全市总投资30亿元。", "会议开了3天。", "参观云杉科技园项目。\n全区完成税收10亿元。", "投资者占30%。"]


def article(text: str) -> Article:
    sentences = tuple((m.start(), m.end()) for m in re.finditer(r"[^。\n]+。?", text))
    return Article("d", "0" * 64, 1, text, range(len(text)), text, sentences=sentences)


def read(text: str):
    a = article(text)
    return find_figures(a, find_initiatives(a, default_lexicon()), default_lexicon())


@pytest.mark.parametrize(("value", "surface"), [(v, s) for v, surfaces in CORPUS.items() for s in surfaces])
def test_figure(value, surface):
    (figure,) = read(HEAD + surface + "。")
    assert (figure.of, figure.name, figure.value, figure.unit) == ("云杉科技园", *value)


@pytest.mark.parametrize("text", NEGATIVE)
def test_no_figure(text):
    assert read(text) == ()


def test_last_project_named():
    text = "参观云杉科技园项目，占地18亩。就青禾充电桩项目洽谈，总投资2亿元。"
    assert [(f.of, f.name) for f in read(text)] == [("云杉科技园", "占地"), ("青禾充电桩项目", "总投资")]


def test_number():
    assert [number("2.5", "万"), number("1,200", ""), number("30", "亿"), number("3", "千万")] == ["25000", "1200", "3000000000", "30000000"]


def test_example():
    assert {f.rules[0] for f in read(EXAMPLES["figure.quantity"])} == {"figure.quantity"}


def test_initiatives_once_a_name():
    a = article("开展“四访五助”活动。“四访五助”要见实效。")
    (fact,) = initiative_facts(a, find_initiatives(a, default_lexicon()), default_lexicon())
    assert (fact.name, fact.kind, len(fact.evidence)) == ("四访五助", "campaign", 2)
