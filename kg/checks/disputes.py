"""Posts of one seat told of two people, people told in posts that exclude each other, names spelled two ways.

All that concerns one post of one body at one time is one dispute: 张艳敏 told as 区委书记 and as 区委副书记
while 虎强 is 区委书记 is one, with three statements.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from kg.checks.bodies import Bodies, Reach
from kg.checks.reading import Held, movers
from kg.checks.spelling import one_sign_apart, sounds_like
from kg.checks.when import same_document, same_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rdflib import URIRef

    from kg.graph.lookup import Triples
    from kg.lexicon import Lexicon

Kind = Literal["one-seat-two-holders", "exclusive-posts", "name-spelling"]
CROWD = 9  # of more holders of one title, two may well have names that sound alike
HOLDING = frozenset({"current", "acting"})


@dataclass(frozen=True, slots=True)
class Dispute:
    """Tenures that cannot all be right; those of the post itself first, deputies after."""

    kind: Kind
    holders: tuple[Held, ...]
    deputies: tuple[Held, ...] = ()

    @property
    def involved(self) -> tuple[Held, ...]:
        return self.holders + self.deputies


class Disputes:
    """Finds the disputes among the tenures of one graph."""

    def __init__(self, triples: Triples, tenures: Sequence[Held], lexicon: Lexicon) -> None:
        self._bodies = Bodies(triples, lexicon)
        self._marks = lexicon.words("seats", "deputy_marks")
        self._movers: Mapping[URIRef, frozenset[str]] = movers(triples)
        self._left = {(t.person, t.post) for t in tenures if t.status == "former"}
        self._tenures = [t for t in tenures if t.status in HOLDING]
        self._told: defaultdict[tuple[URIRef, URIRef], set[URIRef]] = defaultdict(set)
        for held in self._tenures:
            for sentence in held.sentences:
                self._told[held.person, sentence].add(held.post)

    def find(self) -> Iterator[Dispute]:
        """Every dispute, in the order of bodies and titles."""
        seats: defaultdict[tuple[URIRef, str], list[Held]] = defaultdict(list)
        for held in self._tenures:
            if self._bodies.reach(held.body):
                seats[held.body, self.seat(held.title)].append(held)
        for key in sorted(seats):
            if len(seats[key]) > 1:
                yield from self._of_seat(seats[key], key[1])

    def seat(self, title: str) -> str:
        """The title that a deputy's title belongs to: 书记 of 常务副书记 and of 书记."""
        mark = next((m for m in self._marks if title.startswith(m) and len(title) > len(m)), "")
        return title.removeprefix(mark)

    def _of_seat(self, tenures: list[Held], seat: str) -> Iterator[Dispute]:
        full = [t for t in tenures if t.title == seat and self._bodies.named_in(t)]
        deputies = [t for t in tenures if t.title != seat]
        pairs = [(a, b) for a, b in combinations(full, 2) if a.one_seat and self._rivals(a, b)]
        pairs += [(a, b) for a in full for b in deputies if a.one_seat and self._both(a, b)]
        for group in _connected(pairs):
            yield _dispute(group, seat)
        for title in sorted({t.title for t in tenures if not t.one_seat}):
            yield from self._spellings([t for t in tenures if t.title == title])

    def _rivals(self, one: Held, other: Held) -> bool:
        """Two people in one seat at one time, neither only acting for the other."""
        if _same_person(one, other) or one.status != other.status or self._one_list(one, other):
            return False
        return self._together(one, other) and not self._handed_over(one, other)

    def _one_list(self, one: Held, other: Held) -> bool:
        """Whether one sentence gives both people several posts: 董事长和总经理刘甲、刘乙 says not who is which."""
        told = self._told
        return any(len(told[one.person, s] & told[other.person, s]) > 1 for s in one.sentences & other.sentences)

    def _both(self, full: Held, deputy: Held) -> bool:
        """One person told as 书记 and as 副书记, in different sentences: no paper prints both in one breath."""
        if full.person != deputy.person or full.status != deputy.status or full.sentences & deputy.sentences:
            return False
        return self._together(full, deputy) and not self._handed_over(full, deputy)

    def _together(self, one: Held, other: Held) -> bool:
        if same_document(one, other):
            return True
        return self._bodies.reach(one.body) is Reach.EVERYWHERE and same_time(one, other)

    def _handed_over(self, one: Held, other: Held) -> bool:
        """Whether a document that states one of them tells of a change, or one is elsewhere told to have left."""
        docs = one.docs | other.docs
        if any(self._movers.get(t.person, frozenset()) & docs for t in (one, other)):
            return True
        return any((t.person, t.post) in self._left for t in (one, other))

    def _spellings(self, tenures: list[Held]) -> Iterator[Dispute]:
        if len(tenures) > CROWD:
            return
        pairs = [(a, b) for a, b in combinations(tenures, 2) if self._respelled(a, b)]
        for group in _connected(pairs):
            yield Dispute("name-spelling", group)

    def _respelled(self, one: Held, other: Held) -> bool:
        """Names that sound alike in one post of many seats, never both in one article."""
        if _same_person(one, other) or not sounds_like(one.name, other.name):
            return False
        if {q.article for q in one.quotes} & {q.article for q in other.quotes}:
            return False
        return bool(one.docs & other.docs) or self._bodies.reach(one.body) is Reach.EVERYWHERE


def _same_person(one: Held, other: Held) -> bool:
    """One node, one name, or a name that is the other's other form."""
    if one.person == other.person or one.name == other.name:
        return True
    return one.name in other.aliases or other.name in one.aliases


def _dispute(group: tuple[Held, ...], seat: str) -> Dispute:
    holders = tuple(t for t in group if t.title == seat)
    deputies = tuple(t for t in group if t.title != seat)
    names = sorted({t.name for t in holders})
    if len(names) == 1:
        return Dispute("exclusive-posts", holders, deputies)
    alike = all(one_sign_apart(a, b) or sounds_like(a, b) for a, b in combinations(names, 2))
    alike = alike and not any(a.sentences & b.sentences for a, b in combinations(holders, 2))
    return Dispute("name-spelling" if alike and not deputies else "one-seat-two-holders", holders, deputies)


def _connected(pairs: Iterable[tuple[Held, Held]]) -> list[tuple[Held, ...]]:
    """Tenures that hang together by pairs, each group and all groups in the order of their IRIs."""
    groups: dict[URIRef, set[URIRef]] = {}
    tenures: dict[URIRef, Held] = {}
    for one, other in pairs:
        tenures |= {one.iri: one, other.iri: other}
        joined = groups.get(one.iri, {one.iri}) | groups.get(other.iri, {other.iri})
        for iri in joined:
            groups[iri] = joined
    distinct = {tuple(sorted(group)) for group in groups.values()}
    return [tuple(tenures[iri] for iri in group) for group in sorted(distinct)]
