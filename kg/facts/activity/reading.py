"""A sentence to be read, and what it tells of activities."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.record import record

if TYPE_CHECKING:
    from kg.facts.activity.nouns import Noun, Nouns
    from kg.facts.activity.triggers import Trigger
    from kg.facts.activity.words import Words
    from kg.model import ActivityType, Role

BREAK = re.compile(r"[，；。！？]")
VISITING = frozenset({"Inspection", "StudyVisit", "Condolence"})
MENTIONED = "activity.spoken-during"  # the rule of an act or event told only as the occasion of a speech
LONGEST_CLAUSE = 1000  # characters: a page of one clause must not take the square of its time
OPENERS, CLOSERS = "“（《", "”）》"


@record
class Sentence:
    """text[start:end] with the nouns of its article and its own triggers."""

    text: str
    start: int
    end: int
    nouns: Nouns
    triggers: tuple[Trigger, ...]
    words: Words

    def clause_start(self, position: int) -> int:
        """After the last comma or stop before a position."""
        return max([self.start, *(m.end() for m in BREAK.finditer(self.text, self.start, position))])

    def clause_end(self, position: int) -> int:
        """The next comma or stop outside quotes and brackets."""
        depth, end = 0, min(self.end, position + LONGEST_CLAUSE)
        for i in range(position, end):
            char = self.text[i]
            depth += (char in OPENERS) - (char in CLOSERS)
            if depth <= 0 and char in "，；。！？":
                return i
        return end

    def taken_up(self, position: int) -> int | None:
        """The next clause that begins with someone named with a post: 传达了会议精神，|局长李某作了讲话; …；|市财政局、市水利局负责人发言."""
        known = {n.start for n in self.nouns.between(position, self.end) if n.capacity or self.represented(n)}
        starts = (m.end() for m in BREAK.finditer(self.text, position, self.end) if m.end() in known)
        return next((at for at in starts if not self.words.conveyed.search(self.text, at, self.clause_end(at))), None)

    def represented(self, noun: Noun) -> bool:
        """Whether a body whose people come begins what a ； sets apart."""
        return noun.kind == "body" and self.text.startswith("；", noun.start - 1) and self.nouns.bodies.stands(self.text, noun.end)

    def quotes(self, t: Trigger) -> bool:
        """Inside a quotation or a title: but 举行“第三届花卉博览会” names its event."""
        for left, right in ("“”", "《》"):
            opened = self.text.rfind(left, self.start, t.start)
            closed = self.text.find(right, opened, self.end) if opened >= 0 else -1
            if closed >= t.end and not (t.sense.event and left == "“" and closed == t.end):
                return True
        return False

    def broken(self, start: int, end: int) -> bool:
        """Whether a comma or stop stands between two positions."""
        return BREAK.search(self.text, start, end) is not None


@record
class Part:
    """One noun's role in the activity of the moment."""

    noun: Noun
    role: Role
    rule: str


@record
class Opening:
    """Words that tell that something took place; start:end is what it is called."""

    type: ActivityType
    at: int  # where its verb or event stands
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
    sites: int = 0  # places named in what is told
    conveyed: bool = False  # what `stop` ends at is what was conveyed, nobody's speech
    resume: int | None = None  # where, past what was conveyed, somebody acts again
