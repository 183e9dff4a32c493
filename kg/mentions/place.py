"""Places: administrative divisions by name, park zones, and 我市, 该县 for the article's own."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.lexicon.automaton import automaton
from kg.model import Mention, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.lexicon import Lexicon

LEVELS = "省市区县州盟旗"
ACTING = "代"
MIN_STEM = 2
TOWNS = ("镇", "乡", "街道")
NAME = "(?![各全本该我])[\u4e00-\u9fff]{2,3}?(?:(?<![城乡])镇|(?<![家故下返回])乡(?!镇)|街道)"
TOWN = re.compile(  # towns, which the gazetteer of counties does not have: 县水利局、青禾镇、松岭乡负责同志; 青禾镇举行
    f"(?<=[，。；：\n]){NAME}(?=、[\u4e00-\u9fff]{{2,4}}(?:镇|乡|街道)(?:[、和等]|负责|主要|分管|相关|有关))|(?<=[、县区]){NAME}(?=[、和等]|负责|主要负责|主要领导|分管|相关|有关|党[委政])|(?:(?<=[，。\n日午])|\\A){NAME}(?=(?:在[^，。；]{{2,20}}?)?(?:召开|举行|举办|组织|开展|启动|承办))"
)
HAN = re.compile("[\u4e00-\u9fff]")


class PlaceFinder:
    """One automaton over full names, the short forms that newspapers use, and countries."""

    def __init__(self, lex: Lexicon) -> None:
        gazetteer = lex.divisions
        doubtful = frozenset(lex.words("divisions", "word_stems"))
        names = set(gazetteer.names())
        for form, places in gazetteer.forms().items():
            big = any(p.level != "county" for p in places)
            if form[-1] in LEVELS or (big and len(form) >= MIN_STEM and form not in doubtful):
                names.add(form)
        self.own = frozenset(lex.words("bodies", "own_heads"))
        self.acting = tuple(f"{ACTING}{level}长" for level in LEVELS)
        self.joined = frozenset(lex.words("divisions", "joined"))
        zones = frozenset(lex.words("posts", "zones"))
        self.names = tuple(sorted((names | self.own | set(lex.words("bodies", "abroad"))) - zones))
        self.automaton = automaton(self.names, longest=True)
        self.zone = re.compile("|".join(sorted((z for z in zones if len(z) > MIN_STEM), key=len, reverse=True)))

    def spans(self, text: str) -> list[Span]:
        """Where divisions and countries are named, whatever else stands there."""
        found = self.automaton.find_matches_as_indexes(text)
        return [(start, end) for _, start, end in found if text[start] != ACTING or not text.startswith(self.acting, start)]  # 代县长

    def find(self, text: str, named: Sequence[Span], taken: Sequence[Span]) -> list[Mention]:
        """Places of a text that lie in no span of `taken` (bodies, people), in order; chains (河南省郑州市) as one.

        `named` are the `spans` of the same text.
        """
        found: list[Mention] = []
        spans = [(s, e, "place.division") for s, e in named]
        spans += [(m.start(), m.end(), "place.zone") for m in self.zone.finditer(text)]
        if any(kind in text for kind in TOWNS):
            spans += [(m.start(), m.end(), "place.town") for m in TOWN.finditer(text)]
        free = iter(sorted(taken))
        block = next(free, None)
        for start, end, rule in sorted(spans):
            while block and block[1] <= start:
                block = next(free, None)
            if (block and block[0] < end) or (text[start:end] in self.joined and HAN.match(text, start - 1)):
                continue
            begin = start
            if found and found[-1].end == start and rule in (found[-1].rule, "place.town"):
                begin = found.pop().start
            found.append(Mention("place", begin, end, text[begin:end], rule))
        return found


@cache
def place_finder(lex: Lexicon) -> PlaceFinder:
    """The finder of a lexicon, built once a process."""
    return PlaceFinder(lex)
