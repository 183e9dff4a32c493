"""One document a file: plain text and HTML."""

from __future__ import annotations

import hashlib
import html
import re
from typing import TYPE_CHECKING

from kg.model import Finding, Source
from kg.sources.encoding import Decoded, NotTextError, decode
from kg.sources.metadata import parse_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.sources.paths import Place

CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_-]{3,20})""", re.IGNORECASE)
XML_ENCODING = re.compile(rb"""<\?xml[^>]{0,100}encoding\s*=\s*["']([A-Za-z0-9_-]{3,20})""", re.IGNORECASE)
TITLES = (
    re.compile(
        r"""<meta[^>]{0,80}(?:property|name)\s*=\s*["'](?:og:title|ArticleTitle)["'][^>]{0,80}"""
        r"""content\s*=\s*["']([^"'<>]{1,300})["']""",
        re.IGNORECASE,
    ),
    re.compile(r"<h1\b[^>]{0,300}>(.{1,600}?)</h1>", re.IGNORECASE | re.DOTALL),
    re.compile(r"<title\b[^>]{0,100}>(.{1,600}?)</title>", re.IGNORECASE | re.DOTALL),
)
PUBLISHED = re.compile(
    r"""<meta[^>]{0,80}(?:property|name|itemprop)\s*=\s*["'](?:pubdate|publishdate|publish_time|article:published_time|"""
    r"""datePublished)["'][^>]{0,80}content\s*=\s*["']([^"'<>]{8,40})["']""",
    re.IGNORECASE,
)
TAG = re.compile(r"<[^>]{0,1000}>")
SITE_TAIL = re.compile(r"\s*[_|–—-]+\s*[^_|–—-]{1,30}$")  # 市长调研_某某政府网


def read_document(place: Place) -> Iterator[Source | Finding]:
    """The one source of a `.txt` or `.html` file, or the finding that says why there is none."""
    try:
        data = place.path.read_bytes()
    except OSError as error:
        yield place.finding("unreadable", error.strerror or "cannot be read")
        return
    if not data.strip():
        yield place.finding("empty", "nothing in this file")
        return
    try:
        decoded = decode(data, _named_encoding(data) if place.markup else "")
    except NotTextError as error:
        yield place.finding("binary" if error.binary else "unreadable", str(error))
        return
    yield from _source(place, data, decoded)


def _source(place: Place, data: bytes, decoded: Decoded) -> Iterator[Source | Finding]:
    text = decoded.text
    if not text.strip().strip("\x00\ufeff"):
        yield place.finding("empty", "nothing in this file")
        return
    if decoded.broken:
        yield place.finding("encoding", f"{decoded.broken} places are not {decoded.encoding}; they read U+FFFD")
    title = page_title(text) if place.markup else ""
    digest = hashlib.sha256(data).hexdigest()
    match = PUBLISHED.search(text) if place.markup else None
    published = parse_date(match[1]) if match else None
    yield Source(doc=place.doc, text=text, sha256=digest, title=title, published=published, markup=place.markup)


def _named_encoding(data: bytes) -> str:
    head = data[:4096]
    match = CHARSET.search(head) or XML_ENCODING.search(head)
    name = match[1].decode("ascii").lower() if match else ""
    return "gb18030" if name in {"gb2312", "gbk", "gb_2312-80"} else name


def page_title(text: str) -> str:
    """The headline an HTML page gives itself: og:title, the first <h1>, or <title> without the site's name."""
    for pattern in TITLES:
        match = pattern.search(text)
        title = " ".join(html.unescape(TAG.sub("", match[1])).split()) if match else ""
        if title:
            return SITE_TAIL.sub("", title) if pattern is TITLES[-1] else title
    return ""
