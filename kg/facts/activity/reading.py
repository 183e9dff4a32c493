"""What one sentence tells of an activity: what is opened, and who has which role in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.facts.activity.nouns import Group, Noun, Nouns
from kg.facts.activity.triggers import Sense, Trigger
from kg.facts.activity.words import Words
from kg.model import ActivityType, Role

BREAK = re.compile(r"[，；。！？]")
INVERTED = re.compile(r"[^，。；]{0,12}?的(?:还)?(?:领导|嘉宾|人员|市领导|县领导|区领导)?(?:还)?有[：:]?|[^，。；]{0,6}?(?:者|人员|领导)(?:还)?有[：:]?")


@dataclass(frozen=True, slots=True)
class Part:
    """One noun's role in the activity of the moment."""

    noun: Noun
    role: Role
    rule: str


@dataclass(frozen=True, slots=True)
class Opening:
    """Words that tell that something took place."""

    type: ActivityType
    strength: int  # 3: tells it by itself; 2: weak verb; 1: only a general word
    start: int  # of its label
    end: int
    rule: str
    organizers: tuple[Noun, ...] = ()
    bare: bool = False  # 召开会议: the event has no name of its own


@dataclass(slots=True)
class Reading:
    """A sentence, read. Text from `stop` on is speech or otherwise no narrative."""

    start: int
    end: int
    stop: int
    parts: list[Part] = field(default_factory=list)
    openings: list[Opening] = field(default_factory=list)
    past: bool = False


