"""Verbs of holding an event and of giving posts, within the walk of a sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.facts.activity.reading import Opening

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.facts.activity.nouns import Noun
    from kg.facts.activity.roles import Walk
    from kg.facts.activity.triggers import Trigger
    from kg.model import Role


DECIDED = "决定"
SHARED = frozenset({"承办", "协办"})  # 由甲局主办，|乙局承办|的: who holds an event with others
AS = "同志为"
TOPIC = re.compile("就(?![是业任地此近])")
PRESIDED = re.compile("由[^，。；]{2,40}主持")
BY = re.compile("(?:决定|依[纪法]|依纪依法)*对[^，。；]{0,12}")  # between who investigates and who is under it
PRAISED = re.compile("表示[^，。；]{0,8}祝贺")  # 对李某当选书记表示热烈祝贺
TAKES = re.compile("(?:同志)?任(?![何务期内上意命教课职免])")


def announced(walk: Walk) -> None:
    """市委决定：李某任书记；免去王某书记职务: who takes an office that a decision gives."""
    at = walk.text.find(DECIDED, walk.s.start, walk.r.stop)
    if at < 0:
        return
    told = {p.noun.name for p in walk.r.parts if p.role in {"appointed", "removed"}}
    people = [n for n in walk.s.nouns.between(at, walk.r.stop) if n.kind == "person" and n.name not in told]
    if taking := [n for n in people if TAKES.match(walk.text, n.end)]:
        walk.assign(taking, "appointed", "activity.takes-office")
        end = walk.s.clause_end(taking[0].end)
        walk.r.openings.append(Opening("Appointment", taking[0].start, 3, taking[0].start, end, "activity.appointment"))


def appoints(walk: Walk, t: Trigger) -> None:
    if t.word.endswith(AS) and not walk.w.post_last.search(walk.text, t.end, walk.s.clause_end(t.end)):
        return  # 李某同志为全体学员讲授党课: 为 gives no post
    role: Role = "removed" if "removing" in t.sense else "appointed"
    subject = [n for n in walk.take("accepted") or walk.acting(t) if n.kind == "person"]  # 接受李某辞去
    if t.word.startswith("不再") and walk.told and walk.told[1] == "removed":
        subject = [n for n in walk.told[0].nouns if n.kind == "person"]  # 免去甲某书记职务，不再担任主任
    elif len(subject) > 1 and walk.s.broken(subject[-1].end, t.start):
        subject = []  # 增补甲某、乙某为委员，不再担任…: whose post it was is not told
    if t.word in walk.w.transitive and person_follows(walk, t.end):
        walk.awaiting = (t, role, "activity.appointed-object")
    elif subject and t.word not in walk.w.transitive and not congratulated(walk, t, subject[-1]):
        walk.assign(subject, role, "activity.appointed-subject")
    else:
        return  # 任命事项: nobody is named
    end = walk.s.clause_end(t.end)
    walk.r.openings.append(Opening("Appointment", t.start, 3, t.start, end, "activity.appointment"))


def congratulated(walk: Walk, t: Trigger, last: Noun) -> bool:
    """李某致电祝贺王某当选, 对王某当选表示祝贺: whether somebody else's post is told behind the last one named."""
    praised = PRAISED.search(walk.text, t.end, walk.s.clause_end(t.end)) is not None
    return praised or walk.w.congratulating.search(walk.text, last.end, t.start) is not None


def investigates(walk: Walk, t: Trigger) -> None:
    """市纪委监委(决定)对局长李某(严重违纪违法问题)进行立案审查调查: who is under it, and by whom."""
    people = [n for n in walk.take("apart") if n.kind == "person"]
    if not people or walk.s.broken(people[-1].end, t.start):
        return
    walk.assign(people, "removed", "activity.investigated")
    before = walk.s.nouns.between(walk.s.start, people[0].start)
    by = [n for n in before if n.kind == "body" and BY.fullmatch(walk.text, n.end, people[0].start)]
    walk.r.openings.append(Opening("Appointment", t.start, 3, people[0].start, t.end, "activity.appointment", tuple(by)))


def person_follows(walk: Walk, position: int) -> bool:
    end = walk.s.clause_end(position)
    return any(n.kind == "person" and position <= n.start < end for g in walk.groups for n in g.nouns)


