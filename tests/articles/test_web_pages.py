"""Pages as websites, forums and mail programs leave them: what is headline, text, credit, day of publication."""

import pytest

from kg.articles import split_articles
from kg.facts.byline import find_bylines
from kg.lexicon import default_lexicon
from kg.model import Source

LEX = default_lexicon()
LEAD = "3月20日，县长罗大川到柳林镇调研春耕生产工作。"
MORE = "他要求，各乡镇要抓好落实，确保夏粮丰收。"
HEAD = "罗大川到柳林镇调研春耕"


def only(text):
    (article,) = split_articles(Source(doc="a.txt", text=text, sha256="0" * 64), LEX)
    return article


def bylines(article):
    return " ".join(f"{b.role}:{b.person.name}" for b in find_bylines(article, LEX))


PAGES = {
    "header": (f"{HEAD}\n2010-06-28 08:13:25 来源：青湖日报  作者：田小禾\n\n　　{LEAD}\n　　{MORE}\n", "2010-06-28", "作者:田小禾"),
    "header with buttons": (f"{HEAD}\n作者：田小禾 方一舟  发布时间：2013-01-22 15:44:47 打印 字号： | |\n　　{LEAD}\n\n　　{MORE}\n责任编辑：李山", "2013-01-22", "作者:田小禾 作者:方一舟 责任编辑:李山"),
    "address": (f"{HEAD}\n\nhttp://www.example.com.cn 2001年08月23日10:57 南方网-青湖日报\n\n　　{LEAD}\n{MORE}", "2001-08-23", ""),
    "counts": (f"{HEAD}\n\n[阅读： 次] 青湖日报  [字体： ]\n　　{LEAD}\n　　{MORE} （本报通讯员）\n\n\n2008-09-25", "2008-09-25", ""),
    "crumbs": (f"学校首页 投稿\n青湖要闻\n当前位置： 新闻首页 >> 青湖要闻 >> 正文\n\n{HEAD}\n\n发布时间：2017-02-25 发布人：田小禾\n　　（通讯员 方一舟 记者 李山）{LEAD}\n　　{MORE}", "2017-02-25", "发布人:田小禾 通讯员:方一舟 记者:李山"),
    "forum": (f"标题： {HEAD} [打印本页]\n作者： 柳林社区发言人 时间： 2021-4-20 17:00\n标题： {HEAD}\n{LEAD}\n{MORE}", "2021-04-20", ""),
    "title again": (f"{HEAD}\n\n2024-05-23 08:31:42  来源：青湖日报\n\n罗大川到柳林镇\n\n调研春耕\n\n{LEAD}\n\n{MORE}", "2024-05-23", ""),
    "caption first": (f"{HEAD}******会见现场。青湖社记者 田小禾摄\n本报讯（记者 方一舟）{LEAD}\n{MORE}（完）", "None", "摄:田小禾 记者:方一舟"),
    "no headline": (f"时间： 2017-06-29 点击： 3418\n{LEAD}\n{MORE}", "2017-06-29", ""),
    "tail": (f"{HEAD}\n{LEAD}\n{MORE}\n来源：农业局\n初审：田小禾 复审：方一舟 终审：李山\n上一篇：白小鹿走访企业\n下一篇：没有了\n【打印本页】 【关闭窗口】", "None", "初审:田小禾 复审:方一舟 终审:李山"),
    "one line": (f"{HEAD}\n来源：青湖日报 发布时间：2020-03-21 {LEAD}{MORE}编辑：田小禾", "2020-03-21", "编辑:田小禾"),
    "author below the headline": (f"{HEAD}\n\n田小禾\n\n　　{LEAD}\n　　{MORE}", "None", "作者:田小禾"),
    "body and author below the headline": (f"{HEAD}\n\n青湖县河长办田小禾\n\n　　{LEAD}\n　　{MORE}", "None", "作者:田小禾"),
    "reporters in the headline": (f"{HEAD} 田小禾\n本报讯 （记者 田小禾） {LEAD}\n{MORE}", "None", "记者:田小禾"),
    "signed and dated": (f"{HEAD}\n{LEAD}\n{MORE}\n青湖县农业局\n2014年7月28日", "2014-07-28", ""),
    "share": (f"{HEAD}\n【字体：大 中 小】 分享到：\n2020年3月21日 09:30 青湖新闻网\n{LEAD}\n{MORE}\n版权声明：本网内容未经许可不得转载。", "2020-03-21", ""),
}


@pytest.mark.parametrize("page", PAGES)
def test_headline_day_credits(page):
    text, day, credits_found = PAGES[page]
    article = only(text)
    assert article.headline == ("" if page == "no headline" else HEAD)
    assert str(article.published) == day
    assert bylines(article) == credits_found


@pytest.mark.parametrize("page", PAGES)
def test_sentences_are_text(page):
    article = only(PAGES[page][0])
    sentences = [article.text[a:b] for a, b in article.sentences]
    assert [s for s in sentences if s not in ("会见现场。", "青湖县农业局")] == [LEAD, MORE]


