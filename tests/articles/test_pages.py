"""Pages split into articles."""

import pytest

from kg.articles import split_articles
from kg.lexicon import default_lexicon
from kg.model import Source

LEX = default_lexicon()

FIRST = "县长罗大川调研春耕\n本报讯 3月20日，县长罗大川到柳林镇调研。他要求抓好落实。\n"
SECOND = "白小鹿走访企业\n送政策上门\n本报讯 3月21日，县委书记白小鹿走访企业。\n"
BYLINE = "记者 田小禾 通讯员 方一舟\n"


def heads(text: str, **fields) -> list[str]:
    return [a.headline for a in split_articles(Source(doc="a.txt", text=text, sha256="0" * 64, **fields), LEX)]


BOTH = ["县长罗大川调研春耕", "白小鹿走访企业 送政策上门"]


@pytest.mark.parametrize(
    "text",
    [
        FIRST + BYLINE + SECOND + BYLINE,
        FIRST + SECOND,
        (FIRST + BYLINE + SECOND + BYLINE).replace("\n", "\n\n"),
        "\r\n" + (FIRST + BYLINE + SECOND).replace("\n", "\r\n"),
        (FIRST + BYLINE + SECOND).replace("本报讯 ", ""),
        FIRST.replace("本报讯 ", "").rstrip() + "（田小禾）\n" + SECOND.replace("本报讯 ", "").rstrip() + "（方一舟）",
        FIRST + "田小禾 摄\n" + SECOND,
        "青湖日报\n2020年3月26日 星期四\n第3版\n要闻\n" + FIRST + BYLINE + SECOND,
        FIRST + BYLINE + "编辑：李山\n" + SECOND + "责任编辑：李山",
        FIRST.replace("本报讯 ", "本报讯（记者 田小禾）") + SECOND.replace("本报讯", "青湖日报消息"),
    ],
)
def test_two_articles(text):
    assert heads(text) == BOTH


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("县长罗大川调研春耕\n\n3月20日，罗大川到柳林镇调研。\n\nDSC_1001\n\n罗大川讲话\n\n他要求抓好落实。（田小禾）", "县长罗大川调研春耕"),
        ("3月20日，罗大川到柳林镇调研。他要求抓好落实。", ""),
        ("县长罗大川调研春耕\n本报记者 田小禾\n3月20日，罗大川到柳林镇调研。", "县长罗大川调研春耕"),
        ("县长罗大川调研春耕\n2020-03-21 09:30 来源：青湖日报 作者：田小禾\n3月20日，罗大川到柳林镇调研。", "县长罗大川调研春耕"),
        ("3月20日，罗大川到柳林镇调研。\n田小禾 摄\n他要求抓好落实。", ""),
        ("罗大川赴柳林镇、石桥镇实地察看并召开会议听取灌溉工程、河道治理工程、水库清淤扩容工程规划方案意见和建议\n\n3月20日，罗大川调研。", "罗大川赴柳林镇、石桥镇实地察看并召开会议听取灌溉工程、河道治理工程、水库清淤扩容工程规划方案意见和建议"),
        ("县里怎么抓春耕？\n3月20日，罗大川调研。\n一、抓种子\n种子要好。", "县里怎么抓春耕？"),
        ("罗大川调研", ""),
    ],
)
def test_one_article(text, headline):
    assert heads(text) == [headline]


def test_two_reports_without_headlines():
    assert heads("本报讯 3月20日，罗大川调研。（田小禾）\n本报讯 3月21日，白小鹿调研。（田小禾）") == ["", ""]


def test_a_record_is_one_article():
    text = "央视网消息（新闻联播）：\n春耕全面展开\n各地忙春耕。\n夏粮丰收在望\n本报讯 各地夏粮长势良好。"
    assert heads(text, title="国内联播快讯") == ["国内联播快讯"]
    (article,) = split_articles(Source(doc="a.jsonl#1", text=FIRST + SECOND, sha256="0" * 64), LEX)
    assert article.headline == "县长罗大川调研春耕"


def test_a_title_that_the_text_repeats_is_its_headline():
    (article,) = split_articles(Source(doc="a.jsonl#1", text="罗大川\n调研春耕\n3月20日，罗大川调研。", sha256="0" * 64, title="罗大川 调研春耕"), LEX)
    assert article.headline == "罗大川 调研春耕"
    assert article.text[article.body :] == "3月20日，罗大川调研。"


@pytest.mark.parametrize("text", ["", "\n \n", "\u200b", "\ufeff\n"])
def test_no_article(text):
    assert heads(text) == []
