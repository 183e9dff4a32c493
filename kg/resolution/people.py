"""Who is one person: a name in one document, and the same name elsewhere where posts or places agree.

Inside a document a name is one person. Across documents and years two sightings of a name are one person
when a post's body is the same, when their places are the same, or when one of them holds no post and its
document speaks for the other's place or for one above or below it. Everything else is a namesake.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.resolution.unions import Unions

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.resolution.placenames import Locus

NATION = "全国"


@dataclass(slots=True)
class Sighting:
    """A name in one document."""

    doc: str
    name: str
    bodies: set[str] = field(default_factory=set)  # keys of the bodies in which posts are held
    places: set[Locus] = field(default_factory=set)  # of those bodies
    national: bool = False
    home: Locus | None = None  # what the document speaks for
    chain: frozenset[str] = frozenset()  # codes of the places above all of `places` and `home`
    byline: bool = False  # credited as an author, and nothing else told


def settle(sightings: Iterable[Sighting], apart: Mapping[tuple[str, str], str]) -> dict[tuple[str, str], str]:
    """Key of each (document, name). `apart` names groups of sightings that people judged to be somebody else."""
    by_name: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        by_name[sighting.name].append(sighting)
    keys: dict[tuple[str, str], str] = {}
    for name, group in by_name.items():
        ordered = sorted(group, key=lambda s: s.doc)
        keys.update(_keys(name, ordered, [apart.get((s.doc, name), "") for s in ordered]))
    return keys


def _keys(name: str, group: Sequence[Sighting], judged: Sequence[str]) -> dict[tuple[str, str], str]:
    unions = Unions(range(len(group)))
    for one, other in _agreeing(group, judged):
        unions.join(one, other)
    keys: dict[tuple[str, str], str] = {}
    taken: Counter[str] = Counter()
    sets = [[group[i] for i in members] for members in unions.groups()]
    for members in sorted(sets, key=lambda s: (_author_only(s), [m.doc for m in s])):
        key = _key(name, members)
        taken[key] += 1
        unique = key if taken[key] == 1 else f"{key}-{taken[key]}"
        keys.update({(m.doc, name): unique for m in members})
    return keys


def _agreeing(group: Sequence[Sighting], judged: Sequence[str]) -> Iterable[tuple[int, int]]:
    """Pairs of sightings that are one person, enough of them to join all that are."""
    first: dict[tuple[str, str, bool], int] = {}
    kinds: dict[tuple[object, ...], int] = {}  # one sighting for all that nearness cannot tell apart
    for i, sighting in enumerate(group):
        signs = {f"body {body}" for body in sighting.bodies} | {f"place {key}" for key in _anchors(sighting)}
        for sign in signs or {"nothing"}:
            known = first.setdefault((judged[i], sign, sighting.byline), i)
            if known != i:
                yield known, i
        if not sighting.byline:
            kinds.setdefault((judged[i], frozenset(sighting.places), sighting.home, sighting.national), i)
    for i in kinds.values():
        for j in kinds.values():
            if i != j and judged[i] == judged[j] and not group[j].places and _near(group[i], group[j]):
                yield i, j


def _near(holder: Sighting, named: Sighting) -> bool:
    """Whether the document of `named`, who holds no post of a place, speaks for a place of `holder` or one above or below it.

    Provinces are too large for that.
    """
    if named.national or holder.national or named.home is None or named.home.place is None:
        return False
    home = named.home.place.code
    places = holder.places or ({holder.home} if holder.home else set())
    mine = {locus.place.code for locus in places if locus.place}
    local = {code for code in mine | {home} if not code.endswith("0000")}
    return (home in local and home in holder.chain) or bool(mine & named.chain & local)


def _anchors(sighting: Sighting) -> list[str]:
    if sighting.places:
        return sorted(locus.key for locus in sighting.places)
    if sighting.national or (sighting.bodies and not sighting.home):
        return []
    return [sighting.home.key] if sighting.home else []


def _author_only(group: Sequence[Sighting]) -> bool:
    return all(s.byline for s in group)


def _key(name: str, group: Sequence[Sighting]) -> str:
    """{anchor}-{name}: the most local of the places, of equals the one met most; the name alone where none is known."""
    places = Counter(locus for s in group for locus in s.places)
    if not places:
        places = Counter(s.home for s in group if s.home and not s.national)
    if not places:
        return f"{NATION}-{name}" if any(s.national for s in group) else name
    best = min(places, key=lambda p: (-_depth(p), -places[p], p.key))
    return f"{best.key}-{name}"


def _depth(locus: Locus) -> int:
    if locus.place is None:
        return 0
    return {"province": 1, "prefecture": 2, "county": 3}[locus.place.level] if not locus.zone else 3
