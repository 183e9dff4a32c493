"""How common a name is: whether a second person of the archive is likely to bear it.

A name's share of the population is that of its surname times those of its characters in given names, by the tables of
kg/lexicon/names.toml: 2.5 in 10,000 for 王伟 (some 290,000 people are called so), 2 in 100 million for 袁隆平.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal

from jieba.posseg.prob_emit import P as EMISSION

if TYPE_CHECKING:
    from kg.lexicon import Lexicon

Rank = Literal["rare", "foreign", "common"]

LENGTH = {2: 0.2, 3: 0.78, 4: 0.02}  # share of names of so many characters
UNSEEN = 0.5 / 10_000  # share of a character in given names, or of a surname, that the tables do not have
RARE_SURNAME = 0.005 / 10_000
FOREIGN_UNSEEN = -13.0  # log probability of a character that no transliterated name of jieba's model has
SHORTEST = 2  # characters of a name that tells a person at all
PEOPLE = 20_000  # an archive tells of a part of those of whom papers tell: its own people are no measure while it is small
EXPECTED = 0.05  # namesakes of a name so rare that sightings of it are of one person


class Commonness:
    """Looks names up in the tables of one lexicon."""

    def __init__(self, lex: Lexicon) -> None:
        self._surname = {name: float(n) / 10_000 for name, n in lex.map("names", "surname_per_myriad").items()}
        self._given = {sign: float(n) / 10_000 for sign, n in lex.map("names", "given_per_myriad").items()}
        self._compound = frozenset(lex.words("names", "compound_surnames"))

    def share(self, name: str) -> float:
        """Of all people, how many bear a Chinese name: a number from 0 to 1."""
        surname, given = self._parts(name)
        share = self._surname.get(surname, RARE_SURNAME) * LENGTH.get(len(name), LENGTH[4])
        for sign in given:
            share *= self._given.get(sign, UNSEEN)
        return share

    def rank(self, name: str, people: int) -> Rank:
        """Rare: nobody else of that name is to be expected among so many people; of foreign names, those with a ·."""
        if "·" in name:
            return "rare"
        if len(name) < SHORTEST:
            return "common"
        share = self.share(name)
        if self._transliterated(name, share):
            return "foreign"
        return "rare" if share * max(people, PEOPLE) < EXPECTED else "common"

    def _parts(self, name: str) -> tuple[str, str]:
        cut = 2 if len(name) > 2 and name[:2] in self._compound else 1
        return name[:cut], name[cut:]

    @staticmethod
    def _transliterated(name: str, share: float) -> bool:
        """Whether the name is rather a foreign one, by the model of jieba's tagger: 史密斯, but 钟南山 with the surname 钟."""
        states = "B" + "M" * (len(name) - 2) + "E"
        foreign = sum(EMISSION[state, "nrt"].get(sign, FOREIGN_UNSEEN) for state, sign in zip(states, name, strict=True))
        return float(foreign) > math.log(share)
