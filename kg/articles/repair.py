"""Broken columns mended: lines joined, words printed twice at a seam and blanks of the layout left out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.articles.characters import CJK
from kg.articles.furniture import HAN
from kg.articles.layout import CLOSERS, ENDS, HEADING, TEXT, Layout, Line, layout_of
from kg.articles.wraps import left_by_breaks, seams_of

if TYPE_CHECKING:
    from kg.articles.heads import Group
    from kg.lexicon import Lexicon

SEAM = 60  # most characters that are looked at for words printed twice
LONGEST_NAME = 4  # characters; a stretch as short as that between blanks may be one name of a list
SHORTEST_WORD = 3  # characters; a piece no longer than that is taken for a word cut off: 团队的学术 优势
NEAR = 2000  # characters on either side in which a word is looked for again
SHORTEST = 15  # fewest characters of a piece of running text that has no full stop
TWICE = 3  # fewest characters printed twice that are taken for a slip
SOME, ALL = 1, 2  # lines of an article that are indented: paragraphs, or most of what is printed
HALVES = "；："  # end a sentence or only a part of one
CUT = "，、（“《‘【—"
SPEAKER = re.compile(rf"[{HAN}]{{2,6}}：|\d{{4}}(?:年|[-—])")  # 记者：… and the lines of a curriculum vitae
SPACED = re.compile(f"[{HAN}] [{HAN}](?![{HAN}])")
BLANKS = re.compile(" +")
ENDED = re.compile(r"[^。！？]{1,60}[。！？][”’]?")
MARKS = re.compile(f"[{CJK}]")
LETTERS = re.compile(f"[{HAN}]")
ASCII = re.compile("[!-~]")
CITIES = frozenset("沙春江治")  # 局 长沙: what is no 局长
Span = tuple[int, int]


Paragraph = list[Span]  # stretches of the page's text; one of a line break alone stands for a blank


class Mender:
    """Puts an article's lines together as paragraphs."""

    def __init__(self, lex: Lexicon) -> None:
        self.layout: Layout = layout_of(lex)
        self._leaning = lex.words("layout", "leaning")
        self._trailing = lex.words("layout", "trailing")
        self._openers = lex.words("layout", "openers")
        self._surnames = frozenset(lex.words("names", "surnames"))
        self._seams = seams_of(lex)
        self._titles = frozenset(word for word in lex.words("titles", "heads") if len(word) == 2)
        self._unit_ends = frozenset(lex.words("layout", "unit_ends"))

    def paragraphs(self, page: str, group: Group) -> list[Paragraph]:
        """The body of an article. Spans refer to `page`."""
        count = sum(1 for line in group.body if line.indented)
        indents = ALL if count * 2 > len(group.body) else SOME if count else 0
        done: list[Paragraph] = []
        before: Line | None = None
        for line in group.body:
            start = line.start
            if line.kind == "page":
                done += ([(start + a, start + b)] for a, b in self.layout.credit_spans(line.text))
                before = line
                continue
            joins = before is not None and self._joins(before, line, group, page, indents=indents)
            if before is not None:
                start += _printed_twice(before, line, joined=joins)
            if start < line.end:
                if not joins:
                    done.append([])
                elif start == line.start and _latin(page, before, start):
                    done[-1].append((start - 1, start))
                done[-1] += self.unblanked(page, start, line.end, prose=line.kind in TEXT or _is_running(line), stretch=group.wrap.stretch)
            before = line
        return done

    def unblanked(self, page: str, start: int, end: int, *, prose: bool, stretch: int = 0) -> list[Span]:
        """A stretch of a line without the blanks that say nothing; other runs of blanks keep one.

        `stretch` is the distance at which breaks left blanks on this page, 0 where they did not.
        """
        spans: list[Span] = []
        broken = left_by_breaks(page, start, end, stretch) if stretch and prose else frozenset()
        if "  " not in page[start:end] and not (prose and " " in page[start:end]):
            return [(start, end)]
        credit = self.layout.credits.bracket.search(page, start, end) if prose else None
        for match in BLANKS.finditer(page, start, end):
            guarded = not prose or (credit is not None and credit.start() < match.start() < credit.end())
            keep = guarded or (match.start() not in broken and self._says_something(page, match.start(), match.end(), start, end))
            spans.append((start, match.start() + keep))
            start = match.end()
        return [span for span in (*spans, (start, end)) if span[0] < span[1]]

    def _joins(self, a: Line, b: Line, group: Group, page: str, *, indents: int) -> bool:
        """Whether line b goes on with the sentence that line a left open."""
        wrap = group.wrap
        if not self._may_join(a, b) or (indents == ALL and b.indented and not wrap.dense):
            return False
        if not a.open:
            return indents == SOME and not b.indented and wrap.is_full(a) and not b.gap
        if a.text[-1] in CUT or _is_inside(a.text, b.text, "“”") or _is_inside(a.text, b.text, "（）"):
            return True
        if wrap.dense or (wrap.is_full(a) and not b.gap):
            return wrap.is_full(a)
        if not b.gap and not b.indented and len(a.text) > SHORTEST and self._seams.cut_a_word(a.text, b.text):
            return True
        return _is_running(a) and _is_running(b) and self._goes_on(a, b, group, page)

    def _goes_on(self, a: Line, b: Line, group: Group, page: str) -> bool:
        """Whether of two lines of running text the second goes on with the first."""
        opens = b.text.startswith(self._openers) or _begins_clause(b, page)
        return self._is_cut_inside(a, b, page) or (group.cut and not opens)

    def _may_join(self, a: Line, b: Line) -> bool:
        """Whether a is open, and neither line is a heading, a dateline alone, a credit or an interview's speaker."""
        if b.kind not in ("prose", "short") or HEADING.match(b.text) or SPEAKER.match(b.text) or self.layout.item.match(b.text):
            return False
        if a.kind not in ("prose", "dateline", "short") or self.layout.dateline.fullmatch(a.text):
            return False
        return (a.open or a.text[-1] in HALVES) and not (a.kind == "short" and HEADING.match(a.text))

    def _is_cut_inside(self, a: Line, b: Line, page: str) -> bool:
        """Whether the break runs through a phrase: 发展的|一件大事, 参观产品展|厅 with 展厅 elsewhere."""
        if a.text.endswith(self._leaning) or b.text.startswith(self._trailing):
            return True
        return _stands_near(f"{a.text[-2:]}{b.text[:1]}", f"{a.text[-1:]}{b.text[:2]}", page, b.start)

    def _says_something(self, page: str, left: int, right: int, start: int, end: int) -> bool:
        """Whether the blanks page[left:right] of a paragraph separate two things."""
        if left == start or right >= end:
            return False
        a, b = page[left - 1], page[right]
        if a == "”" and b == "“":
            return True
        if not (LETTERS.match(a) and LETTERS.match(b)):
            return bool(ASCII.match(a) and ASCII.match(b))
        return self._separates(page, left, right, start, end)

    def _separates(self, page: str, left: int, right: int, start: int, end: int) -> bool:
        """The same for blanks between two Chinese characters: names and items of a list, not a word cut in two."""
        a, b = page[left - 1], page[right]
        if a + b in self._titles and page[right + 1 : right + 2] not in CITIES:  # 文化和旅游厅厅 长
            return False
        if _stands_near(f"{page[max(start, left - 2) : left]}{b}", f"{a}{page[right : right + 2]}", page, left):
            return False
        if self._seams.cut_a_word(page[max(start, left - 6) : left], page[right : right + 6]):
            return False
        if b in self._surnames and SPACED.match(page, right, end):  # 何青山 王 伟
            return True
        before, after = _run_before(page, left, start), _run_after(page, right, end)
        if after == 1 < before or a in self._leaning or b in self._trailing:  # 存在问 题
            return False
        kept = b in self._surnames or a in self._unit_ends or min(before, after) > SHORTEST_WORD
        return kept or before <= LONGEST_NAME or right - left > 1


