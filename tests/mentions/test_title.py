"""Titles with their ranks and marks."""

import pytest

from kg.lexicon import default_lexicon
from kg.mentions.title import find_titles

LEX = default_lexicon()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("区委书记", ["书记:current:"]),
        ("常务副区长", ["常务副区长:current:"]),
        ("教育局原党组副书记、副局长", ["党组副书记:former:原", "副局长:current:"]),
        ("前市长", ["市长:former:前"]),
        ("时任县长", ["县长:former:"]),
        ("代理市长", ["市长:acting:代理"]),
        ("代县长", ["县长:acting:代"]),
        ("目前市长正在开会", ["市长:current:"]),
        ("印度国防部长", ["国防部长:current:"]),
        ("外交部副部长", ["副部长:current:"]),
        ("县委常委宣传部长", ["常委:current:", "宣传部长:current:"]),
        ("村党总支书记", ["党总支书记:current:"]),
        ("第一行\n市长", ["市长:current:"]),
        ("云溪市市政委员会主席", ["主席:current:"]),
        ("科威特首相", ["首相:current:"]),
        ("宣统委员", ["宣统委员:current:"]),
        ("青湖一中校长", ["校长:current:"]),
        ("日本防卫厅长官", ["长官:current:"]),
        ("肯尼亚议长和参议长", ["议长:current:", "参议长:current:"]),
    ],
)
def test_titles(text: str, expected: list[str]) -> None:
    found = find_titles(text, LEX)
    assert [f"{m.value.title}:{m.value.status}:{m.value.mark}" for m in found] == expected
    assert all(text[m.start : m.end] == m.text and "\n" not in m.text for m in found)


@pytest.mark.parametrize("text", ["委员会成立", "书记处开会", "江阴市长泾镇", "总统府前", "新兴区长兴乡", "兴业银行长春分", "与国外相比", "国家安全委员会", "政法委员会", "国内外相关领域", "参谋长联席会议", "行政长官办公室"])
def test_what_only_begins_like_a_title(text: str) -> None:
    assert find_titles(text, LEX) == []
