"""People: every mention of a person who is named in full somewhere in the article.

Names come first from grammar (`spots`), each place weighed by the name model and against what looks
like a name (`doubts`); a name found once in a strong place is found everywhere (`settle`), and so is
what stands for it (`stand_ins`).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.mentions.names import NameModel, names_of
from kg.mentions.people.doubts import Doubts
from kg.mentions.people.settle import Settler
from kg.mentions.people.spots import Spots
from kg.mentions.people.stand_ins import StandIns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.lexicon import Lexicon
    from kg.model import Mention, Span

__all__ = ["find_people"]

SHORT_PLACE = 2  # characters of a place's name up to which people bear it too


class PersonFinder:
    """The four steps over one lexicon."""

    def __init__(self, lex: Lexicon, model: NameModel) -> None:
        self.spots = Spots(lex, model)
        self.doubts = Doubts(lex, model)
        self.settler = Settler(lex, model, self.doubts)
        self.stand_ins = StandIns(lex, model)

    def find(self, text: str, titles: Sequence[Mention], places: Sequence[Span] = ()) -> list[Mention]:
        """Mentions of people in order of text; `titles` and `places` are those of the same text."""
        starts = frozenset(title.start for title in titles)
        covered = {at for start, end in places for at in range(start, end) if end - start > SHORT_PLACE}
        rules: dict[str, str] = {}
        for rule, candidate in self.spots.read(text, titles, covered):
            if candidate.start in covered and candidate.end - 1 in covered:
                continue
            if candidate.name not in rules and self.doubts.plausible(rule, text, candidate, starts):
                rules[candidate.name] = rule
        names = self.settler.settle(text, tuple(rules))
        found = list(self.settler.mentions(text, names, rules, starts))
        found = sorted(found + self.stand_ins.short_forms(text, found), key=lambda m: m.start)
        return sorted([*found, *self.stand_ins.pronouns(text, found)], key=lambda m: m.start)


@cache
def person_finder(lex: Lexicon) -> PersonFinder:
    """The finder of a lexicon, built once a process."""
    return PersonFinder(lex, names_of(lex))


def find_people(text: str, titles: Sequence[Mention], lex: Lexicon, places: Sequence[Span] = ()) -> list[Mention]:
    """Mentions of people in order of text; `titles` and `places` are those of the same text: no name lies in a place."""
    return person_finder(lex).find(text, titles, places)
