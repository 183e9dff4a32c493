"""The headline of an article told from its body, and from the menus and mastheads above it."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from kg.articles.layout import HEADING, STOPS, TEXT, Line
from kg.articles.wraps import NO_WRAP, Wrap
from kg.record import record

if TYPE_CHECKING:
    from collections.abc import Sequence

HEAD_LINES = 4  # most lines of one headline
LONG_HEAD = 100  # most characters of a headline that stands alone above an empty line
MENU = 12  # lines from the top that may be menus
SHORT_NAME = 6  # most characters of each line of a menu, of a section's name
CRUMBS = re.compile(r"^.{0,8}位置.{0,3}[:：]|^.{0,12}(?:>|›|»)")


@record
class Group:
    """The lines of one article. `head` come first in the text."""

    head: tuple[Line, ...]
    body: tuple[Line, ...]
    lines: tuple[Line, ...] = ()  # all, also those that are no text
    wrap: Wrap = NO_WRAP
    cut: bool = False  # from a page whose columns may have been cut anywhere


def group(lines: Sequence[Line], wrap: Wrap = NO_WRAP, *, cut: bool = False) -> Group:
    """Lines known to be one article: its headline told from its body. Lines of the page above it are left out."""
    start, count = _headline(lines, wrap)
    head = tuple(lines[start : start + count])
    body = list(lines[start + count :]) if count else list(lines)
    return Group(head, tuple(_without_repeats(plain("".join(line.text for line in head)), body)), tuple(lines), wrap, cut)


def titled(lines: Sequence[Line], title: str, wrap: Wrap = NO_WRAP) -> Group:
    """One article under a title known from outside: its headline is what the first lines repeat of the title, or,
    without a title, what looks so.
    """
    wanted = plain(title)
    if not wanted:
        return group(lines, wrap)
    for start in range(min(MENU, len(lines))):
        if lines[start].kind in TEXT:
            break
        for end in range(start + 1, min(start + HEAD_LINES, len(lines))):
            if plain("".join(line.text for line in lines[start:end])) == wanted:
                body = _without_repeats(wanted, lines[end:])
                return Group(tuple(lines[start:end]), tuple(body), tuple(lines), wrap)
    return Group((), tuple(lines), tuple(lines), wrap)


def plain(text: str) -> str:
    """Letters and digits alone."""
    return re.sub(r"\W+", "", text)


def _headline(lines: Sequence[Line], wrap: Wrap) -> tuple[int, int]:
    """Where the headline begins and how many lines it has; 0 lines where the text begins at once."""
    top = list(takewhile(lambda line: line.kind not in TEXT, lines[:MENU]))
    titled = next((i for i, line in enumerate(top) if line.kind == "title"), None)
    if titled is not None:
        return titled, 1
    start = max((i + 1 for i, line in enumerate(top) if line.kind == "page" and CRUMBS.search(line.text)), default=0)
    while start < len(lines) and lines[start].kind == "page":
        start += 1
    count = _length(lines, start, wrap)
    following = start + count
    if count and _is_menu(lines[start:following]) and following < len(lines) and lines[following].kind == "page":
        while following < len(lines) and lines[following].kind == "page":
            following += 1
        if second := _length(lines, following, wrap):
            return following, second
    return start, count


def _is_menu(lines: Sequence[Line]) -> bool:
    return all(len(word) <= SHORT_NAME for line in lines for word in line.text.split(" "))


def _length(lines: Sequence[Line], start: int, wrap: Wrap) -> int:
    """How many lines from `start` on are the headline."""
    lines = lines[start:]
    count = 0
    while count < min(HEAD_LINES, len(lines)) and _is_head(lines, count, wrap):
        count += 1
    if count == HEAD_LINES and len(lines) > count and lines[count].kind == "short" and _is_head(lines, count, wrap):
        return 1  # pictures with their captions under the headline
    if count == len(lines):  # nothing but short lines: the first of several is the headline
        return 1 if count > 1 else 0
    return count


def _is_head(lines: Sequence[Line], at: int, wrap: Wrap) -> bool:
    line, following = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    if at and (HEADING.match(line.text) or line.text[0] in "（△▲" or (line.indented and not lines[0].indented and not line.gap)):
        return False
    if line.kind == "short" and following is not None and _goes_on(line, following):
        return False
    if following is not None and line.kind == "day":
        return at == 0 and "年" in line.text and following.kind == "day"  # 1999年7月-9月, above the days of a chronicle
    alone = following is not None and (following.gap or following.kind in ("dateline", "page", "byline"))
    if line.kind == "short":
        return alone or not wrap.is_full(line) or _dateline_near(lines, at)
    return at == 0 and alone and like_long_headline(line)


def _goes_on(line: Line, following: Line) -> bool:
    """Whether a number is cut at the end of a line: 3月1|0日."""
    return line.text[-1].isdigit() and not following.gap and re.match(r"\d|[月日]", following.text) is not None


def _dateline_near(lines: Sequence[Line], at: int) -> bool:
    return any(line.kind == "dateline" for line in lines[at : at + HEAD_LINES + 1])


def like_long_headline(line: Line) -> bool:
    """Whether a line of running text may be a headline of two lines printed as one."""
    return line.kind == "prose" and len(line.text) <= LONG_HEAD and line.text[-1] not in STOPS and not re.search("。|^.{2,4}：", line.text)


def _without_repeats(wanted: str, body: Sequence[Line]) -> list[Line]:
    """The body without the headline printed again above the text, in one line or in several."""
    if not wanted:
        return list(body)
    first = next((i for i, line in enumerate(body) if line.kind in TEXT), len(body))
    for start in range(min(first + 1, MENU)):
        joined = ""
        for end in range(start, min(len(body), start + HEAD_LINES)):
            joined += plain(body[end].text)
            if joined == wanted:
                return [*body[:start], *body[end + 1 :]]
            if not wanted.startswith(joined):
                break
    return list(body)
