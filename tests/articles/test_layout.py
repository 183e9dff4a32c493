"""What a line is by itself."""

import pytest

from kg.articles.layout import layout_of
from kg.articles.published import published_day
from kg.articles.wraps import wrap_of
from kg.lexicon import default_lexicon

LAYOUT = layout_of(default_lexicon())

KINDS = {
    "dateline": [
        "本报讯 3月5日上午，青湖县召开春耕工作会议。", "本报讯（记者 田小禾）近日，县里开会。", "【本报讯】近日，县里开会。",
        "新华社北京3月5日电（记者田小禾）近日发布通知。", "央视网消息（新闻联播）：近日，各地忙春耕。", "本报青湖3月5日讯 县里开会。",
        "青湖日报消息 近日，县里开会。", "据新华社北京3月5日电 近日发布。",
    ],
    "byline": [
        "记者 田小禾 通讯员 方一舟", "（记者 田小禾）", "本报记者 田小禾 文/图", "责任编辑：方一舟", "作者：田小禾", "记者田小禾、方一舟",
        "首席记者 田小禾 通讯员 王 伟",
    ],
    "photo": ["田小禾 摄", "（田小禾 摄）", "摄影：田小禾", "图/田小禾"],
    "page": [
        "来源：青湖日报", "发布时间：2020-03-26", "2020年3月26日 星期四", "第3版", "A2版", "DSC_1024", "IMG_001.jpg", "上一篇：春耕",
        "2020-03-21 09:30 来源：青湖日报 浏览次数：33", "http://www.example.com/1.html", "3版：要闻",
    ],
    "short": ["青湖县召开春耕工作会", "白小鹿走访企业 送政策上门", "谁来种地？", "千方百计解难题，助力企业开工", "记者手记", "白小鹿作报告", "记者走基层"],
    "prose": ["会议强调，要抓好春耕。", "一要抓种子；", "提出要求：", "白小鹿一行先后来到柳林镇、石桥镇，", "据本报讯息，县里开会。"],
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in KINDS.items() for text in texts])
def test_kinds(kind, text):
    assert LAYOUT.kind(text) == kind


def test_lines_know_their_place():
    text = "标题\n\n　　正文第一行 \n第二行".replace("　", " ")
    first, second, third = LAYOUT.lines(text)
    assert [text[line.start : line.end] for line in (first, second, third)] == ["标题", "正文第一行", "第二行"]
    assert (second.gap, second.indented, third.gap, third.indented) == (True, True, False, False)


@pytest.mark.parametrize(
    ("text", "is_open"),
    [("高质量发展的", True), ("抓好春耕。", False), ("他说：“好。”", False), ("不断下降。（图表）", False), ("“首席服务官”", True), ("要求：", False), ("柳林镇、", True)],
)
def test_open_lines(text, is_open):
    assert LAYOUT.lines(text)[0].open is is_open


def test_width_of_wrapped_lines():
    wrapped = LAYOUT.lines("\n".join(["县里召开春耕会议部署春耕工作要求各"] * 8 + ["镇抓好。"]))
    assert wrap_of(wrapped).dense
    assert wrap_of(wrapped).length == 17
    assert wrap_of(LAYOUT.lines("\n".join(["会议强调，要抓好春耕。"] * 8))).width == 0


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("青湖日报\n2020年3月26日 星期四\n标题", "2020-03-26"), ("标题\n发布时间：2020-03-26 来源：青湖日报\n正文。", "2020-03-26"),
        ("标题\n3月26日 星期四", "None"), ("标题\n2020年3月26日，县里开会。", "None"), ("2020年3月26日\n2020年3月27日", "None"), ("2020年13月26日", "None"),
    ],
)
def test_the_day_a_page_prints(text, day):
    assert str(published_day(LAYOUT.lines(text), LAYOUT.furniture)) == day
