"""Sentences of a repaired text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.articles.furniture import HAN
from kg.articles.layout import Layout, layout_of
from kg.articles.regions import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.lexicon import Lexicon
    from kg.model import Span

WORD = re.compile(f"[{HAN}]")
LONGEST = 9  # characters of what is left over
LEFT_OVER = re.compile(rf"[{HAN}]{{2,6}}(?:社|报|网|台)发?[。：]?")  # 新华社发（… 摄）


class Reader:
    """Finds sentences."""

    def __init__(self, lex: Lexicon) -> None:
        self.layout: Layout = layout_of(lex)
        goes_on = "|".join(map(re.escape, lex.words("layout", "not_sentence_ends")))
        self._end = re.compile(
            rf"[。！？…][。！？…]*+[”’）】]*+(?!{goes_on}|(?<=[？！]”)“|[^《》\n]{{0,40}}》|[^（）\n]{{0,60}}）)"
        )

    def sentences(self, text: str, body: int, bylines: Sequence[Span]) -> tuple[Span, ...]:
        """Sentences from `body` on, in order, without blanks around them, datelines and credits left out."""
        found: list[Span] = []
        k = 0
        for start, end in paragraphs(text, body):
            at = self.layout.dateline_end(text, start, end)
            while k < len(bylines) and bylines[k][0] < end:
                found += self._sentences(text, at, bylines[k][0])
                at = max(at, bylines[k][1])
                k += 1
            found += self._sentences(text, at, end)
        return tuple(found)

    def _sentences(self, text: str, start: int, end: int) -> Iterator[Span]:
        while start < end:
            match = self._end.search(text, start, end)
            stop = match.end() if match else end
            stretch = text[start:stop]
            if WORD.search(stretch) and (len(stretch) > LONGEST or not LEFT_OVER.fullmatch(stretch)):
                lead = len(stretch) - len(stretch.lstrip(" ：:，。"))
                yield start + lead, start + len(stretch.rstrip(" "))
            start = stop

@cache
def reader_of(lex: Lexicon) -> Reader:
    """The reader that works with a lexicon, made once."""
    return Reader(lex)
