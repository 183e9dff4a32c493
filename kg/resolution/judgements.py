"""What people judged: same, different, reject, retype. Replayed on every build, reported when nothing matches.

A judgement file is TOML (docs/judgements.md shows it with examples). Keys are the tails of IRIs:
`管城回族区-虎强` of `…/id/person/管城回族区-虎强`.

    [[same]]       kind = "person" | "organization"    keys = [kept, others …]
    [[different]]  kind = "person"                     name = "王伟"    docs = ["b.txt"]
    [[different]]  kind = "organization"               keys = [one, other]
    [[reject]]     kind = "person" | "organization" | "site"    key = "…"
    [[reject]]     kind = "fact"                       quote = "words of its sentence"    fact = "tenure" (optional)
    [[retype]]     kind = "organization" | "initiative"    key = "…"    to = "Company"
    [[retype]]     kind = "activity"                   quote = "…"    to = "Meeting"

Every entry may have `why`.
"""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, get_args

from kg.errors import KgError
from kg.model import ActivityType, Finding
from kg.record import record

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

# What each entry must have beside `kind`, by verb and kind.
FORMS: Mapping[tuple[str, str], frozenset[str]] = {
    ("same", "person"): frozenset({"keys"}),
    ("same", "organization"): frozenset({"keys"}),
    ("different", "person"): frozenset({"name", "docs"}),
    ("different", "organization"): frozenset({"keys"}),
    ("reject", "person"): frozenset({"key"}),
    ("reject", "organization"): frozenset({"key"}),
    ("reject", "site"): frozenset({"key"}),
    ("reject", "fact"): frozenset({"quote"}),
    ("retype", "organization"): frozenset({"key", "to"}),
    ("retype", "initiative"): frozenset({"key", "to"}),
    ("retype", "activity"): frozenset({"quote", "to"}),
}
OPTIONAL = frozenset({"why", "fact"})
LISTS = frozenset({"keys", "docs"})
ALLOWED: Mapping[str, frozenset[str]] = {
    "activity": frozenset(get_args(ActivityType)),
    "initiative": frozenset({"project", "campaign", "policy"}),
}


@record
class Judgement:
    """One entry. `number` counts the entries of its verb from 1."""

    verb: str
    kind: str
    number: int
    keys: tuple[str, ...] = ()
    name: str = ""
    docs: tuple[str, ...] = ()
    key: str = ""
    quote: str = ""
    fact: str = ""
    to: str = ""
    why: str = ""

    def described(self) -> str:
        """[[same]] 2, person: 管城回族区-虎强, 郑州市-虎强."""
        what = ", ".join(filter(None, (*self.keys, self.key, self.name, *self.docs, self.quote, self.to)))
        return f"[[{self.verb}]] {self.number}, {self.kind}: {what}"


class Judgements:
    """The entries of a file, and which of them matched."""

    def __init__(self, entries: tuple[Judgement, ...] = (), path: Path | None = None) -> None:
        self._entries = entries
        self._path = path
        self._used: set[Judgement] = set()

    def of(self, verb: str, kind: str) -> tuple[Judgement, ...]:
        return tuple(e for e in self._entries if e.verb == verb and e.kind == kind)

    def used(self, judgement: Judgement) -> None:
        self._used.add(judgement)

    def findings(self) -> tuple[Finding, ...]:
        """One finding an entry that matched nothing."""
        return tuple(
            Finding(
                kind="judgement-unmatched", message=f"matches nothing any more: {entry.described()}",
                file=str(self._path or ""),
            )
            for entry in self._entries
            if entry not in self._used
        )


def read_judgements(path: Path | None) -> Judgements:
    """The judgements of a file; none for None. A file that cannot be read or an entry not of the form raises KgError."""
    if path is None:
        return Judgements()
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise KgError(f"{path}: {error}") from None
    entries: list[Judgement] = []
    for verb, items in tables.items():
        if verb not in {v for v, _ in FORMS} or not isinstance(items, list):
            raise KgError(f"{path}: [[same]], [[different]], [[reject]] and [[retype]] are what can be judged, not {verb!r}")
        entries += [_entry(f"{path}: [[{verb}]] {i}", verb, i, item) for i, item in enumerate(items, 1)]
    return Judgements(tuple(entries), path)


def _entry(where: str, verb: str, number: int, item: object) -> Judgement:
    if not isinstance(item, dict):
        raise KgError(f"{where}: a table")
    kind = item.get("kind")
    wanted = FORMS.get((verb, str(kind)))
    if wanted is None:
        kinds = sorted(k for v, k in FORMS if v == verb)
        raise KgError(f"{where}: kind is one of {', '.join(kinds)}, not {kind!r}")
    given = item.keys() - {"kind"}
    if not wanted <= given or given - wanted - OPTIONAL:
        raise KgError(f"{where}: {kind} takes {', '.join(sorted(wanted))}, and got {', '.join(sorted(given)) or 'nothing'}")
    values = {name: _value(f"{where}: {name}", name, item[name]) for name in given}
    allowed = ALLOWED.get(str(kind)) if verb == "retype" else None
    if allowed and item["to"] not in allowed:
        raise KgError(f"{where}: to is one of {', '.join(sorted(allowed))}, not {item['to']!r}")
    if len(values.get("keys", "..")) < 2:
        raise KgError(f"{where}: keys are two or more")
    return Judgement(verb, kind, number, **values)  # type: ignore[arg-type]  # checked by _value


def _value(where: str, name: str, value: object) -> str | tuple[str, ...]:
    if name in LISTS:
        if isinstance(value, list) and value and all(isinstance(v, str) and v for v in value):
            return tuple(value)
        raise KgError(f"{where} is a list of words")
    if isinstance(value, str) and value:
        return value
    raise KgError(f"{where} is a word")
