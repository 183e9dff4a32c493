"""What a sentence tells of activities: records between reading it and putting activities together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.facts.activity.nouns import Noun
    from kg.model import ActivityType, Role


@dataclass(frozen=True, slots=True)
class Part:
    """One noun's role in the activity of the moment."""

    noun: Noun
    role: Role
    rule: str


@dataclass(frozen=True, slots=True)
class Opening:
    """Words that tell that something took place; start:end is what it is called."""

    type: ActivityType
    strength: int  # 3: tells it by itself; 2: weak verb; 1: only a general word; 0: names organizers alone
    start: int
    end: int
    rule: str
    organizers: tuple[Noun, ...] = ()
    bare: bool = False  # 召开会议: the event has no name of its own


@dataclass(slots=True)
class Reading:
    """A sentence, read. Text from `stop` on is speech and tells of nothing that took place."""

    start: int
    end: int
    stop: int
    parts: list[Part] = field(default_factory=list)
    openings: list[Opening] = field(default_factory=list)
