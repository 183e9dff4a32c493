"""Every reference in a fact, seen or exchanged: people, bodies, places gone to, dates."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.model import (
    Activity,
    Byline,
    DateValue,
    Fact,
    OrgRef,
    Participation,
    PersonNamed,
    PersonRef,
    PostRef,
    SiteRef,
    Statement,
    Structure,
    Tenure,
)

if TYPE_CHECKING:
    from collections.abc import Callable


def _same(post: PostRef) -> PostRef:
    return post


@dataclass(frozen=True, slots=True)
class Exchange:
    """What to put in place of each reference and date of one article."""

    person: Callable[[PersonRef], PersonRef]
    body: Callable[[OrgRef], OrgRef]
    site: Callable[[SiteRef], SiteRef]
    date: Callable[[DateValue], DateValue]
    post: Callable[[PostRef], PostRef] = _same

    def fact(self, fact: Fact) -> Fact:
        """The fact with its references and dates exchanged."""
        match fact:
            case Tenure():
                return replace(
                    fact, person=self.person(fact.person), post=self._post(fact.post), since=self._date(fact.since),
                    until=self._date(fact.until), seen=tuple(map(self.date, fact.seen)),
                )
            case Activity():
                return self._activity(fact)
            case Statement():
                return replace(
                    fact, speaker=self._agent(fact.speaker), addressees=tuple(map(self.body, fact.addressees))
                )
            case Structure():
                return replace(fact, child=self.body(fact.child), parent=self.body(fact.parent))
            case Byline() | PersonNamed():
                return replace(fact, person=self.person(fact.person))
            case _:
                return fact

    def _activity(self, fact: Activity) -> Activity:
        return replace(
            fact,
            date=self._date(fact.date),
            organizers=tuple(map(self.body, fact.organizers)),
            visited=tuple(map(self.site, fact.visited)),
            venue=self.site(fact.venue) if fact.venue else None,
            participations=tuple(map(self._participation, fact.participations)),
        )

    def _participation(self, part: Participation) -> Participation:
        return replace(part, agent=self._agent(part.agent), capacity=tuple(map(self._post, part.capacity)))

    def _agent(self, agent: PersonRef | OrgRef) -> PersonRef | OrgRef:
        return self.person(agent) if isinstance(agent, PersonRef) else self.body(agent)

    def _post(self, post: PostRef) -> PostRef:
        return self.post(replace(post, org=self.body(post.org)))

    def _date(self, date: DateValue | None) -> DateValue | None:
        return self.date(date) if date else None


@dataclass(slots=True)
class Seen:
    """The references of one article, in the order in which facts hold them."""

    people: list[str]
    bodies: list[str]
    sites: list[str]
    posts: list[tuple[str, PostRef]]  # person, post


def references(facts: list[Fact]) -> Seen:
    """What the facts of one article refer to; a body as often as it is referred to."""
    seen = Seen([], [], [], [])

    def person(ref: PersonRef) -> PersonRef:
        seen.people.append(ref.name)
        return ref

    def body(ref: OrgRef) -> OrgRef:
        seen.bodies.append(ref.name)
        return ref

    def site(ref: SiteRef) -> SiteRef:
        seen.sites.append(ref.name)
        return ref

    exchange = Exchange(person, body, site, lambda date: date)
    for fact in facts:
        exchange.fact(fact)
        if isinstance(fact, Tenure):
            seen.posts.append((fact.person.name, fact.post))
        elif isinstance(fact, Activity):
            seen.posts += [
                (part.agent.name, post)
                for part in fact.participations
                if isinstance(part.agent, PersonRef)
                for post in part.capacity
            ]
    return seen


def article_of(fact: Fact) -> str:
    """The id of the article that states a fact."""
    article: str = getattr(fact, "article", "")
    return article or fact.evidence[0].article
