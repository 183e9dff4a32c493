"""From pages to sightings: each name with the bodies and places of its posts in one document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Byline
from kg.resolution.people import Sighting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.lexicon.divisions import Gazetteer
    from kg.resolution.organizations import Organizations
    from kg.resolution.pages import Page, Part
    from kg.resolution.placenames import Locus


def sightings(page: Page, organizations: Organizations, gazetteer: Gazetteer) -> Iterator[Sighting]:
    """One a name. Runs after all bodies are settled, for it compares them by key."""
    found: dict[str, Sighting] = {}
    for part in page.parts:
        for name in part.seen.people:
            sighting = found.setdefault(name, Sighting(page.doc, name))
            sighting.home = sighting.home or part.home.here
            sighting.paper = sighting.paper or part.article.paper
        for name, post in part.seen.posts:
            if post.org.name:
                _hold(found[name], post.org.name, part, organizations)
    authors = _authors(page)
    for sighting in found.values():
        sighting.byline = sighting.name in authors and not sighting.bodies
        places = [*sighting.places, *([sighting.home] if sighting.home else [])]
        sighting.chain = frozenset(q.code for p in places if p.place for q in gazetteer.chain(p.place))
        yield sighting


def _hold(sighting: Sighting, name: str, part: Part, organizations: Organizations) -> None:
    body = organizations.read(name, part)
    key = organizations.key(body.key)
    sighting.bodies.add(key)
    place: Locus | None = body.place or organizations.place(key)
    if place is not None:
        sighting.places.add(place)
    sighting.national = sighting.national or body.national


def _authors(page: Page) -> set[str]:
    return {fact.person.name for part in page.parts for fact in part.facts if isinstance(fact, Byline)}
