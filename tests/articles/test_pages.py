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


LONG_FIRST = "罗大川调研春耕生产\n3月20日，县长罗大川到柳林镇、石桥镇调研春耕生产工作，察看了合作社、农资店和梨园水库，听取了两镇负责人关于种子化肥储备情况的汇报。\n他要求，各乡镇要抢抓农时，落实惠农政策，切实保护农民种粮积极性，确保夏粮丰收。\n"
LONG_SECOND = "白小鹿走访企业送政策上门\n{}县委书记白小鹿带队走访工业园区三家纺织、化工公司，详细询问订单、用工、融资方面的困难，现场协调解决用电问题，并送去稳岗返还、税费减免清单。\n"


@pytest.mark.parametrize("between", ["第3版 要闻\n", "A02\n", "2020年3月21日 星期六\n第02版：要闻\n", "综合新闻\n", "责任编辑 田小禾 版式 方一舟\n"])
@pytest.mark.parametrize("lead", ["3月21日，", "连日来，", ""])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_page_furniture_parts_articles(between, lead, gap):
    text = (LONG_FIRST + between + LONG_SECOND.format(lead)).replace("\n", gap)
    assert heads(text) == ["罗大川调研春耕生产", "白小鹿走访企业送政策上门"]


@pytest.mark.parametrize("lead", ["3月21日，", "近日，", ""])
def test_a_headline_above_another_story_opens_an_article(lead):
    assert heads(LONG_FIRST + LONG_SECOND.format(lead)) == ["罗大川调研春耕生产", "白小鹿走访企业送政策上门"]


@pytest.mark.parametrize("between", ["罗大川在石桥镇察看合作社", "柳林镇农资店供应充足", "创新机制抓生产", "图为调研现场", "（一）抓种子化肥储备", "罗大川到柳林镇调研 田小禾 摄"])
@pytest.mark.parametrize("lead", ["3月21日，", ""])
def test_captions_and_headings_open_none(between, lead):
    rest = f"{lead}罗大川又到石桥镇调研春耕生产工作，听取镇负责人关于种子化肥储备情况的汇报，要求切实保护农民种粮积极性，察看合作社、农资店，落实惠农政策。"
    assert heads(f"{LONG_FIRST}{between}\n{rest}") == ["罗大川调研春耕生产"]


def test_each_web_page_of_a_file_keeps_its_day():
    first = LONG_FIRST.replace("\n", "\n发布时间：2020-03-21 来源：青湖日报\n", 1)
    second = LONG_SECOND.format("").replace("\n", "\n发布时间：2020-03-25 来源：青湖日报\n", 1)
    found = split_articles(Source(doc="a.txt", text=first + second, sha256="0" * 64), LEX)
    assert [(a.headline, str(a.published)) for a in found] == [("罗大川调研春耕生产", "2020-03-21"), ("白小鹿走访企业送政策上门", "2020-03-25")]


CHRONICLE = """{}

7月
1日
青湖县旅游工作会议召开。
△县农业银行挂牌。
△县长罗大川会见来访的外商一行。该项目投资3亿元。
1～5日
县政协副主席何青山考察水利工作。
6日
《青湖日报》消息：青湖公司入选百强。
11～15日
县委书记白小鹿率团出访。11日，签订协议书。
"""


@pytest.mark.parametrize(("top", "headline"), [("1999年7月-9月", "1999年7月-9月"), ("青湖县大事记", "青湖县大事记"), ("青湖县1999年大事记（三季度）", "青湖县1999年大事记（三季度）")])
def test_a_chronicle_is_one_article_with_a_sentence_an_item(top, headline):
    (article,) = split_articles(Source(doc="a.txt", text=CHRONICLE.format(top), sha256="0" * 64), LEX)
    assert article.headline == headline
    sentences = [article.text[a:b] for a, b in article.sentences]
    assert sentences[:6] == ["7月", "1日", "青湖县旅游工作会议召开。", "△县农业银行挂牌。", "△县长罗大川会见来访的外商一行。", "该项目投资3亿元。"]
    assert {"1～5日", "6日", "11～15日", "县政协副主席何青山考察水利工作。"} <= set(sentences)


def test_a_chronicle_with_no_headline():
    (article,) = split_articles(Source(doc="a.txt", text=CHRONICLE.format("").strip(), sha256="0" * 64), LEX)
    assert article.headline == ""
    assert article.text[slice(*article.sentences[0])] == "7月"


def test_a_long_headline_above_a_dateline():
    head = "罗大川在全县春耕生产工作会议上强调抢抓农时落实惠农政策切实保护农民种粮积极性为夺取全年粮食丰收打下坚实基础"
    assert heads(f"{head}\n本报讯 3月20日，县里开会。") == [head]
    assert heads(f"{head}\n青湖台消息：\n本台消息：3月20日，县里开会。") == [head]
