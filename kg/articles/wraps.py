"""Lines that a typist or a mail program broke at a fixed width, and the blanks such breaks left behind."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.articles.furniture import HAN
from kg.record import record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.articles.layout import Line
    from kg.lexicon import Lexicon

SLACK = 6  # columns by which a full line may be narrower than the widest
NARROWEST, WIDEST = 44, 112  # columns of lines that are broken here and there; a Chinese character has two
FEW = 6  # fewest lines by which a page of narrow columns is known
DENSE = 160  # most columns where most lines are broken
STRETCH = 20  # fewest characters between two blanks that a break left
GAP = re.compile(f" (?<=[{HAN}，。、；：”）》] )(?=[{HAN}，。、；：“（《])")
BLANKS = re.compile(" +")
NUMBER = re.compile("\\d|[年月日号时%万亿余多个名人次]")
LONGEST_WORD = 6
TABLES = (
    ("titles", "heads"), ("titles", "ranks"), ("organs", "suffixes"), ("words", "nouns"), ("words", "verbs"), ("words", "adverbs"),
    ("bodies", "closers"), ("bodies", "keep"), ("bodies", "cities"), ("divisions", "peoples"),
)


@record
class Wrap:
    """How a page is broken. `dense`: all its lines are, and a line that is not full ends a paragraph."""

    width: int = 0  # columns of a full line, 0 where lines are whole paragraphs
    length: int = 0  # the most characters of one
    dense: bool = False
    stretch: int = 0  # characters between the blanks that breaks left, 0 where there are none

    def is_full(self, line: Line) -> bool:
        """Whether a line reaches the width at which this page is broken."""
        if not self.width:
            return False
        return self.width - SLACK <= columns(line.text) or self.length - SLACK // 2 <= len(line.text)


NO_WRAP = Wrap()


class Seams:
    """Tells whether a break or a blank runs through a word of the lexicon: 省|委书记, 副部|长."""

    def __init__(self, lex: Lexicon) -> None:
        words = {word for file, table in TABLES for word in lex.words(file, table)}
        words |= {name for name in lex.divisions.names() if 2 < len(name) <= LONGEST_WORD}
        words |= {f"{level}委" for level in lex.words("divisions", "suffixes") if len(level) == 1}
        self._words = frozenset(word for word in words if 1 < len(word) <= LONGEST_WORD)

    def cut_a_word(self, before: str, after: str) -> bool:
        """Whether the end of `before` and the head of `after` make up a word together, or a number: 3月1|0日."""
        if before[-1:].isdigit() and NUMBER.match(after):
            return True
        for left in range(1, min(LONGEST_WORD, len(before) + 1)):
            for right in range(1, min(LONGEST_WORD - left, len(after)) + 1):
                if before[-left:] + after[:right] in self._words:
                    return True
        return False


def columns(text: str) -> int:
    """The width of a text on a page: two for a Chinese character (three bytes of UTF-8), one for a Latin one."""
    return (len(text) + len(text.encode("utf-8", "surrogatepass"))) // 2


def wrap_of(lines: Sequence[Line]) -> Wrap:
    """How the lines of a page are broken."""
    lines = [line for line in lines if line.kind != "page"]
    width = _dense(lines)
    if width.width:
        return replace(width, dense=True, stretch=_stretch(lines))
    return replace(_sparse(lines), stretch=_stretch(lines))


def _dense(lines: Sequence[Line]) -> Wrap:
    """The width at which a typist broke all lines, none where lines are whole paragraphs."""
    if len(lines) < FEW:
        return NO_WRAP
    widths = sorted(columns(line.text) for line in lines)
    wrap = Wrap(widths[len(widths) * 9 // 10], sorted(len(line.text) for line in lines)[len(lines) * 9 // 10])
    full = sum(1 for line in lines if wrap.is_full(line) and columns(line.text) <= wrap.width + SLACK)
    broken = sum(1 for line in lines if line.open)
    return wrap if wrap.width <= DENSE and full * 2 >= len(lines) and broken * 2 >= len(lines) else NO_WRAP


def _sparse(lines: Sequence[Line]) -> Wrap:
    """The same for pages of short paragraphs, where only some lines are full: the widest ones are, and are open."""
    texts = [line for line in lines if line.kind != "byline"]
    wrap = Wrap(max((columns(line.text) for line in texts), default=0), max((len(line.text) for line in texts), default=0))
    if not NARROWEST <= wrap.width <= WIDEST:
        return NO_WRAP
    full = [(a, b) for a, b in pairwise(texts) if wrap.is_full(a)]
    broken = sum(1 for a, b in full if a.open and not b.gap and not b.indented and b.kind in ("prose", "short"))
    return wrap if broken >= 2 and broken * 5 >= len(full) * 4 else NO_WRAP


def _stretch(lines: Sequence[Line]) -> int:
    """The number of characters between blanks that stand at even distances in running text."""
    counted: Counter[int] = Counter()
    for line in lines:
        places = [-1, *(match.start() for match in GAP.finditer(line.text))]
        counted.update(b - a - 1 for a, b in pairwise(places) if b - a > STRETCH)
    if not counted:
        return 0
    best = max(counted.items(), key=lambda item: (item[1], item[0]))[0]
    around = sum(counted[best + more] for more in (-2, -1, 0, 1, 2))
    share = around / counted.total()
    return best if (around >= 3 and share * 3 >= 2) or (around == 2 and share == 1) else 0


def left_by_breaks(page: str, start: int, end: int, stretch: int) -> frozenset[int]:
    """The blanks of a line that stand where lines of `stretch` characters were broken."""
    blanks = [match.span() for match in BLANKS.finditer(page, start, end)]
    found: set[int] = set()
    last = start
    for left, right in blanks:
        if stretch - SLACK < left - last <= stretch + 2:
            found.add(left)
            last = right
        elif left - last > stretch:
            last = right
    for (left, right), (following, _) in reversed(list(pairwise(blanks))):
        if following in found and abs(following - right - stretch) <= 2:
            found.add(left)
    return frozenset(found)


@cache
def seams_of(lex: Lexicon) -> Seams:
    """The words of a lexicon, put together once."""
    return Seams(lex)
