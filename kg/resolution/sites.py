"""Sites of all pages: places gone to, apart from the divisions and bodies that are gone to."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.model import Site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.resolution.divisions import Divisions
    from kg.resolution.local.placenames import Locus
    from kg.resolution.local.records import NamedSite
    from kg.resolution.organizations import Organizations


@dataclass(slots=True)
class Forms:
    printed: Counter[str] = field(default_factory=Counter)
    place: Locus | None = None


class Sites:
    """Keys of places gone to. The same name in two towns is two sites."""

    def __init__(self, divisions: Divisions, organizations: Organizations) -> None:
        self._divisions = divisions
        self._organizations = organizations
        self._forms: dict[str, Forms] = defaultdict(Forms)

    def add(self, named: NamedSite, here: Locus | None) -> str:
        """Takes in a place that an article of `here` names; its key, which may be that of a division or of a body."""
        name, locus = named.name, named.division
        if locus is not None and not named.rest:
            return self._divisions.use(locus) or self._site(locus.key, name, None)
        if self._organizations.known(named.body.key):
            return self._organizations.key(named.body.key)
        if locus is not None:
            return self._site(f"{locus.key}-{named.rest}", name, locus)
        return self._site(f"{here.key}-{name}" if here else name, name, None)

    def records(self) -> Iterator[Site]:
        """One record a site, in order of key."""
        for key in sorted(self._forms):
            forms = self._forms[key]
            label = min(forms.printed, key=lambda f: (-forms.printed[f], -len(f), f))
            yield Site(
                key=key, label=label, aliases=tuple(sorted(f for f in forms.printed if f != label)),
                place=self._divisions.use(forms.place) if forms.place else "",
            )

    def _site(self, key: str, name: str, place: Locus | None) -> str:
        forms = self._forms[key]
        forms.printed[name] += 1
        forms.place = forms.place or place
        return key
