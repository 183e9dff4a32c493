"""The days that a text tells, as activities need them."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from kg.facts.activity.reading import BREAK
from kg.model import DateValue

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from kg.facts.activity.reading import Reading
    from kg.model import Mention

DAY = re.compile(r"(?:\d{4}|XXXX)-(?:\d\d|XX)-\d\d")
DATELINE = re.compile(r"(?:[\u4e00-\u9fff]{1,5}[省市县区州盟旗])?(?:消息|专?电|讯)[，（： \n0-9]")  # 7月2日青禾县消息 7月1日，
UNTIL = re.compile("(?:(?<![0-9日月年号前午])至|截[至止]|持续到)\\Z")  # 今日开幕，至10月19日结束
ABOUT = re.compile("(?:(?<![成造将])就|关于|围绕|针对)\\Z")  # 就5月7日的检查作部署
ARCHIVED = 730  # days before publication of news that a page put out again
OLD = 183  # days before publication: nobody reports what is older
NEAR = 150  # a day told so shortly before is that of a sentence without one


class Days:
    """The dates of an article, by position."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self.text = text
        self.starts = [m.start for m in mentions if m.kind == "date" and isinstance(m.value, DateValue)]
        self.dates = [(m.start, m.end, m.value) for m in mentions if m.kind == "date" and isinstance(m.value, DateValue)]

    def told(self, r: Reading) -> DateValue | None:
        """The first day told in a sentence's narrative, outside names of events; else its vague date."""
        values = [
            v for start, end, v in self.between(r.start, r.stop)
            if not DATELINE.match(self.text, end) and not self.besides(start, v) and (self.before_act(end, r) or not any(o.start < start and end <= o.end for o in r.openings))
        ]
        return next((v for v in values if is_day(v)), None) or next((v for v in values if is_vague(v)), None)

    def before_act(self, end: int, r: Reading) -> bool:
        """应邀来访的李某|22日在省城会见王某: whether an act follows a date in its clause."""
        acts = [o.at for o in r.openings if o.rule.endswith("-verb") and end <= o.at]
        return bool(acts) and BREAK.search(self.text, end, min(acts)) is None

    def besides(self, start: int, value: DateValue) -> bool:
        """Whether a date tells until when, or is part of what is spoken about."""
        near = max(0, start - 3)
        return UNTIL.search(self.text, near, start) is not None or (is_day(value) and ABOUT.search(self.text, near, start) is not None)

    def before(self, position: int) -> DateValue | None:
        """The last day told shortly before a position: a dateline, the sentence before."""
        near = [v for _, _, v in self.between(position - NEAR, position) if is_day(v)]
        return near[-1] if near else None

    def between(self, start: int, end: int) -> list[tuple[int, int, DateValue]]:
        """The dates that begin in text[start:end]; mentions come in order of text."""
        return self.dates[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def is_day(value: DateValue | None) -> bool:
    """Known to the day: 2031-03-05, XXXX-03-05."""
    return value is not None and value.edtf is not None and DAY.match(value.edtf) is not None


def is_vague(value: DateValue) -> bool:
    """近日, or a month; a year alone (2031年工作总结) dates no activity."""
    return value.edtf is None or "-" in value.edtf


def same_day(one: DateValue, other: DateValue) -> bool:
    """Whether `one` may be the day, or one of the days, of `other`; what is not known to the day may."""
    if not is_day(one) or not is_day(other) or one.edtf is None or other.edtf is None:
        return not years_differ(one, other)
    first, last = other.edtf[:10], (other.end or other.edtf)[-10:]
    return first <= one.edtf[:10] <= last


def long_ago(value: DateValue | None, written: date | None) -> bool:
    """So long before the article that it is history."""
    if value is None or written is None or value.latest is None:
        return False
    return (written - value.latest).days > OLD


def written(lead: DateValue | None, published: date | None) -> date | None:
    """The day from which an article looks back: that of publication, or the one it begins with where an old report is put out again."""
    if lead is None or lead.latest is None or published is None or not OLD < (published - lead.latest).days < ARCHIVED:
        return published
    return lead.latest


def years_differ(one: DateValue, other: DateValue) -> bool:
    years = [v.edtf[:4] for v in (one, other) if v.edtf and v.edtf[:4].isdigit()]
    return len(years) == 2 and years[0] != years[1]
