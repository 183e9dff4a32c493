"""Items of lists of bodies, which their 、 bound: 学生处、采购与后勤管理中心、保卫处等部门."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.mentions.body import BodyReader
    from kg.model import Span

GOES_ON = re.compile("、|等(?:部门|单位|有关|相关|负责|多?[个家所])")  # behind a body of a list
HALVES = frozenset("与和")
MANAGED = "管理"


def item_start(reader: BodyReader, text: str, start: int, body: Span) -> int:
    """采购与|后勤管理中心: where a body begins; what stands between two 、 of a list is one name, where no word of it does anything.

    `start` is where the item may begin, `body` what was read of it.
    """
    begin, end = body
    if begin == start or text[start - 1 : start] != "、" or not GOES_ON.match(text, end):
        return begin
    words = reader.words.cut(text[start:begin])
    right = [*words[1:], text[begin:end]]
    named = all(_part(reader, word, *pair) for word, *pair in zip(words, ["", *words], right, strict=False))
    return start if named and not any(word.endswith(reader.closers) for word in words) else begin


def _part(reader: BodyReader, word: str, left: str, right: str) -> bool:
    """Whether a word of a list's item may be part of a body's name: 统计 and 与 of 统计与数据科学学院, but 周某|与."""
    if word in HALVES:
        return left != "" and not reader.words.tag(left).startswith("nr")
    return reader.names(word) or reader.managed(word, MANAGED if right in HALVES else right)
