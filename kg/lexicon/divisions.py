"""Administrative divisions of China by GB/T 2260 code: full names, short forms, parents.

The data are in `divisions.tsv` (its head names the sources), the words by which names are cut short in
`divisions.toml`. A user's lexicon folder may hold a `divisions.tsv` of the same four columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from kg.errors import KgError
from kg.record import record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

Level = Literal["province", "prefecture", "county"]
Status = Literal["current", "abolished", "zone"]
STATUS: Mapping[str, Status] = {"current": "current", "zone": "zone"}


@record
class Place:
    """One division: 410104 管城回族区, whose short forms are 管城区 and 管城."""

    code: str
    name: str
    parent: str  # code; empty for a province
    status: Status
    forms: tuple[str, ...] = ()  # short forms, longer ones first

    def __hash__(self) -> int:
        return hash(self.code)

    @property
    def level(self) -> Level:
        if self.code.endswith("0000"):
            return "province"
        return "prefecture" if self.code.endswith("00") else "county"


@record
class Shortening:
    """The word lists by which a full name is cut short."""

    suffixes: tuple[str, ...]
    peoples: tuple[str, ...]
    zones: Mapping[str, str]

    def forms(self, name: str) -> tuple[str, ...]:
        """Short forms of a division's name: 湘西土家族苗族自治州 → 湘西州, 湘西. One character alone is none."""
        suffix = next((s for s in self.suffixes if name.endswith(s)), "")
        stem, seen = name.removesuffix(suffix), ""
        while (shorter := self._without_people(stem)) != stem:
            stem, seen = shorter, "people"
        middle = stem + suffix.removeprefix("自治") if seen and suffix != "自治区" else ""
        return tuple(form for form in (middle, stem) if len(form) > 1 and form != name)

    def zone_forms(self, name: str, city: str) -> tuple[str, ...]:
        """Short forms of a park zone: 郑州高新技术产业开发区 in 郑州市 → 郑州高新区."""
        kind = next((k for k in self.zones if name.endswith(k)), "")
        if not kind:
            return ()
        own = name.removesuffix(kind).removesuffix("市")
        head = own if own.endswith(city) or not own else ""
        return (f"{city if head else own}{self.zones[kind]}",)

    def _without_people(self, stem: str) -> str:
        return next((stem.removesuffix(p) for p in self.peoples if stem.endswith(p) and len(stem) > len(p) + 1), stem)


class Gazetteer:
    """All divisions, by code, by full name and by short form."""

    def __init__(self, places: list[Place]) -> None:
        self._by_code = {place.code: place for place in sorted(places, key=lambda p: p.status == "abolished", reverse=True)}
        self._by_name: dict[str, list[Place]] = {}
        self._by_form: dict[str, list[Place]] = {}
        for place in sorted(places, key=lambda p: (p.status == "abolished", p.code)):
            self._by_name.setdefault(place.name, []).append(place)
            for form in place.forms:
                self._by_form.setdefault(form, []).append(place)

    def code(self, code: str) -> Place | None:
        """The division with this code; of a code used twice, the one that holds it now."""
        return self._by_code.get(code)

    def named(self, name: str) -> tuple[Place, ...]:
        """Divisions with this full name, current ones first: 朝阳区 gives two."""
        return tuple(self._by_name.get(name, ()))

    def short(self, form: str) -> tuple[Place, ...]:
        """Divisions with this short form, current ones first: 吉林 gives the province and the city."""
        return tuple(self._by_form.get(form, ()))

    def find(self, name: str) -> tuple[Place, ...]:
        """Divisions that go by this name, in full or cut short."""
        return self.named(name) or self.short(name)

    def chain(self, place: Place) -> tuple[Place, ...]:
        """The division and what it is part of, up to the province: 管城回族区, 郑州市, 河南省."""
        chain = [place]
        while (parent := self._by_code.get(chain[-1].parent)) is not None:
            chain.append(parent)
        return tuple(chain)

    def full(self, place: Place) -> str:
        """The name with its parents: 河南省郑州市管城回族区."""
        return "".join(p.name for p in reversed(self.chain(place)))

    def names(self) -> Mapping[str, list[Place]]:
        """Every full name with its divisions."""
        return self._by_name

    def forms(self) -> Mapping[str, list[Place]]:
        """Every short form with its divisions."""
        return self._by_form


def read_divisions(paths: list[Path], shortening: Shortening) -> Gazetteer:
    """The gazetteer of these files; a line with other than four columns or a parent unknown raises KgError."""
    rows = [row for path in paths for row in _rows(path)]
    names = {code: name for code, name, _, status in rows if status == "current"}
    places = []
    for code, name, parent, status in rows:
        if status == "zone":
            city = names.get(parent, "")
            forms = shortening.zone_forms(name, next(iter(shortening.forms(city)), city))
        else:
            forms = shortening.forms(name)
        places.append(Place(code, name, parent, STATUS.get(status, "abolished"), forms))
    return Gazetteer(places)


def _rows(path: Path) -> Iterator[tuple[str, str, str, str]]:
    known = set()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        columns = line.split("\t")
        if len(columns) != 4:
            raise KgError(f"{path}:{number}: four columns: code, name, parent, status")
        code, name, parent, status = columns
        if (code, name) in known:
            raise KgError(f"{path}:{number}: {code} {name} is there twice")
        known.add((code, name))
        yield code, name, parent, status
