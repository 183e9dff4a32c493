"""Things by name: found by any of their names or by IRI, told apart where several share one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import KgError
from kg.graph.queries import escaped
from kg.insight.explain import find_things

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.insight.store import Store

KINDS = ("Person", "Organization", "Post", "AdminDivision", "Site", "Initiative", "Activity", "Article")
ABOUT = """
SELECT ?node ?label ?type (GROUP_CONCAT(DISTINCT ?post; separator="、") AS ?posts) WHERE {
  $where
  ?node rdfs:label ?label ; a ?type .
  FILTER(STRSTARTS(STR(?type), STR(kgo:)) && ?type != kgo:Fact)
  OPTIONAL { ?node kgo:heldPost/rdfs:label ?post }
} GROUP BY ?node ?label ?type ORDER BY ?label ?node"""
NAMELESS = "kgo:Evidence, kgo:Mention, kgo:Visit, skos:Concept"  # nobody asks for these by their labels
BY_NAME = f"""VALUES ?name {{ "$name"@zh-Hans }} ?node rdfs:label|skos:altLabel ?name .
  FILTER NOT EXISTS {{ ?node a ?kind FILTER(?kind IN ({NAMELESS})) }}"""
BY_IRI = "VALUES ?node { $iris }"
CONTAINS = """{ SELECT DISTINCT ?node WHERE {
    ?node rdfs:label|skos:altLabel ?name ; a ?kind . VALUES ?kind { $kinds } FILTER CONTAINS(?name, "$name")
  } ORDER BY STRLEN(?name) ?name LIMIT $limit }"""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that has a name. `posts` tells a person from a namesake."""

    iri: str
    label: str
    kind: str  # local name of its class
    posts: str = ""


class NamesakesError(KgError):
    """Several things have the name, and none was picked."""

    def __init__(self, asked: str, found: Sequence[Thing]) -> None:
        super().__init__(f"{len(found)} things are called {asked}; pick one with --pick N or give its IRI")
        self.found = tuple(found)


def named(store: Store, asked: str) -> list[Thing]:
    """Everything of a name, of one IRI or of the tail of one (person/管城回族区-虎强); people first.

    Raises KgError, with names that are near, where there is nothing.
    """
    found = _by_iri(store, [asked]) if ":" in asked else _about(store, BY_NAME.replace("$name", escaped(asked)))
    found = found or _by_iri(store, [iri for iri, _ in find_things(store, asked)])
    return sorted(found, key=lambda t: (KINDS.index(t.kind) if t.kind in KINDS else len(KINDS), t.iri))


def choose(store: Store, asked: str, pick: int | None = None) -> Thing:
    """The one thing meant. Raises NamesakesError where a name says not which; KgError where there is none."""
    found = named(store, asked)
    if pick is not None:
        if not 1 <= pick <= len(found):
            raise KgError(f"--pick {pick}: there {'is 1' if len(found) == 1 else f'are {len(found)}'} called {asked}")
        return found[pick - 1]
    if len(found) > 1:
        raise NamesakesError(asked, found)
    return found[0]


def search(store: Store, words: str, limit: int = 20) -> list[Thing]:
    """Things whose name, or another form of it, holds these words; the shortest names first."""
    kinds = " ".join(f"kgo:{kind}" for kind in KINDS)
    where = CONTAINS.replace("$kinds", kinds).replace("$limit", str(limit)).replace("$name", escaped(words))
    return sorted(_about(store, where), key=lambda t: (len(t.label), t.label, t.iri))


def _by_iri(store: Store, iris: Sequence[str]) -> list[Thing]:
    clean = [iri for iri in iris if not set(iri) & set('<>"{}|^`\\') and not any(c.isspace() for c in iri)]
    return _about(store, BY_IRI.replace("$iris", " ".join(f"<{iri}>" for iri in clean))) if clean else []


def _about(store: Store, where: str) -> list[Thing]:
    rows = store.rows(ABOUT.replace("$where", where))
    return [Thing(row["node"], row["label"], row["type"].rpartition("#")[2], row.get("posts", "")) for row in rows]
