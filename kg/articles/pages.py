"""A page's lines put together as articles."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.articles.heads import HEAD_LINES, Group, group, like_long_headline
from kg.articles.layout import TEXT, Layout, Line
from kg.articles.topics import pieces, shared
from kg.articles.wraps import Wrap, wrap_of

if TYPE_CHECKING:
    from collections.abc import Sequence

SECTION = 3  # most characters of the name of a page's section: 要闻
SHORT_LINE = 20  # most characters of a dateline with no report behind it
SHORTEST_HEAD = 8  # fewest characters of a headline that nothing else marks
SHORTEST_TEXT = 60  # fewest characters that tell what an article is about
OTHER, OTHER_DATED = 0.03, 0.12  # most words that an article shares with the one before; 0.05 where it opens with a day
BESIDE = ("page", "byline", "photo")  # what may stand between a headline and its report


def split_page(lines: Sequence[Line], layout: Layout) -> list[Group]:
    """The articles of a page. A new one begins with the headline above a dateline, with a dateline that has no
    headline, with a headline above furniture that says when it came out, and behind the byline that closes the
    one before.
    """
    wrap = wrap_of(lines)
    marked = {0, *_starts_at_datelines(lines), *_starts_behind_bylines(lines, layout), *_starts_at_headers(lines, layout)}
    starts = sorted(marked.union(_starts_at_headlines(lines, layout, marked, wrap)))
    bounds = [*starts, len(lines)]
    parts = [lines[a:b] for a, b in pairwise(bounds)]
    while len(parts) > 1 and not any(line.kind in TEXT for line in parts[0]):
        parts = parts[1:]  # the masthead
    return [group(part, wrap, cut=True) for part in parts]


def _starts_at_datelines(lines: Sequence[Line]) -> list[int]:
    """Where a report opens with where it is from; not behind a line that says so alone (央视网消息：)."""
    return [
        _headline_above(lines, i)
        for i, line in enumerate(lines)
        if line.kind == "dateline" and not (i and lines[i - 1].kind == "dateline" and len(lines[i - 1].text) <= SHORT_LINE)
    ]


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
    if start == beside == at and start and like_long_headline(lines[start - 1]):
        start -= 1
    return start if start < beside else at


def _starts_at_headers(lines: Sequence[Line], layout: Layout) -> list[int]:
    """Headlines above a line that says when and where their article came out, behind the text of another one."""
    starts = []
    has_text = False
    for i, line in enumerate(lines):
        if line.kind == "page" and has_text and layout.is_header(line.text):
            start = _headline_above(lines, i)
            rest = lines[i + 1 : i + 1 + 2 * HEAD_LINES]
            if start < i and any(later.kind in TEXT for later in rest):
                starts.append(start)
                has_text = False
        has_text = has_text or line.kind in TEXT
    return starts


def _starts_at_headlines(lines: Sequence[Line], layout: Layout, known: set[int], wrap: Wrap) -> list[int]:
    """Headlines behind a break of the page, or above a text that shares few words with what stands before them."""
    starts: list[int] = []
    begin = 0  # of the article before
    for i, line in enumerate(lines):
        if i in known:
            begin = i
        if line.kind != "short" or i in known or not i or lines[i - 1].kind in ("short", "day") or wrap.is_full(line):
            continue
        following = _text_below(lines, i)
        before = [other.text for other in lines[begin:i] if other.kind in TEXT]
        if following is None or not before or any(k in known for k in range(i, following + 1)):
            continue
        if layout.is_break(lines[i - 1].text) or _is_new(lines, i, following, before, layout):
            starts.append(i)
            begin = i
    return starts


def _text_below(lines: Sequence[Line], at: int) -> int | None:
    """Where the text begins below a headline of one line or of several; None where none does."""
    end = at
    while end < len(lines) and end - at < 2 * HEAD_LINES and lines[end].kind == "short":
        end += 1
    while end < len(lines) and lines[end].kind in BESIDE:
        end += 1
    return end if end < len(lines) and lines[end].kind in TEXT else None


def _is_new(lines: Sequence[Line], at: int, following: int, before: Sequence[str], layout: Layout) -> bool:
    """Whether a short line opens an article: it reads like a headline, and the text below tells something else."""
    line = lines[at]
    if len(line.text) < SHORTEST_HEAD or not layout.like_headline(line.text):
        return False
    last = next(other for other in reversed(lines[:at]) if other.kind in TEXT)
    below = [other.text for other in lines[following : following + 2] if other.kind in TEXT]
    dated = layout.is_report(below[0])
    if last.open or min(map(len, ("".join(before), "".join(below)))) < SHORTEST_TEXT or ("，" in line.text and not dated):
        return False
    told = pieces(before)
    if shared([line.text], told) > shared([line.text], pieces(below)):
        return False
    return shared(below, told) < (OTHER_DATED if dated else OTHER)


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
