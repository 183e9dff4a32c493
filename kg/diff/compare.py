"""Two graphs compared: who holds which post, which facts came and went, which contradictions are new.

Facts are told apart by their IRIs, which are made of what they say; holders and posts by IRI as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.ask.quotes import Quote, quotes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.insight.store import Store

HOLDERS: Final = """SELECT ?fact ?post ?postLabel ?person ?name ?status ?first ?last WHERE {
  ?fact a kgo:Tenure ; kgo:post ?post ; org:member ?person ; kgo:status ?status . ?post rdfs:label ?postLabel . ?person rdfs:label ?name .
  OPTIONAL { ?fact kgo:firstSeen ?first ; kgo:lastSeen ?last }
} ORDER BY ?postLabel ?name ?status"""
FACTS: Final = """SELECT ?fact ?kind ?label WHERE {
  VALUES ?type { kgo:Activity kgo:Statement kgo:Figure kgo:Structure kgo:Tenure }
  ?fact a ?type ; rdfs:label ?label . BIND(STRAFTER(STR(?type), "#") AS ?kind)
} ORDER BY ?kind ?label ?fact"""
CONFLICTS: Final = "SELECT ?fact ?label WHERE { ?fact a kgo:Conflict ; rdfs:label ?label } ORDER BY ?label ?fact"
INVOLVED: Final = "SELECT ?conflict ?fact WHERE { ?conflict kgo:involves ?fact }"
NAMED: Final = """SELECT ?thing ?kind ?label WHERE {
  VALUES ?type { kgo:Person kgo:Organization kgo:Post kgo:Initiative } ?thing a ?type ; rdfs:label ?label .
  BIND(STRAFTER(STR(?type), "#") AS ?kind) } ORDER BY ?kind ?label ?thing"""
SECTIONS: Final = {
    "new holders": "新任职者", "holders gone": "不再见任", "status changed": "任职状态变化", "posts changed": "人员职务变化",
    "new contradictions": "新矛盾", "contradictions gone": "消失的矛盾", "new facts": "新事实", "facts gone": "撤回的事实",
    "new names": "新出现", "names gone": "不再出现",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One line: what it is about, and the sentences that state it (of the new graph, or of the old where it is gone)."""

    about: str
    iri: str
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """Changes by section, in the order of SECTIONS; sections without a change are left out."""

    sections: dict[str, tuple[Change, ...]]

    def __bool__(self) -> bool:
        return bool(self.sections)


def compare(old: Store, new: Store) -> Difference:
    """What changed from one graph to another."""
    found = {
        **_tenures(old, new),
        "posts changed": _posts(old, new),
        "new contradictions": _gained(old, new, CONFLICTS),
        "contradictions gone": _gained(new, old, CONFLICTS),
        "new facts": _gained(old, new, FACTS),
        "facts gone": _gained(new, old, FACTS),
        "new names": _names(old, new),
        "names gone": _names(new, old),
    }
    return Difference({name: changes for name in SECTIONS if (changes := tuple(found[name]))})


def _tenures(old: Store, new: Store) -> dict[str, list[Change]]:
    """By person and post: appeared, gone, and the same under another status."""
    before, after = _holders(old), _holders(new)
    return {
        "new holders": [_change(new, rows, "") for key, rows in after.items() if key not in before],
        "holders gone": [_change(old, rows, "") for key, rows in before.items() if key not in after],
        "status changed": [
            _change(new, rows, f"：{_statuses(before[key])} → {_statuses(rows)}")
            for key, rows in after.items() if key in before and _statuses(before[key]) != _statuses(rows)
        ],
    }


def _holders(store: Store) -> dict[tuple[str, str], list[dict[str, str]]]:
    found: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in store.rows(HOLDERS):
        found.setdefault((row["person"], row["post"]), []).append(row)
    return found


def _statuses(rows: list[dict[str, str]]) -> str:
    return "、".join(row["status"] for row in rows)


def _change(store: Store, rows: list[dict[str, str]], what: str) -> Change:
    seen = f"（{rows[0]['first']}）" if "first" in rows[0] else ""
    said = quotes(store, [row["fact"] for row in rows])
    sentences = tuple(sorted({quote for found in said.values() for quote in found}))
    return Change(f"{rows[0]['postLabel']} {rows[0]['name']}{seen}{what}", rows[0]["person"], sentences)


def _posts(old: Store, new: Store) -> Iterator[Change]:
    """People of both graphs whose posts are not the same."""
    before, after = _by_person(old), _by_person(new)
    for person in sorted(before.keys() & after.keys(), key=lambda p: after[p][0]):
        was, now = before[person][1], after[person][1]
        if was != now:
            yield Change(f"{after[person][0]}：{'、'.join(sorted(was))} → {'、'.join(sorted(now))}", person)


def _by_person(store: Store) -> dict[str, tuple[str, frozenset[str]]]:
    posts: dict[str, tuple[str, set[str]]] = {}
    for row in store.rows(HOLDERS):
        if row["status"] != "former":
            posts.setdefault(row["person"], (row["name"], set()))[1].add(row["postLabel"])
    return {person: (name, frozenset(held)) for person, (name, held) in posts.items()}


def _gained(old: Store, new: Store, query: str) -> list[Change]:
    known = {row["fact"] for row in old.rows(query)}
    rows = [row for row in new.rows(query) if row["fact"] not in known]
    involved: dict[str, list[str]] = {}
    for row in new.rows(INVOLVED):
        involved.setdefault(row["conflict"], []).append(row["fact"])
    stand = {row["fact"]: involved.get(row["fact"], [row["fact"]]) for row in rows}
    said = quotes(new, [fact for facts in stand.values() for fact in facts])
    return [
        Change(" ".join(filter(None, (row.get("kind"), row["label"]))), row["fact"],
               tuple(sorted({quote for fact in stand[row["fact"]] for quote in said.get(fact, ())})))
        for row in rows
    ]


def _names(old: Store, new: Store) -> list[Change]:
    known = {row["thing"] for row in old.rows(NAMED)}
    return [Change(f"{row['kind']} {row['label']}", row["thing"]) for row in new.rows(NAMED) if row["thing"] not in known]
