"""Who holds which post: one node a person, post and status, seen on the days on which the text attests it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.graph.dates import exact_day, stated_literal
from kg.graph.vocabulary import KGO, ORG

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from rdflib import Literal, URIRef

    from kg.graph.draft import Draft
    from kg.graph.entities import Entities
    from kg.model import ArticleInfo, DateValue, Tenure

MARKS = {"current": "", "former": "（原任）", "acting": "（代理）", "elect": "（拟任）"}


class Tenures:
    """Writes tenures and the shortcut kgo:heldPost."""

    def __init__(self, draft: Draft, entities: Entities, articles: Iterable[ArticleInfo]) -> None:
        self.draft = draft
        self.entities = entities
        self._published: Mapping[str, date] = {a.id: a.published for a in articles if a.published}

    def write(self, tenures: Iterable[Tenure]) -> None:
        """All tenures; those of one person, post and status become one node."""
        groups: dict[URIRef, list[Tenure]] = defaultdict(list)
        for fact in tenures:
            groups[self._iri(fact)].append(fact)
        for iri, facts in groups.items():
            self._tenure(iri, facts)

    def _iri(self, fact: Tenure) -> URIRef:
        draft = self.draft
        person, post = self.entities.person(fact.person), self.entities.post(fact.post)
        iri = draft.iris.fact("tenure", person, post, fact.status)
        if iri not in draft.labels:
            draft.node(iri, KGO.Tenure, f"{draft.labels[person]}：{draft.labels[post]}{MARKS[fact.status]}")
            draft.edge(iri, ORG.member, person)
            draft.edge(iri, KGO.post, post)
            draft.edge(iri, ORG.organization, self.entities.body(fact.post.org))
            draft.text(iri, KGO.status, fact.status)
            draft.edge(person, KGO.heldPost, post)
        return iri

    def _tenure(self, iri: URIRef, facts: list[Tenure]) -> None:
        draft = self.draft
        for fact in facts:
            draft.grounds(iri, fact)
        first, last = self._seen(facts)
        if first and last:
            draft.day(iri, KGO.firstSeen, first)
            draft.day(iri, KGO.lastSeen, last)
        since = _stated(f.since for f in facts)
        until = _stated(f.until for f in facts)
        if since:
            draft.edge(iri, KGO.validFrom, since[0])
        if until:
            draft.edge(iri, KGO.validUntil, until[-1])

    def _seen(self, facts: list[Tenure]) -> tuple[date | None, date | None]:
        """The first and last day that attests it; the bounds of vaguer dates where no day is known."""
        published = {self._published.get(e.article) for f in facts for e in f.evidence}
        days = {exact_day(value) for fact in facts for value in fact.seen} | published
        known = sorted(d for d in days if d)
        if known:
            return known[0], known[-1]
        vague = [v for fact in facts for v in fact.seen if v.earliest and v.latest]
        return (
            min((v.earliest for v in vague if v.earliest), default=None),
            max((v.latest for v in vague if v.latest), default=None),
        )


def _stated(values: Iterable[DateValue | None]) -> list[Literal]:
    """The stated dates in order, those of unknown year left out."""
    found = {stated_literal(value) for value in values if value}
    return sorted((literal for literal in found if literal is not None), key=lambda x: (str(x), str(x.datatype)))
