"""Readings as bytes: compressed JSON, nothing but data, so that a file of them can be read without trusting it.

An article's objects are rows of one table, each value once (an evidence that five facts share is one row); a field
that holds objects holds the numbers of their rows. Which fields those are is told by the types of `kg.model`.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from sys import intern
from types import UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

import kg.model
from kg.articles.offsets import Offsets
from kg.errors import KgError
from kg.model import Article, Evidence, Fact
from kg.pipeline import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Kind = Literal["plain", "words", "day", "one", "many"]
Row = list[Any]
WORD = 40  # characters of a text that may come again


class PackingError(KgError):
    """Bytes that are not a packed reading of this version."""


def pack(readings: Sequence[Reading]) -> bytes:
    """The articles of one document and their facts; mentions are not kept, for nothing after the facts asks for them."""
    raw = readings[0].article.raw if readings else ""
    data = [raw, [_reading(r) for r in readings]]
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"))


def unpack(data: bytes) -> tuple[Reading, ...]:
    """What was packed, without mentions. PackingError for any other bytes."""
    try:
        raw, readings = json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass"))
        return tuple(
            Reading(_as_article(article, raw), (), _facts(rows, numbers)) for article, rows, numbers in readings
        )
    except (zlib.error, ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise PackingError(f"not a kept reading: {error}") from None


def _reading(reading: Reading) -> Row:
    table = _Table()
    facts = [table.number(fact) for fact in reading.facts]
    return [_article(reading.article), table.rows, facts]


# ---------------------------------------------------------------- articles
def _article(article: Article) -> Row:
    """The article's fields in order, `raw` left out: the articles of one document share it."""
    offsets = article.offsets
    runs = [offsets.start, offsets.stop] if isinstance(offsets, range) else [offsets.starts, offsets.raws, offsets.length]  # type: ignore[attr-defined]
    return [
        article.doc, article.sha256, article.number, article.text, runs, article.headline, article.body,
        article.sentences, article.bylines, _day(article.published), article.paper, article.locality, article.origin,
    ]


def _as_article(row: Row, raw: str) -> Article:
    doc, sha256, number, text, runs, headline, body, sentences, bylines, published, paper, locality, origin = row
    offsets = range(*runs) if len(runs) == 2 else Offsets(tuple(runs[0]), tuple(runs[1]), runs[2])
    return Article(
        doc, sha256, number, text, offsets, raw, headline, body, tuple(map(tuple, sentences)),
        tuple(map(tuple, bylines)), _as_day(published), paper, locality, origin,
    )


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _as_day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


# ---------------------------------------------------------------- facts
class _Table:
    """The rows of objects, each object once.

    No closure that calls itself: a circle of references would keep every reading in memory until the collector runs,
    which a build puts off.
    """

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self._numbers: dict[Any, int] = {}

    def number(self, value: Any) -> int:
        """The number of an object's row, which is made where there is none."""
        known = self._numbers.get(value)
        if known is None:
            name = type(value).__name__
            row = [name, *(self._packed(getattr(value, field), kind) for field, kind in layout()[name][1])]
            known = self._numbers[value] = len(self.rows)
            self.rows.append(row)
        return known

    def _packed(self, value: Any, kind: Kind) -> Any:
        if value is None or kind in ("plain", "words"):
            return value
        if kind == "day":
            return _day(value)
        return self.number(value) if kind == "one" else [self.number(part) for part in value]


def _facts(rows: list[Row], numbers: list[int]) -> tuple[Fact, ...]:
    made: list[Any] = []
    known = layout()
    for row in rows:
        cls, kinds = known[row[0]]
        made.append(cls(**{name: _unpacked(value, kind, made) for (name, kind), value in zip(kinds, row[1:], strict=True)}))
    return tuple(made[number] for number in numbers)


def _unpacked(value: Any, kind: Kind, made: list[Any]) -> Any:
    if kind == "plain" or value is None:
        return _shared(value)
    if kind == "one":
        return made[value]
    if kind == "many":
        return tuple([made[number] for number in value])
    return tuple(map(_shared, value)) if kind == "words" else _as_day(value)


def _shared(text: Any) -> Any:
    """A name, a rule, the id of an article: each is one string in memory, however many facts hold it."""
    return intern(text) if type(text) is str and len(text) <= WORD else text


# ---------------------------------------------------------------- types
@cache
def layout() -> dict[str, tuple[type[Any], tuple[tuple[str, Kind], ...]]]:
    """Each class that facts are made of, by name, with its fields and what they hold."""
    found: dict[str, tuple[type[Any], tuple[tuple[str, Kind], ...]]] = {}
    waiting: list[Any] = [Evidence, *get_args(Fact)]
    while waiting:
        cls = waiting.pop()
        if cls.__name__ not in found:
            hints = get_type_hints(cls, localns={**vars(kg.model), "date": date})
            found[cls.__name__] = cls, tuple((f.name, _kind(hints[f.name])) for f in fields(cls))
            waiting += (part for hint in hints.values() for part in _parts(hint) if is_dataclass(part))
    return found


def _kind(hint: Any) -> Kind:
    parts = set(_parts(hint)) - {type(None)}
    several = get_origin(hint) is tuple
    if all(is_dataclass(part) for part in parts):
        return "many" if several else "one"
    if parts == {date} and not several:
        return "day"
    if parts <= {str, int, float}:
        return "words" if several else "plain"
    raise KgError(f"a field of type {hint} cannot be kept")


def _parts(hint: Any) -> Iterator[Any]:
    """The types that a field's type is made of: PersonRef and OrgRef of tuple[PersonRef | OrgRef, ...]."""
    if get_origin(hint) in (tuple, Union, UnionType):
        for part in get_args(hint):
            if part is not Ellipsis:
                yield from _parts(part)
    elif get_origin(hint) is Literal:
        yield from {type(value) for value in get_args(hint)}
    else:
        yield hint
