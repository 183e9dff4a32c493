"""People, bodies, places, initiatives and articles: one node a record, and a node for every reference."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from rdflib import Literal, URIRef

from kg.errors import KgError
from kg.graph.draft import HANS, Draft, part_of, person_name
from kg.graph.text import label as clean
from kg.graph.vocabulary import CLASSIFICATIONS, DCTERMS, KGO, ORG, SDO, SKOS
from kg.model import ArticleInfo, Organization, OrgRef, PersonRef, PostRef, Resolved, SiteRef

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.lexicon import Lexicon


class Entities:
    """Writes the records of `resolved` and finds the node of each reference in its facts.

    A reference to a key that no record has gets a node from its own name, so that nothing told is lost.
    """

    def __init__(self, draft: Draft, resolved: Resolved, lexicon: Lexicon) -> None:
        self.draft = draft
        self._one_seat = frozenset(lexicon.words("seats", "one_seat"))
        self._shared = tuple(lexicon.words("seats", "shared_bodies"))
        self._divisions = {d.key for d in resolved.divisions}
        self._organizations = {o.key for o in resolved.organizations}
        self._named = (self._organizations | self._divisions) - {s.key for s in resolved.sites}
        self._initiatives = _by_name(resolved)
        self._classified: set[URIRef] = set()
        self._articles(resolved.articles)
        self._people(resolved)
        self._places(resolved)
        self._bodies(resolved.organizations)
        for initiative in sorted(resolved.initiatives, key=lambda i: (i.key, i.name, i.kind)):
            iri = draft.iris.entity("initiative", initiative.key)
            self._initiative(iri, initiative.name, initiative.kind, initiative.aliases)

    # ------------------------------------------------------------ references
    def person(self, ref: PersonRef) -> URIRef:
        """The node of a person."""
        iri = self.draft.iris.entity("person", ref.key or ref.name)
        if iri not in self.draft.labels:
            self.draft.node(iri, KGO.Person, ref.name)
            person_name(self.draft, iri, ref.name)
        return iri

    def body(self, ref: OrgRef) -> URIRef:
        """The node of a body, or of the place that acts as one."""
        key = ref.key or ref.name
        if key in self._divisions and key not in self._organizations:
            return self.draft.iris.entity("place", key)
        iri = self.draft.iris.entity("organization", key)
        if iri not in self.draft.labels:
            self._body(iri, Organization(key=key, label=ref.name))
        return iri

    def agent(self, ref: PersonRef | OrgRef) -> URIRef:
        """The node of whoever acts."""
        return self.person(ref) if isinstance(ref, PersonRef) else self.body(ref)

    def site(self, ref: SiteRef) -> URIRef:
        """The node of a place gone to: a site or, where that is what was visited, a body or a division."""
        key = ref.key or ref.name
        if key in self._named:
            return self.body(OrgRef(name=ref.name, key=key))
        iri = self.draft.iris.entity("site", key)
        if iri not in self.draft.labels:
            self.draft.node(iri, KGO.Site, ref.name)
        return iri

    def post(self, ref: PostRef) -> URIRef:
        """The node of a post: one a body and title."""
        body = self.body(ref.org)
        iri = self.draft.iris.entity("post", ref.org.key or ref.org.name, ref.title)
        if iri not in self.draft.labels:
            title, holder = clean(ref.title).replace(" ", "") or "（无名）", self.draft.labels[body]
            self.draft.node(iri, KGO.Post, holder + title)
            self.draft.edge(iri, ORG.postIn, body)
            role = self.draft.node(self.draft.iris.entity("role", ref.title), KGO.PostRole, title)
            self.draft.edge(iri, ORG.role, role)
            if (role, SKOS.prefLabel, None) not in self.draft.graph:
                self.draft.edge(role, SKOS.prefLabel, Literal(title, lang=HANS))
            if title in self._one_seat and not holder.endswith(self._shared):
                self.draft.count(iri, KGO.seats, 1)
        return iri

    def initiative(self, name: str) -> URIRef:
        """The node of a project, campaign or policy, by name."""
        iri = self.draft.iris.entity("initiative", self._initiatives.get(clean(name), name))
        if iri not in self.draft.labels:
            self._initiative(iri, name, "project", ())
        return iri

    # ------------------------------------------------------------ records
    def _articles(self, articles: Iterable[ArticleInfo]) -> None:
        for article in sorted(articles, key=lambda a: (a.id, a.doc)):
            iri = self.draft.article(article.id)
            if iri in self.draft.labels:  # the same bytes under another file name
                self.draft.text(iri, KGO.alsoIn, article.doc)
                continue
            self.draft.node(iri, KGO.Article, clean(article.headline) or f"（无标题）{article.doc}")
            self.draft.text(iri, SDO.headline, article.headline)
            self.draft.text(iri, KGO.sourceFile, article.doc)
            self.draft.text(iri, KGO.sha256, article.sha256)
            if article.published:
                self.draft.day(iri, SDO.datePublished, article.published)
            for predicate, value in ((KGO.paper, article.paper), (KGO.locality, article.locality)):
                if value:
                    self.draft.text(iri, predicate, value)

    def _people(self, resolved: Resolved) -> None:
        for person in sorted(resolved.people, key=lambda p: (p.key, p.name)):
            iri = self.draft.iris.entity("person", person.key)
            self.draft.node(iri, KGO.Person, person.name, person.aliases)
            person_name(self.draft, iri, person.name)

    def _places(self, resolved: Resolved) -> None:
        entity = self.draft.iris.entity
        for division in sorted(resolved.divisions, key=lambda d: (d.key, d.label)):
            iri = self.draft.node(entity("place", division.key), KGO.AdminDivision, division.label, division.aliases)
            if division.gb_code and (iri, KGO.gbCode, None) not in self.draft.graph:
                self.draft.text(iri, KGO.gbCode, division.gb_code)
            if division.parent:
                part_of(self.draft, iri, self._division(division.parent))
        for site in sorted(resolved.sites, key=lambda s: (s.key, s.label)):
            iri = self.draft.node(entity("site", site.key), KGO.Site, site.label, site.aliases)
            if site.place:
                part_of(self.draft, iri, self._division(site.place))

    def _division(self, key: str) -> URIRef:
        iri = self.draft.iris.entity("place", key)
        if key not in self._divisions:
            self.draft.node(iri, KGO.AdminDivision, key)
        return iri

    def _bodies(self, organizations: Iterable[Organization]) -> None:
        for organization in sorted(organizations, key=lambda o: (o.key, o.label)):
            self._body(self.draft.iris.entity("organization", organization.key), organization)

    def _body(self, iri: URIRef, organization: Organization) -> None:
        self.draft.node(iri, KGO.Organization, organization.label, organization.aliases)
        if iri not in self._classified:
            term = organization.classification or "OtherBody"
            if term not in CLASSIFICATIONS:
                raise KgError(f"organization {organization.key!r}: {term!r} is no kind of organization of the ontology")
            self._classified.add(iri)
            self.draft.edge(iri, ORG.classification, self.draft.concept(KGO[term], KGO.OrganizationType))
        if organization.parent and organization.parent != organization.key:
            self.draft.edge(iri, ORG.subOrganizationOf, self._parent(organization.parent))
        if organization.place and (iri, DCTERMS.spatial, None) not in self.draft.graph:
            self.draft.edge(iri, DCTERMS.spatial, self._division(organization.place))

    def _parent(self, key: str) -> URIRef:
        if key in self._organizations:
            return self.draft.iris.entity("organization", key)
        return self.body(OrgRef(key, key=key))

    def _initiative(self, iri: URIRef, name: str, kind: str, aliases: Iterable[str]) -> None:
        self.draft.node(iri, KGO.Initiative, name, aliases)
        if (iri, KGO.initiativeKind, None) not in self.draft.graph:
            self.draft.text(iri, KGO.initiativeKind, kind)


def _by_name(resolved: Resolved) -> dict[str, str]:
    """Keys of initiatives by key, name and alias; a form that several share goes to the smallest key."""
    keys: dict[str, list[str]] = defaultdict(list)
    names: dict[str, str] = {}
    for initiative in resolved.initiatives:
        names[clean(initiative.key)] = initiative.key
        for form in (initiative.name, *initiative.aliases):
            keys[clean(form)].append(initiative.key)
    return {form: min(found) for form, found in keys.items()} | names
