"""Mentions: what finders see in an article, in offsets of its text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from kg.record import record

if TYPE_CHECKING:
    from datetime import date

MentionKind = Literal["date", "person", "title", "organization", "place", "site", "initiative", "figure"]
DateBasis = Literal["explicit", "year-from-text", "year-from-page", "published", "unknown"]


@record
class DateValue:
    """What a printed date says, never more precisely than it says it. EDTF: ISO 8601-2:2019."""

    text: str
    edtf: str | None  # first day or period: 2020-03-20, 2020-03, XXXX-10-08; None: 近日
    earliest: date | None = None  # set only when bounded
    latest: date | None = None
    end: str | None = None  # EDTF of the last day of a range
    part: str = ""  # 上午, 下午, 晚
    basis: DateBasis = "unknown"


@record
class PersonValue:
    """The full name that a mention stands for (虎强 for 虎强, for 虎书记 and for 他)."""

    name: str
    form: Literal["name", "short", "pronoun"] = "name"


@record
class TitleValue:
    """One title word with its marks: 原副主任 is title 副主任, mark 原, status former."""

    title: str
    status: TenureStatus = "current"
    mark: str = ""


MentionValue = DateValue | PersonValue | TitleValue | str | None
TenureStatus = Literal["current", "former", "acting", "elect"]


@record
class Mention:
    kind: MentionKind
    start: int
    end: int
    text: str
    rule: str
    value: MentionValue = None
