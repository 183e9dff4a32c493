"""Dates: every surface of a value, and what is no date. The paper of these sentences is of Monday, 15 June 2020."""

from __future__ import annotations

import re
from datetime import date

import pytest

from kg.lexicon import default_lexicon
from kg.mentions.dates import RULES, find_dates
from kg.model import DateValue

PUBLISHED = date(2020, 6, 15)

# (edtf, end, part, basis) -> sentences, the date in 【】
CORPUS = {
    ("2020-03-20", None, "", "explicit"): [
        "【2020年3月20日】，梁知远到南湖区调研。", "【二〇二〇年三月二十日】立", "【2020.03.20】", "摄于【2020/3/20】", "印于【2020-3-20】",
        "【20年3月20日】", "【２０２０年３月２０日】，大会开幕。", "【2020 年 3 月 20 日】", "【公元2020年3月20日】",
    ],
    ("2020-03-20", None, "", "published"): [
        "【3月20日】，梁知远到南湖区调研。", "【三月二十日】开工", "【3月20号】来的", "【3月20日（星期五）】", "【今年3月20日】投产", "【3月20日10时30分】",
    ],
    ("2020-03-20", None, "上午", "published"): ["【3月20日上午】，会议召开。", "【3月20日上午9时30分】", "【3月20日 上午9:30】", "【3月20日上午9点半】"],
    ("2020-06-12", None, "晚", "published"): ["【12日晚】，演出开始。", "【6月12日晚间】", "【12日晚8时许】"],
    ("2020-06-14", None, "", "published"): ["【昨日（14日）】，雨停了。", "【昨天(6月14日)】开馆", "【昨日】，梁知远说。", "【昨天】来过"],
    ("2020-06-14", None, "下午", "published"): ["【昨天下午】，梁知远来过。", "【昨日下午】召开"],
    ("2020-06-15", None, "晚", "published"): ["【今晚】开播"],
    ("2020-06-16", None, "", "published"): ["【明天】开馆", "会议【明日】举行"],
    ("2020-06-12", None, "", "published"): ["【上周五】，梁知远来了。", "在【上周五（6月12日）】开馆"],
    ("2020-06-08", "2020-06-14", "", "published"): ["【上周】，记者走访了社区。", "【上个星期】"],
    ("2020-10-08", None, "", "published"): ["展会将于【10月8日】开幕"],
    ("2019-10-08", None, "", "published"): ["【10月8日】，展会开幕。", "【去年10月8日】"],
    ("2019-10-08", "2019-10-10", "", "published"): ["【10月8日至10日】", "【10月8日—10日】", "【10月8-10日】", "【10月8日到10日】"],
    ("2020-06-08", "2020-06-10", "", "published"): ["【8—10日】，梁知远一行考察。", "【8日至10日】", "【6月8日至10日】"],
    ("2020-06-08", "2020-06-09", "", "published"): ["【8日和9日】，梁知远在省城考察。", "【6月8日、9日】", "【8、9日】，梁知远在省城考察。"],
    ("2020-05-30", "2020-06-02", "", "published"): ["【5月30日至6月2日】", "【5月30日-6月2日】"],
    ("2019-12-30", "2020-01-02", "", "explicit"): ["【2019年12月30日至1月2日】", "【2019年12月30日至2020年1月2日】"],
    ("1995", "1997", "", "explicit"): ["【1995-1997年】", "【1995年至1997年】", "【一九九五年至一九九七年】", "规划（【1995—1997】）"],
    ("2016", None, "", "explicit"): ["【2016年】，厂房建成。", "【二零一六年】", "【二〇一六年】建厂", "【2016年底】", "【2016年年初】"],
    ("2019", None, "", "published"): ["【去年】，厂房建成。"],
    ("2020", None, "", "published"): ["【年底】前完成", "【今年】以来", "【今年底】"],
    ("2020-06", None, "", "published"): ["【本月底】前完成", "【月底】前", "【本月】", "【6月份】"],
    ("2020-05", None, "", "published"): ["【上月】", "【上个月】", "【5月初】，", "【5月】以来"],
    ("2020-01", "2020-06", "", "published"): ["【上半年】，", "【今年上半年】"],
    ("2019-07", "2019-12", "", "explicit"): ["【2019年下半年】"],
    ("2020-01", "2020-03", "", "published"): ["【一季度】，", "【今年第一季度】", "【1-3月】", "【1至3月份】", "【上季度】", "【今年前三个月】"],
    ("2020-05-11", "2020-05-20", "", "published"): ["【5月中旬】"],
    ("198X", None, "", "explicit"): ["【20世纪80年代】", "【1980年代】"],
    ("199X", None, "", "published"): ["【九十年代】", "【上世纪90年代】"],
    ("18XX", None, "", "explicit"): ["【十九世纪】"],
    ("1681", None, "", "explicit"): ["【康熙二十年】", "【康熙二十年九月】"],
    ("1914", None, "", "explicit"): ["【民国三年】"],
    ("-0220", None, "", "explicit"): ["【公元前221年】"],
    ("2020-01-25", None, "", "published"): ["【正月初一】", "【大年初一】", "【农历正月初一】"],
    ("2020-05-23", None, "", "explicit"): ["【2020年闰四月初一】"],
    ("2019-02-04", None, "", "explicit"): ["【2019年除夕】"],
    ("2018-24", None, "", "explicit"): ["【2018年冬季】", "【2018年冬】，"],
    (None, None, "", "unknown"): ["【近日】，", "【日前】，", "【年内】完成", "【近期】"],
    ("2020-06-10", None, "", "published"): ["他【5天前】回来"],
}
NO_YEAR = {  # the same without a day of publication
    ("XXXX-10-08", None, "", "unknown"): ["【10月8日】，高陵区召开会议。", "【十月八日】"],
    ("XXXX-10-08", "XXXX-10-10", "", "unknown"): ["【10月8日至10日】"],
    ("XXXX-10", None, "", "unknown"): ["【10月】"],
    ("XXXX-XX-29", None, "", "unknown"): ["【29日】，"],
    (None, None, "", "unknown"): ["【昨日】，", "【上周五】，", "【上月】", "【2月30日】"],
}
NEGATIVE = [
    "请拨888-000-9999。", "得了12分", "售价12.50元", "占地110平方米", "3D电影", "版本2.10", "24小时服务", "第1期",
    "3.15万人", "增长95%", "“7·20”暴雨", "3年来", "5年间", "建校50多年", "为期3日", "工期3个月", "29号楼", "1号线开通",
    "人民路12号", "一日三餐", "今日头条总部", "《明日之后》上线", "目前天气转好", "他的先天后天条件", "2/3以上代表", "每周一次", "每周五开放",
    "百年老店", "半年内", "45个工作日内", "200年历史", "五月天乐队", "三十而立", "第二季", "大会上周强指出",
    "百年初心", "二月河的小说", "2000多年前", "3000年前的城", "年年有余", "一周天气",
]
STORIES = [  # an article with its dates in order
    ("10月8日上午，高陵区召开会议。当天下午，代表参观。次日，会议结束。", None, ["XXXX-10-08", "XXXX-10-08", "XXXX-10-09"]),
    ("2017年6月17日，考察组抵达。6月20日，返回。", None, ["2017-06-17", "2017-06-20"]),
    ("高陵区召开2020年工作会议。3月20日，梁知远到会。会议听取2019年工作总结。", None, ["2020", "XXXX-03-20", "2019"]),
    ("2015年3月任乡长，8月任书记，2016年1月调离，同年5月返回。", PUBLISHED, ["2015-03", "2015-08", "2016-01", "2016-05"]),
    ("新华社北京2019年3月5日电 代表团5日上午开会。", None, ["2019-03-05", "2019-03-05"]),
    ("新华社北京4月1日电 代表团29日抵达。", None, ["XXXX-04-01", "XXXX-03-29"]),  # a report tells of no day far ahead
    ("新华社北京4月1日电 代表团将于29日抵达。", None, ["XXXX-04-01", "XXXX-04-29"]),
    ("10月8日，梁知远到高陵区调研。梁知远强调，今天的成绩来之不易。当天，他还看望职工。", PUBLISHED, ["2019-10-08", "2020-06-15", "2019-10-08"]),
    ("10月8日，高陵区召开会议，结果将于下周公布。当天，梁知远表示赞同。", PUBLISHED, ["2019-10-08", "2020-06-22", "2019-10-08"]),
    ("近日，梁知远走访企业。当天，他还看望职工。", PUBLISHED, [None, None]),
    ("6月12日开会。下午，梁知远到村里。", PUBLISHED, ["2020-06-12", "2020-06-12"]),
    ("8月和9月，活动继续。", PUBLISHED, ["2019-08", "2019-09"]),
    ("10月31日开会，1日闭幕。", None, ["XXXX-10-31", "XXXX-11-01"]),
    ("6月5日、6日，比赛举行。", PUBLISHED, ["2020-06-05"]),
]


