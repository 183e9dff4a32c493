"""Lines of a page and what each is: text, headline, dateline, credit, caption, page furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from kg.articles.credits import CLOSING, LONGEST, OPENING, Credit, Credits, credits_of
from kg.articles.furniture import DAY, HAN, SPLIT, Furniture, either, furniture_of

if TYPE_CHECKING:

    from kg.lexicon import Lexicon

Kind = Literal["prose", "short", "title", "dateline", "byline", "photo", "page", "day"]

TEXT = ("prose", "dateline")  # kinds of lines that are running text
HEADLINE = 50  # most characters of a headline line
SECTION = rf"(?:[:： ]+[{HAN}·]{{2,8}}|[{HAN}]{{2}})?"
PAGE_NUMBER = re.compile(
    rf"(?:第? ?[A-Z]?\d{{1,3}} ?版|[A-Z]\d{{1,2}}|0\d){SECTION}|[{HAN}]{{2,4}} ?[A-Z]?\d{{1,2}}版?|\d{{1,3}}|总?第\d{{1,5}}期(?: 总第\d{{1,5}}期)?|今日\d{{1,2}}版"
    r"|\d{4}年\d{1,2}月\d{1,2}日.{0,40}(?:星期[一二三四五六日天]|农历|第\d+期|第.版).{0,30}"
    r"|(?:\d{4}年)?\d{1,2}月\d{1,2}日 *星期[一二三四五六日天]|农历\S{2,12}"
)
NUMBER = r"\d{1,2}[月日号]?(?:上旬|中旬|下旬|初|底)?"
DAY_LINE = re.compile(rf"(?:\d{{4}}年)?(?:\d{{1,2}}月)?(?:{NUMBER}(?: ?[-~～—–至、] ?(?:\d{{4}}年)?(?:\d{{1,2}}月)?{NUMBER})?)?(?<=[年月日号旬初底])")
FILE_NAME = re.compile(r"(?!(?:[A-Za-z]+ ?)+$)[A-Za-z0-9_\-() =*#~.]{3,40}(?:\.(?:jpe?g|png|gif|bmp|docx?))?", re.IGNORECASE)
LONGEST_DAY = 16  # characters of the day above the items of a chronicle
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
        words = {name: either(lex.words("layout", name)) for name in ("dateline_heads", "agencies", "dateline_ends")}
        self.dateline = re.compile(
            rf"(?:[【\[]?(?:{words['dateline_heads']})[】\]]?"
            rf"|(?:据|综合)?(?:{words['agencies']}|[{HAN}]{{2,8}}(?:报|网|社|台))(?:记者)?(?:（[^（）\n]{{2,12}}）)?(?:"
            rf"[{HAN}/]{{0,12}}\d{{1,2}}月\d{{1,2}}日(?:{words['dateline_ends']})"
            rf"|[{HAN}]{{0,8}}(?:{words['dateline_ends']})(?:（[^（）\n]{{2,12}}）)?(?=[：: （\[【]|$)))"
            r"(?:[：: ]*[\[【][^\[\]【】\n]{2,12}[\]】])?[：: ]*"
        )
        self.kind = lru_cache(maxsize=1 << 10)(self._kind)  # asked of a line more than once
        self.furniture: Furniture = furniture_of(lex)
        self._page_line = re.compile(either(lex.words("layout", "page_lines")))
        self._links = re.compile(rf"\W*(?:{either(lex.words('layout', 'links_headings'))})\W*")
        self.item = re.compile(either(lex.words("layout", "item_marks")))
        self._report = re.compile(
            rf"(?:(?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}日|\d{{1,2}}日[上下]午|(?:{either(lex.words('layout', 'sentence_heads'))})).*，"
        )
        self._caption = re.compile(r"[▲△▼▽]|图(?:为|①|一|1)|[（(]?(?:上|下|左|右|如)图")

    def lines(self, text: str) -> list[Line]:
        """The lines that hold anything, each with its kind; furniture at either end of a line is a line of its own."""
        lines: list[Line] = []
        position, gap = 0, False
        for part in text.split("\n"):
            stripped = part.strip(" ")
            if stripped:
                indent = len(part) - len(part.lstrip(" "))
                lines += self._parts(Line(position + indent, stripped, indent > 0, gap))
            gap = not stripped
            position += len(part) + 1
        return self._without_links(lines)

    def _without_links(self, lines: list[Line]) -> list[Line]:
        """The lines but the headlines and days listed below 相关阅读; the last of them stays where a text follows it."""
        kept: list[Line] = []
        listed: list[Line] | None = None
        for line in lines:
            text = line.kind == "dateline" or (line.kind == "prose" and (len(line.text) > HEADLINE or "。" in line.text))
            if listed is not None and text:
                kept += listed[-1:]
                listed = None
            if listed is None or line.kind in ("byline", "photo"):
                kept.append(line)
            else:
                listed.append(line)
            if line.kind == "page" and self._links.fullmatch(line.text):
                listed = []
        return kept

    def _parts(self, line: Line) -> list[Line]:
        """A line; in several where a title's label stands before it or furniture at either end."""
        text = line.text
        label = self.furniture.title.match(text)
        start = label.end() if label else 0
        if label is None and (len(text) <= SPLIT or self.furniture.begins(text)):
            line.kind = self.kind(text)
            if line.kind in ("page", "byline", "photo", "dateline", "day"):
                return [line]
        head, tail = self.furniture.cuts(text[start:])
        if label is None and (head, tail) == (0, len(text)):
            line.kind = self.kind(text)
            return [line]
        bounds = [0, start + head, start + tail, len(text)] if not label else [start, start + head, start + tail, len(text)]
        parts: list[Line] = []
        for a, b in pairwise(bounds):
            inner = text[a:b].strip(" ")
            if inner:
                at = a + len(text[a:b]) - len(text[a:b].lstrip(" "))
                part = Line(line.start + at, inner, line.indented and not parts, line.gap and not parts)
                is_middle = a == start + head
                part.kind = ("title" if label and len(inner) <= 2 * HEADLINE else self.kind(inner)) if is_middle else "page"
                parts.append(part)
        return parts

    def _kind(self, text: str) -> Kind:
        """What a line is by itself."""
        if self.dateline.match(text):
            return "dateline"
        if credited := self._credit_kind(text):
            return credited
        if len(text) > HEADLINE and ("。" in text or len(text) > 2 * HEADLINE) and not self.furniture.begins(text):
            return "prose"
        if self._is_page(text):
            return "page"
        if len(text) <= LONGEST_DAY and DAY_LINE.fullmatch(text):
            return "day"
        is_short = len(text) <= HEADLINE and text[-1] not in STOPS and "。" not in text and "；" not in text
        return "short" if is_short and not self._report.match(text) else "prose"

    def _credit_kind(self, text: str) -> Kind | None:
        """What a line is that names those who wrote it, alone or below a picture; None for any other."""
        if len(text) > LONGEST or not self.credits.may_read(text):
            return None
        if found := self._credit(text):
            if self.credits.is_photo(found):
                return "photo"
            return "page" if self.furniture.begins(text) and DAY.search(text) else "byline"
        return "photo" if self._is_caption(text) else None

    def _credit(self, text: str) -> tuple[Credit, ...]:
        inner = text[1:-1] if text[0] in OPENING and text[-1] in CLOSING else text
        return self.credits.read(inner.rstrip("。"))

    def _is_page(self, text: str) -> bool:
        if len(text) <= SPLIT and (self.furniture.is_only(text) or (DAY.match(text) and self._page_line.search(text))):
            return True
        if len(text) > HEADLINE or "。" in text:
            return False
        return bool(self._page_line.match(text) or PAGE_NUMBER.fullmatch(text) or FILE_NAME.fullmatch(text))

    def is_header(self, text: str) -> bool:
        """Whether a line of furniture says when an article came out or where it is from."""
        return any(piece.kind == "field" for piece in self.furniture.pieces(text)) or (
            DAY.match(text) is not None and len(text) > len("2020年12月31日 星期四")
        )

    def is_break(self, text: str) -> bool:
        """Whether a line is the number, the day or the section of a newspaper page: 第3版 要闻."""
        return bool(PAGE_NUMBER.fullmatch(text)) or all(p.kind in ("word", "day") for p in self.furniture.pieces(text))

    def is_report(self, text: str) -> bool:
        """Whether a paragraph opens as a report does, with the day: 3月20日，…; 近日，…"""
        return self._report.match(text) is not None or self.dateline.match(text) is not None

    def like_headline(self, text: str) -> bool:
        """Whether a short line reads like a headline and not like a heading inside an article or a caption."""
        return not (HEADING.match(text) or self.item.match(text) or self._caption.match(text) or text[-1] in "图摄）”")

    def credit_spans(self, text: str) -> list[tuple[int, int]]:
        """The stretches of a line of furniture that credit people."""
        if self._credit(text):
            return [(0, len(text))]
        return [match.span() for match in self.credits.labelled.finditer(text) if self.credits.read(match[0])]

    def _is_caption(self, text: str) -> bool:
        """Whether a line is the text below a picture, with the credit for the picture at its end."""
        if len(text) > 2 * HEADLINE or not (self._caption.match(text) or len(text) <= HEADLINE):
            return False
        return self.credits.caption_end(text) < len(text)

    def dateline_end(self, text: str, start: int, end: int) -> int:
        """Where the report begins in a paragraph text[start:end], behind its dateline if it has one."""
        match = self.dateline.match(text, start, end)
        return match.end() if match else start


@cache
def layout_of(lex: Lexicon) -> Layout:
    """The grammar compiled from a lexicon, once."""
    return Layout(lex)
