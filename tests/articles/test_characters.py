"""Characters in their usual form, one for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles.characters import normalised, punctuated
from kg.articles.offsets import View
from kg.lexicon import default_lexicon

LEX = default_lexicon()


def plain(text: str) -> str:
    return normalised(View(text, range(len(text))), LEX).text


@pytest.mark.parametrize(
    ("raw", "usual"),
    [
        ("２０２０年３月Ａ座", "2020年3月A座"),
        ("上午,县里开会;他说:好!真的?", "上午，县里开会；他说：好！真的？"),
        ("占地183,总面积", "占地183，总面积"),
        ("用地(M0)试点(城东路-未来路)", "用地（M0）试点（城东路-未来路）"),
        ('他说:"要抓好。"', "他说：“要抓好。”"),
        ("「古城『新』生」", "“古城‘新’生”"),
        ("阿依古丽•买买提、约翰・史密斯", "阿依古丽·买买提、约翰·史密斯"),
        ("县\u200b长\ufeff白\u202e小鹿", "县长白小鹿"),
        ("县长\u00a0白小鹿\u3000出席\t会", "县长 白小鹿 出席 会"),
        ("第一行\u2028第二行", "第一行\n第二行"),
        ("二○二○年、二O一九年、二〇一八年", "二〇二〇年、二〇一九年、二〇一八年"),
        ("⽓象⻓官", "气象长官"),
        ("青湖縣縣長羅大川聽取匯報,並講話", "青湖县县长罗大川听取汇报，并讲话"),
        ("增长８％", "增长8%"),
    ],
)
def test_usual_forms(raw, usual):
    assert plain(raw) == usual


@pytest.mark.parametrize(
    "text",
    ["1,000 and 3:2 (a, b) 14:30", "http://example.com/a?b=1", "it's \"quoted\"", "在廣印堂会议室召开座谈会，部署工作", "f(x); y!", "堃、喆、犇"],
)
def test_left_alone(text):
    assert plain(text) == text


@given(st.text(max_size=200))
def test_nothing_moves(text):
    view = normalised(View(text, range(len(text))), LEX)
    assert len(view.offsets) == len(view.text)
    assert all(a < b for a, b in zip(view.offsets, view.offsets[1:]))


@given(st.text(alphabet="县长a1,;:?!()\"' \n。", max_size=100))
def test_punctuation_keeps_its_length(text):
    assert len(punctuated(text)) == len(text)