def rows(corpus):
    return [(value, sentence) for value, sentences in corpus.items() for sentence in sentences]


def check(value, marked, published):
    surface = re.search("【(.*?)】", marked)
    text = marked.replace("【", "").replace("】", "")
    found = find_dates(text, published, default_lexicon())
    assert [m.text for m in found] == [surface[1]]
    (m,) = found
    assert text[m.start:m.end] == m.text
    v = m.value
    assert (v.edtf, v.end, v.part, v.basis) == value


@pytest.mark.parametrize(("value", "marked"), rows(CORPUS))
def test_published(value, marked):
    check(value, marked, PUBLISHED)


@pytest.mark.parametrize(("value", "marked"), rows(NO_YEAR))
def test_unpublished(value, marked):
    check(value, marked, None)


@pytest.mark.parametrize("text", NEGATIVE)
def test_no_date(text):
    assert find_dates(text, PUBLISHED, default_lexicon()) == ()


@pytest.mark.parametrize(("text", "published", "edtf"), STORIES)
def test_story(text, published, edtf):
    assert [m.value.edtf for m in find_dates(text, published, default_lexicon())] == edtf


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name)
def test_example(rule):
    text = rule.example.replace("【", "").replace("】", "")
    start = rule.example.index("【")
    found = {m.start: (m.text, m.rule) for m in find_dates(text, PUBLISHED, default_lexicon())}
    assert found[start] == (re.search("【(.*?)】", rule.example)[1], rule.name)


