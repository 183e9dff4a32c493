"""One pass over an article's text for its dates."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.mentions.dates.atoms import fill, starts
from kg.mentions.dates.context import Context
from kg.mentions.dates.rules import RULES
from kg.model import Mention

if TYPE_CHECKING:
    from datetime import date

    from kg.lexicon import Lexicon
    from kg.mentions.dates.rules import Rule

NAMED = re.compile(r"\(\?P<\w+>")
WIDE = str.maketrans(
    "０１２３４５６７８９／．－後週禮當號點內時間歲",
    "0123456789/.-后周礼当号点内时间岁",
)
FOLDED = re.compile("[" + "".join(map(chr, WIDE)) + "]")
NO_DATE = "no_date"
TITLE_LENGTH = 40


@cache
def grammar(lex: Lexicon) -> tuple[re.Pattern[str], dict[str, tuple[Rule, re.Pattern[str]]]]:
    """One pattern for all rules, and each rule's own for its groups. A group of the first names the rule."""
    filled = {rule.name.replace(".", "_").replace("-", "_"): (rule, fill(rule.pattern, lex)) for rule in RULES}
    every = [f"(?P<{NO_DATE}>{fill('<NOTDATE>', lex)})"]
    every += [f"(?P<{key}>{NAMED.sub('(?:', text)})" for key, (_, text) in filled.items()]
    master = re.compile(starts(lex) + "(?:" + "|".join(every) + ")")
    return master, {key: (rule, re.compile(text)) for key, (rule, text) in filled.items()}


def find_dates(text: str, published: date | None, lex: Lexicon) -> tuple[Mention, ...]:
    """The dates of an article's text, in order, resolved against its own dates and its day of publication.

    `edtf` is the first day's of a range and `end` the last day's. Nothing is resolved against today.
    """
    plain = text.replace("：", ":")  # the one of them that nearly every text has
    if FOLDED.search(plain):
        plain = plain.translate(WIDE)
    master, rules = grammar(lex)
    ctx = Context(plain, published, lex)
    found = []
    for m in master.finditer(plain):
        key = m.lastgroup or NO_DATE
        if key == NO_DATE:
            continue
        rule, pattern = rules[key]
        own = pattern.match(plain, m.start())
        if own is None or not (rule.title_too or not _in_title(plain, m.start())):
            continue
        reading = rule.read(own, ctx)
        if reading is None:
            continue
        surface = text[own.start():own.end()].rstrip()
        ctx.note(reading, own.start(), own.end())
        found.append(Mention("date", own.start(), own.start() + len(surface), surface, rule.name, reading.value(surface)))
    return tuple(found)


def _in_title(text: str, position: int) -> bool:
    """Does the place stand inside 《》?"""
    low = max(0, position - TITLE_LENGTH)
    return text.rfind("《", low, position) > text.rfind("》", low, position)
