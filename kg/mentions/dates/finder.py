"""One pass over an article's text for its dates."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.mentions.dates.atoms import fill, starts
from kg.mentions.dates.context import Context
from kg.mentions.dates.heads import head_at, heads_of
from kg.mentions.dates.rules import RULES
from kg.model import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kg.lexicon import Lexicon
    from kg.mentions.dates.rules import Rule

    Way = tuple[Rule | None, re.Pattern[str]]

WIDE = str.maketrans(
    "０１２３４５６７８９／．－後週禮當號點內時間歲",
    "0123456789/.-后周礼当号点内时间岁",
)
FOLDED = re.compile("[" + "".join(map(chr, WIDE)) + "]")
TITLE_LENGTH = 40


class Grammar:
    """The rules over one lexicon, each with its pattern; None instead of a rule for what is no date."""

    def __init__(self, lex: Lexicon) -> None:
        patterns = [(None, fill("<NOTDATE>", lex)), *((rule, fill(rule.pattern, lex)) for rule in RULES)]
        self.rules: list[Way] = [(rule, re.compile(pattern)) for rule, pattern in patterns]
        self.heads = [heads_of(pattern) for _, pattern in patterns]
        self.begin = re.compile(starts(lex))
        self.under = cache(self._under)

    def _under(self, head: str) -> tuple[Way, ...]:
        """The rules that may hold where a text begins so, first to last."""
        own = {head, head[:1], ""}
        return tuple(way for way, heads in zip(self.rules, self.heads, strict=True) if not own.isdisjoint(heads))

    def find(self, text: str) -> Iterator[tuple[Rule, re.Match[str]]]:
        """The first rule that holds at each place, and what it matches, apart from each other."""
        floor = 0
        for begin in self.begin.finditer(text):
            start = begin.start()
            if start < floor:
                continue
            for rule, pattern in self.under(head_at(text, start)):
                if match := pattern.match(text, start):
                    floor = match.end()
                    if rule:
                        yield rule, match
                    break


@cache
def grammar(lex: Lexicon) -> Grammar:
    """The grammar of a lexicon, compiled once a process."""
    return Grammar(lex)


def find_dates(text: str, published: date | None, lex: Lexicon) -> tuple[Mention, ...]:
    """The dates of an article's text, in order, resolved against its own dates and its day of publication.

    `edtf` is the first day's of a range and `end` the last day's. Nothing is resolved against today.
    """
    plain = text.replace("：", ":")  # the one of them that nearly every text has
    if FOLDED.search(plain):
        plain = plain.translate(WIDE)
    ctx = Context(plain, published, lex)
    found = []
    for rule, own in grammar(lex).find(plain):
        if not rule.title_too and _in_title(plain, own.start()):
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
