"""Articles as a whole: the two pages of the project, and what holds for any text."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.articles import split_articles
from kg.articles.characters import normalised
from kg.articles.offsets import View
from kg.lexicon import default_lexicon
from kg.model import Source
from kg.sources import read_sources

LEX = default_lexicon()
SEEDS = Path(__file__).parents[2] / "seeds"
HEADLINES = {
    "000_8d0d1993ea090080.txt": [
        "管城回族区召开2020年优化营商环境电视电话会 精准服务打造高品质营商环境",
        "管城区领导 督导“双改”工作",
        "管城回族区考察团到金水区“取经” 借鉴学习园区建设、产业发展等方面的经验做法",
        "管城区“一网通办” 为复工“加速”",
        "管城回族区召开疫情防控工作视频调度会 用好大数据排查疫情 用活帮扶政策助复工",
        "管城区把安全生产 各项措施落实落细",
        "管城回族区领导督导疫情防控、复工复产工作 千方百计解难题，助力企业复工复产",
    ],
    "004_e806e9257637b4f6.txt": [
        "稳定公开透明可预期 高新区全面打造一流营商环境",
        "区领导会见 上汽资产经营公司一行 尽快推进项目落地",
        "高新区召开网络安全科技馆 规划工作汇报会 相关规划方案已在省发改委立项",
        "高新区开展第三季度 逐办观摩活动",
        "区领导到高新投控集团调研 扎实推动国资国企高质量发展",
    ],
}


@pytest.fixture(scope="module")
def pages():
    return {s.doc: split_articles(s, LEX) for s in read_sources([SEEDS]) if isinstance(s, Source)}


@pytest.mark.parametrize("doc", HEADLINES)
def test_headlines_of_the_seeds(pages, doc):
    assert [a.headline for a in pages[doc]] == HEADLINES[doc]
    assert [a.number for a in pages[doc]] == list(range(1, len(HEADLINES[doc]) + 1))


@pytest.mark.parametrize(
    "words",
    [
        "将其作为事关管城高质量发展的一件大事要事，抓紧抓实抓好。",
        "参观产品展厅、生产车间、实验室",
        "总建面41万平方米",
        "“首席服务官”“金牌店小二”作用，真正帮助企业",
        "安排相关部门立即协调办理，他要求，各部门",
        "推动高新区营商环境建设再上新台阶。\n王新亭指出",
        "的主题教育专题学习。",
    ],
)
def test_columns_of_the_seeds(pages, words):
    assert any(words in a.text for articles in pages.values() for a in articles)


def check(source: Source) -> None:
    for article in split_articles(source, LEX):
        places = list(article.offsets)
        assert len(places) == len(article.text)
        assert all(a < b for a, b in zip(places, places[1:]))
        ends = [article.body, *(x for span in article.sentences for x in span), len(article.text)]
        assert ends == sorted(ends)
        for start, end in (*article.sentences, *article.bylines):
            assert article.text[start:end].strip()
            assert article.text[start:end] == article.text[start:end].strip()
            evidence = article.exact_evidence(start, end)
            assert source.text[evidence.start : evidence.end] == article.raw[evidence.start : evidence.end]
            assert "".join(source.text[evidence.start : evidence.end].split()) == evidence.exact
        for (_, a), (b, _) in zip(article.sentences, article.sentences[1:]):
            assert a <= b
        assert not any(a < d and c < b for a, b in article.sentences for c, d in article.bylines)


def check_characters(source: Source) -> None:
    """Every character of an article is the usual form of the raw character at its place."""
    usual = normalised(View(source.text, range(len(source.text))), LEX)
    at = dict(zip(usual.offsets, usual.text))
    for article in split_articles(source, LEX):
        for char, place in zip(article.text, article.offsets):
            assert char == at[place] or (char, at[place]) in ((" ", "\n"), ("\n", " "))


LINES = st.sampled_from([
    "本报讯 3月20日,县长罗大川到柳林镇调研。", "县长罗大川 调研春耕", "记者 田小禾 通讯员 方一舟", "（田小禾）", "他要求，抓好落实。(田小禾)", "这是高质量发展的",
    "发展的一件大事。", "新台阶。", "再上新台阶。", "DSC_1001", "田小禾 摄", "　　会议强调,要抓好电 子商务， 做好服务。", "", "", "一、抓种子", "王 伟", "2020年3月26日 星期四",
    "編輯：羅大川", "A\u200bB c", "。。。", "”", "（", "他说：“好！", "\r", "\x0c",
])


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=14).map("\n".join), st.booleans())
def test_pages_keep_their_places(text, record):
    source = Source(doc="a.txt", text=text, sha256="0" * 64, title="县长罗大川调研春耕" if record else "")
    check(source)
    check_characters(source)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("。，“”（）记者 \n\n张三,.\u3000")), max_size=120))
def test_any_text_keeps_its_places(text):
    source = Source(doc="a.txt", text=text, sha256="0" * 64)
    check(source)
    check_characters(source)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["<p>", "</p>", "<div>", "<br>", "&ldquo;", "&amp;", "县长罗大川，", "调研。", "（田小禾）", "<b>", "\n", "&nbsp;"]), max_size=30).map("".join))
def test_html_keeps_its_places(text):
    check(Source(doc="a.html", text=text, sha256="0" * 64, markup=True))
