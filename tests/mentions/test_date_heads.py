"""Heads: which rules of dates are tried at a place, and that no other holds there."""

from __future__ import annotations

import re

import pytest

from kg.lexicon import default_lexicon
from kg.mentions.dates import RULES
from kg.mentions.dates.finder import grammar
from kg.mentions.dates.heads import head_at, heads_of
from tests.mentions.test_dates import CORPUS, NEGATIVE, NO_YEAR, rows


@pytest.mark.parametrize(("pattern", "heads"), [
    ("今年|明日", {"今年", "明日"}),
    (r"\d{4}年", {"0年"}),
    (r"(?<!第)(?P<m>1[0-2]|[1-9])[ ]?月", {"0月"}),
    ("前?[三四]天", {"前三", "前四", "三天", "四天"}),
    (r"(?:上|下)\d", {"上0", "下0"}),
    ("元(?=月)", {"元"}),
    ("第[^一]季", {"第"}),
    ("(?:大年)?初", {"大年", "初"}),
    (r"[\u4e00-\u9fff]日", {""}),
])  # fmt: skip
def test_heads(pattern: str, heads: set[str]) -> None:
    assert heads_of(pattern) == heads


@pytest.mark.parametrize(("text", "head"), [("2020年", "0年"), ("3 月", "0月"), ("今年", "今年"), ("上3", "上0"), ("半", "半"), ("7", "0")])
def test_head_of_a_text(text: str, head: str) -> None:
    assert head_at(text, 0) == head


@pytest.mark.parametrize("text", [
    *(marked for _, marked in (*rows(CORPUS), *rows(NO_YEAR))), *NEGATIVE, *(rule.example for rule in RULES),
])  # fmt: skip
def test_no_other_rule_holds(text: str) -> None:
    """Each rule that matches somewhere is among those that the head there leaves."""
    dates, plain = grammar(default_lexicon()), re.sub("[【】]", "", text)
    for start in range(len(plain)):
        left = dates.under(head_at(plain, start))
        assert [way for way in dates.rules if way[1].match(plain, start) and way not in left] == []
