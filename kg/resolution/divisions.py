"""The divisions that a graph needs: those referred to, with all they are part of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Division
from kg.resolution.local.placenames import PlaceNames

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.lexicon.divisions import Gazetteer, Place
    from kg.resolution.local.placenames import Locus


class Divisions:
    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._names = PlaceNames(gazetteer)
        self._used: dict[str, Place] = {}

    def use(self, locus: Locus) -> str:
        """Notes that a place is referred to; its key, empty for a place that no list has."""
        return self.use_place(locus.place) if locus.place else ""

    def use_place(self, place: Place) -> str:
        for part in self._gazetteer.chain(place):
            self._used.setdefault(self._key(part), part)
        return self._key(place)

    def records(self) -> Iterator[Division]:
        """One record a division, in order of key."""
        for key in sorted(self._used):
            place = self._used[key]
            parent = self._gazetteer.code(place.parent)
            yield Division(
                key=key, label=place.name, aliases=tuple(f for f in place.forms if f != place.name),
                gb_code="" if place.status == "zone" else place.code, parent=self._key(parent) if parent else "",
            )

    def _key(self, place: Place) -> str:
        """Its name, with its parent's where several share it; a park zone in full, for 郑州高新区 is its body."""
        return place.name if place.status == "zone" else self._names.locus(place).key
