"""Sites of all pages: places gone to, apart from the divisions and bodies that are gone to."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.model import Site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.resolution.bodies import Bodies
    from kg.resolution.divisions import Divisions
    from kg.resolution.organizations import Organizations
    from kg.resolution.pages import Part
    from kg.resolution.placenames import Locus


@dataclass(slots=True)
class Forms:
    printed: Counter[str] = field(default_factory=Counter)
    place: Locus | None = None


class Sites:
    """Keys of places gone to. The same name in two towns is two sites."""

    def __init__(self, bodies: Bodies, divisions: Divisions, organizations: Organizations) -> None:
        self._bodies = bodies
        self._divisions = divisions
        self._organizations = organizations
        self._forms: dict[str, Forms] = defaultdict(Forms)

    def add(self, name: str, part: Part) -> str:
        """Takes in a place that an article names; its key, which may be that of a division or of a body."""
        locus, rest = self._bodies.heads.division(name, part.home)
        if locus is not None and not rest:
            return self._divisions.use(locus) or self._site(locus.key, name, None)
        body = self._organizations.read(name, part)
        if self._organizations.known(body.key):
            return self._organizations.key(body.key)
        if locus is not None:
            return self._site(f"{locus.key}-{rest}", name, locus)
        here = part.home.here
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
