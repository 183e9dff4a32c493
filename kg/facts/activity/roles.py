"""Roles in a sentence: a walk over its nouns and triggers, subject before verb, object after."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.facts.activity.events import Events
from kg.facts.activity.holding import announced, appoints, before_topic, holds, investigates, joins
from kg.facts.activity.nominal import listened, refers, unsaid, written
from kg.facts.activity.nouns import Group, Noun
from kg.facts.activity.objects import MEANT, OF_OBJECT, heard, within
from kg.facts.activity.reading import VISITING, Part, Reading, Sentence
from kg.facts.activity.triggers import Trigger

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.model import Role

WITNESSED = re.compile("见证[^，。；]{0,10}\\Z")  # 共同见证双方|签约
OF_YEAR = re.compile("[0-9上下今去前]|一季度|工作情况")  # 听取了市政协|2031年工作情况的汇报
TELLING = frozenset({"report", "speak"})
OFFICE = frozenset({"appointing", "removing", "investigating"})
INVERTED = re.compile(
    r"[^，。；]{0,12}?的(?:还)?(?:(?:领导|嘉宾|来宾|人员|市领导|县领导|区领导|同志|代表)[和、与及]?)*(?:还)?(?:有(?!关)|包括)[：:]?"
    r"|(?<=成员包括)[：:]?"
    r"|[^，。；]{0,6}?(?:者|人员|领导)(?:还)?有(?!关)[：:]?|(?<=有)：",
)


def read_sentence(sentence: Sentence) -> Reading:
    """The roles and openings told in a sentence."""
    told = tuple(t for t in sentence.triggers if not sentence.quotes(t))
    return Walk(sentence if len(told) == len(sentence.triggers) else replace(sentence, triggers=told)).run()


class Walk:
    """Reads one sentence. What a verb does is one method; `trigger` chooses it."""

    def __init__(self, sentence: Sentence) -> None:
        self.s, self.text, self.w = sentence, sentence.text, sentence.words
        self.groups = sentence.nouns.groups(sentence.start, sentence.end, sentence.triggers)
        self.events = Events(sentence)
        self.r = Reading(sentence.start, sentence.end, sentence.end)
        self.subject: Group | None = None
        self.nearest: Group | None = None
        self.prepared: dict[str, Group] = {}
        self.awaiting: tuple[Trigger, Role, str] | None = None
        self.last: Trigger | None = None
        self.told: tuple[Group, Role, str] | None = None  # the objects told last: 会见李某|和王某

    def run(self) -> Reading:
        spans = [(g.start, g.end) for g in self.groups]
        items: list[tuple[int, Group | Trigger]] = [(g.start, g) for g in self.groups]
        items += [(t.start, t) for t in self.s.triggers if not any(a < t.start < b for a, b in spans)]
        for start, item in sorted(items, key=lambda pair: pair[0]):
            if start >= self.r.stop:
                break
            if isinstance(item, Group):
                self.group(item)
            else:
                self.trigger(item)
                self.last = item
        announced(self)
        self.assign(heard(self), "report", "activity.report-heard")
        return self.r

    # ------------------------------------------------------------ nouns
    def group(self, group: Group) -> None:
        if self.awaiting and group.start < self.awaiting[0].end:  # 陪同|李某|与会的有: who is named within the verb
            group.nouns[:] = [n for n in group.nouns if n.start >= self.awaiting[0].end]
        if not group.nouns or self.names_event(group):
            return
        last, self.nearest = self.nearest, group
        if group.adjoins and self.told and self.told[0] is last:
            self.assign(group.nouns, *self.told[1:])
            return
        if self.awaiting and not group.preposition:
            if within(self, group):
                return
            trigger, role, rule = self.awaiting
            if not self.s.broken(trigger.end, group.start):
                self.objects(group, trigger, role, rule)
                return
        if group.preposition:
            self.prepared[group.preposition] = group
            if self.awaiting and group.preposition in OF_OBJECT:
                return  # 会见由王某率领的代表团, 来我县出席论坛的王某: the object is still to come
        else:
            self.subject = group
        self.awaiting = None

    def names_event(self, group: Group) -> bool:
        """李某出席|市政协|会议并讲话: a body at the head of an event's name, where somebody acts."""
        last, subject = self.last, self.subject
        if last is None or subject is None or group.preposition or not (last.sense.role in {"attend", "preside"} or "holding" in last.sense):
            return False
        acting = any(n.kind == "person" for n in subject.nouns) and not any(n.kind == "person" for n in group.nouns)
        return acting and last.end == group.start and subject.end <= last.start and not self.s.broken(subject.end, group.start)

    def objects(self, group: Group, trigger: Trigger, role: Role, rule: str) -> None:
        """The object of a verb; what follows its comma may be the next subject (会见A，B参加会见)."""
        self.awaiting, self.told = None, (group, role, rule)
        inside = group.nouns
        if "bringing" not in trigger.sense and rule != "activity.inverted":
            inside = [n for n in group.nouns if not self.s.broken(group.start, n.start)]
        visited = "comforting" in trigger.sense  # 慰问武警中队: a body is gone to
        self.assign([n for n in inside if n.kind == "person" or not visited], role, rule)
        if rest := group.nouns[len(inside) :]:
            self.subject = Group("", rest)

    def assign(self, nouns: Sequence[Noun], role: Role, rule: str) -> None:
        placed: frozenset[Role] = frozenset({"speak", "report", "attend", "sign"})
        self.r.parts += [Part(n, role, rule) for n in nouns if n.kind != "place" or role in placed]

    def acting(self, t: Trigger) -> list[Noun]:
        """The subject of a verb, unless the verb is a plan or a duty (各部门要加强检查)."""
        group = self.subject
        if group is None or self.w.planned(self.text, group.end, t.start):
            return []
        heard = max(group.end, *(g.end for g in self.prepared.values()), 0)  # 甲公司与乙公司在省城签署
        near = t.start - heard <= self.w.reach and not self.s.broken(group.end, t.start)
        return [
            n for n in group.nouns
            if n.kind == "person" or near or n.printed.endswith(self.w.travelling) or self.s.nouns.bodies.stands(self.text, n.end)
        ]

    def adjoined(self) -> list[Noun]:
        """Those after 和 right behind the subject: 省长李某和厅长王某陪同."""
        group = self.prepared.get("with")
        return self.take("with") if group and group.adjoins and self.subject and self.subject.end <= group.start else []

    def take(self, preposition: str) -> list[Noun]:
        group = self.prepared.pop(preposition, None)
        return group.nouns if group else []

    # ------------------------------------------------------------ verbs
    def trigger(self, t: Trigger) -> None:
        if self.awaiting and self.s.broken(self.awaiting[0].end, t.start):
            self.awaiting = None
        if "saying" in t.sense or (t.word == "介绍" and self.text.startswith(("，", "："), t.end) and not listened(self, t)):
            if not unsaid(self, t):
                self.says(t)
        elif "bringing" in t.sense:
            self.brings(t)
        elif not self.awaiting or not any(tag in self.awaiting[0].sense for tag in MEANT):
            self.tells(t)  # else 会见来华出席峰会的…: what the guest does besides
        elif "heading" in t.sense:  # 会见以李某为团长的代表团
            self.assign(self.take("by"), self.awaiting[1], "activity.object-head")

    def tells(self, t: Trigger) -> None:
        sense = t.sense
        if sense.act == "StudyVisit" and self.of_guest(t):
            return
        if sense.act and not refers(self, t):
            self.acts(t)
        elif sense.tags & OFFICE:
            (investigates if "investigating" in sense else appoints)(self, t)
        elif "holding" in sense:
            holds(self, t)
        elif "heading" in sense:
            self.heads(t)
        elif "talking" in sense:
            self.together([n for n in self.take("with") if n.capacity and self.subject], "attend")
        elif sense.role:
            self.plays(t, sense.role)
        elif sense.event and self.events.held(t):
            self.r.openings.append(self.events.opening(t, self.r.start, 3, "activity.held-subject"))
        if "conveying" in sense:
            self.r.stop, self.r.resume, self.r.conveyed = t.end, self.s.taken_up(t.end), True

    def of_guest(self, t: Trigger) -> bool:
        """欢迎李某对我国进行国事访问: a visit told behind a guest is the guest's."""
        if self.told is None or self.told[1] != "guest" or self.s.broken(self.told[0].end, t.start):
            return False
        return not self.w.besides_meeting.search(self.text, self.told[0].end, t.start)

    def heads(self, t: Trigger) -> None:
        """以李某为组长的, 由李某任团长的: the one named right before leads, unless he is told as a guest already."""
        near = self.nearest.nouns if self.nearest and self.nearest.end == t.start else []
        told = {p.noun for p in self.r.parts}
        self.assign([n for n in self.take("by") or near if n not in told], "lead", "activity.heads")

    def says(self, t: Trigger) -> None:
        people = [] if written(self, t) else [n for n in self.acting(t) if n.kind == "person"]
        self.assign(people, t.sense.role or "speak", "activity.says")
        if people and not self.r.openings and (opening := self.events.spoken_during(self.last, t)):
            self.r.openings.append(opening)
            self.assign(people if opening.type in VISITING else [], "lead", f"activity.{opening.type.lower()}-subject")
        self.r.stop = t.end

    def acts(self, t: Trigger) -> None:
        """调研, 会见, 签署 …: the subject leads, receives, signs."""
        kind = t.sense.act or "Other"
        if t.sense.event and self.text.startswith("由", t.end) and not self.w.headed.match(self.text, t.end):
            return  # 会谈由李某主持; but 会见由李某率领的代表团
        if kind == "Signing" and "签约" not in t.word and not self.w.agreement.search(self.text, t.end, self.s.clause_end(t.end)):
            return
        subject = self.acting(t) or self.take("by")
        if subject or not self.w.planned(self.text, self.r.start, t.start):
            self.r.openings.append(self.events.act(t))
        way = next((tag for tag in MEANT if tag in t.sense), "")
        role: Role = "host" if way == "receiving" else "guest" if way == "calling" else "sign" if kind == "Signing" else "lead"
        if role == "sign" and WITNESSED.search(self.text, self.s.clause_start(t.start), t.start):
            role = "attend"
        if role == "lead" and t.word.startswith(("一起", "共同", "参加")):
            role = "attend"  # 同代表们一起审议
        if role == "lead" and self.subject and self.w.together.search(self.text, self.subject.end, t.start):
            role = "attend"  # 市领导李某一同察看
        if role == "lead" and kind == "Meeting" and "with" in self.prepared:
            role = "attend"  # 李某与考察团座谈: neither leads the other
        if role == "lead":  # 李某陪同代表团考察: the delegation leads
            company = {p.noun for p in self.r.parts if p.role == "accompany"}
            subject = [n for n in subject if n not in company]
        self.assign([*subject, *self.take("invited")], role, f"activity.{kind.lower()}-subject")
        self.together(self.take("with"), role)
        if way or "comforting" in t.sense:
            self.awaiting = (t, "host" if way == "calling" else "guest", "activity.object")

    def together(self, others: Sequence[Noun], role: Role) -> None:
        """与李某会谈, 同李某签署: those after 与."""
        self.assign(others, "guest" if role == "host" else role if role == "sign" else "attend", "activity.with")

    def brings(self, t: Trigger) -> None:
        """带领, 率: the subject leads and the object comes along; 在X带领下; X率领的代表团."""
        if self.text.startswith("下", t.end - 1):
            self.assign(self.take("within"), "lead", "activity.under-lead")
        elif self.text.startswith("的", t.end):
            guest = bool(self.awaiting) or bool(self.last and "receiving" in self.last.sense)
            by = self.take("by") or (self.nearest.nouns if self.nearest else [])
            self.assign([n for n in by if n.kind == "person"], "guest" if guest else "lead", "activity.led-by")
        else:
            self.assign(self.acting(t), "lead", "activity.brings")
            self.awaiting = (t, "attend", "activity.brought")

    def passive(self, t: Trigger, role: Role, by: Sequence[Noun]) -> bool:
        """由李某主持, 听取李某汇报, 邀请李某授课: whether those whom a preposition names do it."""
        heard, invited = self.take("heard"), self.take("invited")
        heard = [n for n in heard if n.kind == "person" or not OF_YEAR.match(self.text, n.end)]
        doing = by or (heard if role == "report" else []) or (invited if role == "speak" else [])
        self.assign(doing, role, f"activity.{role}-passive")
        if doing and role == "preside":
            joins(self, t, role)
        return bool(doing)

    def plays(self, t: Trigger, role: Role) -> None:
        """出席, 主持, 讲话, 陪同 …: passive, inverted and plain; 看望出席大会的代表 tells what those do who are seen."""
        if self.last and "comforting" in self.last.sense and self.last.end == t.start and "的" in self.text[t.end : self.s.clause_end(t.end)]:
            return
        within, by = self.take("within"), self.take("by")
        if t.word.endswith("陪同下") or (role != "accompany" and self.text.startswith("下", t.end)):
            self.assign(within, role, "activity.within")
            return
        if m := INVERTED.match(self.text, t.end):
            self.awaiting = (Trigger(t.start, m.end(), t.word, t.sense), role, "activity.inverted")
            return
        if self.passive(t, role, by) or (role == "report" and listened(self, t)):
            return
        joint = role == "sign" or (role in ("preside", "attend") and self.w.together.match(self.text, t.start - 2))
        others = self.take("with") if joint else self.adjoined()
        subject = (before_topic(self, t, self.s.start) if role in TELLING else []) or self.acting(t)
        self.assign([*subject, *others], role, f"activity.{role}-verb")
        if role == "accompany":
            self.awaiting = (t, "lead", "activity.accompanied")
        if role == "speak" and self.subject and (opening := self.events.spoken_at(t)):
            self.r.openings.append(opening)
        if role in {"attend", "preside"}:
            joins(self, t, role)
