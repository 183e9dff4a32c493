"""What speaks against a name: words, places and things that look like one."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from kg.mentions.people.spots import FULL_NAME, LEVELS, SURE
from kg.mentions.words import either

if TYPE_CHECKING:
    from collections.abc import Container

    from kg.lexicon import Lexicon
    from kg.mentions.names import Candidate, NameModel

RARE = math.log(1e-4)  # log share of people below which a surname is rare
LISTED = 0.4  # chance that a name follows a name and 、
ANY_WORD = 2
EXCLUDED = 6.0  # log odds that a word of the exclusions needs to be a name away from a title
VILLAGES = frozenset("村镇乡县")
PLACE_ENDS = frozenset("路街村镇乡县区市省州桥寺庄屯湾沟组城")
WEAK = frozenset({"person.list", "person.after-noun", "person.after-verb", "person.clause"})


class Doubts:
    """Judges what was read at a spot."""

    def __init__(self, lex: Lexicon, model: NameModel) -> None:
        self.model = model
        self.part = re.compile(either(lex.words("people", "not_name_after")))
        self.organ = re.compile(f"[{LEVELS}](?:{either(lex.words('posts', 'organs_of_places'))})")
        self.exclusions = frozenset(lex.words("names", "name_exclusions"))
        self.anonymous = lex.words("people", "anonymous")
        elsewhere = (*lex.words("bodies", "abroad"), *lex.words("bodies", "cities"))
        self.places = frozenset((*lex.divisions.forms(), *lex.divisions.names(), *elsewhere))
        self.common = frozenset(lex.words("people", "person_nouns"))

    def plausible(self, rule: str, text: str, candidate: Candidate, titles: Container[int]) -> bool:
        """Whether a candidate may stand; `titles` holds the places where titles begin."""
        name = candidate.name
        if name in self.common or name.endswith(self.anonymous) or (name in self.places and not self._bearer(rule, text, candidate)):
            return False
        if self._place(name) and not (rule == "person.after-title" and len(name) == FULL_NAME and candidate.margin > SURE and name[:3] not in self.places):
            return False  # but 县委书记董建镇
        if name in self.exclusions and candidate.margin < (0.0 if rule == "person.after-title" else EXCLUDED):
            return False
        if any(at in titles for at in range(candidate.start, candidate.end)) or (rule != "person.after-title" and self._takes_office(text, candidate)):
            return False
        if rule in WEAK and not (rule == "person.list" and candidate.margin > SURE) and not self._strong(text, candidate):
            return False
        return candidate.end in titles or not self.part_of_thing(text, candidate.start, candidate.end)

    def _bearer(self, rule: str, text: str, candidate: Candidate) -> bool:
        """副主席乌兰、罗启明: whether what has the name of a place heads a list of names after a title."""
        end = candidate.end
        after = self.model.read(text, end + 1, LISTED, foreign=0.0) if rule == "person.after-title" and text.startswith("、", end) else None
        return after is not None and after.margin > SURE and after.name not in self.places

    def _takes_office(self, text: str, candidate: Candidate) -> bool:
        """在任青河|市长, 上任云川|市长: 任 is the word of office there, no surname."""
        return candidate.name[0] == "任" and self.model.words.frequency.get(text[candidate.start - 1 : candidate.start + 1], 0) > 0

    def _place(self, name: str) -> bool:
        """沈庄路, 吴兴区埭: a road or village, or a division and more."""
        if len(name) == 2:
            return name[-1] in VILLAGES
        return name[-1] in PLACE_ENDS or name[:3] in self.places

    def _strong(self, text: str, candidate: Candidate) -> bool:
        """In a weak place, a name begins with no everyday word (洪水|冲) or rare surname, and is not all of a quotation."""
        name, words = candidate.name, self.model.words
        if text[candidate.start - 1 : candidate.start] == "“" and text.startswith("”", candidate.end):
            return False
        surname = name[:2] if name[:2] in self.model.compound else name[0]
        if self.model.surname.get(surname, -math.inf) < RARE:
            return "·" in name or (candidate.margin > SURE and len(name) > 2)
        if words.everyday(name[:2]) or (words.frequency.get(name, 0) > ANY_WORD and name not in words.people):
            return False
        return len(name) > 2 or name[1] != "方"

    def part_of_thing(self, text: str, start: int, end: int) -> bool:
        """路, 村, 大学 … after a name make it part of a thing's name; 委 in 委托 does not, nor 县 in 免去某某某县教育局局长."""
        match = self.part.match(text, end)
        if match is None or (end - start == FULL_NAME and self.organ.match(text, end)):
            return False
        sign = match.group()
        return len(sign) > 1 or sign in LEVELS or self.model.words.frequency.get(text[end : end + 2], 0) < 100

    def inside_word(self, text: str, start: int, end: int, titles: Container[int]) -> bool:
        """Whether the characters of a name stand inside another word here: 高峰 in 高峰论坛."""
        if end not in titles and self.part_of_thing(text, start, end):
            return True
        frequency = self.model.words.frequency
        return any(frequency.get(text[a:b], 0) > 100 for a, b in ((start, end + 1), (start - 1, end)) if a >= 0)
