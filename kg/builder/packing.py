"""Pages as bytes: compressed JSON, nothing but data, so that a file of them can be read without trusting it.

Objects are rows of a table, each value once (an evidence that five facts share is one row); a field that holds
objects holds the numbers of their rows. Which fields those are is told by the types of the records.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from functools import cache
from operator import attrgetter
from sys import intern
from types import UnionType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import kg.model
import kg.resolution.local.records
from kg.errors import KgError
from kg.lexicon.divisions import Place
from kg.model import Evidence, Fact
from kg.resolution.local.bodies import Body
from kg.resolution.local.placenames import Locus
from kg.resolution.local.records import Page, PageFacts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Kind = Literal["text", "number", "words", "day", "one", "many"]
Row = list[Any]
ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))
WORD = 40  # characters of a text that may come again
T = TypeVar("T")
_PLACES: dict[Any, Any] = {}  # each place once in memory, however many pages speak of it


class PackingError(KgError):
    """Bytes that are not a packed page of this version."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A page in three parts, each unpacked where it is asked for."""

    names: bytes
    facts: bytes
    texts: bytes


def pack(read: PageFacts) -> Packed:
    """A page with its facts. Mentions and repaired texts are not kept: nothing after the facts asks for them."""
    page = read.page
    bare = replace(page, parts=tuple(replace(part, article=replace(part.article, raw="")) for part in page.parts))
    names, facts = _Table(), _Table()
    names.number(bare)
    numbers = [[facts.number(fact) for fact in told] for told in read.facts]
    return Packed(_deflated(names.rows), _deflated([facts.rows, numbers]), _deflated([part.article.raw for part in page.parts]))


def page_of(names: bytes) -> Page:
    """The page, its articles without their texts. PackingError for bytes that are none, as in all that follow."""
    page = _inflated(names, lambda rows: _made(rows)[-1])
    if not isinstance(page, Page):
        raise PackingError(f"not a kept page: a {type(page).__name__}")
    return page


def facts_of(facts: bytes) -> tuple[tuple[Fact, ...], ...]:
    """The facts of each article."""

    def read(data: tuple[list[Row], list[list[int]]]) -> tuple[tuple[Fact, ...], ...]:
        made = _made(data[0])
        return tuple(tuple([made[number] for number in numbers]) for numbers in data[1])

    return _inflated(facts, read)


def texts_of(texts: bytes) -> list[str]:
    """The raw text of each article."""
    return _inflated(texts, lambda data: list(map(str, data)))


def _deflated(data: object) -> bytes:
    return zlib.compress(ENCODER.encode(data).encode("utf-8", "surrogatepass"))


def _inflated(data: bytes, read: Callable[[Any], T]) -> T:
    try:
        return read(json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass")))
    except (zlib.error, ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise PackingError(f"not a kept page: {error}") from None


# ---------------------------------------------------------------- tables
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
            values, others = _plan(name)
            row = [name, *values(value)]
            for at, kind in others:
                if row[at] is not None:
                    row[at] = self._packed(row[at], kind)
            known = self._numbers[value] = len(self.rows)
            self.rows.append(row)
        return known

    def _packed(self, value: Any, kind: Kind) -> Any:
        if kind == "day":
            return value.isoformat()
        return self.number(value) if kind == "one" else [self.number(part) for part in value]


@cache
def _plan(name: str) -> tuple[Callable[[Any], Sequence[Any]], tuple[tuple[int, Kind], ...]]:
    """How objects of a class are packed: what gives the values of its fields, and which of them stay not as they are."""
    _, kinds = layout()[name]
    first, *more = (field for field, _ in kinds)
    values = attrgetter(first, *more) if more else lambda value: (getattr(value, first),)
    return values, tuple((at, kind) for at, (_, kind) in enumerate(kinds, 1) if kind not in ("text", "number", "words"))


def _made(rows: list[Row]) -> list[Any]:
    made: list[Any] = []
    for name, *values in rows:
        cls, named, texts, others = _unpacking(name)
        for at in texts:
            value = values[at]
            if value and len(value) <= WORD:
                values[at] = intern(value)  # a name, a rule, the id of an article: one string in memory, however many facts hold it
        for at, kind in others:
            if values[at] is not None:
                values[at] = _unpacked(values[at], kind, made)
        value = cls(**dict(zip(named, values, strict=True))) if named else cls(*values)
        made.append(_PLACES.setdefault(value, value) if cls in (Locus, Place) else value)
    return made


@cache
def _unpacking(name: str) -> tuple[type[Any], tuple[str, ...], tuple[int, ...], tuple[tuple[int, Kind], ...]]:
    """How objects of a class are made: the class, its fields where they go by name, the texts, and what stays not as it is."""
    cls, kinds = layout()[name]
    named = tuple(field.name for field in fields(cls) if field.kw_only)
    texts = tuple(at for at, (_, kind) in enumerate(kinds) if kind == "text")
    others = tuple((at, kind) for at, (_, kind) in enumerate(kinds) if kind not in ("text", "number"))
    return cls, named, texts, others


def _unpacked(value: Any, kind: Kind, made: list[Any]) -> Any:
    if kind == "one":
        return made[value]
    if kind == "many":
        return tuple([made[number] for number in value])
    return tuple(map(intern, value)) if kind == "words" else date.fromisoformat(value)


# ---------------------------------------------------------------- types
@cache
def layout() -> dict[str, tuple[type[Any], tuple[tuple[str, Kind], ...]]]:
    """Each class that pages and facts are made of, by name, with its fields and what they hold."""
    found: dict[str, tuple[type[Any], tuple[tuple[str, Kind], ...]]] = {}
    names = {**vars(kg.model), **vars(kg.resolution.local.records), "Body": Body, "Locus": Locus, "Place": Place, "date": date}
    waiting: list[Any] = [Page, Evidence, *get_args(Fact)]
    while waiting:
        cls = waiting.pop()
        if cls.__name__ not in found:
            hints = get_type_hints(cls, localns=names)
            found[cls.__name__] = cls, tuple((f.name, _kind(hints[f.name])) for f in fields(cls))
            waiting += (part for hint in hints.values() for part in _parts(hint) if is_dataclass(part))
    return found


def _kind(hint: Any) -> Kind:
    parts = set(_parts(hint)) - {type(None)}
    several = any(get_origin(part) is tuple for part in (hint, *get_args(hint)))
    if all(is_dataclass(part) for part in parts):
        return "many" if several else "one"
    if parts == {date} and not several:
        return "day"
    if parts == {str}:
        return "words" if several else "text"
    if parts <= {int, float, bool} and not several:
        return "number"
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