def test_what_is_known_from_outside_comes_first():
    text = PAGES["header"][0]
    from datetime import date

    (article,) = split_articles(Source(doc="a.txt", text=text, sha256="0" * 64, published=date(2010, 6, 30)), LEX)
    assert article.published == date(2010, 6, 30)


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("近日，县长罗大川到柳林镇调研春耕\n他要求抓好落实。", ""),
        ("3月4日，以罗大川为组长的督查组到我县督查\n督查组进村入户了解情况。", ""),
        ("核心提示：根据有关规定，会议决定接受白小鹿辞去县长职务的请求\n\n3日上午，会议在青湖举行。", ""),
        ("县里举行捐赠仪式\n\n仪式现场\n\n罗大川致辞\n\n白小鹿讲话\n\n方一舟颁发证书\n\n5月8日上午，捐赠仪式举行。", "县里举行捐赠仪式"),
        ("首页 新闻 投稿\n县里举行捐赠仪式\n5月8日上午，捐赠仪式举行。", "县里举行捐赠仪式"),
        ("青湖日报数字报\n2020年3月26日 星期四 农历三月初三 第1234期\n第3版 要闻\n县里举行捐赠仪式\n本报讯 5月8日上午，捐赠仪式举行。", "县里举行捐赠仪式"),
    ],
)
def test_headlines(text, headline):
    assert split_articles(Source(doc="a.txt", text=text, sha256="0" * 64), LEX)[0].headline == headline


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本报讯 记者田小禾、方一舟报道：3月20日，县里开会。", "记者:田小禾 记者:方一舟"),
        ("青湖网讯[青湖日报] 记者田小禾报道：3月20日，县里开会。", "记者:田小禾"),
        ("青湖新闻网4月26日讯（田小禾 )近日，县里开会。", "作者:田小禾"),
        ("本报青湖3月5日电 记者田小禾报道：3月20日，县里开会。", "记者:田小禾"),
        ("县里开会（如图，田小禾摄），听取汇报。", "摄:田小禾"),
        ("▲5月22日，罗大川会见来宾。记者 田小禾 摄/视觉青湖", "摄:田小禾"),
        ("3月20日，县里开会。图为会议现场 田小禾 摄", "摄:田小禾"),
        ("3月20日，县里开会。新华社发（田小禾 摄）", "摄:田小禾"),
        ("3月20日，县里开会。（县委宣传部 田小禾）", "作者:田小禾"),
        ("3月20日，县里开会。【记者 田小禾】", "记者:田小禾"),
        ("□ 田小禾 方一舟\n3月20日，县里开会。", "作者:田小禾 作者:方一舟"),
        ("3月20日，县里开会。（来源：青湖日报 记者：田小禾）", "记者:田小禾"),
        ("3月20日，县里开会。记者 田小禾 通讯员 方一舟 摄影报道", "记者:田小禾 通讯员:方一舟"),
        ("3月20日，县里开会。（作者：田小禾 方一舟）\n（编辑：李山  审核编辑：周河）", "作者:田小禾 作者:方一舟 编辑:李山 编辑:周河"),
        ("3月20日，县里开会。（记者 田小禾 通讯员\n方一舟）", "记者:田小禾 通讯员:方一舟"),
        ("3月20日，县里开会。（记者注）", ""),
        ("记者从县里获悉，春耕已经开始。", ""),
        ("记者：您怎么看？\n罗大川：要抓好落实。", ""),
        ("3月20日，县里开会。（受访者供图）", ""),
        ("3月20日，县里开会。（据新华社）", ""),
        ("3月20日，罗大川（县教育局）到会。", ""),
        ("3月20日，县里举行摄影展，罗大川参观。", ""),
    ],
)
def test_credits_in_text(text, expected):
    assert bylines(only(text)) == expected


def test_headlines_of_other_articles_are_none_of_this_one():
    """What is listed below 相关阅读, with its days, is left out; the report of the next article is not."""
    listed = "相关阅读\n方一舟任青湖县副县长\n青湖日报 2009-12-28\n石望山到北岭镇调研\n青湖日报 2009-11-02"
    article = only(f"{HEAD}\n2010-06-28 08:13:25 来源：青湖日报\n　　{LEAD}\n　　{MORE}\n编辑/田小禾\n{listed}")
    assert not any(word in article.text for word in ("方一舟", "石望山"))
    assert str(article.published) == "2010-06-28"
    two = split_articles(Source(doc="a.txt", text=f"{HEAD}\n　　{LEAD}\n　　{MORE}\n{listed}\n石望山调研北岭镇\n　　3月21日，县委书记石望山到北岭镇调研。他强调，要抓紧抓实各项工作，确保全年目标任务完成，不断取得新的成效。", sha256="0" * 64), LEX)
    text = "\n".join(a.text for a in two)
    assert "石望山调研北岭镇" in text
    assert "方一舟" not in text
