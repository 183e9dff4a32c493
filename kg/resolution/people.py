"""Who is one person: a name in one document, and the same name elsewhere where posts or places agree.

Inside a document a name is one person. Across documents and years two sightings of a name are one person
when a post's body is the same, when their places are the same, or when one of them holds no post and its
document speaks for the other's place or for one above or below it and for nobody else's. A name without a
post is also the one person of the country whom the same paper calls so. Everything else is a namesake.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.resolution.unions import Unions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.resolution.local.bodies import Body
    from kg.resolution.local.placenames import Locus

NATION = "全国"


@dataclass(slots=True)
class Sighting:
    """A name in one document."""

    doc: str
    name: str
    held: list[Body] = field(default_factory=list)  # as the document means them
    bodies: set[str] = field(default_factory=set)  # keys of the bodies in which posts are held
    places: set[Locus] = field(default_factory=set)  # of those bodies
    national: bool = False
    home: Locus | None = None  # what the document speaks for
    chain: frozenset[str] = frozenset()  # codes of the places above all of `places` and `home`
    paper: str = ""
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
    if len(group) > 1:
        for one, other in _nested(group, judged, unions):
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


def _agreeing(group: Sequence[Sighting], judged: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of sightings with a body or a place in common, enough of them to join all that have."""
    first: dict[tuple[str, str, bool], int] = {}
    for i, sighting in enumerate(group):
        signs = {f"body {body}" for body in sighting.bodies} | {f"place {key}" for key in _anchors(sighting)}
        if sighting.national:
            signs.add("nation")  # 国家主席 here, 中共中央总书记 there
        for sign in signs or {"nothing"}:
            known = first.setdefault((judged[i], sign, sighting.byline), i)
            if known != i:
                yield known, i


def _nested(group: Sequence[Sighting], judged: Sequence[str], unions: Unions[int]) -> list[tuple[int, int]]:
    """Pairs where one holds no post of a place, and its document's place lies in the other's place or around it.

    Only where that is told of one person alone: a name in a city's paper is neither of two officials of that
    name in two of the city's districts.
    """
    within: dict[tuple[str, str], set[int]] = defaultdict(set)  # code of a place → sets that are there or in it
    exact: dict[tuple[str, str], set[int]] = defaultdict(set)  # → sets that are just there
    for i, sighting in enumerate(group):
        if not sighting.byline and not sighting.national:
            for code in _codes(sighting):
                exact[judged[i], code].add(unions.find(i))
                for above in sighting.chain:
                    within[judged[i], above].add(unions.find(i))
    pairs = _public(group, judged, unions)
    for i, sighting in enumerate(group):
        if sighting.byline or sighting.national or sighting.places:
            continue
        for home in _codes(sighting):
            around = (exact[judged[i], c] for c in sighting.chain if not c.endswith("0000"))
            near = set().union(*around, within[judged[i], home]) - {unions.find(i)}
            if len(near) == 1:
                pairs.append((next(iter(near)), i))
    return pairs


def _public(group: Sequence[Sighting], judged: Sequence[str], unions: Unions[int]) -> list[tuple[int, int]]:
    """Pairs of the one holder of a post of the country and a bare name: in the same paper, or where no place is told."""
    public = {unions.find(i) for i, s in enumerate(group) if s.national}
    if len(public) != 1 or len(set(judged)) != 1:
        return []
    papers = {s.paper for s in group if s.national} - {""}
    bare = [i for i, s in enumerate(group) if not s.bodies and not s.byline and (not s.home or s.paper in papers)]
    return [(next(iter(public)), i) for i in bare]


def _codes(sighting: Sighting) -> set[str]:
    """Codes of the places of a sighting, else of its document's; provinces are too large to tell."""
    places = sighting.places or ({sighting.home} if sighting.home else set())
    return {p.place.code for p in places if p.place and not p.place.code.endswith("0000")}


def _anchors(sighting: Sighting) -> list[str]:
    if sighting.places:
        return sorted(locus.key for locus in sighting.places)
    return [sighting.home.key] if sighting.home and not sighting.national else []


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
