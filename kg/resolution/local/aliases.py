"""Forms of one body's name on one page: what 以下简称 declares, and abbreviations by leaving characters out.

高新投控集团 is 郑州高新投资控股集团 where both stand on one page, the first signs agree once the place is
left out or the last ones do, the class words agree, and no other body of the page fits as well.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from kg.lexicon import Lexicon
    from kg.resolution.local.scan import Scanner

DECLARED = re.compile(r"([^，。；：！？、\s（）()]{3,40})[（(](?:以下)?(?:简称|称)[：:为]?[“\"]?([^“”\"（）()，。]{2,20})[”\"]?[）)]")
DECLARES = re.compile(r"[（(](?:以下)?(?:简称|称)")  # much quicker to look for than the name before it
SHORTEST = 2  # characters of an abbreviation without its class word


class Aliases:
    def __init__(self, lex: Lexicon, scan: Scanner) -> None:
        self._scan = scan
        self._classes = {word: long for long, words in _classes(lex) for word in words}
        self._longest_first = tuple(sorted(self._classes, key=len, reverse=True))

    def pairs(self, texts: Iterable[str], names: Collection[str]) -> Iterator[tuple[str, str]]:
        """Pairs (short name, full name) among the names of bodies on one page."""
        found: dict[str, set[str]] = defaultdict(set)
        for text in filter(DECLARES.search, texts):
            for match in DECLARED.finditer(text):
                full = max((n for n in names if match[1].endswith(n)), key=len, default="")
                if full and match[2] in names and match[2] != full:
                    found[match[2]].add(full)
        declared = set(found)
        for short, full in self._shortened(names):
            if short not in declared:
                found[short].add(full)
        for short in sorted(found):
            if len(found[short]) == 1:
                yield short, next(iter(found[short]))

    def _shortened(self, names: Collection[str]) -> Iterator[tuple[str, str]]:
        cut = {name: self._cut(name) for name in sorted(names)}
        by_class: dict[str, list[str]] = defaultdict(list)
        for name, (_, kind) in cut.items():
            if kind:
                by_class[kind].append(name)
        for group in by_class.values():
            for short in group:
                core = cut[short][0]
                if len(core) >= SHORTEST:
                    yield from ((short, full) for full in group if not full.startswith(short) and self._abbreviates(core, full, cut[full][0]))

    def _abbreviates(self, short: str, full_name: str, full: str) -> bool:
        if len(short) >= len(full) or "（" in full:
            return False  # 某某（东山）公司 is a branch of 某某公司
        if full_name.removesuffix(self._ending(full_name)).endswith(short):
            return True  # 投资公司 is 某某投资有限公司
        head = self._scan.prefix(full_name)
        cores = {full, full[len(head) :]} if head else {full}
        return any(core[:1] == short[0] and core != short and subsequence(short, core) for core in cores) or (
            bool(head) and full[len(head) :] == short
        )

    def _ending(self, name: str) -> str:
        """The class word at the end of a name: 有限公司."""
        return next(w for w in self._longest_first if name.endswith(w)) if name.endswith(self._longest_first) else ""

    def _cut(self, name: str) -> tuple[str, str]:
        """A name without its class word, and the class: (高新投控, 集团)."""
        ending = self._ending(name)
        kind = self._classes.get(ending, "")
        return name.removesuffix(kind if name.endswith(kind) else ending), kind


def subsequence(short: str, full: str) -> bool:
    """Whether the characters of `short` stand in `full` in that order."""
    rest = iter(full)
    return all(sign in rest for sign in short)


def _classes(lex: Lexicon) -> list[tuple[str, tuple[str, ...]]]:
    """Class words that name the same kind of body: 有限公司 and 公司."""
    groups: dict[str, list[str]] = defaultdict(list)
    for word, kind in lex.map("organs", "class_words").items():
        groups[kind].append(word)
    return [(kind, tuple(words)) for kind, words in groups.items()]
