"""Sources and articles: the raw text, its repaired form, and the map between them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import field
from typing import TYPE_CHECKING

from kg.record import record

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

Span = tuple[int, int]


@record
class Source:
    """One document: a text or HTML file, or one record of a JSONL or CSV file.

    `text` is the raw decoded file (for a record, its `text` field): evidence counts from here.
    """

    doc: str  # name under its input folder: page1.txt, or batch.jsonl#id for a record
    text: str
    sha256: str  # of the bytes of the file, or of the UTF-8 bytes of a record's text
    title: str = ""  # a headline given outside the text (record field, HTML title)
    published: date | None = None
    paper: str = ""
    locality: str = ""  # the place the paper speaks for: 郑州市管城回族区
    markup: bool = False  # the text is HTML


@record
class Evidence:
    """One sentence of a source that states a fact, in raw offsets."""

    article: str  # Article.id
    start: int
    end: int
    exact: str  # the raw text from start to end, blanks removed


@record
class Article:
    """One article, its columns repaired, with a map back to the raw text.

    `text` is normalized character for character: full-width letters and digits made half-width,
    half-width punctuation between Chinese made full-width, traditional characters made simplified,
    line breaks inside a sentence and words repeated at a column seam removed. Each of its characters
    stands for the raw character at the same index of `offsets`.
    """

    doc: str
    sha256: str
    number: int  # 1-based among the articles of its document
    text: str
    offsets: Sequence[int]
    raw: str = field(repr=False)  # the source's whole raw text
    headline: str = ""
    body: int = 0  # where in `text` the body begins (0: the headline is not part of the text)
    sentences: tuple[Span, ...] = ()  # in order, byline regions left out
    bylines: tuple[Span, ...] = ()  # regions of `text` that credit reporters and photographers
    published: date | None = None
    paper: str = ""
    locality: str = ""
    origin: str = ""  # whom furniture names as source, publisher or owner of the page

    @property
    def id(self) -> str:
        return f"{self.sha256[:12]}-{self.number}"

    def raw_span(self, start: int, end: int) -> Span:
        """The raw offsets of text[start:end], which must not be empty."""
        return self.offsets[start], self.offsets[end - 1] + 1

    def sentence_at(self, position: int) -> Span:
        """The sentence around a position of `text`; the position alone where none covers it."""
        i = bisect_right(self.sentences, (position, len(self.text) + 1)) - 1
        if i >= 0 and self.sentences[i][0] <= position < self.sentences[i][1]:
            return self.sentences[i]
        return position, min(position + 1, len(self.text))

    def evidence(self, start: int, end: int) -> Evidence:
        """Evidence for a fact stated at text[start:end]: the sentence or sentences that hold it."""
        first, last = self.sentence_at(start), self.sentence_at(max(start, end - 1))
        return self.exact_evidence(min(first[0], start), max(last[1], end))

    def exact_evidence(self, start: int, end: int) -> Evidence:
        """Evidence that quotes exactly text[start:end]."""
        a, b = self.raw_span(start, end)
        return Evidence(self.id, a, b, "".join(self.raw[a:b].split()))
