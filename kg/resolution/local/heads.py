"""The head of a body's name: the place it names, or stands for in its article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.resolution.local.kinds import LOCAL, kinds_of
from kg.resolution.local.placenames import Locus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.lexicon import Lexicon
    from kg.lexicon.divisions import Place
    from kg.resolution.local.locality import Home, Localities

REGION = "自治区"


class Heads:
    """Cuts names of bodies into a place and what follows it."""

    def __init__(self, lex: Lexicon, localities: Localities) -> None:
        self._localities = localities
        self._gazetteer = localities.gazetteer
        self._scan = localities.scan
        self._kinds = kinds_of(lex)
        self._signs = frozenset(lex.words("organs", "relative_heads"))
        self._own = tuple(sorted(lex.words("organs", "own_heads"), key=len, reverse=True))
        self._not_relative = tuple(lex.words("organs", "not_relative"))
        self._anyway = tuple(lex.words("organs", "relative_anyway"))
        self._zone_bodies = tuple(lex.words("organs", "zone_bodies"))
        self._long_signs = lex.map("organs", "long_signs")

    def head(self, name: str, home: Home) -> tuple[Locus | None, str]:
        """The place at the head of a name, and what follows it; None and the name where there is none."""
        locus, rest = self.division(name, home)
        if locus is not None:
            return locus, self._doubled(locus, rest)
        own = next((w for w in self._own if name.startswith(w)), "")
        if own or self._signed(name):
            head = own or name[0]
            locus, rest = home.of(head[-1]), name[len(head) :]
        elif (word := next((w for w in self._long_signs if name.startswith(w)), "")) != "":
            locus, rest = home.of(self._long_signs[word]), name[len(word) :]
            locus = None if locus and word == REGION and not locus.name.endswith(REGION) else locus  # in a text of 湖北省 too
        elif home.zone:
            locus, rest = self._of_zone(name, home.zone)
        return (locus, rest) if locus else (None, name)

    def division(self, name: str, home: Home) -> tuple[Locus | None, str]:
        """The division or divisions that a name begins with: 郑州市管城区 is 管城区."""
        locus: Locus | None = None
        rest = name
        while (head := self._scan.prefix(rest) or self._county(rest, home)) and (
            found := self._meant(head, rest[len(head) :], home, locus)
        ):
            locus, rest = found, rest[len(head) :]
        return locus, rest

    def relative(self, name: str) -> bool:
        """Whether a name tells only the level of its place: 市委, 我县, 区财政局."""
        return name.startswith((*self._own, *self._long_signs)) or self._signed(name)

    def _signed(self, name: str) -> bool:
        """Whether a name begins with the sign of its place's level: 市民政局, not 市民中心."""
        return name[:1] in self._signs and (name.startswith(self._anyway) or not name.startswith(self._not_relative))

    def _of_zone(self, name: str, zone: Locus) -> tuple[Locus | None, str]:
        """高新区党工委, and 管委会 alone, on the page of a 高新区."""
        words = self._localities.zone_words
        word = next((w for w in words if name.startswith(w) and zone.name.endswith(w)), "")
        if word or name.startswith(self._zone_bodies):
            return zone, name[len(word) :]
        return None, name

    def _county(self, name: str, home: Home) -> str:
        """A county's short form at the head of a name, where the page names the county: 金水科教园区 in 金水区."""
        heads = (name[:n] for n in (4, 3, 2))
        return next((h for h in heads if any(p.code in home.printed for p in self._gazetteer.short(h))), "")

    def _meant(self, head: str, rest: str, home: Home, outer: Locus | None) -> Locus | None:
        """The place that `head` means before `rest`; for one of several 朝阳区 its name alone, no place."""
        places = self._localities.names.meanings(head)
        if outer is not None and outer.place is not None:
            places = [p for p in places if outer.place in self._gazetteer.chain(p)[1:]]
        if not places:
            return None
        near = self._near(places, home)
        place = (near or places)[0]
        full = head[-1] == place.name[-1] or place.status == "zone"
        if not full and rest and (len(rest) < 2 or self._kinds.of(rest) not in LOCAL):
            return None  # 三门峡 in 三门峡银保监局 is the city, in 三门峡日报 or 北海 in 北海街道 part of a name
        if len(places) > 1 and not near:
            return Locus(head, head) if full else None
        printed = head if full else home.printed.get(place.code, place.name)
        return self._localities.names.locus(place, printed if printed[-1] == place.name[-1] else place.name)

    def _near(self, places: Sequence[Place], home: Home) -> list[Place]:
        """Those that the page names, or that lie in a place that it names."""
        known = {locus.place.code for locus in home.by_sign.values() if locus.place} | home.printed.keys()
        return [p for p in places if known & {q.code for q in self._gazetteer.chain(p)}]

    def _doubled(self, locus: Locus, rest: str) -> str:
        """耀州区区委, 铜川市市委: the sign said twice."""
        return rest[1:] if rest[:1] == locus.name[-1] and self._signed(rest) else rest
