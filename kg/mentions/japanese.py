"""How likely a string is a Japanese name: shares of surnames and of the characters of given names (japanese.toml)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.lexicon import Lexicon

AMONG_FOREIGN = math.log(0.1)  # share of Japanese people among those from abroad
GIVEN_LENGTH = {1: math.log(0.1), 2: math.log(0.8), 3: math.log(0.1)}  # 茂, 健三, 平一郎
LONG_GIVEN, LONG_ENDS = 3, ("郎", "子", "夫", "男", "介", "助", "美")  # of so many characters, they end so
LONGEST_SURNAME = 3  # 中曾根, 佐佐木, 长谷川
LONGEST = LONGEST_SURNAME + max(GIVEN_LENGTH)
SHORTEST = 3  # characters; with fewer it is any two words
UNSEEN = -12.0


class JapaneseNames:
    """The shares, as log probabilities."""

    def __init__(self, lex: Lexicon) -> None:
        self._surnames = _logs(lex.map("japanese", "surname_per_myriad"))
        self._signs = _logs(lex.map("japanese", "given_per_myriad"))

    def begins(self, name: str) -> bool:
        """Whether a surname begins these characters."""
        return name[:1] in self._surnames or name[:2] in self._surnames or name[:3] in self._surnames

    def odds(self, name: str) -> float:
        """Log probability of the characters as a Japanese name, among people from abroad; -inf where no surname begins it."""
        if not SHORTEST <= len(name) <= LONGEST:
            return -math.inf
        return max((self._cut(name, size) for size in range(1, LONGEST_SURNAME + 1)), default=-math.inf)

    def _cut(self, name: str, size: int) -> float:
        """The same with a surname of so many characters."""
        surname = self._surnames.get(name[:size])
        return -math.inf if surname is None else AMONG_FOREIGN + surname + self.given(name[size:])

    def given(self, name: str) -> float:
        """Log probability of a given name; -inf for what has no form of one."""
        length = GIVEN_LENGTH.get(len(name))
        if length is None or (len(name) == LONG_GIVEN and not name.endswith(LONG_ENDS)):
            return -math.inf
        return length + sum(self._signs.get(char, UNSEEN) for char in name)


def _logs(per_myriad: Mapping[str, str]) -> dict[str, float]:
    return {chars: math.log(float(count) / 10_000) for chars, count in per_myriad.items()}
