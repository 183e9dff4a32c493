"""Where a text names administrative divisions: 铜川市, 管城区, 三门峡."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.lexicon.automaton import automaton
from kg.mentions.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.lexicon import Lexicon
    from kg.lexicon.divisions import Gazetteer

AROUND = 6  # characters beside a short form that tell how the words around it are cut
HOMELAND = "中国"


class Scanner:
    """Finds the names of divisions in a text, and those that a name begins with.

    Short forms without a class word (三门峡) count for provinces and prefectures; those of counties only
    where jieba's dictionary knows them as places (苍南; not 和平, 城关, which are words of everyday text).
    """

    def __init__(self, lex: Lexicon) -> None:
        self.gazetteer: Gazetteer = lex.divisions
        self.generic = frozenset(lex.words("divisions", "generic"))
        words = frozenset(lex.words("divisions", "word_stems"))
        stems = {
            form
            for form, places in self.gazetteer.forms().items()
            if any(p.level != "county" or form[-1] in "区县旗" for p in places) and form not in words
        }
        counties = {
            form
            for form, places in self.gazetteer.forms().items()
            if len(places) == 1 and form in words_of(lex).geographic and form not in words
        }
        read = (set(self.gazetteer.names()) | stems) - self.generic
        names = sorted(read | (counties - self.generic))
        self._names = names
        self._automaton = automaton(names, longest=True)
        ends = "|".join(map(re.escape, lex.words("divisions", "own_name_ends")))
        self._own_name = re.compile(f"[\u4e00-\u9fff]{{0,10}}?(?:{ends})")
        self._before_short = frozenset(lex.words("divisions", "before_short"))
        self._not_after = {name: tuple(words.split()) for name, words in lex.map("divisions", "not_after").items()}
        self._acting = frozenset(lex.words("titles", "acting"))
        self._smaller = frozenset(lex.words("divisions", "smaller_places"))
        self._words = words_of(lex)
        self._longest = max(map(len, names))
        self._known = frozenset(read)

    def find(self, text: str) -> Iterator[tuple[str, int]]:
        """Each name with its place in the text; not 山东 in 山东海科化工集团, nor 成县 in 形成县域."""
        last = 0
        for pattern, start, end in self._automaton.find_matches_as_indexes(text):
            name = self._names[pattern]
            if name in self._not_after and text.endswith(self._not_after[name], 0, start):
                continue
            if self.full(name):
                if text.startswith("长", end) and name[:-1] in self._acting:
                    continue  # 代县长
                free = len(name) > 2 or start in (0, last) or text[start - 1] in self._before_short
                if not free and "\u4e00" <= text[start - 1] <= "\u9fff":
                    continue
            elif self._own_name.match(text, end) or not self._apart(text, start, end):
                continue
            last = end
            yield name, start

    def _apart(self, text: str, start: int, end: int) -> bool:
        """Whether a short form is a word where it stands: not 北市 in 台北市立医院, 长白 in 会长白某, 新安 in 新安镇."""
        at = max(0, start - AROUND)
        words = self._words.cut(text[at : end + AROUND])
        number = 0
        while at + len(words[number]) <= start:
            at += len(words[number])
            number += 1
        before, rest = text[at:start], text[end : at + len(words[number])]
        if before and before != HOMELAND and self.prefix(before) != before:
            return False
        return len(rest) != 1 and (rest or "".join(words[number + 1 : number + 2])) not in self._smaller

    def full(self, name: str) -> bool:
        """Whether a name carries its class word: 铜川市, 管城区; not 铜川."""
        return bool(self.gazetteer.named(name)) or (len(name) > 2 and name[-1] in "区县旗州")

    def prefix(self, name: str) -> str:
        """The longest division name, in full or cut short, that `name` begins with; empty where none."""
        for length in range(min(self._longest, len(name)), 1, -1):
            if name[:length] in self._known:
                return name[:length]
        return ""


@cache
def scanner_of(lex: Lexicon) -> Scanner:
    """The scanner of a lexicon, built once a process."""
    return Scanner(lex)
