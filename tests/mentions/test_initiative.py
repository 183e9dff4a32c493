"""Initiatives: names found, and what only looks like one."""

from __future__ import annotations

import pytest

from kg.lexicon import default_lexicon
from kg.mentions.initiative import EXAMPLES, find_initiatives, initiative_kind
from kg.model import Article

# (name, kind) -> sentences, the mention in 【】
CORPUS = {
    ("四访五助", "campaign"): ["开展【“四访五助”活动】。", "推进【“四访五助”工作】。", "督导【“四访五助”筹备工作】。"],
    ("讲文明、树新风", "campaign"): ["开展【“讲文明、树新风”主题活动】。"],
    ("金穗", "policy"): ["出台【“金穗”计划】。"],
    ("青禾充电桩项目", "project"): ["双方就云汽集团【青禾充电桩项目】进行洽谈。", "推进【青禾充电桩项目】建设。"],
    ("云杉科技园", "project"): ["听取【云杉科技园】项目汇报。", "“【云杉科技园】”位于云湖湖畔，占地183亩。"],
    ("栾水河治理工程", "project"): ["听取【栾水河治理工程】规划意见。"],
    ("主题教育", "campaign"): ["汇报【主题教育】开展情况。"],
    ("蓝天保卫战", "campaign"): ["坚决打赢【蓝天保卫战】。"],
    ("森林防火宣传月", "campaign"): ["以防火为主题的【森林防火宣传月】活动启动。"],
}
NEGATIVE = [
    "视察项目建设情况。", "这是重点建设项目。", "他说“路要修好。”工作结束。", "当好“首席服务官”。", "引进一批项目。", "全省500万元以上项目。", "项目部经理到场。",
    "“十三五”规划工作。", "具有战略意义的防洪减灾工程。", "这三大工程进展顺利。", "该项目落地。", "读《乡村工程》一书。",
]


def read(text: str):
    return find_initiatives(Article("d", "0" * 64, 1, text, range(len(text)), text), default_lexicon())


@pytest.mark.parametrize(("value", "marked"), [(v, s) for v, sentences in CORPUS.items() for s in sentences])
def test_initiative(value, marked):
    start, end = marked.index("【"), marked.index("】") - 1
    text = marked.replace("【", "").replace("】", "")
    (m,) = read(text)
    assert (m.start, m.end, m.text) == (start, end, text[start:end])
    assert (m.value, initiative_kind(m, default_lexicon())) == value


@pytest.mark.parametrize("text", NEGATIVE)
def test_no_initiative(text):
    assert read(text) == ()


@pytest.mark.parametrize(("rule", "text"), EXAMPLES.items())
def test_example(rule, text):
    assert rule in {m.rule for m in read(text)}
