"""Sentences of a repaired text, and the stretches of it that are credits."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.articles.credits import BRACKETED, HAN
from kg.articles.layout import HEADLINE, Layout, layout_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.lexicon import Lexicon
    from kg.model import Span

WORD = re.compile(f"[{HAN}]")
TAIL = re.compile(r"(?<=[。！？”）]) ?([^。！？“”（）\n]{2,60})$")


class Reader:
    """Finds bylines and sentences."""

    def __init__(self, lex: Lexicon) -> None:
        self.layout: Layout = layout_of(lex)
        goes_on = "|".join(map(re.escape, lex.words("layout", "not_sentence_ends")))
        self._end = re.compile(
            rf"[。！？…]++[”’）】]*+(?!{goes_on}|(?<=[？！]”)“|[^《》\n]{{0,40}}》|[^（）\n]{{0,60}}）)"
        )

    def bylines(self, text: str, body: int) -> tuple[Span, ...]:
        """Credits: lines that are nothing else, brackets with a role, bare names in brackets at the very end."""
        found: list[Span] = []
        paragraphs = list(_paragraphs(text, body))
        last = True
        for start, end in reversed(paragraphs):
            regions = self._in_paragraph(text, start, end, last=last)
            found += regions
            covered = regions and regions[0][0] == start and regions[-1][1] == end
            last = last and (bool(covered) or self.layout.kind(text[start:end]) in ("page", "byline", "photo"))
        return tuple(sorted(found))

    def sentences(self, text: str, body: int, bylines: Sequence[Span]) -> tuple[Span, ...]:
        """Sentences from `body` on, in order, without blanks around them, datelines and credits left out."""
        found: list[Span] = []
        k = 0
        for start, end in _paragraphs(text, body):
            if end - start <= HEADLINE and self.layout.kind(text[start:end]) == "page":
                continue
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
            if WORD.search(stretch):
                lead = len(stretch) - len(stretch.lstrip(" ：:，。"))
                yield start + lead, start + len(stretch.rstrip(" "))
            start = stop

    def _in_paragraph(self, text: str, start: int, end: int, *, last: bool) -> list[Span]:
        grammar = self.layout.credits
        paragraph = text[start:end]
        if not (last and paragraph.endswith("）")) and not grammar.mark.search(paragraph):
            return []
        if grammar.read(paragraph):
            return [(start, end)]
        if self.layout.kind(paragraph) == "page":
            return [m.span() for m in grammar.labelled.finditer(text, start, end) if grammar.read(m[0])]
        found = [m.span() for m in BRACKETED.finditer(text, start, end) if grammar.read(m[1])]
        tail = TAIL.search(text, start, end)
        if tail and grammar.read(tail[1]):
            found.append(tail.span(1))
        if last and paragraph.endswith("）"):
            opening = text.rfind("（", start, end)
            if opening >= 0 and (opening, end) not in found and grammar.read(text[opening + 1 : end - 1], bare=True):
                found.append((opening, end))
        return sorted(found)


@cache
def reader_of(lex: Lexicon) -> Reader:
    """The reader that works with a lexicon, made once."""
    return Reader(lex)


def _paragraphs(text: str, start: int) -> Iterator[Span]:
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if start < end:
            yield start, end
        start = end + 1
