"""Whether what a sentence tells is another activity, or more of the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.facts.activity.days import is_day, same_day
from kg.facts.activity.reading import BREAK, MENTIONED, VISITING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kg.facts.activity.diary import Diary, Item
    from kg.facts.activity.drafts import Draft
    from kg.facts.activity.nouns import Nouns
    from kg.facts.activity.reading import Opening, Reading
    from kg.facts.activity.words import Words
    from kg.model import DateValue

FORMAL = frozenset({"Reception", "Signing", "Ceremony", "Condolence"})  # told with its day, each stands for itself
LEAD = 4  # in so many first sentences an activity may open without a date of its own
ALSO, TOGETHER = "还", ("同", "与", "和", "分别同")
TOUR = 4  # days told apart from which a journey is not one visit


class Novelty:
    """Judges openings against the activities told so far."""

    def __init__(self, nouns: Nouns, diary: Diary, drafts: Sequence[Draft], words: Words, hinted: Collection[object]) -> None:
        self.text, self.diary, self.drafts, self.w = nouns.text, diary, drafts, words
        self.officials = {n.name for n in nouns.all if n.kind == "person" and n.capacity}  # people told with posts
        self.hinted = hinted  # types of activity that the headline tells of

    def opens(self, o: Opening, r: Reading, date: DateValue | None, item: Item | None, number: int) -> bool:
        """Whether an opening is a new activity: the first, one of another day, or one set apart within the day."""
        if not self.tells_of_someone(o, r, date) or (self.drafts and o.strength < 2):
            return False
        if (item and self.entry(o, r, item)) or self.group(o, r):
            return True
        if not self.drafts:
            return self.first(o, r, date, number)
        last = self.drafts[-1]
        if date is None or not is_day(date):
            return self.also(o, r, last) or self.signed_after(o, r, last) or self.met_around(o, r, last) or self.besides(o, r) or self.undated(o, r, last)
        if last.date and same_day(date, last.date):
            return self.also(o, r, last) or self.within(o, r, date, last) or self.set_apart(o, r, date)
        return (o.strength > 2 or self.led_elsewhere(o, r)) and (last.date is not None or o.type != last.opening.type)

    def of_item(self, o: Opening, r: Reading, date: DateValue | None) -> bool:
        """Below the head of an item of its own: what is told with a time."""
        return o.strength > 2 and date is not None and self.tells_of_someone(o, r, date)

    def first(self, o: Opening, r: Reading, date: DateValue | None, number: int) -> bool:
        """The first activity is told early or with its date; the visit that the headline tells may come late."""
        if o.rule == MENTIONED:  # else what a leader once said is cited
            return number < LEAD and date is not None and (is_day(date) or (number == 0 and date.text in self.w.recent))
        early = number < LEAD and (date is not None or o.rule != "activity.attended-event" or self.official(r))
        announced = o.type in VISITING and any(kind in VISITING for kind in self.hinted)
        led = any(p.noun.name in self.officials and p.role == "lead" for p in r.parts)
        arrived = o.type in VISITING and o.strength > 2 and r.sites > 0 and led
        story = arrived and any(is_day(day) for _, _, day in self.diary.days.between(0, r.start))  # a report that begins like one
        return early or announced or story or (date is not None and o.strength > 1)

    def set_apart(self, o: Opening, r: Reading, date: DateValue) -> bool:
        """Within the day: at another hour, in a paragraph of its own by others, or formally told anew with its day."""
        last = self.drafts[-1]
        if not last.opening.rule.endswith("-verb") and self.text[last.opening.start : last.opening.end] in self.text[o.start : o.end]:
            return False  # 读书活动|启动仪式: the ceremony of what was told
        goes_on = o.bare and o.type in VISITING and last.opening.type in VISITING  # 当天下午，李某一行来到
        if o.type != last.opening.type and not goes_on:
            if date.part and last.date and date.part != last.date.part:
                return True
            if self.own_paragraph(r) and (self.toured(o, r) or (o.type in FORMAL and o.strength > 2)):
                return True
        anew = not goes_on and o.strength > 2 and self.own_paragraph(r) and self.w.same_day.match(self.text, r.start)
        return bool(anew) or self.others(o, r)

    def group(self, o: Opening, r: Reading) -> bool:
        """李某、王某分别带队走访: then, in a paragraph of its own, where one of them went."""
        if not self.drafts:
            return False
        base, last = self.drafts[0], self.drafts[-1]
        leaders = {p.noun.name for p in r.parts if p.role == "lead" and p.noun.kind == "person"}
        if o.type not in VISITING or not leaders or not r.sites or not self.own_paragraph(r) or not leaders < base.people:
            return False
        paragraph = self.text.find("\n", base.start, r.start)
        told = self.w.in_groups.search(self.text, base.start, max(paragraph, base.start)) is not None
        return told and (last is base or not leaders & last.people)

    def led_elsewhere(self, o: Opening, r: Reading) -> bool:
        """In a paragraph of its own an official leads a visit somewhere: 8日，副主任李某带队走访青湖镇."""
        led = any(p.noun.capacity and p.role == "lead" for p in r.parts)
        return o.type in VISITING and led and r.sites > 0 and self.own_paragraph(r)

    @staticmethod
    def toured(o: Opening, r: Reading) -> bool:
        """Someone named went to several places: 当日，李某还先后参观了A、B."""
        return o.type in VISITING and r.sites > 1 and any(p.noun.kind == "person" for p in r.parts)

    def undated(self, o: Opening, r: Reading, last: Draft) -> bool:
        """Where the article tells no day: a formal act of others, named with their posts, in a paragraph of its own."""
        led = any(p.noun.capacity and p.role in ("lead", "host") for p in r.parts)
        return last.date is None and o.type == last.opening.type == "Condolence" and led and self.others(o, r)

    def besides(self, o: Opening, r: Reading) -> bool:
        """此外，副主任李某一行参观了A、B: set apart by its first word, by others or elsewhere."""
        return self.toured(o, r) and self.w.besides.match(self.text, r.start) is not None

    def also(self, o: Opening, r: Reading, last: Draft) -> bool:
        """李某还会见了王某, 李某还出席了开幕式: told by 还 of one known, with guests, a name or a kind of its own."""
        at = self.text.find(ALSO, r.start, o.at)
        known = {p.noun.name for p in r.parts if p.noun.kind == "person" and p.noun.end <= at} & last.people
        broken = BREAK.search(self.text, at, o.at) and not self.text.startswith(TOGETHER, at + len(ALSO))
        if at < 0 or not known or o.bare or o.strength < 2 or broken:
            return False
        if o.type == "Reception":
            met = {p.noun.name for p in r.parts if p.noun.kind == "person" and p.role in ("host", "guest")} - known
            return bool(met) and not met & last.people
        if o.type in VISITING:
            return last.opening.type not in VISITING and r.sites > 0
        return (not o.rule.endswith("-verb") or o.type in FORMAL) and self.named_apart(o, last)

    def within(self, o: Opening, r: Reading, date: DateValue, last: Draft) -> bool:
        """3日至5日，李某访问…。3日，李某出席第三届茶业大会: an event by its name, in a paragraph of its own, of a day of a journey."""
        journey = last.date is not None and last.date.end is not None and date.end is None
        named = not o.bare and o.strength > 1 and not o.rule.endswith("-verb")
        return journey and named and self.own_paragraph(r) and self.named_apart(o, last)

    def named_apart(self, o: Opening, last: Draft) -> bool:
        """Whether neither name is part of the other."""
        one, other = (self.text[x.start : x.end] for x in (o, last.opening))
        return one not in other and other not in one

    def signed_after(self, o: Opening, r: Reading, last: Draft) -> bool:
        """A signing that people attend after they have met: 会见了李某一行。王某出席签约仪式。"""
        if o.type != "Signing" or last.opening.type != "Reception" or o.at >= r.stop:
            return False
        signers = {p.noun.name for p in r.parts if p.role == "sign" and p.noun.kind == "person"}
        if len(signers) > 1 and o.rule.endswith("-verb"):
            return "\n" not in self.text[last.start : r.start] or self.w.around.match(self.text, r.start) is not None
        return bool(r.parts) and "signing-verb" not in o.rule

    def met_around(self, o: Opening, r: Reading, last: Draft) -> bool:
        """A reception before or after another event: 仪式前，李某会见了王某."""
        met = {p.role for p in r.parts if p.noun.kind == "person"} >= {"host", "guest"}
        return o.type == "Reception" != last.opening.type and met and self.w.around.match(self.text, r.start) is not None

    def entry(self, o: Opening, r: Reading, item: Item) -> bool:
        """Whether an opening is that of a paragraph told under a day of its own: each is another activity."""
        if o.strength < 2:
            return False
        last = self.drafts[-1] if self.drafts else None
        if self.diary.headed or last is None or last.date is None or item.day is None:
            return self.diary.headed or last is None
        if item.marked:
            return True
        if item.follows:  # told by others, or with a name of its own: the chronicle goes on
            return o.strength > 2 and not o.bare and self.own_paragraph(r) and not {p.noun.name for p in r.parts} & {p.noun.name for p in last.parts}
        if item.day.edtf == last.date.edtf and item.day.end == last.date.end:
            return False
        within = same_day(item.day, last.date) and o.type in VISITING and last.opening.type in VISITING
        return not within or len(self.diary.items) >= TOUR

    def own_paragraph(self, r: Reading) -> bool:
        return "\n" in self.text[self.drafts[-1].spans[-1][1] : r.start + 1]

    @staticmethod
    def official(r: Reading) -> bool:
        """Someone is told with posts: 农户李某参加了展销会 is no news of its own."""
        return any(p.noun.capacity or p.noun.kind != "person" for p in r.parts)

    def others(self, o: Opening, r: Reading) -> bool:
        """The same day, in a paragraph of its own, held or done by others who are named."""
        here = {n.name for n in o.organizers} | {p.noun.name for p in r.parts}
        last = self.drafts[-1]
        there = {p.noun.name for p in last.parts} | set(last.organizers)
        # A round-up: each paragraph tells of an event by a name of its own.
        named = not o.bare and not o.rule.endswith("-verb") and self.named_apart(o, last)
        apart = bool(here) and (bool(there) or named) and not here & there
        return apart and o.strength > 2 and self.own_paragraph(r)

    def tells_of_someone(self, o: Opening, r: Reading, date: DateValue | None) -> bool:
        """A verb needs a subject (指导工作 alone tells nothing); an event is told by being held, or by its day."""
        if o.rule == "activity.told-at":  # 在举行的发布会上，有关数据显示: nobody acts there
            return any(p.noun.kind == "person" for p in r.parts)
        if o.rule == "activity.spoken-at":
            return is_day(date)
        if r.parts or o.organizers:
            return True
        if o.rule.endswith("-verb"):
            counted = not is_day(date) and self.w.statistic.search(self.text, o.at, o.end)  # 检查门店3000多家
            return not counted and bool(self.w.team.search(self.text, r.start, r.end) or self.w.unnamed.search(self.text, r.start, o.at))
        return date is not None or o.rule == "activity.held-subject"
