"""Runs of posts that belong together: 县委副书记、县长, 市委常委 宣传部长, 局长兼党组书记."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.facts.holders.careers import honour
from kg.facts.holders.items import Item, item_follows
from kg.mentions.words import either

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from kg.facts.holders.careers import Careers
    from kg.lexicon import Lexicon
    from kg.model import Mention

NOTE = "(?:（[^（）、，。]{1,8}）(?=[、，]))?"
JOINT = "(?:[、，]? ?(?:并|又)?兼(?:任)?|[、，] ?(?:现任|时任|原任|前任|现|同时也是|同时还是|也是|还是)?| |暨|和|及)"
HONOURED = re.compile("(?:优秀|最美|十佳|模范)(?![的、，])")  # 全国优秀县委书记 is an honour; not 全国劳动模范、县委书记
STATE = frozenset({"总统", "总理", "首相", "国王"})  # whose bodies are called after them


class Chains:
    """Finds runs of posts over one lexicon."""

    def __init__(self, lex: Lexicon, careers: Careers) -> None:
        self.careers = careers
        self.collective = frozenset(lex.words("titles", "no_post"))
        self.membership = frozenset(lex.words("titles", "membership"))
        self.academic = frozenset(lex.words("titles", "academic"))
        self.attached = frozenset(lex.words("titles", "attached"))
        self.joint = re.compile(f"{NOTE}(?:[、，]{honour(lex)}){{0,4}}{JOINT}")  # 县委书记|、党的二十大代表、|县长
        self.called = re.compile(f"(?:{either(lex.words('offices', 'called'))})“?\\Z")

    def find(self, text: str, items: Sequence[Item], people: Sequence[Mention]) -> Iterator[list[Item]]:
        """Runs of posts with nothing but separators between them."""
        starts, ends = {p.start for p in people}, {p.end for p in people}
        led = _led(text, items, starts)
        chain: list[Item] = []
        for item in items:
            if item.start in ends and item.value.title in self.academic:
                continue  # 石某上将: an address
            if chain and not item.org and (chain[-1].title.end, text[item.start - 1], text[item.title.end : item.title.end + 1]) == (item.start - 1, "（", "）"):
                continue  # 主任（院长）、党委副书记
            if chain and item.org and chain[-1].value.title in STATE and item_follows(chain[-1], item):
                chain[-1] = replace(item, start=chain[-1].start, org=text[chain[-1].start : item.title.start])  # 云国总统|能源委员会秘书长
                continue
            if chain and item.value.title in self.attached and item_follows(chain[-1], item):
                chain[-1] = replace(item, start=chain[-1].start, org=chain[-1].org)  # 青湖国总统|新闻秘书: the office of another
                continue
            if chain and not (self._joined(text, chain[-1], item) and chain[-1].title.end not in starts and not self._parted(text, chain, item, people, led)):
                yield chain
                chain = []
            if item.value.title not in self.membership and not self.called.search(text, max(0, item.start - 6), item.start) and not HONOURED.search(text, max(0, item.start - 4), item.start + 4):
                chain.append(item)
        if chain:
            yield chain

    def _joined(self, text: str, one: Item, other: Item) -> bool:
        """Whether nothing but a separator, or nothing at all, stands between two posts: 县委常委宣传部长."""
        return item_follows(one, other) or self.joint.fullmatch(text, one.title.end, other.start) is not None

    def _parted(self, text: str, chain: list[Item], item: Item, people: Sequence[Mention], led: Container[int]) -> bool:
        """甲某担任省委常委，副省长乙某: the comma ends what is said of one who takes office before the next is named; 学校领导，校长乙某."""
        if text[chain[-1].title.end] != "，":
            return False
        if chain[-1].value.title in self.collective:
            return True
        if item.title.end not in led:
            return False
        verb = self.careers.verb_before(text, chain[0].start)
        return verb is not None and bool(self.careers.subject(text, verb, chain[-1].title.end, people))


def _led(text: str, items: Sequence[Item], starts: Container[int]) -> frozenset[int]:
    """Where titles end that a name follows, at once or behind more posts of its bearer: 组长、局长甲某."""
    found: set[int] = set()
    for number in range(len(items) - 1, -1, -1):
        end = items[number].title.end
        more = items[number + 1] if number + 1 < len(items) else None
        if end in starts or (more and text[end : end + 1] == "、" and more.start == end + 1 and more.title.end in found):
            found.add(end)
    return frozenset(found)
