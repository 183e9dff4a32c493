"""A page's lines put together as articles: headline lines and body lines."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.articles.layout import HEADING, STOPS, TEXT, Layout, Line, wrap_width

if TYPE_CHECKING:
    from collections.abc import Sequence

SECTION = 3  # most characters of the name of a page's section: 要闻
HEAD_LINES = 4  # most lines of one headline
LONG_HEAD = 100  # most characters of a headline that stands alone above an empty line


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of one article. `head` come first in the text; `width` is set where all lines are cut at it."""

    head: tuple[Line, ...]
    body: tuple[Line, ...]
    width: int = 0
    cut: bool = False  # from a page whose columns may have been cut anywhere


def split_page(lines: Sequence[Line], layout: Layout) -> list[Group]:
    """The articles of a page. A new one begins with the headline above a dateline, with a dateline that has no
    headline, and behind the byline that closes the one before.
    """
    width = wrap_width(lines)
    starts = sorted({0, *_starts_at_datelines(lines), *_starts_behind_bylines(lines, layout)})
    bounds = [*starts, len(lines)]
    parts = [lines[a:b] for a, b in pairwise(bounds)]
    if len(parts) > 1 and not any(line.kind in TEXT for line in parts[0]):
        parts = parts[1:]  # the masthead
    return [group(part, width, cut=True) for part in parts]


def group(lines: Sequence[Line], width: int = 0, *, cut: bool = False) -> Group:
    """Lines known to be one article: its headline told from its body."""
    head = _head_length(lines, width)
    return Group(tuple(lines[:head]), tuple(lines[head:]), width, cut)


def _starts_at_datelines(lines: Sequence[Line]) -> list[int]:
    starts = []
    for i, line in enumerate(lines):
        if line.kind == "dateline":
            start = i
            while start and i - start < HEAD_LINES and lines[start - 1].kind == "short":
                if len(lines[start - 1].text) <= SECTION and (start == 1 or lines[start - 2].kind == "page"):
                    break
                start -= 1
            starts.append(start)
    return starts


def _starts_behind_bylines(lines: Sequence[Line], layout: Layout) -> list[int]:
    """Lines behind a closing byline, where text follows."""
    starts = []
    has_text = False
    for i, line in enumerate(lines):
        has_text = has_text or line.kind in TEXT
        closes = has_text and (line.kind == "byline" or (line.kind in TEXT and _signed(line, layout)))
        if not closes:
            continue
        following = i + 1
        while following < len(lines) and lines[following].kind in ("byline", "photo", "page"):
            following += 1
        rest = lines[following : following + HEAD_LINES + 1]
        texts = [k for k, later in enumerate(rest) if later.kind in TEXT]
        if texts and (line.kind == "byline" or texts[0] > 0):
            starts.append(following)
            has_text = False
    return starts


def _signed(line: Line, layout: Layout) -> bool:
    """Whether a paragraph ends with the names of its writers in brackets."""
    if not line.text.endswith("）"):
        return False
    found = layout.credits.read(line.text[line.text.rfind("（") + 1 : -1], bare=True)
    return bool(found) and not layout.credits.is_photo(found)


def _head_length(lines: Sequence[Line], width: int) -> int:
    """How many lines at the top are the headline, 0 where the text begins at once."""
    count = 0
    while count < min(HEAD_LINES, len(lines)) and _is_head(lines, count, width):
        count += 1
    if count == len(lines):  # nothing but short lines: the first of several is the headline
        return 1 if count > 1 else 0
    return count


def _is_head(lines: Sequence[Line], at: int, width: int) -> bool:
    line, following = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    if at and HEADING.match(line.text):
        return False
    alone = following is not None and (following.gap or following.kind == "dateline")
    if line.kind == "short":
        return alone or not width or len(line.text) < width - 3 or _dateline_near(lines, at)
    return at == 0 and alone and line.kind == "prose" and _like_a_long_headline(line)


def _dateline_near(lines: Sequence[Line], at: int) -> bool:
    return any(line.kind == "dateline" for line in lines[at : at + HEAD_LINES + 1])


def _like_a_long_headline(line: Line) -> bool:
    return len(line.text) <= LONG_HEAD and line.text[-1] not in STOPS and "。" not in line.text
