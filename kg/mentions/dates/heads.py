"""How the texts begin that a pattern matches: by it few of the rules of dates are tried at a place.

A head is the first two characters of a text; a number there counts as one character, 0, and a blank behind it as none.
"""

from __future__ import annotations

import re
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

WHOLE = 2
DIGIT = "0"
BLANKS = " \u3000\xa0"
NUMBER = re.compile(f"\\d+[{BLANKS}]?")
MANY = 64  # characters of a range from which any may follow
LOOKING = frozenset({op.ASSERT, op.ASSERT_NOT, op.AT})
GROUPS = frozenset({op.SUBPATTERN, op.ATOMIC_GROUP})
REPEATS = frozenset({op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT})


def head_at(text: str, start: int) -> str:
    """The head of text[start:]."""
    number = NUMBER.match(text, start)
    if number:
        return DIGIT + text[number.end() : number.end() + 1]
    first, second = text[start : start + 1], text[start + 1 : start + WHOLE]
    return first + (DIGIT if second.isdecimal() else second)


def heads_of(pattern: str) -> frozenset[str]:
    """The heads that a match may have; one shorter than two characters stands for all that begin so."""
    return frozenset(Heads().of(pattern))


class Heads:
    """A walk through a pattern as Python parses it; it never leaves out a head that can be."""

    def __init__(self) -> None:
        self.open: set[str] = set()  # behind which anything may follow

    def of(self, pattern: str) -> set[str]:
        return self.walk({""}, parser.parse(pattern)) | self.open

    def walk(self, heads: set[str], nodes: Iterable[Any]) -> set[str]:
        """The heads so far, each with what the nodes add to it."""
        for kind, value in nodes:
            heads = self.step(heads, kind, value)
        return heads

    def step(self, heads: set[str], kind: object, value: Any) -> set[str]:
        if kind in LOOKING:
            return heads
        if kind is op.BRANCH:
            return set().union(*(self.walk(heads, branch) for branch in value[1]))
        if kind in GROUPS:
            return self.walk(heads, value[-1] if kind is op.SUBPATTERN else value)
        if kind in REPEATS:
            return self.repeat(heads, *value)
        return self.add(heads, {sign(value)} if kind is op.LITERAL else members(value) if kind is op.IN else None)

    def repeat(self, heads: set[str], least: int, most: int, nodes: Iterable[Any]) -> set[str]:
        found = set(heads) if least == 0 else set[str]()
        for times in range(1, min(most, least + WHOLE) + 1):
            heads = self.walk(heads, nodes)
            found |= heads if times >= least else set()
        return found

    def add(self, heads: set[str], signs: set[str] | None) -> set[str]:
        """The heads, each with one of these characters more; with None, any may follow."""
        short = {head for head in heads if len(head) < WHOLE}
        if signs is None:
            self.open |= short
            return heads - short
        longer = (DIGIT if head == DIGIT and (s == DIGIT or s in BLANKS) else head + s for head in short for s in signs)
        return (heads - short).union(longer)


def sign(code: int) -> str:
    return DIGIT if chr(code).isdecimal() else chr(code)


def members(options: Iterable[tuple[object, Any]]) -> set[str] | None:
    """The characters of a class; None where they are too many to name."""
    signs = set[str]()
    for kind, value in options:
        if kind is op.LITERAL:
            signs.add(sign(value))
        elif kind is op.RANGE and value[1] - value[0] < MANY:
            signs |= {sign(code) for code in range(value[0], value[1] + 1)}
        elif (kind, value) == (op.CATEGORY, op.CATEGORY_DIGIT):
            signs.add(DIGIT)
        else:
            return None
    return signs
