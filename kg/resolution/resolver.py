"""The steps of resolution in their order: bodies of all pages, then people, then facts rewritten and merged."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.model import (
    Activity,
    Article,
    ArticleInfo,
    DateValue,
    Fact,
    Initiative,
    InitiativeFact,
    OrgRef,
    Person,
    PersonRef,
    Resolved,
    SiteRef,
)
from kg.resolution import judged
from kg.resolution.aliases import Aliases
from kg.resolution.bodies import Bodies
from kg.resolution.divisions import Divisions
from kg.resolution.locality import Localities
from kg.resolution.merge import merged
from kg.resolution.organizations import Organizations
from kg.resolution.pages import Page, Part, pages
from kg.resolution.people import settle
from kg.resolution.references import Exchange
from kg.resolution.seen import attested
from kg.resolution.sightings import sightings
from kg.resolution.sites import Sites
from kg.resolution.years import Anchor, anchor_of, with_year, year_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.lexicon import Lexicon
    from kg.resolution.judgements import Judgements


class Resolver:
    """Use once: `take_in` all, `settle`, then `resolved`."""

    def __init__(self, lex: Lexicon, judgements: Judgements) -> None:
        self._localities = Localities(lex)
        self._bodies = Bodies(lex, self._localities)
        self._divisions = Divisions(self._localities)
        aliases = Aliases(lex, self._localities.scan)
        self._judged = judged.Judged(judgements)
        self._organizations = Organizations(
            self._bodies, aliases, lex.words("organs", "distinctive"), self._divisions, self._judged.apart
        )
        self._sites = Sites(self._bodies, self._divisions, self._organizations)
        self._year_words = year_words(lex)
        self._pages: list[Page] = []
        self._people: dict[tuple[str, str], str] = {}

    def take_in(self, articles: Iterable[Article], facts: Iterable[Fact]) -> None:
        """Reads all pages and the bodies that they name."""
        for page in pages(articles, facts, self._localities):
            self._organizations.add(page)
            self._pages.append(page)

    def settle(self) -> None:
        """Settles which names are one body and one person."""
        self._judged.join_organizations(self._organizations)
        self._organizations.close()
        gazetteer = self._localities.gazetteer
        found = [s for page in self._pages for s in sightings(page, self._organizations, gazetteer)]
        self._people = self._judged.people(settle(found, self._judged.groups(found)))

    def resolved(self, articles: Sequence[Article]) -> Resolved:
        """Everything, once settled."""
        facts = merged(self._judged.facts(fact for page in self._pages for fact in self._rewritten(page)))
        facts = tuple(self._judged.retyped(fact) for fact in facts)
        names = {key: name for (_, name), key in sorted(self._people.items(), reverse=True)}
        sites, organizations = tuple(self._sites.records()), tuple(self._organizations.records())
        return Resolved(
            articles=tuple(_info(a) for a in sorted(articles, key=lambda a: (a.doc, a.number, a.sha256))),
            people=tuple(Person(key, names[key]) for key in sorted(names) if not self._judged.rejected("person", key)),
            organizations=tuple(
                self._judged.organization(o) for o in organizations if not self._judged.rejected("organization", o.key)
            ),
            divisions=tuple(self._divisions.records()),
            sites=tuple(s for s in sites if not self._judged.rejected("site", s.key)),
            initiatives=tuple(_initiatives(facts)),
            facts=facts,
        )

    # ------------------------------------------------------------ facts
    def _rewritten(self, page: Page) -> Iterator[Fact]:
        anchor = anchor_of(page.articles, self._year_words)
        for part in page.parts:
            exchange = self._exchange(page, part, anchor)
            facts = [exchange.fact(fact) for fact in part.facts]
            yield from attested(facts, part.article.published)

    def _exchange(self, page: Page, part: Part, anchor: Anchor | None) -> Exchange:
        organizations = self._organizations

        def person(ref: PersonRef) -> PersonRef:
            return replace(ref, key=self._people[page.doc, ref.name])

        def body(ref: OrgRef) -> OrgRef:
            return replace(ref, key=organizations.key(organizations.read(ref.name, part).key)) if ref.name else ref

        def site(ref: SiteRef) -> SiteRef:
            return replace(ref, key=self._sites.add(ref.name, part))

        def date(value: DateValue) -> DateValue:
            return with_year(value, anchor, part.article.id)

        return Exchange(person, body, site, date)


def _info(article: Article) -> ArticleInfo:
    start, end = (article.raw_span(0, len(article.text))) if article.text else (0, 0)
    return ArticleInfo(
        id=article.id, doc=article.doc, sha256=article.sha256, headline=article.headline, published=article.published,
        paper=article.paper, locality=article.locality, start=start, end=end, raw=article.raw[start:end],
    )


def _initiatives(facts: Iterable[Fact]) -> Iterator[Initiative]:
    """One a name; a name that activities are about and nothing else tells of is a project."""
    told = {fact.name: fact for fact in sorted(_told(facts), key=lambda f: (f.name, f.kind), reverse=True)}
    about = {name for fact in facts if isinstance(fact, Activity) for name in fact.about}
    for name in sorted(told.keys() | about):
        yield Initiative(name, name, told[name].kind if name in told else "project")


def _told(facts: Iterable[Fact]) -> Iterator[InitiativeFact]:
    return (fact for fact in facts if isinstance(fact, InitiativeFact))
