"""Who is meant as the object of a verb: guests with what is said of them first, reports named with who made them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.facts.activity.nouns import Group, Noun
    from kg.facts.activity.roles import Walk

REPORTED = re.compile("(?:受[^，。；、]{2,16}委托)?所?作的(?=[^，。；]{2,60}报告)")
MEANT = {"receiving": ("host", "guest"), "calling": ("guest", "host")}
OF_OBJECT = frozenset({"by", "to", "within"})  # prepositions of what is said of an object before it is named
AND = ("和", "、", "与", "及")


def reported(text: str) -> bool:
    """Whether a report is named with who made it: 李某所作的工作报告."""
    return "作的" in text and REPORTED.search(text) is not None


def heard(walk: Walk) -> list[Noun]:
    """听取了财政局局长李某受市政府委托所作的…报告: who reported, told inside the name of the report."""
    if not reported(walk.text[walk.s.start : walk.r.stop]):
        return []
    return [n for n in walk.s.nouns.between(walk.s.start, walk.r.stop) if n.kind == "person" and REPORTED.match(walk.text, n.end)]


def within(walk: Walk, group: Group) -> bool:
    """会见来我县出席|青河商会年会|的市长王某: a body in what is said of the guest, who is still to come."""
    meeting = walk.awaiting is not None and any(tag in walk.awaiting[0].sense for tag in MEANT)
    if not meeting or walk.text.startswith(AND, group.end) or any(n.kind == "person" for n in group.nouns):
        return False
    after = walk.s.nouns.between(group.end, walk.s.clause_end(group.end))
    guest = next((n.start for n in after if n.kind == "person"), group.end)
    return "的" in walk.text[group.end : guest]
