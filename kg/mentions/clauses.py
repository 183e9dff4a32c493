"""Clauses and lists: where they end and part, outside brackets and quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Span

PAIRS = {"“": "”", "（": "）", "(": ")", "《": "》", "‘": "’", "【": "】", "「": "」"}
CLAUSE_END = frozenset("，。；！？：\n,;!?")


def clause_end(text: str, start: int, end: int) -> int:
    """The first comma or full stop outside brackets and quotes."""
    closing: list[str] = []
    for i in range(start, end):
        char = text[i]
        if closing and char == closing[-1]:
            closing.pop()
        elif char in PAIRS:
            closing.append(PAIRS[char])
        elif not closing and char in CLAUSE_END:
            return i
    return end


def split_outside(text: str, start: int, end: int) -> Iterator[Span]:
    """text[start:end] split at 、 outside brackets and quotes."""
    closing: list[str] = []
    first = start
    for i in range(start, end):
        char = text[i]
        if closing and char == closing[-1]:
            closing.pop()
        elif char in PAIRS:
            closing.append(PAIRS[char])
        elif not closing and char == "、":
            yield first, i
            first = i + 1
    yield first, end
