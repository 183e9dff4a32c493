"""Sentences and credits of a text; | marks where sentences end and begin."""

import pytest

from kg.articles import split_articles
from kg.lexicon import default_lexicon
from kg.model import Source

LEX = default_lexicon()


def article(text):
    (found,) = split_articles(Source(doc="a.txt", text=text, sha256="0" * 64), LEX)
    return found


@pytest.mark.parametrize(
    "marked",
    [
        "罗大川出席。|白小鹿主持！|何时开工？",
        "“要抓好落实。”|他说，要快。",
        "“怎么办？”的问题，不好答。",
        "“谁来种地？”“怎么种地？”等问题。",
        "“谁来种地？”、“怎么种地？”，都要答。",
        "《谁来种地？》一书讲过。",
        "他唱了《加油！青湖》这首歌。",
        "真的吗？！|是的……|好。",
        "（他笑了。）|会议结束。",
        "面积1.5万亩；产量3.2万吨，增长8%。|他说：“好！”",
        "没有句号的一段",
        "他来了。|没有句号的末尾",
    ],
)
def test_sentences(marked):
    found = article(marked.replace("|", ""))
    assert "|".join(found.text[a:b] for a, b in found.sentences) == marked


def test_headline_dateline_credits_and_file_names_are_no_sentences():
    found = article(
        "县长罗大川调研春耕\n\n本报讯（记者 田小禾）3月20日，罗大川调研。\nDSC_1001\n图为现场（方一舟 摄）。\n他要求抓好落实。（通讯员 李山）\n责任编辑：周河"
    )
    assert [found.text[a:b] for a, b in found.sentences] == ["3月20日，罗大川调研。", "图为现场", "他要求抓好落实。"]
    assert [found.text[a:b] for a, b in found.bylines] == ["（记者 田小禾）", "（方一舟 摄）", "（通讯员 李山）", "责任编辑：周河"]


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("他要求抓好落实。（田小禾）", "（田小禾）"),
        ("他要求抓好落实。      (田小禾 方一舟)", "（田小禾 方一舟）"),
        ("他要求抓好落实。\n（田小禾）", "（田小禾）"),
        ("他要求抓好落实。（田小禾）\n编辑：方一舟", "（田小禾）"),
        ("他要求抓好落实。记者 田小禾 通讯员 方一舟", "记者 田小禾 通讯员 方一舟"),
        ("新华社青湖3月5日电（记者田小禾、方一舟）近日开会。", "（记者田小禾、方一舟）"),
    ],
)
def test_regions(text, region):
    found = article(text)
    assert region in [found.text[a:b] for a, b in found.bylines]


@pytest.mark.parametrize(
    "text",
    ["他（田小禾）要求抓好落实。", "（田小禾）他要求抓好落实。他说要快。", "他要求抓好落实。（资料图片）", "央视网消息（新闻联播）：春耕开始。", "书中说（以下简称《书》）要快。", "副县长田小禾（女，回族）出席。", "春耕开始。（完）"],
)
def test_no_regions(text):
    assert article(text).bylines == ()
