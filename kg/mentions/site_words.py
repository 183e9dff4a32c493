"""The tables of sites.toml, compiled for the finder of sites."""

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


VISITS = "[到来]访|到来|到达后"
IN = "在(?!建[工项的重])"  # 在建项目 lies in no place


@record
class Words:
    """The tables of sites.toml, compiled."""

    verbs: AhoCorasick  # of `words`, those of `no_verbs` among them
    words: tuple[str, ...]
    no_verbs: frozenset[str]
    visits: re.Pattern[str]  # 到访, 来访: no verbs of going to what follows
    going: frozenset[str]
    framing: AhoCorasick  # of the verbs that end venue, destination and objects
    stops: re.Pattern[str]
    suffix: re.Pattern[str]
    abstract: re.Pattern[str]
    tails: re.Pattern[str]
    heads: re.Pattern[str]
    generic: frozenset[str]
    cuts: frozenset[str]
    vague: re.Pattern[str]
    rooms: re.Pattern[str]
    not_places: re.Pattern[str]
    moments: re.Pattern[str]
    deeds: re.Pattern[str]
    venue: re.Pattern[str]
    destination: re.Pattern[str]
    objects: re.Pattern[str]
    under: re.Pattern[str]


def either(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first."""
    return "(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")"


@cache
def words_of(lex: Lexicon) -> Words:
    def table(name: str) -> tuple[str, ...]:
        return lex.words("sites", name)

    verbs = tuple(dict.fromkeys((*table("not_verbs"), *table("going"), *table("looking"))))
    visiting = either(table("visiting"))
    return Words(
        verbs=automaton(verbs, longest=True),
        words=verbs,
        no_verbs=frozenset(table("not_verbs")),
        visits=re.compile(VISITS),
        going=frozenset(table("going")),
        framing=automaton(tuple(dict.fromkeys((*table("holding"), *table("visiting"))))),
        stops=re.compile(f"{either(table('not_stops'))}|(?P<stop>{either(table('stops'))})"),
        suffix=re.compile(f"{either(table('suffixes'))}(?:[一二三四五]期)?[）)”]?$"),
        abstract=re.compile(f"(?<!之){either(table('abstract'))}$"),
        tails=re.compile(f"{either(table('tails'))}$"),
        heads=re.compile(f"^(?:{either(table('heads'))}|[^的]{{1,10}}的(?=.{{2,}}))"),
        generic=frozenset(table("generic")),
        cuts=frozenset(table("cuts")),
        rooms=re.compile(f"(?P<house>.{{2,}}){either(table('rooms'))}里?$"),
        vague=re.compile(f"^{either(table('vague'))}"),
        not_places=re.compile(f"{either(table('not_places'))}$"),
        moments=re.compile(f"{either(table('moments'))}$"),
        deeds=re.compile(either(table("deeds"))),
        venue=re.compile(rf"{IN}([^，。；！？：]{{2,40}}?){either(table('manner'))}*(?<!的){either(table('holding'))}"),
        under=re.compile(rf"[^，。；]{{0,10}}?{either(table('helping'))}之?下"),
        objects=re.compile(rf"对([^，。；！？：]{{4,60}}?)(?:进行|开展)了?(?:实地|现场|专项|全面|集中|联合|检查)*{visiting}"),
        destination=re.compile(
            rf"(?<![来达遇听看收得感做想找直受起涉提用回])(?!{VISITS})(?:到|来|赴|{IN}|前往)([^，。；！？：]{{2,40}}?)"
            rf"(?:进行|开展|实地|专题|就|督促|工作|结对|对口|现场|集中|蹲点|带队|详细|认真|仔细|深入|全面|，)*{visiting}"
        ),
    )
