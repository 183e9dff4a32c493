"""The grammar of credits."""

import pytest

from kg.articles.credits import credits_of
from kg.lexicon import default_lexicon

GRAMMAR = credits_of(default_lexicon())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("记者 田小禾 通讯员 方一舟", "记者:田小禾 通讯员:方一舟"),
        ("记者 田小禾 文/图", "记者:田小禾"),
        ("记者 田小禾 方一舟", "记者:田小禾 记者:方一舟"),
        ("记者田小禾、方一舟", "记者:田小禾 记者:方一舟"),
        ("本报记者 田小禾 通讯员 方一舟 李山/文 周河/图", "记者:田小禾 通讯员:方一舟 文:李山 图:周河"),
        ("首席记者 田小禾", "首席记者:田小禾"),
        ("青湖日报记者 田小禾", "记者:田小禾"),
        ("青湖县融媒体中心记者 田小禾", "记者:田小禾"),
        ("驻京记者 田小禾", "记者:田小禾"),
        ("见习记者 田小禾 实习生 方一舟", "见习记者:田小禾 实习生:方一舟"),
        ("记者 王 伟 李小山", "记者:王伟 记者:李小山"),
        ("文/田小禾 图/方一舟", "文:田小禾 图:方一舟"),
        ("田小禾 文 方一舟 图", "文:田小禾 图:方一舟"),
        ("田小禾 方一舟 文/图", "文/图:田小禾 文/图:方一舟"),
        ("文/图 田小禾", "文/图:田小禾"),
        ("田小禾 摄", "摄:田小禾"),
        ("田小禾摄影报道", "摄影报道:田小禾"),
        ("本报记者 田小禾 摄", "记者:田小禾"),
        ("记者 田小禾 报道", "记者:田小禾"),
        ("编辑：田小禾 校对：方一舟", "编辑:田小禾 校对:方一舟"),
        ("责任编辑：欧阳小山", "责任编辑:欧阳小山"),
        ("视频编辑：田小禾 文字编辑：方一舟", "视频编辑:田小禾 文字编辑:方一舟"),
        ("视频编辑：田小禾 文字编辑：见红蕊", "视频编辑:田小禾 文字编辑:见红蕊"),
        ("记者 买买提·吐尔逊", "记者:买买提·吐尔逊"),
    ],
)
def test_credits(text, expected):
    found = GRAMMAR.read(text)
    assert " ".join(f"{c.role}:{c.name}" for c in found) == expected
    assert all(text[c.start : c.end].replace(" ", "") == c.name for c in found)


@pytest.mark.parametrize(
    "text",
    [
        "记者", "新华社记者", "记者注", "记者手记", "本报记者 从组委会获悉", "记者 现场 报道", "记者了解到", "青湖日报记者从县里获悉", "编辑部", "资料图片", "图为现场",
        "田小禾", "县长 田小禾", "记者田小禾在柳林镇看到", "通讯员培训班", "摄影展", "作者简介", "文明创建", "图书馆", "", "、", "记者" * 100,
    ],
)
def test_no_credits(text):
    assert GRAMMAR.read(text) == ()


@pytest.mark.parametrize(("text", "names"), [("田小禾", "田小禾"), ("田小禾 方一舟", "田小禾 方一舟"), ("田小禾、方一舟", "田小禾 方一舟"), ("王 伟", "王伟"), ("记者 田小禾", "田小禾")])
def test_bare_names(text, names):
    assert " ".join(c.name for c in GRAMMAR.read(text, bare=True)) == names


@pytest.mark.parametrize(
    "text",
    ["资料图片", "女，回族", "新闻联播", "以下简称《条例》", "高清图", "图为现场", "完", "成都", "下转第三版", "记者注", "方案附后", "金额单位：万元", "一", "左二"],
)
def test_no_bare_names(text):
    assert GRAMMAR.read(text, bare=True) == ()


def test_pictures_only():
    assert GRAMMAR.is_photo(GRAMMAR.read("田小禾 摄"))
    assert not GRAMMAR.is_photo(GRAMMAR.read("记者 田小禾 文/图"))
