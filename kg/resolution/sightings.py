"""From pages to sightings: each name with the bodies and places of its posts in one document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.resolution.people import Sighting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.lexicon.divisions import Gazetteer
    from kg.resolution.local.records import Page
    from kg.resolution.organizations import Organizations


def sightings(page: Page) -> Iterator[Sighting]:
    """One a name, with the bodies as the page has them."""
    found: dict[str, Sighting] = {}
    for part in page.parts:
        for name in part.people:
            sighting = found.setdefault(name, Sighting(page.doc, name))
            sighting.home = sighting.home or part.here
            sighting.stated = sighting.stated or bool(part.article.locality)
            sighting.paper = sighting.paper or part.article.paper
            sighting.outlet = sighting.paper or page.doc.rpartition("#")[0]
        for holding in part.held:
            found[holding.person].held.append(holding.body)
        for name in part.authors:
            found[name].byline = True
    yield from found.values()


def place(sighting: Sighting, organizations: Organizations, gazetteer: Gazetteer) -> None:
    """Gives a sighting the keys and places of its bodies, once all bodies are settled."""
    for body in sighting.held:
        key = organizations.key(body.key)
        sighting.bodies.add(key)
        where = body.place or organizations.place(key)
        if where is not None:
            sighting.places.add(where)
        sighting.national = sighting.national or body.national
    sighting.byline = sighting.byline and not sighting.bodies
    places = [*sighting.places, *([sighting.home] if sighting.home else [])]
    sighting.chain = frozenset(q.code for p in places if p.place for q in gazetteer.chain(p.place))
