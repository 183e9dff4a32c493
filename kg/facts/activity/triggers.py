"""Trigger words of activities: one pass over a text finds them all, the longest at each place."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, cast, get_args

from kg.errors import KgError
from kg.lexicon.automaton import automaton
from kg.model import ActivityType, Role
from kg.record import record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.lexicon import Lexicon
    from kg.model import Span


@record
class Sense:
    """All that the lexicon says of one word."""

    act: ActivityType | None = None
    event: ActivityType | None = None
    role: Role | None = None
    tags: frozenset[str] = frozenset()  # names of the word tables that hold it

    def __contains__(self, tag: str) -> bool:
        return tag in self.tags


@record
class Trigger:
    start: int
    end: int
    word: str
    sense: Sense


WORD_TABLES = (
    "weak_acts", "receiving", "calling", "comforting", "holding", "weak_holding", "opening", "bringing", "saying",
    "silent", "conveying", "appointing", "removing", "investigating", "heading", "arriving", "talking",
)


AGENDA = tuple("题程案")  # 峰会|议题


class Matcher:
    """The trigger tables of one lexicon, compiled."""

    def __init__(self, lex: Lexicon) -> None:
        acts, events, roles = (dict(lex.map("activities", table)) for table in ("acts", "events", "roles"))
        longer = {f"{name}议": kind for name, kind in events.items() if name.endswith("会")}  # 调度会议 as 调度会
        events |= longer
        tags: dict[str, set[str]] = {}
        for table in WORD_TABLES:
            for word in lex.words("activities", table):
                tags.setdefault(word, set()).add(table)
        self.words = sorted({*acts, *events, *roles, *tags})
        self.senses = [
            Sense(activity_type(acts.get(w)), activity_type(events.get(w)), role(roles.get(w)), frozenset(tags.get(w, ())))
            for w in self.words
        ]
        self.automaton = automaton(self.words)
        self.longer = frozenset(i for i, word in enumerate(self.words) if word in longer)
        self.told = {noun: Sense(role=role(name)) for noun, name in lex.map("activities", "told_by").items()}
        noun = f"了?+(?!关于|题为)[^，。；：！？、“”《》\n]{{0,14}}?({'|'.join(self.told)})(?=[，。；！？\n]|并|$)"
        verbs = (verb + noun for verb in lex.words("activities", "light_verbs"))  # apart: of literals alone the first characters are looked for
        self.telling = re.compile("|".join((*lex.words("activities", "no_light_verbs"), *verbs)))

    def find(self, text: str) -> list[Trigger]:
        """All triggers of a text, in order; of two that overlap the longer (汇报会, not 作汇报)."""
        found = [
            (i, start, end) for i, start, end in self.automaton.find_matches_as_indexes(text, overlapping=True)
            if i not in self.longer or text[end : end + 1] not in AGENDA
        ]
        taken = bytearray(len(text))
        kept = self.speeches(text, [(start, end) for i, start, end in found if self.senses[i].act])
        for trigger in kept:
            taken[trigger.start : trigger.end] = b"\1" * (trigger.end - trigger.start)
        for i, start, end in sorted(found, key=lambda m: (m[1] - m[2], m[1])):
            if taken.find(1, start, end) < 0:
                taken[start:end] = b"\1" * (end - start)
                if "silent" not in self.senses[i]:
                    kept.append(Trigger(start, end, self.words[i], self.senses[i]))
        return sorted(kept, key=lambda t: t.start)

    def speeches(self, text: str, acts: Sequence[Span]) -> list[Trigger]:
        """作培训报告, 进行安排部署: a light verb and the noun of what is said; not 进行督导检查并作…, where somebody acts."""
        return [
            Trigger(*m.span(), m.group(), self.told[m[m.lastindex]]) for m in self.telling.finditer(text)
            if m.lastindex and not any(m.start() <= start < m.end() for start, _ in acts)
        ]


def activity_type(name: str | None) -> ActivityType | None:
    if name is not None and name not in get_args(ActivityType):
        msg = f"activities.toml: {name!r} is no activity type"
        raise KgError(msg)
    return cast("ActivityType | None", name)


def role(name: str | None) -> Role | None:
    if name is not None and name not in get_args(Role):
        msg = f"activities.toml: {name!r} is no role"
        raise KgError(msg)
    return cast("Role | None", name)


@cache
def matcher(lex: Lexicon) -> Matcher:
    return Matcher(lex)
