"""Many documents a file: JSON lines, plain or gzipped, and CSV. Read as a stream, one record at a time."""

from __future__ import annotations

import codecs
import csv
import gzip
import hashlib
import io
import json
import re
import zlib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from kg.model import Finding, Source
from kg.sources.encoding import MAGIC, SAMPLE, guess_encoding
from kg.sources.metadata import parse_date
from kg.sources.paths import JSON_LINES, Place

if TYPE_CHECKING:
    from kg.sources.reach import Reach

FIELDS = {
    "id": ("id", "_id", "uuid", "guid", "编号"),
    "title": ("title", "headline", "标题", "题目"),
    "text": ("text", "content", "body", "正文", "内容"),
    "published": ("published", "datePublished", "date", "publish_date", "发布日期", "发布时间", "日期"),
    "source": ("source", "paper", "publisher", "来源", "报纸"),
    "locality": ("locality", "region", "地区"),
}
LONGEST = 1 << 27  # bytes of one line; a longer one is left out
TOLD = 20  # findings a file; the rest are counted
LONE_SURROGATE = re.compile("[\ud800-\udfff]")

Item = tuple[int, Mapping[str, object] | str]  # line, and the record or what is wrong with it


def read_records(place: Place, reach: Reach) -> Iterator[Source | Finding]:
    """A source for each record of a JSON lines or CSV file, and findings for lines that give none."""
    sources = findings = 0
    for item in _results(place, reach):
        if isinstance(item, Source):
            sources += 1
        else:
            findings += 1
        if isinstance(item, Source) or findings <= TOLD:
            yield item
    if findings > TOLD:
        yield place.finding("unreadable", f"{findings - TOLD} more lines with something wrong")
    if not sources and not findings:
        yield place.finding("empty", "no record in this file")


def _results(place: Place, reach: Reach) -> Iterator[Source | Finding]:
    reader = _json_lines if place.path.name.lower().endswith(JSON_LINES) else _rows
    seen: set[str] = set()
    try:
        with _opened(place) as handle:
            reach.follow(handle)
            for line, item in reader(handle):
                yield from _record(place, line, item, seen)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield place.finding("truncated", f"the gzip data are damaged or end early, {len(seen)} records read: {error}")
    except (OSError, UnicodeError, csv.Error) as error:
        yield place.finding("unreadable", f"{error}; {len(seen)} records read")


def _opened(place: Place) -> io.BufferedReader:
    if place.path.name.lower().endswith(".gz"):
        return io.BufferedReader(gzip.open(place.path, "rb"))
    return place.path.open("rb")


# ---------------------------------------------------------------- one record
def _record(place: Place, line: int, item: Mapping[str, object] | str, seen: set[str]) -> Iterator[Source | Finding]:
    if isinstance(item, str):
        yield place.finding("unreadable", f"line {line}: {item}")
        return
    values = {name: _field(item, name) for name in FIELDS}
    text = values["text"]
    if not isinstance(text, str) or not text.strip():
        yield place.finding("empty", f"line {line}: no text")
        return
    text = LONE_SURROGATE.sub("\ufffd", text)
    published = parse_date(values["published"])
    if values["published"] not in (None, "") and published is None:
        yield place.finding("metadata", f"line {line}: published {values['published']!r} is not a day")
    yield Source(
        doc=f"{place.doc}#{_identity(values['id'], line, seen)}",
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=_words(values["title"]),
        published=published,
        paper=_words(values["source"]),
        locality=_words(values["locality"]),
    )


def _field(item: Mapping[str, object], name: str) -> object:
    return next((item[alias] for alias in FIELDS[name] if item.get(alias) not in (None, "")), None)


def _words(value: object) -> str:
    return LONE_SURROGATE.sub("\ufffd", " ".join(value.split())) if isinstance(value, str) else ""


def _identity(value: object, line: int, seen: set[str]) -> str:
    """The record's id, or its line; an id met before gets its line behind it."""
    given = isinstance(value, str | int) and not isinstance(value, bool)
    name = _words(str(value)) if given else ""
    name = name or str(line)
    if name in seen:
        name = f"{name}~{line}"
    seen.add(name)
    return name


# ---------------------------------------------------------------- formats
def _json_lines(handle: io.BufferedReader) -> Iterator[Item]:
    if handle.peek(2)[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        wide = enumerate(io.TextIOWrapper(handle, encoding="utf-16"), 1)
        yield from ((number, _parsed(line)) for number, line in wide if line.strip())
        return
    for number, data in enumerate(_lines(handle), 1):
        if data is None:
            yield number, f"longer than {LONGEST >> 20} MB"
            continue
        text = _line_text(data)
        if text is None:
            yield number, "neither UTF-8 nor GB 18030"
        elif text.strip(" \t\r\n\x00"):
            yield number, _parsed(text)


def _parsed(text: str) -> Mapping[str, object] | str:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        return f"not JSON ({error})"
    return value if isinstance(value, dict) else "not a JSON object"


def _lines(handle: io.BufferedReader) -> Iterator[bytes | None]:
    """The lines of a file, None for one that is too long."""
    while line := handle.readline(LONGEST):
        if len(line) < LONGEST:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = handle.readline(LONGEST)
        yield None


def _line_text(data: bytes) -> str | None:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _rows(handle: io.BufferedReader) -> Iterator[Item]:
    sample = handle.read(SAMPLE)
    handle.seek(0)
    encoding = guess_encoding(sample)
    if sample.startswith(MAGIC) or (encoding is None and sample):
        raise UnicodeError("not text in an encoding that can be told")
    if encoding and encoding.startswith("utf-16"):
        encoding = "utf-16" if sample[:2] in (b"\xff\xfe", b"\xfe\xff") else encoding
    stream = io.TextIOWrapper(handle, encoding="utf-8-sig" if encoding == "utf-8" else encoding, newline="")
    csv.field_size_limit(LONGEST)
    head = stream.readline()
    names = next(csv.reader([head], delimiter=_delimiter(head)), [])
    names = [name.strip() for name in names]
    if not set(names) & set(FIELDS["text"]):
        if head:
            yield 1, f"the first row names no column {' or '.join(FIELDS['text'])}"
        return
    reader = csv.reader(stream, delimiter=_delimiter(head))
    before = 1
    for row in reader:
        if row:
            yield before + 1, dict(zip(names, row, strict=False))
        before = reader.line_num + 1


def _delimiter(head: str) -> str:
    return max(",\t;", key=head.count)
