"""Organizations of all pages: which names are one body, under which key, and how it is called."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.model import Organization
from kg.resolution.local.bodies import GOVERNMENT
from kg.resolution.unions import Unions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kg.resolution.divisions import Divisions
    from kg.resolution.local.bodies import Body
    from kg.resolution.local.kinds import Kinds
    from kg.resolution.local.placenames import Locus
    from kg.resolution.local.records import Page


# Bodies that people visit as such: 到区政务服务局 is a visit to the body.
OFFICES = frozenset({"Government", "Party", "Congress", "Cppcc", "Discipline", "Judiciary", "MassOrganization"})


@dataclass(slots=True)
class Names:
    """How often a body is called what, and what was learned of it."""

    resolved: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    place: Locus | None = None
    parent: tuple[str, str] | None = None


class Organizations:
    """Built page by page; `key` and `records` answer once all pages are in."""

    def __init__(self, kinds: Kinds, divisions: Divisions, apart: Callable[[str, str], bool]) -> None:
        self._kinds = kinds
        self._divisions = divisions
        self._apart = apart
        self._names: dict[str, Names] = {}
        self._unions: Unions[str] = Unions()
        self._kept: dict[str, str] = {}
        self._chosen: dict[str, str] = {}

    def add(self, page: Page) -> None:
        """Takes in the bodies of one page and the forms of one name among them."""
        for part in page.parts:
            for named in part.bodies:
                self._note(named.body, named.times)
            for site in part.sites:
                if site.body.kind in OFFICES and site.body.place is not None and site.body.name != site.body.place.name:
                    self._note(site.body, site.times)
        for alias in page.aliases:
            pair = {alias.short_key, alias.full_key}
            if self._names.keys() & pair and not self._apart(alias.short_key, alias.full_key):
                self._note_form(alias.short_key, alias.short)
                self._note_form(alias.full_key, alias.full)
                self._unions.join(alias.short_key, alias.full_key)

    def join(self, keys: Sequence[str]) -> bool:
        """Makes the bodies of these keys one, under the first key; whether all of them are known."""
        if not all(key in self._names for key in keys):
            return False
        for key in keys[1:]:
            self._unions.join(key, keys[0])
        self._kept[self._unions.find(keys[0])] = keys[0]
        return True

    def known(self, key: str) -> bool:
        return key in self._names

    def key(self, key: str) -> str:
        """The key under which the body goes after merging: of the full names the longest."""
        return self._chosen.get(key, key)

    def close(self) -> None:
        """Ends the taking in: settles the keys."""
        self._add_parents()
        for group in self._unions.groups():
            kept = self._kept.get(self._unions.find(group[0])) or min(group, key=lambda k: (-len(k), k))
            self._chosen.update(dict.fromkeys(group, kept))

    def records(self) -> Iterator[Organization]:
        """One record a body, in order of key."""
        groups: dict[str, list[str]] = defaultdict(list)
        for key in self._names:
            groups[self.key(key)].append(key)
        for key in sorted(groups):
            yield self._record(key, [self._names[k] for k in sorted(groups[key], key=lambda k: (k != key, k))])

    def place(self, key: str) -> Locus | None:
        """The place of a body."""
        return self._names[key].place if key in self._names else None

    # ------------------------------------------------------------
    def _note(self, body: Body, times: int) -> None:
        self._unions.find(body.key)
        names = self._names.setdefault(body.key, Names())
        names.resolved[body.name] += times
        names.kinds[body.kind] += times
        names.place = names.place or body.place
        names.parent = min(filter(None, (names.parent, body.parent)), default=None)

    def _note_form(self, key: str, name: str) -> None:
        if key not in self._names:
            self._names[key] = Names(Counter({name: 1}), Counter({self._kinds.of(name): 1}))
            self._unions.find(key)

    def _add_parents(self) -> None:
        """Bodies that others are part of: 管城区委 of 管城区委宣传部."""
        waiting = [(n.parent, n.place) for n in self._names.values() if n.parent]
        while waiting:
            parent, place = waiting.pop()
            if parent is None or parent[0] in self._names:
                continue
            key, name = parent
            kind = "Government" if key.endswith(GOVERNMENT) else self._kinds.of(name)
            self._names[key] = Names(Counter({name: 1}), Counter({kind: 1}), place)
            self._unions.find(key)

    def _record(self, key: str, all_names: Sequence[Names]) -> Organization:
        forms: Counter[str] = Counter()
        for names in all_names:
            forms.update(names.resolved)
        label = _label(forms, merged=len(all_names) > 1)
        kinds = sum((n.kinds for n in all_names), Counter[str]())
        place = next((n.place for n in all_names if n.place), None)
        parent = min((self.key(n.parent[0]) for n in all_names if n.parent), default="")
        return Organization(
            key=key, label=label, aliases=tuple(sorted(form for form in forms if form != label)),
            classification=min(kinds, key=lambda k: (-kinds[k], k)), parent="" if parent == key else parent,
            place=self._divisions.use(place) if place else "",
        )


def _label(forms: Counter[str], *, merged: bool) -> str:
    """The form met most; of an abbreviated name the full one."""
    if merged:
        return min(forms, key=lambda f: (-len(f), -forms[f], f))
    return min(forms, key=lambda f: (-forms[f], -len(f), f))
