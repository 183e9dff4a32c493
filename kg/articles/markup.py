"""The main text of an HTML page, each character with its place in the raw page.

Blocks are read with html.parser; the article is the innermost element that holds most of the running text,
an idea of readability (Mozilla) and jusText (Pomikálek 2011) without their tables of weights.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from kg.articles.offsets import Offsets, View

if TYPE_CHECKING:
    from collections.abc import Sequence

SKIPPED = frozenset(["script", "style", "noscript", "template", "svg", "iframe", "object", "select", "option", "button",
     "textarea", "nav", "footer", "aside", "title"])
VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"])
PARAGRAPHS = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "caption", "figcaption", "pre"])
CONTAINERS = frozenset(
    ["html", "body", "div", "section", "article", "main", "header", "form", "table", "tbody",
     "thead", "tr", "td", "th", "ul", "ol", "dl", "blockquote",
     "center", "figure", "fieldset", "details", "address"]
)
HEADLINES = frozenset(("h1", "h2", "h3"))
FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav|menu|footer|foot|sidebar|side|breadcrumb|crumbs?|copyright|share|related|recommend|comments?|hidden|"
    r"pagination|pager|toolbar|banner|adv?|ads|login|search)(?:$|[\s_-])",
    re.IGNORECASE,
)
TAG = re.compile(r"</?(?:(?P<block>p|br|div|section|h[1-6]|li|tr)|span|strong|b|em|font|a|td)\b[^<>]{0,300}>", re.IGNORECASE)
RUNNING = re.compile("[，。；！？,]")
CLOSING = frozenset("。！？…”’）》】」』，、；：")
MOSTLY_LINKS = 0.5  # share of link text from which a block is no text of the article
DEEPEST = 200  # elements inside elements; deeper ones are taken for unclosed tags
MOST = 0.7  # share of the running text that the article's element holds at least


@dataclass(slots=True)
class Block:
    """A line of the page: pieces of text with their raw offsets."""

    tag: str
    path: tuple[int, ...]  # numbers of the elements around it
    pieces: list[tuple[str, int]] = field(default_factory=list)
    linked: int = 0  # characters inside links
    end: int = 0  # raw offset of the tag that ends it

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.pieces)

    @property
    def running(self) -> int:
        """How much running text it holds."""
        text = self.text.strip()
        return 0 if self.linked > MOSTLY_LINKS * len(text) or not RUNNING.search(text) else len(text)


class BlockReader(HTMLParser):
    """Collects the blocks of a page, without what is never text of an article."""

    def __init__(self, raw: str) -> None:
        super().__init__(convert_charrefs=False)
        self.blocks: list[Block] = []
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", raw))]
        self._stack: list[tuple[str, int, bool]] = []  # tag, number, whether its text is skipped
        self._open: Counter[str] = Counter()
        self._numbered = 0
        self._links = 0
        self._block = Block("body", ())
        self.feed(raw)
        self.close()
        self._next_block("body", len(raw))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._links += 1
        if tag in ("br", "hr"):
            self._next_block(self._block.tag)
        if tag in VOID or len(self._stack) >= DEEPEST or not (tag in SKIPPED or tag in PARAGRAPHS or tag in CONTAINERS):
            return
        if self._stack and self._stack[-1][0] in PARAGRAPHS and tag not in SKIPPED:
            self._pop()
        named = " ".join(value or "" for name, value in attrs if name in ("class", "id"))
        skipped = tag in SKIPPED or (tag not in ("html", "body") and FURNITURE.search(named) is not None)
        self._numbered += 1
        self._stack.append((tag, self._numbered, skipped or self._skipping()))
        self._open[tag] += 1
        self._next_block(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._links = max(0, self._links - 1)
        if not self._open[tag]:
            return
        while self._pop() != tag:
            pass
        self._next_block(self._stack[-1][0] if self._stack else "body")

    def handle_data(self, data: str) -> None:
        kept = data if self._open["pre"] else data.replace("\n", " ")
        self._add(kept, self._position())

    def handle_entityref(self, name: str) -> None:
        self._add_reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._add_reference(f"&#{name};")

    def _add_reference(self, reference: str) -> None:
        """One character for one reference; its place is the reference's last character where it closes something,
        so that evidence that ends with it holds the whole of it.
        """
        char = html.unescape(reference)
        position = self._position()
        if char == reference:  # no such name: the text as it stands
            self._add(char[:-1], position)
        elif char:
            self._add(char[0], position + len(reference) - 1 if char[0] in CLOSING else position)

    def _add(self, text: str, position: int) -> None:
        if self._skipping():
            return
        self._block.pieces.append((text, position))
        if self._links:
            self._block.linked += len(text.strip())

    def _skipping(self) -> bool:
        return bool(self._stack) and self._stack[-1][2]

    def _position(self) -> int:
        line, column = self.getpos()
        return self._line_starts[line - 1] + column

    def _pop(self) -> str:
        tag = self._stack.pop()[0]
        self._open[tag] -= 1
        return tag

    def _next_block(self, tag: str, end: int | None = None) -> None:
        if self._block.text.strip():
            self._block.end = self._position() if end is None else end
            self.blocks.append(self._block)
        self._block = Block(tag, tuple(number for _, number, _ in self._stack))


def visible(raw: View, title: str = "") -> View:
    """The text of the page's article, a block a line, under the headline that stands above it.

    `title` is the headline known of the page, if any. A page without running text gives all its text but links.
    """
    blocks = BlockReader(raw.text).blocks
    kept = _of_the_article(blocks, title)
    return _view([piece for block in kept for piece in (*block.pieces, ("\n", block.end))])


def untagged(raw: View) -> View:
    """A plain text without the tags that a crawler left in it; those of paragraphs and lines end a line."""
    if "</" not in raw.text:
        return raw
    kept: list[tuple[str, int]] = []
    position = 0
    for tag in TAG.finditer(raw.text):
        kept.append((raw.text[position : tag.start()], position))
        if tag["block"]:
            kept.append(("\n", tag.start()))
        position = tag.end()
    kept.append((raw.text[position:], position))
    return _view(kept)


def _view(pieces: Sequence[tuple[str, int]]) -> View:
    """Pieces of text, each with its place in the raw page, as one."""
    pieces = [piece for piece in pieces if piece[0]]
    starts: list[int] = []
    length = 0
    for piece, _ in pieces:
        starts.append(length)
        length += len(piece)
    return View("".join(piece for piece, _ in pieces), Offsets(tuple(starts), tuple(position for _, position in pieces), length))


def _of_the_article(blocks: Sequence[Block], title: str) -> list[Block]:
    body = _body(blocks)
    text = [block for block in blocks if body in block.path or not body]
    text = [block for block in text if block.linked <= MOSTLY_LINKS * len(block.text.strip())]
    if not text:
        return []
    above = blocks[: bisect_left(blocks, text[0].pieces[0][1], key=lambda block: block.pieces[0][1])]
    wanted = _plain(title)
    heads = [b for b in above if b.tag in HEADLINES or (wanted and _plain(b.text) == wanted)]
    exact = [b for b in heads if _plain(b.text) == wanted]
    already = any(_plain(block.text) == wanted for block in text[:4])
    return [*([] if already else (exact or heads)[-1:]), *text]


def _body(blocks: Sequence[Block]) -> int:
    """The number of the innermost element that holds most of the running text, 0 for the whole page."""
    held: Counter[int] = Counter()
    total = 0
    for block in blocks:
        running = block.running
        total += running
        if running:
            for number in block.path:
                held[number] += running
    deep = [number for number, running in held.items() if running >= MOST * total]
    inner = max(deep, default=0)
    singles = {block.path[-1] for block in blocks if block.path and block.tag in PARAGRAPHS}
    if inner in singles:  # one long paragraph: take the element around it
        path = next(block.path for block in blocks if block.path and block.path[-1] == inner)
        return path[-2] if len(path) > 1 else 0
    return inner


def _plain(text: str) -> str:
    return re.sub(r"\W+", "", text)
