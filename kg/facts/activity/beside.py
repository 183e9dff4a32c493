"""Patterns of what stands beside a noun: what hangs it in the sentence, and what tells that it takes no part."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.lexicon import Lexicon

LATE = "(?:同志|先生|女士|老人|院士)?的?(?:遗体|追悼|骨灰|灵堂|灵柩|生平|生前|家属|亲属|逝世|病逝|病重|因病|不幸)"  # who is mourned takes no part
CITED = (
    rf"{LATE}|(?:总书记|主席|总理|同志|书记)?(?:新时代|关于|系列|重要(?:讲话|指示|批示|论述|思想)|对[^，。；]{{0,20}}(?:指示|批示)|"
    r"的(?:重要|讲话|指示|批示|嘱托)|在[^，。；]{2,40}(?:上|时)的|[^，。；]{0,6}(?:提出|倡导|作出|发起|创立|开创|擘画)的|[^，。；作发]{0,14}时的)"
)
HEADS = "(?:总书记|主席|总统|总理|首相|国王|委员长)"  # titles behind the name of one whose wife or envoy acts


@cache
def credited(lex: Lexicon) -> re.Pattern[str]:
    """What stands before the name of who wrote an article."""
    return re.compile(rf"(?:{'|'.join(lex.words('activities', 'credits'))})[^，。；]{{0,6}}$|[讯电]\s*（\s*$")


@cache
def cited(lex: Lexicon) -> re.Pattern[str]:
    """What stands behind the name of one who takes no part: mourned, cited, or told of for his kin and envoys."""
    return re.compile(f"{CITED}|{HEADS}?的?(?:{'|'.join(lex.words('activities', 'kin'))})")


@cache
def acted(lex: Lexicon) -> re.Pattern[str]:
    """What stands between who acts and the verb."""
    return re.compile(f"(?:{'|'.join(lex.words('activities', 'manner'))}|[在于对][^，。；]{{2,20}}?(?=召|举|启|组|开)|[0-9月日号])*")


@cache
def prepositions(lex: Lexicon) -> tuple[re.Pattern[str], dict[str, str]]:
    table = dict(lex.map("activities", "prepositions"))
    words = sorted(table, key=len, reverse=True)
    return re.compile("(" + "|".join(map(re.escape, words)) + ")(?:(?:前来|来|到)[^，。；]{1,4}的)?$"), table


@cache
def called(lex: Lexicon) -> re.Pattern[str]:
    """A preposition before a calling that is printed before a name: 与青年画家, 向村民; not 与会专家."""
    callings = "|".join(sorted({*lex.words("people", "person_nouns"), *lex.words("people", "callings")}, key=len, reverse=True))
    return re.compile(f"([与同向为对给])(?!会)[^，。；、和与的]{{0,6}}?(?:{callings})$")
