"""The grammar of statements: patterns made of the words of kg/lexicon/speech.toml."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.lexicon.automaton import automaton
from kg.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ahocorasick_rs import AhoCorasick

    from kg.lexicon import Lexicon


@record
class Grammar:
    """Patterns of statements, from a lexicon."""

    saying: AhoCorasick  # of all verbs that one of the patterns must have, before what is said
    act: re.Pattern[str]
    later: re.Pattern[str]
    said: re.Pattern[str]
    meeting: re.Pattern[str]
    convened: re.Pattern[str]
    holder: re.Pattern[str]
    runs_on: re.Pattern[str]
    item: re.Pattern[str]
    collective: re.Pattern[str]
    must: re.Pattern[str]
    according: re.Pattern[str]
    jointly: tuple[str, ...]
    acts: dict[str, str]


def either(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=lambda w: (-len(w), w))) + ")"


@cache
def grammar(lex: Lexicon) -> Grammar:
    def table(name: str) -> str:
        return either(lex.words("speech", name))

    verbs = either(lex.map("speech", "act"))
    content = rf"(?:(?P<verb>{verbs})[，：:]|(?P<direct>{table('direct')})(?!{table('not_content')}))"
    where = r"(?:在[^，。；：“”]{1,24}?(?:中|时|上|后|间|际|会|里)，?)?(?:[就对][^，。；：“”]{2,24}?)?"
    return Grammar(
        saying=automaton(tuple(dict.fromkeys((*lex.map("speech", "act"), *lex.words("speech", "direct"))))),
        act=re.compile(rf"{table('after_name')}?{table('adverb')}*{where}{table('adverb')}*{content}"),
        later=re.compile(rf"[，；]{table('linking')}*{where}{content}"),
        said=re.compile(rf"{table('after_name')}?{table('adverb')}*(?P<verb>{verbs})[，。：:]"),
        meeting=re.compile(rf"(?<![\u4e00-\u9fff]){table('meeting')}{table('adverb')}*{content}"),
        convened=re.compile(rf"(?:近日|日前)?{table('convening')}"),
        holder=re.compile(
            rf"(?:^|[，。：\s讯电])(?P<body>(?![我该全本])[\u4e00-\u9fff]{{1,12}}?{table('holder_ending')}){table('convening')}"
        ),
        item=re.compile(rf"\s*{table('list_item')}"),
        runs_on=re.compile(rf"\s*{table('enumerator')}"),
        collective=re.compile(rf"{table('whole')}?{table('collective')}"),
        must=re.compile(rf"(?:[^，。；：]{{0,6}}?){table('must')}"),
        according=re.compile(rf"{table('according')}\Z"),
        jointly=lex.words("speech", "jointly"),
        acts=dict(lex.map("speech", "act")),
    )
