"""Positions and spans that are in order and apart from each other."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.model import Span


def begins(starts: Sequence[int], span: Span) -> bool:
    """Whether one of the positions, which are in order, lies in a span."""
    at = bisect_left(starts, span[0])
    return at < len(starts) and starts[at] < span[1]


def covers(spans: Sequence[Span], position: int) -> bool:
    """Whether one of the spans holds the character at a position."""
    at = bisect_right(spans, (position, sys.maxsize)) - 1
    return at >= 0 and position < spans[at][1]


def inside(spans: Sequence[Span], position: int) -> bool:
    """Whether a position lies in one of the spans, behind its first character: 明 in 李明, not 李."""
    at = bisect_left(spans, (position,)) - 1
    return at >= 0 and position < spans[at][1]
