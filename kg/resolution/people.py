"""Who is one person: a name in one document, and the same name elsewhere where posts or places agree.

Inside a document a name is one person. Across documents and years two sightings of a name are one person
when a post's body is the same, when their places are the same, or when one of them holds no post and its
document speaks for the other's place or for one above or below it and for nobody else's. A name without a
post is also the one person of the country whom the same paper calls so. Authors of one outlet are one. Where a name
is so rare that no namesake is to be expected (`commonness`), a sighting that nothing places but the words of its article is the
one person whom posts place, and where there is none, those sightings are one; of a foreign name only the first
holds. A rare name of one with posts of the country and of one with posts of a place is one person's too. Everything else is
a namesake.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.resolution.unions import Unions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.resolution.commonness import Commonness, Rank
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
    stated: bool = False  # and is said to, from outside
    chain: frozenset[str] = frozenset()  # codes of the places above all of `places` and `home`
    paper: str = ""
    outlet: str = ""  # the paper, or the archive that the document comes from
    byline: bool = False  # credited as an author, and nothing else told


def settle(
    sightings: Iterable[Sighting], apart: Mapping[tuple[str, str], str], commonness: Commonness
) -> dict[tuple[str, str], str]:
    """Key of each (document, name). `apart` names groups of sightings that people judged to be somebody else."""
    by_name: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        by_name[sighting.name].append(sighting)
    keys: dict[tuple[str, str], str] = {}
    for name, group in by_name.items():
        ordered = sorted(group, key=lambda s: s.doc)
        rank = commonness.rank(name, len(by_name)) if len(group) > 1 else "common"
        keys.update(_keys(name, ordered, [apart.get((s.doc, name), "") for s in ordered], rank))
    return keys


def _keys(name: str, group: Sequence[Sighting], judged: Sequence[str], rank: Rank) -> dict[tuple[str, str], str]:
    unions = Unions(range(len(group)))
    for one, other in _agreeing(group, judged):
        unions.join(one, other)
    if len(group) > 1:
        for one, other in _nested(group, judged, unions):
            unions.join(one, other)
    if rank == "rare":
        for one, other in _risen(group, judged, unions):
            unions.join(one, other)
    if rank != "common":
        for one, other in _loose(group, judged, unions, rank):
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
        if sighting.byline and sighting.outlet:
            signs.add(f"outlet {sighting.outlet}")
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


def _risen(group: Sequence[Sighting], judged: Sequence[str], unions: Unions[int]) -> Iterator[tuple[int, int]]:
    """The one of the country and the one of a place, where a rare name has these two: who has risen, or is sent there."""
    public = {unions.find(i) for i, s in enumerate(group) if s.national}
    local = {unions.find(i) for i, s in enumerate(group) if s.places} - public
    if len(public) == len(local) == len(set(judged)) == 1:
        yield public.pop(), local.pop()


def _loose(
    group: Sequence[Sighting], judged: Sequence[str], unions: Unions[int], rank: Rank
) -> Iterator[tuple[int, int]]:
    """Pairs of sightings that nothing places but the words of their articles, and of the one person whom posts place."""
    known: dict[str, set[int]] = defaultdict(set)
    loose: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for i, sighting in enumerate(group):
        if sighting.places or sighting.national:
            known[judged[i]].add(unions.find(i))
        elif not sighting.stated:
            loose[judged[i], sighting.byline].append(i)
    for (judgement, byline), members in loose.items():
        placed = set() if byline else known[judgement]
        if len(placed) == 1 or (not placed and rank == "rare"):
            yield from pairwise((*placed, *members))


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
    if sum(s.national and not s.places for s in group) > sum(bool(s.places) for s in group):
        return f"{NATION}-{name}"
    if not places:
        places = _homes(group)
    if not places:
        return f"{NATION}-{name}" if any(s.national for s in group) else name
    best = min(places, key=lambda p: (-_depth(p), -places[p], p.key))
    return f"{best.key}-{name}"


def _homes(group: Sequence[Sighting]) -> Counter[Locus]:
    """What the documents speak for, where that is one place with those above it."""
    homes = Counter(s.home for s in group if s.home and not s.national)
    inner = max(homes, key=lambda p: (_depth(p), p.key), default=None)
    chain = {code for s in group if s.home == inner for code in s.chain}
    return homes if all(p == inner or (p.place and p.place.code in chain) for p in homes) else Counter()


def _depth(locus: Locus) -> int:
    if locus.place is None:
        return 0
    return {"province": 1, "prefecture": 2, "county": 3}[locus.place.level] if not locus.zone else 3
