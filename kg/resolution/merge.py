"""Facts said more than once become one fact with all its evidence and rules."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

from kg.model import (
    Activity,
    Byline,
    DateValue,
    Fact,
    FigureFact,
    InitiativeFact,
    OrgRef,
    PersonNamed,
    PersonRef,
    SiteRef,
    Statement,
    Structure,
    Tenure,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Key = tuple[str, ...]


ACROSS = (Tenure, Structure, InitiativeFact, FigureFact)  # what two articles can say alike


class Merger:
    """Takes the facts of page after page, their references with keys, and hands on one fact a thing said."""

    def __init__(self) -> None:
        self._across: dict[Key, list[Fact]] = {}
        self._own: list[Fact] = []

    def add(self, page: Iterable[Fact]) -> None:
        """Takes in the facts of one page."""
        own: dict[Key, list[Fact]] = {}
        for fact in page:
            groups = self._across if isinstance(fact, ACROSS) else own
            groups.setdefault(key_of(fact), []).append(fact)
        self._own += map(_one, own.values())

    def drain(self) -> Iterator[Fact]:
        """Each fact once, forgotten here when it is handed on: those of a large archive are most of its memory."""
        while self._own:
            yield self._own.pop()
        for key in sorted(self._across):
            yield _one(self._across.pop(key))


def key_of(fact: Fact) -> Key:  # noqa: PLR0911  # one return a kind of fact
    """What makes two facts the same."""
    match fact:
        case Tenure():
            return ("tenure", _ref(fact.person), _ref(fact.post.org), fact.post.title, fact.status,
                    _edtf(fact.since), _edtf(fact.until))
        case Activity():
            return ("activity", fact.article, fact.key)
        case Statement():
            return ("statement", fact.article, _ref(fact.speaker), fact.act, fact.text)
        case Structure():
            return ("structure", _ref(fact.child), _ref(fact.parent))
        case InitiativeFact():
            return ("initiative", fact.name, fact.kind)
        case FigureFact():
            return ("figure", fact.of, fact.name, fact.value, fact.unit)
        case Byline():
            return ("byline", fact.article, _ref(fact.person), fact.role)
        case PersonNamed():
            return ("named", fact.article, _ref(fact.person))


def _one(group: list[Fact]) -> Fact:
    if len(group) == 1:
        return group[0]
    evidence = sorted({e for f in group for e in f.evidence}, key=attrgetter("article", "start", "end"))
    rules = sorted({rule for f in group for rule in f.rules})
    confidence = max((f.confidence for f in group if f.confidence is not None), default=None)
    first = min(group, key=_order)
    fact = replace(first, evidence=tuple(evidence), rules=tuple(rules), confidence=confidence)
    if isinstance(fact, Tenure):
        return replace(fact, seen=_union(group, lambda f: f.seen if isinstance(f, Tenure) else ()))
    return fact


def _order(fact: Fact) -> tuple[str, int, int, str]:
    first = fact.evidence[0]
    return first.article, first.start, first.end, repr(fact.rules)


def _union(group: Iterable[Fact], dates: Callable[[Fact], tuple[DateValue, ...]]) -> tuple[DateValue, ...]:
    found = {(d.edtf or "", d.text): d for f in group for d in dates(f)}
    return tuple(found[key] for key in sorted(found))


def _ref(ref: PersonRef | OrgRef | SiteRef) -> str:
    return ref.key or ref.name


def _edtf(date: DateValue | None) -> str:
    return (date.edtf or date.text) if date else ""
