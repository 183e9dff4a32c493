"""Names of divisions to divisions: which 朝阳区 a page means, and what a stated locality names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.record import record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.lexicon.divisions import Gazetteer, Place

LEVELS = ("province", "prefecture", "county")
SIGNS = frozenset("省市区县州盟旗")


@record
class Locus:
    """A place as its page prints it (name), and as keys are made of it (key)."""

    name: str
    key: str
    place: Place | None = None
    zone: bool = False  # a park zone: governed by a 管委会, not by a government of its own
    body: bool = False  # no place but a school or institute: 校 in 校党委


class PlaceNames:
    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def locus(self, place: Place, name: str = "") -> Locus:
        """A division as a locus; its key is its name, with its parent's where several divisions share it."""
        if place.status == "zone":
            short = (place.forms or (place.name,))[0]
            return Locus(name or short, short, place, zone=True)
        rivals = [p for p in self._gazetteer.named(place.name) if p.status == "current"]
        parent = self._gazetteer.code(place.parent)
        key = place.name if len(rivals) < 2 or parent is None else parent.name + place.name
        return Locus(name or place.name, key, place)

    def meanings(self, name: str) -> list[Place]:
        """The divisions that a name can mean, current ones where there are any; 吉林 alone is the province."""
        places = self._gazetteer.find(name)
        current = [p for p in places if p.status != "abolished"] or list(places)
        if self._gazetteer.named(name):
            return current
        highest = min((LEVELS.index(p.level) for p in current), default=0)
        return [p for p in current if LEVELS.index(p.level) == highest]

    def meant(self, score: Mapping[str, float], stated: Sequence[Place]) -> dict[str, Place]:
        """The division that each name of a page means: of several the one whose parent is named too, else none."""
        found = {name: self.meanings(name) for name in sorted(score, key=lambda n: (-score[n], -len(n), n))}
        near = {p.code for places in found.values() if len(places) == 1 for p in self._gazetteer.chain(places[0])}
        near |= {p.code for place in stated for p in self._gazetteer.chain(place)}
        return {name: place for name, places in found.items() if (place := self._one(places, near)) is not None}

    def _one(self, places: Sequence[Place], near: set[str]) -> Place | None:
        if len(places) == 1:
            return places[0]
        close = [p for p in places if any(q.code in near for q in self._gazetteer.chain(p))]
        exact = [p for p in close if p.code in near]
        chosen = exact if len(exact) == 1 else close
        return chosen[0] if len(chosen) == 1 else None

    def stated(self, locality: str) -> tuple[list[Place], str]:
        """A locality as metadata give it, 郑州市管城回族区: its divisions, the large before the small, and what is left.

        What is left is a town, a school or a zone that no list of divisions has.
        """
        found: list[Place] = []
        rest = "".join(locality.split())
        while rest:
            name = next((rest[:n] for n in range(len(rest), 1, -1) if self._gazetteer.find(rest[:n])), "")
            inside = [p for p in self.meanings(name) if not found or found[-1] in self._gazetteer.chain(p)] if name else []
            if not inside or (name != rest and not self._gazetteer.named(name)):
                break  # 中山大学 is not of 中山市
            found.append(inside[0])
            rest = rest[len(name) :]
        return found, rest


def signs(place: Place) -> tuple[str, ...]:
    """The signs that stand for a division where it is the article's own: 省 for 河南省, 市 for 上海市."""
    if place.status == "zone":
        return ("区",)
    if place.level == "province":
        return ("市",) if place.name.endswith("市") else ("省",)
    return (place.name[-1],) if place.name[-1] in SIGNS else ()


def shown(place: Place, printed: Mapping[str, str]) -> str:
    """The name to show: as printed where that ends in its class (管城区), else in full (三门峡 → 三门峡市)."""
    name = printed.get(place.code, "")
    return name if name and name[-1] == place.name[-1] else ""
