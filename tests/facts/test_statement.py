"""Statements: who said what to whom, over hand-made mentions of invented people."""

from __future__ import annotations

import re

import pytest

from kg.facts.statement import EXAMPLES, find_statements
from kg.lexicon import default_lexicon
from kg.model import Article, Mention, PersonValue

PEOPLE = {"梁知远": "梁知远", "郝文博": "郝文博", "他": "梁知远", "她": "郝文博"}
BODIES = ("云州市教育局", "云杉园区", "高陵区农业局")

# sentence -> [(speaker, act, text, addressees)]
CORPUS = {
    "梁知远表示，营商环境是发展的基础。": [("梁知远", "表示", "营商环境是发展的基础。", [])],
    "会上，梁知远强调，各部门要加快进度。": [("梁知远", "强调", "各部门要加快进度。", ["各部门"])],
    "督导中，梁知远要求，全区各级各部门要认清形势。": [("梁知远", "要求", "全区各级各部门要认清形势。", ["全区各级各部门"])],
    "他说，金桥的经验值得学习。": [("梁知远", "说", "金桥的经验值得学习。", [])],
    "梁知远书记在巡查中指出，要摆上重要位置。": [("梁知远", "指出", "要摆上重要位置。", [])],
    "梁知远说：“路要修好。”随后离开。": [("梁知远", "说", "路要修好。", [])],
    "“路要修好，灯要装上。”梁知远说。": [("梁知远", "说", "路要修好，灯要装上。", [])],
    "梁知远察看了现场，要求各单位加快进度；云杉园区要做好配合。": [
        ("梁知远", "要求", "各单位加快进度；云杉园区要做好配合。", ["云杉园区"])
    ],
    "梁知远强调，云杉园区和高陵区农业局要加快进度，云州市教育局、各学校将抓紧。": [
        ("梁知远", "强调", "云杉园区和高陵区农业局要加快进度，云州市教育局、各学校将抓紧。", ["云杉园区"])
    ],
    "梁知远要求要用心做好服务。": [("梁知远", "要求", "要用心做好服务。", [])],
    "梁知远、郝文博分别表示，将加快进度。": [("梁知远", "表示", "将加快进度。", []), ("郝文博", "表示", "将加快进度。", [])],
    "梁知远就整顿工作提出要求：一要抓紧。二要抓实。会议结束。": [("梁知远", "要求", "一要抓紧。二要抓实。", [])],
    "梁知远指出，任务很重。要抓紧落实。大家鼓掌。": [("梁知远", "指出", "任务很重。要抓紧落实。", [])],
    "梁知远对成绩给予肯定，并就今后发展提出要求：一要创新。二要实干。": [("梁知远", "要求", "一要创新。二要实干。", [])],
    "云州市教育局表示，将增加学位。": [("云州市教育局", "表示", "将增加学位。", [])],
    "云州市教育局召开会议。会议指出，要增加学位。": [("云州市教育局", "指出", "要增加学位。", [])],
    "近日，高陵区召开调度会。会议强调，要抓好春耕。": [("高陵区", "强调", "要抓好春耕。", [])],
    "她叮嘱高陵区农业局要抓好春耕。": [("郝文博", "叮嘱", "高陵区农业局要抓好春耕。", ["高陵区农业局"])],
}
NEGATIVE = [
    "梁知远讲话并提出具体要求。", "梁知远对大家的帮助表示感谢。", "梁知远出席会议。", "会议指出，要增加学位。", "按照梁知远的要求，工作已完成。",
    "根据云州市教育局要求，各校要加快进度。",
    "梁知远介绍了情况。", "有人说，梁知远来了。", "要求梁知远参加会议。", "梁知远参加希望工程活动。",
]


def article(text: str) -> Article:
    sentences = tuple((m.start(), m.end()) for m in re.finditer(r"[^。！？\n]+[。！？]?”?", text))
    return Article("d", "0" * 64, 1, text, range(len(text)), text, sentences=sentences)


def mentions(text: str) -> tuple[Mention, ...]:
    found = [
        Mention("person", m.start(), m.end(), m[0], "test", PersonValue(PEOPLE[m[0]], "pronoun" if len(m[0]) == 1 else "name"))
        for m in re.finditer("|".join(PEOPLE), text)
    ]
    found += [Mention("organization", m.start(), m.end(), m[0], "test", m[0]) for m in re.finditer("|".join(BODIES), text)]
    return tuple(sorted(found, key=lambda m: m.start))


def read(text: str):
    return find_statements(article(text), mentions(text), default_lexicon())


@pytest.mark.parametrize(("text", "expected"), CORPUS.items())
def test_statements(text, expected):
    assert sorted((s.speaker.name, s.act, s.text, [a.name for a in s.addressees]) for s in read(text)) == sorted(expected)


@pytest.mark.parametrize("text", NEGATIVE)
def test_no_statement(text):
    assert read(text) == ()


@pytest.mark.parametrize(("rule", "text"), EXAMPLES.items())
def test_example(rule, text):
    assert rule in {r for s in read(text) for r in s.rules}


def test_evidence_is_grounded():
    text = "会议开始。梁知远指出，任务很重。要抓紧落实。"
    (statement,) = read(text)
    (evidence,) = statement.evidence
    assert text[evidence.start:evidence.end] == evidence.exact == "梁知远指出，任务很重。要抓紧落实。"
