"""Whether two tenures are told of the same time.

With no date for one of them, only one document can set them beside each other: two clippings without a
date may lie years apart. With dates, two holders who follow one another are a succession unless they come
so close that a paper would have told of the change.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from kg.checks.reading import Held

SAME_PAGE = timedelta(days=30)  # between days told in one document
APART = timedelta(days=7)  # between days told in different documents
RETURN = timedelta(days=366)  # A, then B, then A again: the two days of A


def same_document(one: Held, other: Held) -> bool:
    """Whether one document states both, of days that are not far apart where both are known."""
    if not one.docs & other.docs:
        return False
    return not (one.days and other.days) or _near(one, other, SAME_PAGE)


def same_time(one: Held, other: Held) -> bool:
    """Whether known days of both come close, or one is seen between two days of the other."""
    return _near(one, other, APART) or _between(one.days, other.days) or _between(other.days, one.days)


def _near(one: Held, other: Held, window: timedelta) -> bool:
    return any(abs(a - b) <= window for a in one.days for b in other.days)


def _between(outer: tuple[date, ...], inner: tuple[date, ...]) -> bool:
    return any(a < b < c and c - a <= RETURN for a in outer for c in outer for b in inner)