class Walk:
    """Reads one sentence: nouns and triggers in order, subject before verb, object after."""

    def __init__(self, text: str, nouns: Nouns, triggers: Sequence[Trigger], words: Words, start: int, end: int) -> None:
        self.text, self.nouns, self.w = text, nouns, words
        self.triggers = [t for t in triggers if not self.quoted(t, start, end)]
        self.r = Reading(start, end, end)
        self.subject: Group | None = None
        self.prepared: dict[str, Group] = {}
        self.awaiting: tuple[Trigger, Role, str] | None = None
        self.last: Trigger | None = None

    def quoted(self, t: Trigger, start: int, end: int) -> bool:
        """Inside a quotation or a title: but 举行“第三届花卉博览会” names its event."""
        for left, right in ("“”", "《》"):
            opened = self.text.rfind(left, start, t.start)
            closed = self.text.find(right, opened, end) if opened >= 0 else -1
            if closed >= t.end and not (t.sense.event and left == "“" and closed == t.end):
                return True
        return False

    def run(self) -> Reading:
        groups = self.nouns.groups(self.r.start, self.r.end, self.triggers)
        items: list[tuple[int, Group | Trigger]] = [(g.start, g) for g in groups]
        items += [(t.start, t) for t in self.triggers if not any(g.start < t.start < g.end for g in groups)]
        for _, item in sorted(items, key=lambda pair: pair[0]):
            if item.start >= self.r.stop:
                break
            if isinstance(item, Group):
                self.group(item)
            else:
                self.trigger(item)
        return self.r

    # ------------------------------------------------------------ nouns
    def group(self, group: Group) -> None:
        if self.awaiting and not group.preposition:
            trigger, role, rule = self.awaiting
            if not BREAK.search(self.text, trigger.end, group.start):
                self.objects(group, trigger, role, rule)
                return
        self.awaiting = None
        if group.preposition:
            self.prepared[group.preposition] = group
        else:
            self.subject = group

    def objects(self, group: Group, trigger: Trigger, role: Role, rule: str) -> None:
        """The object of a verb; what follows its comma may be the next subject (会见A，B参加会见)."""
        self.awaiting = None
        inside = group.nouns
        if "bringing" not in trigger.sense and rule != "activity.inverted":
            inside = [n for n in group.nouns if not BREAK.search(self.text, group.start, n.start)]
        self.assign(inside, role, rule)
        rest = group.nouns[len(inside) :]
        if rest:
            self.subject = Group("", rest)

    def assign(self, nouns: Sequence[Noun], role: Role, rule: str) -> None:
        self.r.parts += [Part(n, role, rule) for n in nouns if n.kind != "place" or role in {"speak", "report", "attend"}]

    def acting(self, trigger: Trigger) -> list[Noun]:
        """The subject of a verb, unless the verb is a plan or a duty (各部门要加强检查)."""
        group = self.subject
        if group is None or self.w.planned(self.text, group.end, trigger.start):
            return []
        near = trigger.start - group.end <= self.w.reach and not BREAK.search(self.text, group.end, trigger.start)
        return [n for n in group.nouns if n.kind == "person" or near]

    # ------------------------------------------------------------ verbs
    def trigger(self, t: Trigger) -> None:
        if self.awaiting and BREAK.search(self.text, self.awaiting[0].end, t.start):
            self.awaiting = None
        sense = t.sense
        if "saying" in sense:
            self.says(t)
        elif sense.act and not self.refers(t):
            if sense.act != "Signing" or self.w.agreement.search(self.text, t.end, self.clause_end(t.end)) or "签约" in t.word:
                self.acts(t)
        elif "bringing" in sense:
            self.brings(t)
        elif "appointing" in sense or "removing" in sense:
            self.appoints(t)
        elif "holding" in sense:
            self.holds(t)
        elif sense.role:
            self.roles(t)
        elif sense.event:
            self.held(t)
        self.last = t

    def refers(self, t: Trigger) -> bool:
        """调研中, 会见时: an act told before; 陪同调研, 参加会见: the act of others."""
        if self.w.reference.match(self.text, t.end):
            return True
        last = self.last
        near = last is not None and self.text[last.end : t.start] in self.w.hinges
        return bool(near and last and last.sense.role in {"accompany", "attend"})

    def says(self, t: Trigger) -> None:
        self.assign([n for n in self.acting(t) if n.kind == "person"], "speak", "activity.says")
        self.r.stop = t.end

    def acts(self, t: Trigger) -> None:
        assert t.sense.act
        receiving, calling = "receiving" in t.sense, "calling" in t.sense
        subject = self.acting(t)
        prepared = self.prepared.pop("with", None)
        if by := self.prepared.pop("by", None):
            subject = subject or by.nouns
        role: Role = "host" if receiving else "guest" if calling else "sign" if t.sense.act == "Signing" else "lead"
        if subject or t.sense.act in {"Signing", "Ceremony"} or not self.w.planned(self.text, self.r.start, t.start):
            self.open_act(t)
        self.assign(subject, role, f"activity.{t.sense.act.lower()}-subject")
        if prepared:
            self.assign(prepared.nouns, "guest" if receiving else role if role == "sign" else "attend", "activity.with")
        if receiving or calling or "comforting" in t.sense:
            self.awaiting = (t, "host" if calling else "guest", "activity.object")

    def open_act(self, t: Trigger) -> None:
        assert t.sense.act
        strength = 2 if "weak_acts" in t.sense else 3
        start = self.label_start(t.start)
        end = self.clause_end(t.end)
        self.r.openings.append(Opening(t.sense.act, strength, start, end, f"activity.{t.sense.act.lower()}-verb"))

    def brings(self, t: Trigger) -> None:
        if (within := self.prepared.pop("within", None)) and self.text.startswith("下", t.end - 1):
            self.assign(within.nouns, "lead", "activity.under-lead")
            return
        self.assign(self.acting(t), "lead", "activity.brings")
        self.awaiting = (t, "attend", "activity.brought")

    def roles(self, t: Trigger) -> None:
        role = t.sense.role
        assert role
        if self.awaiting and not t.word.startswith("陪同"):
            return  # 会见来华出席峰会的…: what the guest does besides
        within, by = self.prepared.pop("within", None), self.prepared.pop("by", None)
        if t.word.endswith("陪同下") or (role == "preside" and self.text.startswith("下", t.end)):
            self.assign(within.nouns if within else [], role, "activity.within")
            return
        if m := INVERTED.match(self.text, t.end):
            self.awaiting = (Trigger(t.start, m.end(), t.word, t.sense), role, "activity.inverted")
            return
        heard, invited = self.prepared.pop("heard", None), self.prepared.pop("invited", None)
        for group in (by, heard if role == "report" else None, invited if role == "speak" else None):
            if group:
                self.assign(group.nouns, role, f"activity.{group.preposition}")
                return
        self.assign(self.acting(t), role, f"activity.{role}-verb")
        if role == "accompany":
            self.awaiting = (t, "lead", "activity.accompanied")
        if role == "attend":
            self.attended(t)

    def attended(self, t: Trigger) -> None:
        """出席 and the named event after it: 市长出席全市教育大会."""
        if event := self.event_after(t.end):
            self.open_event(event, t.end, 2, "activity.attended-event")

    def appoints(self, t: Trigger) -> None:
        role: Role = "removed" if "removing" in t.sense else "appointed"
        subject = [n for n in self.acting(t) if n.kind == "person"]
        passive = not self.w.transitive_appointing(t.word)
        if passive or not self.person_follows(t.end):
            self.assign(subject, role, "activity.appointed-subject")
        else:
            self.awaiting = (t, role, "activity.appointed-object")
        self.r.openings.append(Opening("Appointment", 3, t.start, self.clause_end(t.end), "activity.appointment"))

    def person_follows(self, position: int) -> bool:
        return any(n.kind == "person" for n in self.nouns.between(position, self.clause_end(position)))

    # ------------------------------------------------------------ events
    def holds(self, t: Trigger) -> None:
        """管城区召开…会议; 大会在…举行 is found at the event's own word."""
        by, within = self.prepared.pop("by", None), self.prepared.pop("within", None)
        if self.awaiting:
            return
        planned = self.w.planned(self.text, (self.subject.end if self.subject else self.r.start), t.start)
        subject = (by.nouns if by else []) or self.acting(t)
        event = self.event_after(t.end)
        if planned or not event:
            if by or (subject and "主办" in t.word):
                self.organized(subject, t)
            return
        strength = 3 - (event.word == "活动") - ("weak_holding" in t.sense)
        if self.w.vague_event.search(self.text, t.end, event.end):
            return
        self.open_event(event, t.end, strength, "activity.held-object", subject, opens="opening" in t.sense)
        people = [n for n in subject if n.kind == "person"]
        self.assign(people, "preside" if event.sense.event == "Meeting" else "lead", "activity.holder")
        del within

    def organized(self, subject: Sequence[Noun], t: Trigger) -> None:
        bodies = tuple(n for n in subject if n.kind != "person")
        self.r.openings.append(Opening("Other", 0, t.start, t.end, "activity.organized-by", bodies))

    def held(self, t: Trigger) -> None:
        """市教育大会(11月5日)(在市民中心)召开: the event before its verb."""
        if self.w.reference.match(self.text, t.end):
            return
        m = self.w.held_after.match(self.text, t.end, self.r.end)
        if m and not self.w.planned(self.text, t.end, m.end()):
            self.open_event(t, self.r.start, 3, "activity.held-subject")

    def event_after(self, position: int) -> Trigger | None:
        """The event named after a verb of holding: the last such word of the clause."""
        end = self.clause_end(position)
        found = None
        for t in self.triggers:
            if position <= t.start and t.end <= end:
                if t.sense.event and not self.w.reference.match(self.text, t.end):
                    found = t
                elif t.sense.role or "saying" in t.sense:
                    break
        return found or self.unlisted(position, end)

    def unlisted(self, position: int, end: int) -> Trigger | None:
        """An event that no list has, by its last character: 召开公开会."""
        m = self.w.event_tail.search(self.text, position, end)
        if not m or m.start() - position < 2:
            return None
        kind = self.w.tails[m.group(1)]
        return Trigger(m.start(1), m.end(1), m.group(1), Sense(event=kind))

    def open_event(
        self, event: Trigger, floor: int, strength: int, rule: str, subject: Sequence[Noun] = (), *, opens: bool = False
    ) -> None:
        kind = event.sense.event
        assert kind
        if opens and kind == "PublicEvent":
            kind = "Ceremony"
        start = self.event_start(event, floor)
        bare = event.start - start < 2
        organizers = tuple(n for n in subject if n.kind != "person")
        self.r.openings.append(Opening(kind, strength, start, event.end, rule, organizers, bare))

    def event_start(self, event: Trigger, floor: int) -> int:
        """Where the event's name begins: after the verb that holds it, or after the date of the clause."""
        start = floor
        for m in self.w.before_name.finditer(self.text, floor, event.start):
            start = m.end()
        return start

    # ------------------------------------------------------------ labels
    def label_start(self, position: int) -> int:
        """Where the words for an act begin: after the subject and what goes with it."""
        floor = max([self.r.start, *(b.end() for b in BREAK.finditer(self.text, self.r.start, position))])
        ends = [n.end for n in self.nouns.between(floor, position) if n.kind == "person"]
        start = max([floor, *ends])
        m = self.w.before_label.match(self.text, start, position)
        return m.end() if m else start

    def clause_end(self, position: int) -> int:
        end = self.r.end
        depth = 0
        for i in range(position, end):
            char = self.text[i]
            depth += (char in "“（《") - (char in "”）》")
            if depth <= 0 and char in "，；。！？":
                return i
        return end
