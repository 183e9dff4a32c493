"""Articles: a source's pages mended and split, every character with its place in the raw file."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.articles.characters import normalised
from kg.articles.heads import Group, titled
from kg.articles.layout import Layout, layout_of
from kg.articles.markup import untagged, visible
from kg.articles.offsets import View, offsets_of
from kg.articles.origin import origins_of
from kg.articles.pages import split_page
from kg.articles.published import TOP, published_day
from kg.articles.regions import regions_of
from kg.articles.repair import mender_of
from kg.articles.sentences import reader_of
from kg.articles.wraps import wrap_of
from kg.model import Article, Source, Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from kg.lexicon import Lexicon

RECORD = re.compile(r"\.(?:jsonl|jsonl\.gz|csv)#", re.IGNORECASE)

__all__ = ["split_articles"]


def split_articles(source: Source, lex: Lexicon) -> tuple[Article, ...]:
    """The articles of a document, in order; () where it has no text.

    A text file is a page and may hold several; an HTML page, a record, and a source with a title hold one.
    A paragraph of `Article.text` is a line; the headline's lines come first, and `body` is where they end.
    A paragraph printed twice stays twice. Where nothing else tells the day of publication, furniture of the
    article or of its page does (发布时间：2017-02-25).
    """
    raw = View(source.text, range(len(source.text)))
    page = normalised(visible(raw, source.title) if source.markup else untagged(raw), lex)
    layout = layout_of(lex)
    lines = layout.lines(page.text)
    if not any(line.kind != "page" for line in lines):
        lines = [replace(line, kind="prose") for line in lines]
    if not lines:
        return ()
    whole = source.markup or bool(source.title) or bool(RECORD.search(source.doc))
    groups = [titled(lines, source.title, wrap_of(lines))] if whole else split_page(lines, layout)
    issue = published_day([line for line in lines[:TOP] if line.kind == "page" and not layout.is_header(line.text)], layout.furniture)
    return tuple(
        _article(_dated(source, source.published or _day(part, layout) or issue), page, part, number, lex)
        for number, part in enumerate(groups, 1)
    )


def _day(part: Group, layout: Layout) -> date | None:
    return published_day(part.lines, layout.furniture)


def _dated(source: Source, published: date | None) -> Source:
    return source if published == source.published else replace(source, published=published)


def _article(source: Source, page: View, part: Group, number: int, lex: Lexicon) -> Article:
    mender, reader = mender_of(lex), reader_of(lex)
    head = [mender.unblanked(page.text, line.start, line.end, prose=False) for line in part.head]
    spans, text, body = _assembled(page.text, [*head, *mender.paragraphs(page.text, part)], len(head))
    bylines = regions_of(lex).of(text, body)
    return Article(
        doc=source.doc,
        sha256=source.sha256,
        number=number,
        text=text,
        offsets=offsets_of(page, spans),
        raw=source.text,
        headline=" ".join(_headline(text, body, bylines).split()) or " ".join(source.title.split()),
        body=body,
        sentences=reader.sentences(text, body, bylines),
        bylines=bylines,
        published=source.published,
        paper=source.paper,
        locality=source.locality,
        origin=origins_of(lex).of(part.lines),
    )


def _headline(text: str, body: int, bylines: Sequence[Span]) -> str:
    """The text above the body without a name that is a byline."""
    end = min((start for start, _ in bylines if start < body), default=body)
    return text[:end]


def _assembled(page: str, paragraphs: list[list[Span]], heads: int) -> tuple[list[Span], str, int]:
    """The spans of the whole text, the text, and where the body begins behind the first `heads` paragraphs.

    A line break stands behind each paragraph; one that joined Latin words inside a paragraph is a blank.
    """
    spans: list[Span] = []
    text: list[str] = []
    body = 0
    for i, paragraph in enumerate(paragraphs):
        if i:
            end = page.rfind("\n", spans[-1][1], paragraph[0][0])
            spans.append((end, end + 1))
            text.append("\n")
        if i == heads:
            body = sum(map(len, text))
        spans += paragraph
        text += (page[a:b].replace("\n", " ") for a, b in paragraph)
    return spans, "".join(text), body if heads < len(paragraphs) else sum(map(len, text))
