"""Foreign names of several parts, which · or - joins: 马里奥·特里尼, 德马斯-贝内尔."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from kg.mentions.words import PERSON_TAGS
from kg.record import record

if TYPE_CHECKING:
    from kg.mentions.names import NameModel

SWALLOWED = 12.0  # log odds by which words and a shorter name must read better than the whole as a name
SURE_PART = 4  # characters of a part of a name before · that hold nothing else
STRANDED = 4.0  # log odds against a name that leaves one character alone: 德雷克-亚历山|大、
WINDOW = 9  # characters after the name that take part in the decision
HAN_RUN = re.compile("[\u4e00-\u9fff〇]+")
DOTTED = re.compile("[\u4e00-\u9fffA-Za-z.-]{1,12}(?:·[\u4e00-\u9fffA-Za-z.-]{1,12})+")
HYPHENED = re.compile("([\u4e00-\u9fff]{2,6})(?P<mark>[-—])[\u4e00-\u9fff]{2,12}")  # 德马斯-贝内尔, 贝特劳斯—哈恩


@record
class Candidate:
    start: int
    end: int
    name: str  # blanks dropped
    margin: float  # log odds against the reading in which no name stands here


class PartedNames:
    """Reads such a name by the model that weighs its parts."""

    def __init__(self, model: NameModel) -> None:
        self.model = model

    def read(self, text: str, start: int) -> Candidate | None:
        """The name of several parts that begins at `start`, or None."""
        if (dotted := DOTTED.match(text, start)) and not self._swallows(dotted.group().split("·")[0]):
            return self._dotted(text, start, dotted.group(), "·")
        if (hyphened := HYPHENED.match(text, start)) and self._transliterated(hyphened[1]):
            return self._dotted(text, start, hyphened.group(), hyphened["mark"])
        return None

    def no_words(self, part: str) -> bool:
        """Whether the first part of a name reads better as a foreign name than as words: 安东, not 办好马可."""
        foreign = self.model.foreign(part)
        return foreign is not None and foreign > self.model.words.score(part)

    def _transliterated(self, part: str) -> bool:
        """The same, and better than as a Chinese name."""
        foreign, chinese = self.model.foreign(part), self.model.chinese(part)
        return self.no_words(part) and foreign is not None and (chinese is None or foreign > chinese)

    def _dotted(self, text: str, start: int, dotted: str, mark: str) -> Candidate:
        """A name with · or -: the last part is cut where what follows reads best as words."""
        head, _, last = dotted.rpartition(mark)
        run = HAN_RUN.match(last)
        if run is None:
            return Candidate(start, start + len(dotted), dotted, 20.0)
        offset = start + len(head) + 1
        chars = (HAN_RUN.match(text, offset, offset + 24) or run).group()
        best = max(range(1, min(len(chars), 8) + 1), key=lambda n: self._last_part(chars[:n], chars[n : 8 + WINDOW]))
        return Candidate(start, offset + best, text[start : offset + best], 20.0)

    def _swallows(self, head: str) -> bool:
        """石望山致电|约翰·某: whether the part before the first · begins with words that are no name."""
        if len(head) <= SURE_PART:
            return False
        whole = self.model.foreign(head)
        parts = ((head[:at], self.model.foreign(head[at:])) for at in range(2, len(head) - 1))
        words = (self._plain(words) + other for words, other in parts if other is not None)
        return whole is None or max(words, default=-math.inf) > whole + SWALLOWED

    def _plain(self, words: str) -> float:
        """How well characters read as words, or as a Chinese name before them."""
        named = ((self.model.chinese(words[:size]), words[size:]) for size in (2, 3) if size <= len(words))
        return max([self.model.words.score(words), *(odds + (self.model.words.score(rest) if rest else 0.0) for odds, rest in named if odds is not None)])

    def _last_part(self, part: str, rest: str) -> float:
        """How well a name's last part ends before `rest`, which should begin with a word and not with more name."""
        odds = self.model.foreign(part) or -12.0
        if not rest:
            return odds + 3.0
        if len(rest) == 1 and self.model.after.match(rest) is None:
            odds -= STRANDED
        more = -8.0 if self.model.words.tag(self.model.words.first(rest[:6])) in PERSON_TAGS else 0.0
        return odds + self.model.words.score(rest) + self.model.after_bonus(rest) + more
