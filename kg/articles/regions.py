"""The stretches of an article that credit people: whole lines, brackets, the head of a report, the end of a caption."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.articles.credits import BODY_ENDS, BRACKETED, CLOSING, OPENING, Credit
from kg.articles.layout import Layout, layout_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.lexicon import Lexicon
    from kg.model import Span

TAIL = re.compile(r"(?<=[。！？”）]) ?([^。！？“”（）\n]{2,60})$")
LONGEST_TAIL = 62  # characters that it may take, a blank and a line break with them
INSIDE = re.compile(r"(?<=[。！？”）])[^。，！？（）\n]{3,30}?摄(?:/\w{2,8})?(?= )")
UNDER_HEADLINE = 18  # characters of a line of names under a headline
LEAD = 60  # most characters of the names before a report
REPORTED = re.compile(r"[：:]|(?<=报道)|(?<=[电讯])|(?=[，,]? ?\d{1,2}[月日])|(?= )")
REPORTS = ("报道", "电", "讯")
LAST_NAME = re.compile(r"[ \n](\S{2,4})\n?$")
SEVERAL = 2  # names in brackets at the head of a paragraph that are a credit by themselves
WHEN = re.compile(r"[0-9]{1,4}[年月日]|近日|日前|昨[日天]|今[日天]|连日来")  # a report begins behind one alone: （田小禾）5月3日
REACH = 80  # characters from the end of a paragraph in which the credit for a picture begins


class Regions:
    """Finds the credits of a text."""

    def __init__(self, lex: Lexicon) -> None:
        self.layout: Layout = layout_of(lex)
        self._grammar = self.layout.credits

    def of(self, text: str, body: int) -> tuple[Span, ...]:
        """Regions in order: lines that are nothing else, brackets with a role, names behind a dateline, credits of
        captions, bare names in brackets at the very end, and a reporter's name behind the headline.
        """
        found: list[Span] = []
        last = True
        for start, end in reversed(list(paragraphs(text, body))):
            regions = self._in_paragraph(text, start, end, last=last)
            found += regions
            covered = bool(regions) and regions[0][0] == start and regions[-1][1] == end
            last = last and (covered or self.layout.kind(text[start:end]) in ("page", "byline", "photo"))
        found += self._below_roles(text, body)
        found += self._in_headline(text, body, found)
        return tuple(sorted(set(found)))

    def _below_roles(self, text: str, body: int) -> Iterator[Span]:
        """A role in a line of its own, and the name in the next: 编辑 / 田小禾."""
        for (start, end), (below, stop) in pairwise(paragraphs(text, body)):
            if self._grammar.is_role(text[start:end].strip()) and self._grammar.is_name(text[below:stop].strip()):
                yield start, stop

    def _in_headline(self, text: str, body: int, found: list[Span]) -> Iterator[Span]:
        """Names alone in the line under the headline, a body before the one of them or not; a reporter's behind it."""
        start = text.rfind("\n", 0, max(0, body - 1)) + 1
        line = text[start:body].rstrip("\n")
        if start and len(line) <= UNDER_HEADLINE and self._grammar.signed(line) is not None:
            yield start, start + len(line)
        match = LAST_NAME.search(text, 0, body)
        if match and any(match[1] == credit.name for a, b in found for credit in self.read(text[a:b])):
            yield match.span(1)

    def read(self, region: str) -> tuple[Credit, ...]:
        """The people that a region credits; the places in them count from its head."""
        region = region.replace("\n", " ")
        names = self._grammar.signed(region)
        region = region if names is None else " " * names + region[names:]
        bare = region[0] in OPENING or names is not None
        inner = f" {region[1:-1]} " if bare and region[-1] in CLOSING else region
        inner = inner.rstrip("。")
        if found := self._grammar.read(inner, bare=bare):
            return found
        start = self._grammar.caption_end(inner)
        return self._grammar.read(" " * start + inner[start:]) if start < len(inner) else ()

    def _in_paragraph(self, text: str, start: int, end: int, *, last: bool) -> list[Span]:
        grammar = self._grammar
        paragraph = text[start:end]
        report = self.layout.dateline_end(text, start, end)
        signed = last and paragraph.endswith("）")
        if not (signed or report > start or paragraph.startswith("（") or grammar.may_read(paragraph)):
            return []
        if grammar.read(paragraph):
            return [(start, end)]
        found = {m.span() for m in BRACKETED.finditer(text, start, end) if self._credits(m[1])}
        if "摄" in paragraph:
            found |= {m.span() for m in INSIDE.finditer(text, start, end) if grammar.read(m[0])}
        if found and paragraph[-1] not in "摄/" and not TAIL.search(text, max(start, end - LONGEST_TAIL), end) and report == start and not signed:
            return sorted(found)
        found |= set(self._at_head(text, report, end, dated=report > start))
        found |= set(self._at_end(text, start, end, signed=signed))
        return _apart(found)

    def _credits(self, inner: str) -> bool:
        """Whether the words of a bracket credit somebody: （记者 田小禾）, （如图，田小禾摄）."""
        return bool(self._grammar.read(inner)) or self._grammar.caption_end(inner) < len(inner)

    def _at_head(self, text: str, start: int, end: int, *, dated: bool) -> Iterator[Span]:
        """本报讯 记者田小禾报道：…, 本报讯（田小禾）…, （田小禾、方一舟）近日…"""
        bracket = BRACKETED.match(text, start, end)
        enough = bracket and (1 if dated or WHEN.match(text, bracket.end()) else SEVERAL)
        if bracket and enough and not bracket[1].endswith(BODY_ENDS) and len(self._grammar.read(bracket[1], bare=True)) >= enough:
            yield bracket.span()
        head = text[start : min(end, start + LEAD)]
        best = 0
        for match in REPORTED.finditer(head) if dated or any(word in head for word in REPORTS) else ():
            lead = head[: match.start()]
            if (dated or lead.endswith(REPORTS)) and self._grammar.read(lead.rstrip(" ")):
                best = len(lead.rstrip(" "))
        if best:
            yield start, start + best

    def _at_end(self, text: str, start: int, end: int, *, signed: bool) -> Iterator[Span]:
        tail = TAIL.search(text, max(start, end - LONGEST_TAIL), end)
        if tail and self._grammar.read(tail[1]):
            yield tail.span(1)
        low = max(start, end - REACH)
        begin = self._grammar.caption_end(text[low:end])
        if low + begin < end:
            yield low + begin, end
        opening = text.rfind("（", start, end)
        if signed and opening >= 0 and self._grammar.read(text[opening + 1 : end - 1], bare=True):
            yield opening, end


def paragraphs(text: str, start: int) -> Iterator[Span]:
    """The lines of a text from a place on, empty ones left out."""
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if start < end:
            yield start, end
        start = end + 1


def _apart(found: set[Span]) -> list[Span]:
    """Regions in order; of two that overlap the longer one."""
    kept: list[Span] = []
    for span in sorted(found, key=lambda s: (s[0] - s[1], s)):
        at = bisect_left(kept, span)
        if (at == 0 or kept[at - 1][1] <= span[0]) and (at == len(kept) or span[1] <= kept[at][0]):
            kept.insert(at, span)
    return kept


@cache
def regions_of(lex: Lexicon) -> Regions:
    """The finder that works with a lexicon, made once."""
    return Regions(lex)