@cache
def mender_of(lex: Lexicon) -> Mender:
    """The mender that works with a lexicon, made once."""
    return Mender(lex)


def _printed_twice(a: Line, b: Line, *, joined: bool) -> int:
    """How many characters at the head of line b repeat the end of line a.

    In a sentence that goes on: 事关管城高质量发展的 / 发展的一件大事. Behind its end: 再上新台阶。 / 新台阶。, only
    where the repeated words begin inside a sentence of a: a sentence said twice is left alone.
    """
    if joined:
        for size in range(min(SEAM, len(b.text)), TWICE - 1, -1):
            if a.text.endswith(b.text[:size]):
                return size if len(LETTERS.findall(b.text[:size])) >= TWICE else 0
        return 0
    match = ENDED.match(b.text) if b.kind in ("prose", "short") and a.kind in TEXT else None
    if match is None or not a.text.endswith(match[0]) or len(match[0]) <= TWICE:
        return 0
    before = a.text[: -len(match[0])].rstrip(CLOSERS)
    return match.end() if before and before[-1] not in ENDS else 0


def _is_inside(before: str, after: str, marks: str) -> bool:
    """Whether a quotation or bracket that is open at a break is closed behind it: “首席服务|官”."""
    opening, closing = marks[0], marks[1]
    return before.rfind(opening) > before.rfind(closing) and -1 < after.find(closing) < (after + opening).find(opening)


def _is_running(line: Line) -> bool:
    """Whether a line is running text and no caption: a short one has a comma."""
    return line.kind in TEXT or ("，" in line.text and len(line.text) >= SHORTEST)


def _begins_clause(line: Line, page: str) -> bool:
    """Whether a line's first words stand near it at the head of a clause: then they go on with no open line."""
    clause = re.compile(f"[。，；：！？]{re.escape(line.text[:3])}")
    return clause.search(page, max(0, line.start - NEAR), line.start + NEAR) is not None


def _stands_near(words: str, others: str, page: str, position: int) -> bool:
    """Whether one of two pieces of text, put together over a break or blank, stands unbroken near a position."""
    low, high = max(0, position - NEAR), position + NEAR
    return page.find(words, low, high) >= 0 or page.find(others, low, high) >= 0


def _latin(page: str, a: Line | None, start: int) -> bool:
    """Whether two words of Latin letters meet at a break; not the digits of a number."""
    if a is None or not (ASCII.match(a.text[-1]) and ASCII.match(page[start])):
        return False
    return not (page[start].isdigit() and (a.text[-1].isdigit() or a.text[-1] == "."))


def _run_before(page: str, left: int, start: int) -> int:
    """Chinese characters right before a blank."""
    stretch = page[max(start, left - 20) : left]
    return len(stretch) - max((m.end() for m in re.finditer(f"[^{HAN}]", stretch)), default=0)


def _run_after(page: str, right: int, end: int) -> int:
    match = re.compile(f"[{HAN}]{{0,20}}").match(page, right, end)
    return len(match[0]) if match else 0
