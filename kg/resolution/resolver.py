"""The steps of resolution in their order: bodies of all pages, then people, then facts rewritten and merged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from kg.model import (
    Activity,
    ArticleInfo,
    Fact,
    Initiative,
    InitiativeFact,
    OrgRef,
    Person,
    PersonRef,
    Resolved,
    SiteRef,
)
from kg.resolution.commonness import Commonness
from kg.resolution.divisions import Divisions
from kg.resolution.judged import Judged
from kg.resolution.local.kinds import kinds_of
from kg.resolution.local.references import Exchange
from kg.resolution.merge import Merger
from kg.resolution.organizations import Organizations
from kg.resolution.people import settle
from kg.resolution.sightings import place, sightings
from kg.resolution.sites import Sites

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.lexicon import Lexicon
    from kg.resolution.judgements import Judgements
    from kg.resolution.local.records import Page, Part
    from kg.resolution.people import Sighting


class Resolver:
    """Use once: `take_in` every page, `settle`, `rewrite` the facts of every page, then ask for `records` and `facts`.

    Pages come in order of document.
    """

    def __init__(self, lex: Lexicon, judgements: Judgements) -> None:
        self._gazetteer = lex.divisions
        self._commonness = Commonness(lex)
        self._divisions = Divisions(lex.divisions)
        self._judged = Judged(judgements)
        self._organizations = Organizations(kinds_of(lex), self._divisions, self._judged.apart)
        self._sites = Sites(self._divisions, self._organizations)
        self._articles: list[ArticleInfo] = []
        self._sightings: list[Sighting] = []
        self._people: dict[tuple[str, str], str] = {}
        self._told: dict[str, Literal["project", "campaign", "policy"]] = {}  # initiatives by name, of two kinds the first
        self._about: set[str] = set()  # names of what activities are about; one that nothing else tells of is a project
        self._facts = Merger()

    def take_in(self, page: Page) -> None:
        """Reads what a page names. Nothing of the page is held but who is named, with which posts."""
        self._organizations.add(page)
        self._sightings += sightings(page)
        self._articles += [part.article for part in page.parts]

    def settle(self) -> None:
        """Settles which names are one body and one person."""
        self._judged.join_organizations(self._organizations)
        self._organizations.close()
        found, self._sightings = self._sightings, []
        for sighting in found:
            place(sighting, self._organizations, self._gazetteer)
        self._people = self._judged.people(settle(found, self._judged.groups(found), self._commonness))

    def rewrite(self, page: Page, facts: Sequence[Sequence[Fact]]) -> None:
        """Takes in the facts of each part of a page, once all names are settled."""
        own = [self._judged.retyped(fact) for fact in self._judged.facts(self._rewritten(page, facts))]
        for fact in own:
            if isinstance(fact, InitiativeFact):
                known = self._told.get(fact.name, fact.kind)
                self._told[fact.name] = min(known, fact.kind)
            elif isinstance(fact, Activity):
                self._about.update(fact.about)
        self._facts.add(own)

    def facts(self) -> Iterator[Fact]:
        """One fact a thing said; each is handed on once."""
        return self._facts.drain()

    def records(self) -> Resolved:
        """Everything that the facts refer to, without them."""
        names = {key: name for (_, name), key in sorted(self._people.items(), reverse=True)}
        sites, organizations = tuple(self._sites.records()), tuple(self._organizations.records())
        return Resolved(
            articles=tuple(self._articles),
            people=tuple(Person(key, names[key]) for key in sorted(names) if not self._judged.rejected("person", key)),
            organizations=tuple(
                self._judged.organization(o) for o in organizations if not self._judged.rejected("organization", o.key)
            ),
            divisions=tuple(self._divisions.records()),
            sites=tuple(s for s in sites if not self._judged.rejected("site", s.key)),
            initiatives=tuple(
                Initiative(name, name, self._told.get(name, "project")) for name in sorted(self._told.keys() | self._about)
            ),
            facts=(),
        )

    # ------------------------------------------------------------ facts
    def _rewritten(self, page: Page, facts: Sequence[Sequence[Fact]]) -> Iterator[Fact]:
        for part, told in zip(page.parts, facts, strict=True):
            exchange = self._exchange(page, part)
            yield from map(exchange.fact, told)

    def _exchange(self, page: Page, part: Part) -> Exchange:
        bodies = {named.name: self._organizations.key(named.body.key) for named in part.bodies}
        sites = {named.name: named for named in part.sites}

        def person(ref: PersonRef) -> PersonRef:
            return PersonRef(ref.name, self._people[page.doc, ref.name])

        def body(ref: OrgRef) -> OrgRef:
            return OrgRef(ref.name, ref.printed, bodies[ref.name]) if ref.name else ref

        def site(ref: SiteRef) -> SiteRef:
            return SiteRef(ref.name, self._sites.add(sites[ref.name], part.here))

        return Exchange(person, body, site)
