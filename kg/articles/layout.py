"""Lines of a page and what each is: text, headline, dateline, credit, caption, page furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Literal

from kg.articles.credits import HAN, Credits, credits_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.lexicon import Lexicon

Kind = Literal["prose", "short", "dateline", "byline", "photo", "page"]

TEXT = ("prose", "dateline")  # kinds of lines that are running text
HEADLINE = 50  # most characters of a headline line
PAGE_NUMBER = re.compile(
    r"第?[A-Z]?\d{1,3}版?(?:\s*[:：]?\s*\S{2,6})?|第\d{1,5}期|(?:\d{4}年)?\d{1,2}月\d{1,2}日(?: *星期[一二三四五六日天])?|星期[一二三四五六日天]"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?: \d{1,2}:\d{2}(?::\d{2})?)?|https?://\S+|www\.\S+"
)
DAY = re.compile(r"(?<!\d)(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)")
MASTHEAD = 8  # lines from the top among which a page's date is looked for
FILE_NAME = re.compile(r"[A-Za-z0-9_\-() ]{3,40}(?:\.(?:jpe?g|png|gif|bmp|docx?))?", re.IGNORECASE)
STOPS = "。；：，、,;:"  # a headline does not end so
ENDS = "。！？；：…!?;:"  # a sentence cut by a break does not end so
CLOSERS = "”’）》】」』"
CLOSED = re.compile(rf"[{ENDS}](?:（[^（）]*）|\[[^\[\]]*\]|[”’“‘）》】])*$")  # 。”, 。（图表）
HEADING = re.compile(
    r"[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十]+[章节]|\d{1,2}[、.]"
)


@dataclass(slots=True)
class Line:
    """One line of a page without the blanks around it."""

    start: int
    text: str
    indented: bool
    gap: bool  # an empty line stands before it
    kind: Kind = "prose"

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def open(self) -> bool:
        """Whether the text stops without the mark that ends a sentence or a part of one."""
        return CLOSED.search(self.text) is None


class Layout:
    """The grammar of lines, compiled from a lexicon."""

    def __init__(self, lex: Lexicon) -> None:
        self.credits: Credits = credits_of(lex)
        words = {name: _either(lex.words("layout", name)) for name in ("dateline_heads", "agencies", "dateline_ends")}
        self.dateline = re.compile(
            rf"(?:[【\[]?(?:{words['dateline_heads']})[】\]]?"
            rf"|(?:据|综合)?(?:{words['agencies']}|[{HAN}]{{2,8}}(?:报|网|社))(?:记者)?(?:（[^（）\n]{{2,12}}）)?(?:"
            rf"[{HAN}/]{{0,12}}\d{{1,2}}月\d{{1,2}}日(?:{words['dateline_ends']})"
            rf"|[{HAN}]{{0,8}}(?:{words['dateline_ends']})(?:（[^（）\n]{{2,12}}）)?(?=[：: （]|$)))"
            r"[：: ]*"
        )
        self._page_line = re.compile(_either(lex.words("layout", "page_lines")))

    def lines(self, text: str) -> list[Line]:
        """The lines that hold anything, each with its kind."""
        lines: list[Line] = []
        position, gap = 0, False
        for part in text.split("\n"):
            stripped = part.strip(" ")
            if stripped:
                indent = len(part) - len(part.lstrip(" "))
                line = Line(position + indent, stripped, indent > 0, gap)
                line.kind = self.kind(stripped)
                lines.append(line)
            gap = not stripped
            position += len(part) + 1
        return lines

    def kind(self, text: str) -> Kind:
        """What a line is by itself."""
        if self.dateline.match(text):
            return "dateline"
        if len(text) <= 120 and self.credits.mark.search(text):
            inner = text[1:-1] if text[0] == "（" and text[-1] == "）" else text
            found = self.credits.read(inner.rstrip("。"))
            if found:
                return "photo" if self.credits.is_photo(found) else "byline"
        if len(text) > HEADLINE and ("。" in text or len(text) > 2 * HEADLINE):
            return "prose"
        if self._page_line.match(text) or PAGE_NUMBER.fullmatch(text) or FILE_NAME.fullmatch(text):
            return "page"
        if DAY.match(text) and self._page_line.search(text):  # 2018-11-16 09:30 来源：三门峡日报 作者：王婉媚
            return "page"
        is_short = len(text) <= HEADLINE and text[-1] not in STOPS and "。" not in text and "；" not in text
        return "short" if is_short else "prose"

    def dateline_end(self, text: str, start: int, end: int) -> int:
        """Where the report begins in a paragraph text[start:end], behind its dateline if it has one."""
        match = self.dateline.match(text, start, end)
        return match.end() if match else start


def printed_day(lines: Sequence[Line]) -> date | None:
    """The day of issue that the page prints in a line of its own near its top: 2020年3月26日 星期四, 发布时间：….

    Only a whole date counts; None where there is none, or where two lines name two days.
    """
    found = {_whole_day(match) for line in lines[:MASTHEAD] if line.kind == "page" for match in DAY.finditer(line.text)}
    found.discard(None)
    return found.pop() if len(found) == 1 else None


def _whole_day(match: re.Match[str]) -> date | None:
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError:
        return None


def wrap_width(lines: Sequence[Line]) -> int:
    """The width at which a typist broke all lines, 0 where lines are whole paragraphs."""
    if len(lines) < 6:
        return 0
    widths = sorted(len(line.text) for line in lines)
    width = widths[len(widths) * 9 // 10]
    full = sum(1 for line in lines if width - 3 <= len(line.text) <= width + 3)
    broken = sum(1 for line in lines if line.open)
    return width if width <= 80 and full * 2 >= len(lines) and broken * 2 >= len(lines) else 0


@cache
def layout_of(lex: Lexicon) -> Layout:
    """The grammar compiled from a lexicon, once."""
    return Layout(lex)


def _either(words: Sequence[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
