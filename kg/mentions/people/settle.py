"""Evidence of the whole article: which reading of a name holds, and where else the name stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.mentions.words import either
from kg.model import Mention, PersonValue

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from kg.lexicon import Lexicon
    from kg.mentions.names import NameModel
    from kg.mentions.people.doubts import Doubts

HAN = re.compile("[\u4e00-\u9fff]")


class Settler:
    """Settles names that compete, and finds every mention of those that stay."""

    def __init__(self, lex: Lexicon, model: NameModel, doubts: Doubts) -> None:
        self.model = model
        self.doubts = doubts
        self.address = re.compile(f"一行|同志|{either(lex.words('titles', 'courtesy'))}")

    def settle(self, text: str, names: Sequence[str]) -> list[str]:
        """One reading where a shorter and a longer one compete (虎强 and 虎强要): the shorter if it stands without."""
        dropped: set[str] = set()
        for name in names:
            for short in (name[:-1], name[:-2]):
                if len(short) > 1 and short in names:
                    dropped.add(name if text.count(short) > text.count(name) else short)
        return [self._whole(text, name) for name in names if name not in dropped]

    def _whole(self, text: str, name: str) -> str:
        """范付 that 中 follows each time, 中 beginning no word, is 范付中."""
        ends = [start + len(name) for start in finds(text, name)]
        after = [text[end : end + 2] for end in ends]
        if len(name) != 2 or len(after) < 2 or len({a[:1] for a in after}) > 1 or len({a[1:] for a in after}) < 2:
            return name
        more = after[0][:1]
        if more in self.model.never_last and not any(self.address.match(text, end + 1) for end in ends):
            return name
        word = all(self.model.words.frequency.get(a, 0) > 100 for a in after)
        return name + more if HAN.fullmatch(more) and not word else name

    def mentions(self, text: str, names: Sequence[str], rules: Mapping[str, str], titles: Container[int]) -> Iterator[Mention]:
        """Every mention of these names, the first with the rule that found the name."""
        seen: set[str] = set()
        for start, end, name in self._spots(text, names):
            if not self.doubts.inside_word(text, start, end, titles):
                rule = "person.repeat" if name in seen else rules.get(name, "person.repeat")
                seen.add(name)
                yield Mention("person", start, end, text[start:end], rule, PersonValue(name))

    @staticmethod
    def _spots(text: str, names: Sequence[str]) -> Iterator[tuple[int, int, str]]:
        """Where these names stand, longer ones first where they overlap; 王 伟 is 王伟."""
        found = []
        for name in names:
            printed = (name, f"{name[0]} {name[1]}") if len(name) == 2 else (name,)
            found += [(start, start + len(form), name) for form in printed for start in finds(text, form)]
        floor = 0
        for start, end, name in sorted(found, key=lambda spot: (spot[0], -spot[1])):
            if start >= floor:
                floor = end
                yield start, end, name


def finds(text: str, part: str) -> Iterator[int]:
    """Every place of a part in a text."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)
