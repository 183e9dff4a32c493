"""Lines broken at a width, blanks that breaks left, words cut in two."""

import textwrap

import pytest

from kg.articles import split_articles
from kg.articles.layout import layout_of
from kg.articles.wraps import columns, seams_of, wrap_of
from kg.lexicon import default_lexicon
from kg.model import Source

LEX = default_lexicon()
SEAMS = seams_of(LEX)
FIRST = (
    "3月20日上午，中共青湖县委书记白小鹿、县委副书记罗大川、县人大常委会主任何青山一行来到柳林镇调研春耕生产工作，先后察看了柳林合作社、石桥农场和梨园水库，"
    "听取了镇党委书记方一舟的汇报，详细了解种子化肥储备、农机检修和高标准农田建设情况，并与种粮大户亲切交谈，鼓励他们扩大种植面积。"
)
SECOND = "白小鹿强调，要抢抓农时，落实好各项惠农政策，加强技术指导，切实保护农民种粮积极性，为夺取全年粮食丰收打下坚实基础，以优异成绩迎接建县一百周年。"
HEAD = "白小鹿到柳林镇调研春耕"


def text_of(page):
    (article,) = split_articles(Source(doc="a.txt", text=page, sha256="0" * 64), LEX)
    return article.headline, article.text[article.body :]


@pytest.mark.parametrize("width", [28, 30, 33, 36, 40, 45])
@pytest.mark.parametrize("indent", ["", "　　"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_wrapped_paragraphs_are_whole_again(width, indent, gap):
    wrapped = ["\n".join(textwrap.wrap(indent + text, width)) for text in (FIRST, SECOND)]
    assert text_of(gap.join([HEAD, *wrapped])) == (HEAD, f"{FIRST}\n{SECOND}")


@pytest.mark.parametrize("width", [28, 34, 40])
def test_blanks_that_breaks_left_are_dropped(width):
    wrapped = [" ".join(textwrap.wrap(text, width)) for text in (FIRST, SECOND)]
    assert text_of("\n".join([HEAD, *wrapped])) == (HEAD, f"{FIRST}\n{SECOND}")


@pytest.mark.parametrize(
    ("before", "after"),
    [("中共广东省", "委书记罗大川"), ("原外贸部副部", "长罗大川"), ("县人大常", "委会"), ("3月1", "0日"), ("投资99", "8万元"), ("广州市委常", "委"), ("会见来宾一", "行")],
)
def test_words_cut_in_two(before, after):
    assert SEAMS.cut_a_word(before, after)


@pytest.mark.parametrize(("before", "after"), [("区委常委", "常务副区长"), ("县长罗大川", "会议要求"), ("参加会议的有白小鹿", "罗大川"), ("建设", "3月20日")])
def test_words_that_stand_beside_each_other(before, after):
    assert not SEAMS.cut_a_word(before, after)


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("他说，广东省 委书记到会。", "他说，广东省委书记到会。"),
        ("副部 长罗大川到会。", "副部长罗大川到会。"),
        ("参加会议的有白小鹿 罗大川 何青山。", "参加会议的有白小鹿 罗大川 何青山。"),
        ("县委常委 常务副县长罗大川到会。", "县委常委 常务副县长罗大川到会。"),
    ],
)
def test_blanks_in_words_and_between_names(text, mended):
    assert text_of(f"他来了。\n{text}")[1].endswith(mended)


def test_a_full_line_goes_on_though_it_ends_with_a_semicolon():
    page = textwrap.dedent("""\
        　　会议要求，全县各级各部门要抓好春耕生产各项工作；
        要抓好农资储备供应工作，确保质量；要抓好农机检修。
        　　会议强调，各乡镇要落实责任，加强督查，务求实效，抓
        出成效来，让全县人民满意，为夺取丰收打下基础，以优异
        成绩迎接建县一百周年，以实际行动让党放心让人民满意，
        不辱使命。""")
    assert text_of(page)[1].split("\n")[0].endswith("供应工作，确保质量；要抓好农机检修。")


def test_columns_and_widths():
    assert columns("县长A1") == 6
    lines = layout_of(LEX).lines("\n".join(textwrap.wrap(FIRST, 30)))
    assert wrap_of(lines).length == 30
    assert wrap_of(layout_of(LEX).lines(f"{HEAD}\n{FIRST}\n{SECOND}")).width == 0
