"""One pass over a text for all words of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

if TYPE_CHECKING:
    from collections.abc import Sequence

FEW, MANY = 100, 1000  # words between which the quickest automaton has to be asked for, and is still small


def automaton(words: Sequence[str], *, longest: bool = False) -> AhoCorasick:
    """Finds these words; of those that overlap the first that ends, or with `longest` the longest of the first that begins."""
    return AhoCorasick(
        words,
        matchkind=MatchKind.LeftmostLongest if longest else MatchKind.Standard,
        implementation=Implementation.DFA if FEW < len(words) < MANY else None,
    )
