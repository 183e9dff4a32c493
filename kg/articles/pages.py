"""A page's lines put together as articles."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.articles.heads import HEAD_LINES, Group, group
from kg.articles.layout import TEXT, Layout, Line
from kg.articles.wraps import wrap_of

if TYPE_CHECKING:
    from collections.abc import Sequence

SECTION = 3  # most characters of the name of a page's section: 要闻
BESIDE = ("page", "byline", "photo")  # what may stand between a headline and its report


def split_page(lines: Sequence[Line], layout: Layout) -> list[Group]:
    """The articles of a page. A new one begins with the headline above a dateline, with a dateline that has no
    headline, with a headline above furniture that says when it came out, and behind the byline that closes the
    one before.
    """
    wrap = wrap_of(lines)
    starts = sorted({0, *_starts_at_datelines(lines), *_starts_behind_bylines(lines, layout), *_starts_at_headers(lines, layout)})
    bounds = [*starts, len(lines)]
    parts = [lines[a:b] for a, b in pairwise(bounds)]
    while len(parts) > 1 and not any(line.kind in TEXT for line in parts[0]):
        parts = parts[1:]  # the masthead
    return [group(part, wrap, cut=True) for part in parts]


def _starts_at_datelines(lines: Sequence[Line]) -> list[int]:
    return [_headline_above(lines, i) for i, line in enumerate(lines) if line.kind == "dateline"]


def _headline_above(lines: Sequence[Line], at: int) -> int:
    """Where the headline above a line begins; that line itself where there is none."""
    beside = at
    while beside and lines[beside - 1].kind in BESIDE:
        beside -= 1
    start = beside
    while start and beside - start < HEAD_LINES and lines[start - 1].kind in ("short", "title"):
        if len(lines[start - 1].text) <= SECTION and (start == 1 or lines[start - 2].kind == "page"):
            break
        start -= 1
    return start if start < beside else at


def _starts_at_headers(lines: Sequence[Line], layout: Layout) -> list[int]:
    """Headlines above a line that says when and where their article came out, behind the text of another one."""
    starts = []
    has_text = False
    for i, line in enumerate(lines):
        if line.kind == "page" and has_text and layout.is_header(line.text):
            start = _headline_above(lines, i)
            rest = lines[i + 1 : i + 1 + HEAD_LINES]
            if start < i and any(later.kind in TEXT for later in rest):
                starts.append(start)
        has_text = has_text or line.kind in TEXT
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
