"""Verbs that tell nothing themselves: they refer to an act told before, are part of a name, or stand as nouns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.facts.activity.roles import Walk
    from kg.facts.activity.triggers import Trigger

PLANNED = re.compile("(?:工作)?(?:安排|计划|方案|要点|办法|规定|制度|条例)(?=[，。、；和等的》]|$)")  # 审议了视察|安排
SINCE = re.compile("自(?:从|打)?[^，。；]{0,6}\\Z")  # 自|抵达海陵以来
TALKS = frozenset({"Meeting", "Reception"})
WIRED = re.compile("致[电函信]|复[电信函]|回信|声明中|电话中|发[来去出][^，。；]{0,6}电")  # 李某致电王某，致以慰问: nobody went there
SOON = "即将"
VISITORS = re.compile("(?:游客|旅客|观众|读者|患者)?(?:了|超|近|逾|约|达)?[0-9]")  # 景区接待|9万人次
LED = re.compile("(?:(?![对向]|感谢|欢迎)[^，。；])*(?:率|带领|一行)(?:(?![对向]|感谢|欢迎)[^，。；])*")  # 某某率团到访; not 对某某一行到访表示…
COURTESY = re.compile("的[^，。；的]{0,8}\\Z")  # 受到校领导的热烈欢迎和热情|接待: how a visit was met, no event of its own


def refers(walk: Walk, t: Trigger) -> bool:
    """调研中, 会见时, 来访的: an act told before; 陪同调研, 参加会见: the act of others; 为落实…调研时的讲话精神: not told here."""
    if walk.text.startswith("的", t.end) or walk.text.startswith("的", t.start - 1) or walk.w.reference.match(walk.text, t.end):
        return True
    if t.word.startswith("到访") and not LED.fullmatch(walk.text, walk.s.clause_start(t.start), t.start):
        return True
    if t.word.startswith("接待") and (COURTESY.search(walk.text, walk.s.start, t.start) or VISITORS.match(walk.text, t.end)):
        return True
    if ("comforting" in t.sense and wished(walk, t)) or of_event(walk, t) or planned(walk, t) or before_another(walk, t) or wired(walk, t):
        return True
    if walk.w.purpose.match(walk.text, walk.s.clause_start(t.start), t.start) and walk.w.conveyed.search(walk.text, t.end, walk.s.clause_end(t.end)):
        return True
    last = walk.last
    near = last is not None and walk.text[last.end : t.start] in walk.w.hinges
    return bool(near and last and last.sense.role in {"accompany", "attend"} and not last.word.endswith("下"))  # in 李某陪同下|访问: the subject's own


def of_event(walk: Walk, t: Trigger) -> bool:
    """主持召开|调研|座谈会: an act that is part of the name of an event."""
    nxt = next((e for e in walk.s.triggers if e.start == t.end), None)
    return nxt is not None and nxt.sense.act is None and nxt.sense.event in TALKS and t.sense.act not in TALKS


def planned(walk: Walk, t: Trigger) -> bool:
    """审议了视察|安排, 即将|访问邻国的: an act that a plan is of, or that is still to come."""
    return walk.text.startswith(SOON, t.start - len(SOON)) or PLANNED.match(walk.text, t.end) is not None


def before_another(walk: Walk, t: Trigger) -> bool:
    """在会晤|后举行吹风会, 自|抵达海陵以来: an act after which something else is told."""
    if "receiving" in t.sense and walk.w.held_then.match(walk.text, t.end):
        return True
    since = SINCE.search(walk.text, walk.s.clause_start(t.start), t.start) is not None
    return since and "以来" in walk.text[t.end : walk.s.clause_end(t.end)]


def wired(walk: Walk, t: Trigger) -> bool:
    """李某致电王某，致以|慰问: greetings that are sent."""
    return t.word.startswith("致以") and WIRED.search(walk.text, walk.s.start, t.start) is not None


def according(walk: Walk, t: Trigger) -> bool:
    """根据上级文件要求，: the noun that ends a phrase of its own."""
    clause = walk.s.clause_start(t.start)
    return walk.text.startswith(("，", "、", "和", "及", "以及", "与"), t.end) and walk.w.according.match(walk.text, clause, t.start) is not None


def unsaid(walk: Walk, t: Trigger) -> bool:
    """省文物局提出|的方案, 据|介绍, 根据上级要求，: a verb of saying by which nobody speaks here."""
    if walk.text.startswith("的", t.end) or walk.text.startswith("据", t.start - 1):
        return True
    return according(walk, t) or wished(walk, t)


def listened(walk: Walk, t: Trigger) -> bool:
    """听取了…汇报: the subject hears, it does not report."""
    return walk.w.hearing.search(walk.text, walk.s.clause_start(t.start), t.start) is not None


def written(walk: Walk, t: Trigger) -> bool:
    """李某在贺信中表示: who writes is not there."""
    return walk.w.in_letter.search(walk.text, walk.s.clause_start(t.start), t.start) is not None


def wished(walk: Walk, t: Trigger) -> bool:
    """转达了李某的亲切问候和良好祝愿: a noun, nobody speaks."""
    return walk.text[t.end : t.end + 1] in "，。；、和" and walk.w.wishes.search(walk.text, walk.s.start, t.start) is not None
