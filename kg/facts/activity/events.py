"""Events in a sentence: their names, where these begin and end, and whether they are told as held."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.facts.activity.reading import MENTIONED, Opening, Sentence
from kg.facts.activity.triggers import Sense, Trigger

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.facts.activity.nouns import Noun
    from kg.model import ActivityType

JOINED = re.compile(r"[与和、同及]")
SESSION = re.compile(r"第?[一二三四五六七八九十0-9]+[届次]")
DURING = re.compile("(?:工作)?(?:时|期间|过程中)(?:[^，。；的]{0,4})?")  # 调研|时着重|强调
NEAR_BODY = re.compile("(?:[省市区县州旗镇乡校院]|中共)(?!直)")  # a body named from where it is
OWN_MEETING = re.compile("(?:[0-9]{4}年度?)?(?:[年例]会|党组(?:扩大)?会|全体|常务|扩大会|“)")
SPOKEN = 8  # characters before 致辞 that hold the 上 of 在…会上
ANNIVERSARY = re.compile("[一二三四五六七八九十百0-9]+周年")  # 今年是教育大会召开五周年: history
DECIDED = re.compile("(?:决定|商定|议定)[，：]?[^，。；]{0,30}\\Z")  # 会议决定，第三次大会于10月召开
PARTICLE = re.compile(r"[的了\s]+")


class Events:
    """Names of events and of acts in one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.s, self.text, self.w = sentence, sentence.text, sentence.words

    def after(self, position: int, *, referred: bool = False) -> Trigger | None:
        """The event named after a verb of holding: the last such word of the clause; `referred`: 举行的…会上 too."""
        end = self.s.clause_end(position)
        found = None
        for t in self.s.triggers:
            if position <= t.start and t.end <= end:
                if t.sense.event and (referred or not self.w.reference.match(self.text, t.end)):
                    found = t
                elif t.sense.role or "saying" in t.sense:
                    break
        if found and (tail := self.w.event_tail.search(self.text, found.end, end)):
            return Trigger(found.start, tail.end(1), found.word, found.sense)  # 工作会暨表彰大会 to its end
        return found or self.unlisted(position, end)

    def unlisted(self, position: int, end: int) -> Trigger | None:
        """An event that no list has, by its last character: 召开闭门夜谈会."""
        m = self.w.event_tail.search(self.text, position, end)
        if not m or m.start() - position < 2 or any(n.kind == "body" and n.end >= m.end(1) for n in self.s.nouns.between(position, m.end(1))):
            return None  # 体育总会 is a body
        return Trigger(m.start(1), m.end(1), m.group(1), Sense(event=self.w.tails[m.group(1)]))

    def unlisted_before(self, verb: Trigger) -> Trigger | None:
        """The same before its verb: 江城灯会(4月6日)(在市民广场)举行."""
        clause = self.s.clause_start(verb.start)
        bodies = self.s.nouns.between(clause, verb.start)
        for m in self.w.event_tails.finditer(self.text, clause + 2, verb.start):
            if any(n.start <= m.start() < n.end for n in bodies) or DECIDED.search(self.text, self.s.start, m.start()):
                continue
            if self.w.held_after.match(self.text, m.end(), verb.end) and not self.w.countdown.match(self.text, verb.end):
                return Trigger(m.start(), m.end(), m.group(), Sense(event=self.w.tails[m.group()]))
        return None

    def held(self, event: Trigger) -> bool:
        """Whether the verb follows the event: 市教育大会(11月5日)(在市民中心)召开."""
        if self.w.reference.match(self.text, event.end):
            return False
        if self.w.passed_after.match(self.text, event.end) and SESSION.search(self.text, self.s.clause_start(event.start), event.start):
            return True  # 第二十一次会议通过了…
        m = self.w.held_after.match(self.text, event.end, self.s.end)
        if not m or self.w.planned(self.text, event.end, m.end()):
            return False
        if ANNIVERSARY.match(self.text, m.end()) or DECIDED.search(self.text, self.s.start, event.start):
            return False
        return not self.w.reference.match(self.text, m.end()) and not self.w.countdown.match(self.text, m.end())  # 大会召开之前

    def presided(self, t: Trigger) -> Trigger | None:
        """仪式|由县长李某主持: the event that a passive tells."""
        clause = self.s.clause_start(t.start)
        return next((e for e in self.s.triggers if e.sense.event and clause <= e.start < t.start and self.text.startswith("由", e.end)), None)

    def spoken_at(self, t: Trigger) -> Opening | None:
        """李某在海陵经贸对话会上发表(视频)致辞: the event named where somebody speaks."""
        if self.text.find("上", t.start - SPOKEN, t.start) < 0:
            return None
        m = self.w.spoken_at.search(self.text, self.s.clause_start(t.start), t.start)
        if m is None:
            return None
        event = Trigger(m.start("event"), m.end("event"), m["event"], Sense(event=self.w.kinds[m["event"]]))
        return self.opening(event, m.start("name"), 2, "activity.spoken-at")

    def spoken_during(self, act: Trigger | None, t: Trigger) -> Opening | None:
        """李某近日在南塘镇调研时强调, 在全县教育大会上强调: the act or event at which somebody speaks, told by nothing else."""
        if act and act.sense.act and DURING.fullmatch(self.text, act.end, t.start):
            return replace(self.act(act), strength=1, end=act.end, rule=MENTIONED)
        opening = self.spoken_at(t)
        return replace(opening, strength=1, rule=MENTIONED) if opening else None

    def vague(self, position: int, event: Trigger) -> bool:
        """举行了一系列活动: no event of its own."""
        return bool(self.w.vague_event.search(self.text, position, event.end))

    def opening(self, event: Trigger, floor: int, strength: int, rule: str, subject: Sequence[Noun] = ()) -> Opening:
        """The opening that an event makes; its name begins after `floor` and any verb of holding."""
        start = floor
        for m in self.w.before_name.finditer(self.text, floor, event.start):
            start = m.end()
        start = self.unquoted(floor, start, event.end)
        if particle := PARTICLE.match(self.text, start):
            start = particle.end()
        kind = event.sense.event or "Other"
        organizers = (*(n for n in subject if n.kind != "person"), *self.parties(kind, start, event.start))
        bare = event.start - start < 2
        return Opening(kind, event.start, strength, start, event.end, rule, organizers, bare)

    def unquoted(self, floor: int, start: int, end: int) -> int:
        """“甲，乙”主题座谈会: a name that begins inside a quotation begins with it."""
        close, opener = self.text.find("”", start, end), self.text.rfind("“", floor, start)
        inside = close >= 0 and opener >= 0 and self.text.find("“", start, close) < 0 and self.text.find("”", opener, start) < 0
        return opener if inside else start

    def parties(self, kind: ActivityType, start: int, end: int) -> list[Noun]:
        """Who holds an event by its name: 市政协十五届三次会议; 甲公司与乙公司签约仪式."""
        bodies = [n for n in self.s.nouns.between(start, end) if n.kind == "body"]
        if kind == "Signing" or "签约" in self.text[start:end]:
            return [n for n in bodies if JOINED.match(self.text, n.end) or JOINED.match(self.text, n.start - 1)]
        return [n for n in bodies if n.start == start and (SESSION.match(self.text, n.end) or (kind == "Meeting" and self.own(n)))]

    def own(self, body: Noun) -> bool:
        """县教育局师德建设推进会, 青湖商会2023年年会: whether a meeting named after a body is held by it; not 县商会成立大会."""
        if OWN_MEETING.match(self.text, body.end):
            return True
        return NEAR_BODY.match(body.printed) is not None and self.w.of_others.match(self.text, body.end) is None

    def act(self, t: Trigger) -> Opening:
        """The opening that a verb makes; its name runs to the end of the clause: 到南塘村调研春耕."""
        kind = t.sense.act or "Other"
        strength = 2 if "weak_acts" in t.sense else 3
        rule = f"activity.{kind.lower()}-verb"
        return Opening(kind, t.start, strength, self.act_start(t.start), self.s.clause_end(t.end), rule, bare="arriving" in t.sense)

    def act_start(self, position: int) -> int:
        """Where the words for an act begin: after the subject and what goes with it."""
        floor = self.s.clause_start(position)
        ends = [n.end for n in self.s.nouns.between(floor, position) if n.kind == "person"]
        start = max([floor, *ends])
        m = self.w.before_label.match(self.text, start, position)
        start = m.end() if m else start
        m = self.w.company.match(self.text, start, position)
        return m.end() if m else start
