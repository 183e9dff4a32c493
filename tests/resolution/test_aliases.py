"""Forms of one name on one page. The full form, or None where the two stay apart."""

from __future__ import annotations

import pytest

from kg.resolution.local.aliases import Aliases
from kg.resolution.local.scan import scanner_of
from tests.resolution.world import LEX

ALIASES = Aliases(LEX, scanner_of(LEX))

CASES = [
    # names on the page, the short one, what it stands for
    (["绍兴高新投资控股集团", "高新投控集团"], "高新投控集团", "绍兴高新投资控股集团"),
    (["绍兴高新投资控股集团", "高新投资控股集团"], "高新投资控股集团", "绍兴高新投资控股集团"),
    (["上海汽车配件经营有限公司", "上汽配件公司"], "上汽配件公司", "上海汽车配件经营有限公司"),
    (["计算机科学与技术学院", "计算机学院"], "计算机学院", "计算机科学与技术学院"),
    (["云河农业机械协会", "云河农机协会"], "云河农机协会", "云河农业机械协会"),
    (["绍兴高新投资控股集团", "高新投控公司"], "高新投控公司", None),  # another class word
    (["绍兴高新投资控股集团", "绍兴高速投资控股集团", "高投集团"], "高投集团", None),  # two fit
    (["绍兴高新投资控股集团", "新控集团"], "新控集团", None),  # another first sign
    (["绍兴市教育局", "教育局"], "教育局", None),  # no class of this kind
    (["云河中学", "云河集团"], "云河集团", None),
    (["云河七局投资有限公司", "投资公司"], "投资公司", "云河七局投资有限公司"),  # the last signs
    (["投资公司商丘公司", "投资公司"], "投资公司", None),  # a branch
    (["云河华南（东山）建设发展有限公司", "云河华南建设发展有限公司"], "云河华南建设发展有限公司", None),
]


@pytest.mark.parametrize(("names", "short", "full"), CASES)
def test_abbreviations(names: list[str], short: str, full: str | None):
    assert dict(ALIASES.pairs([], names)).get(short) == full


DECLARED = [
    ("云河文化旅游发展有限公司（以下简称“文旅公司”）负责建设。", ["云河文化旅游发展有限公司", "文旅公司"], "文旅公司", "云河文化旅游发展有限公司"),
    ("一行来到数学与统计学院（简称数统学院）。", ["数学与统计学院", "数统学院"], "数统学院", "数学与统计学院"),
    ("云河文化旅游发展有限公司（民营）负责建设。", ["云河文化旅游发展有限公司", "民营"], "民营", None),
]


@pytest.mark.parametrize(("text", "names", "short", "full"), DECLARED)
def test_declared(text: str, names: list[str], short: str, full: str | None):
    assert dict(ALIASES.pairs([text], names)).get(short) == full