def holds(walk: Walk, t: Trigger) -> None:
    """管城区召开…会议; 由…主办 names who holds what another clause tells of."""
    if walk.text.startswith("的", t.start - 1):
        return  # 大会的举办: no verb
    by = walk.take("by")
    subject = by or before_topic(walk, t, walk.s.clause_start(t.start)) or walk.acting(t)
    attribute = walk.text.startswith("的", t.end)
    event = walk.events.after(t.end, referred=attribute)
    planned = walk.w.planned(walk.text, walk.subject.end if walk.subject else walk.r.start, t.start)
    if event and attribute:  # 由…主办的晚会将于…: its own verb is still to come
        planned = planned or walk.w.planned(walk.text, event.end, walk.s.clause_end(event.end))
    if attribute and not by:
        subject = of_attribute(walk, t, subject)
    bodies = tuple(n for n in subject if n.kind != "person")
    if event and not planned and not walk.events.vague(t.end, event):
        told_at = attribute and walk.w.reference.match(walk.text, event.end) is not None  # 在举行的大会上
        strength = 3 - (event.word == "活动") - ("weak_holding" in t.sense or told_at)
        rule = "activity.told-at" if told_at else "activity.held-object"
        opening = walk.events.opening(event, t.end, strength, rule, subject)
        if "opening" in t.sense and opening.type == "PublicEvent":
            opening = replace(opening, type="Ceremony")  # 启动…宣传月活动
        walk.r.openings.append(opening)
        holders(walk, [n for n in subject if n.kind == "person"], opening, t.sense.role)
    elif not planned and not event and not walk.w.reference.match(walk.text, t.end) and (before := walk.events.unlisted_before(t)):
        walk.r.openings.append(walk.events.opening(before, walk.r.start, 3, "activity.held-subject"))
    elif bodies and (by or "主办" in t.word or (attribute and t.word in SHARED)):
        walk.r.openings.append(Opening("Other", t.start, 0, t.start, t.end, "activity.organized-by", bodies))


def of_attribute(walk: Walk, t: Trigger, subject: list[Noun]) -> list[Noun]:
    """市商会在省城举行的大会; but 李某在省城举行的大会上讲话: who of the subject holds what a relative clause tells."""
    if walk.subject is None or "在" not in walk.text[walk.subject.end : t.start]:
        return subject
    near = walk.text.startswith("在", walk.subject.end)
    return [n for n in subject if near and n.kind != "person"]


def before_topic(walk: Walk, t: Trigger, floor: int) -> list[Noun]:
    """联合会|就甲县援助乙县|举行会议, 财政局负责人|就甲县经费|作了汇报: whoever acts stands before the topic."""
    if walk.subject is None or any(n.kind == "person" for n in walk.subject.nouns):
        return []
    for topic in TOPIC.finditer(walk.text, floor, min(t.start, walk.subject.end)):
        at = topic.start()
        before = [n for g in walk.groups if not g.preposition for n in g.nouns if n.end <= at and not walk.s.broken(n.end, at)]
        if before:
            walk.prepared.pop("with", None)
            return before
    return []


def joins(walk: Walk, t: Trigger, role: Role) -> None:
    """出席第六次投资工作会议, 主持第八届论坛: the event that one takes part in; 主持会议 alone names none."""
    event = walk.events.after(t.end) or (walk.events.presided(t) if role == "preside" else None)
    if event is None or walk.text.startswith("的", event.end):  # 出席峰会的代表们: not told as news
        return
    opening = walk.events.opening(event, min(t.end, event.start), 2, "activity.attended-event")
    planned = walk.w.planned(walk.text, walk.subject.end if walk.subject else walk.r.start, t.start)
    if not planned:
        walk.r.openings.append(opening if role == "attend" or not opening.bare else replace(opening, strength=1))


def holders(walk: Walk, people: Sequence[Noun], opening: Opening, own: Role | None) -> None:
    """People who hold an event preside; those who hold talks with others are hosts; 讲授 has a role of its own."""
    talks = opening.type == "Reception"
    role: Role = own or ("host" if talks else "preside" if opening.type == "Meeting" else "lead")
    if role == "preside" and PRESIDED.search(walk.text, opening.end, walk.s.end):
        told = {part.noun.name for part in walk.r.parts}
        role, people = "attend", [n for n in people if n.name not in told]  # 甲、乙(陪同调研并)召开座谈会，会议由乙主持
    others = walk.take("with")
    if talks and not others and len(people) > 1:
        people, others = people[:1], list(people[1:])
    walk.assign(people, role, "activity.holder")
    walk.together(others, role)
