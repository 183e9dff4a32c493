"""What belongs to the page."""

import pytest

from kg.articles.furniture import furniture_of
from kg.lexicon import default_lexicon

GRAMMAR = furniture_of(default_lexicon())


@pytest.mark.parametrize(
    "text",
    [
        "2010-06-28 08:13:25 来源：青湖日报 作者：田小禾", "[阅读： 次] 青湖日报 [字体： ]", "http://www.example.com.cn 2001年08月23日10:57 南方网-青湖日报", "时间： 2017-06-29 点击： 3418",
        "学校首页 投稿", "当前位置： 新闻首页 >> 青湖要闻 >> 正文", "发布时间：2017-02-25 发布人：田小禾", "[打印本页]", "（完）", "（青湖网-青湖日报）", "（本报通讯员）", "【字体：大 中 小】 【打印】 【关闭】",
        "2020年3月26日 星期四", "来源：青湖日报", "上一篇：春耕大会 召开", "编辑：县委办公室", "点击：33次 字号：T|T", "浏览次数：1024", "要闻", "分享到：微信 微博 QQ空间", "发布时间：2025-08-07 09:32:57 来源：青湖融媒体中心",
    ],
)
def test_furniture(text):
    assert GRAMMAR.is_only(text)


@pytest.mark.parametrize(
    "text",
    [
        "时间：3月5日上午", "记者：您好，", "2020年3月20日，县长调研", "会议强调，一要抓种子。", "（记者 田小禾）", "青湖县召开春耕会", "《条例》（草案）", "我们的时间：不多", "县长罗大川", "关闭煤矿三家",
        "来源：这笔钱从哪里来，要说清楚。", "标题：罗大川调研", "罗大川 白小鹿", "文化搭台 经济唱戏",
    ],
)
def test_text(text):
    assert not GRAMMAR.is_only(text)


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("来源：青湖日报 发布时间：2020-03-21 3月20日，县里开会。", "3月20日，县里开会。"), ("县里开会。（完）", "县里开会。"), ("县里开会。来源：青湖日报", "县里开会。"),
        ("县里开会 [打印本页]", "县里开会 "), ("县里开会，通过条例（草案）", "县里开会，通过条例（草案）"), ("（记者 田小禾）县里开会。", "（记者 田小禾）县里开会。"),
    ],
)
def test_furniture_at_either_end(text, inner):
    start, end = GRAMMAR.cuts(text)
    assert text[start:end] == inner


@pytest.mark.parametrize("text", ["作者：田小禾", "供稿：县教育局 田小禾", "记者 田小禾"])
def test_credits_stay(text):
    assert GRAMMAR.without(text) == text


def test_other_furniture_becomes_blanks():
    assert GRAMMAR.without("来源：青湖日报 作者：田小禾 打印").strip() == "作者：田小禾"