def test_bounds():
    (m,) = find_dates("2020年2月", None, default_lexicon())
    assert (m.value.earliest, m.value.latest) == (date(2020, 2, 1), date(2020, 2, 29))
    (m,) = find_dates("10月8日", None, default_lexicon())
    assert (m.value.earliest, m.value.latest) == (None, None)


CHRONICLE = "1999年7月-9月\n7月\n1日\n展会开幕。\n△大桥通车。\n6～8日\n梁知远来考察。\n8月\n2日 大会召开。"


def test_chronicle() -> None:
    """A month alone on a line, and its year, are those of the days below it."""
    found = [m.value for m in find_dates(CHRONICLE, PUBLISHED, default_lexicon())]
    days = [(v.edtf, v.end) for v in found if isinstance(v, DateValue) and v.edtf and len(v.edtf) > 7]
    assert days == [("1999-07-01", None), ("1999-07-06", "1999-07-08"), ("1999-08-02", None)]


def test_chronicle_of_a_place() -> None:
    """The month stands before the name of the place; when the page was put up is another thing."""
    text = "1998年12月份海陵市政务大事记\n时间：2019-07-10\n△1日，梁知远来考察。\n△5日，大桥通车。"
    assert [m.value.edtf for m in find_dates(text, PUBLISHED, default_lexicon()) if isinstance(m.value, DateValue)][-2:] == ["1998-12-01", "1998-12-05"]


@pytest.mark.parametrize(("text", "edtf"), [
    ("海陵新闻网10月10日消息：今天下午，大会召开。", "XXXX-10-10"),
    ("海陵新闻网10月10日消息：昨天，大会召开。", "XXXX-10-09"),
    ("海陵新闻网10月10日云溪县消息 昨天，大会召开。", "XXXX-10-09"),
])  # fmt: skip
def test_dateline_without_a_year(text: str, edtf: str) -> None:
    """今天 is the day of the dateline, whatever its year."""
    last = find_dates(text, None, default_lexicon())[-1].value
    assert isinstance(last, DateValue)
    assert last.edtf == edtf


def test_number_and_deed() -> None:
    """24号 before a verb is a day, 24号院 is none."""
    assert [m.text for m in find_dates("总统24号访问邻国，住进长江路24号院。", PUBLISHED, default_lexicon())] == ["24号"]
