"""Every reference in a fact, seen or exchanged: people, bodies, places gone to, dates."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

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
from kg.record import record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


T = TypeVar("T")


def _same(value: T) -> T:
    return value


@record
class Exchange:
    """What to put in place of each reference and date of one article; what is not given stays."""

    person: Callable[[PersonRef], PersonRef] = _same
    body: Callable[[OrgRef], OrgRef] = _same
    site: Callable[[SiteRef], SiteRef] = _same
    date: Callable[[DateValue], DateValue] = _same
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
    """The references of one article, as often as facts hold them."""

    people: list[str] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    sites: list[str] = field(default_factory=list)
    posts: list[tuple[str, PostRef]] = field(default_factory=list)  # person, post

    def add(self, fact: Fact) -> None:
        """Takes in what a fact refers to."""
        match fact:
            case Tenure():
                self.people.append(fact.person.name)
                self._post(fact.person.name, fact.post)
            case Activity():
                self._activity(fact)
            case Statement():
                self._agents(fact.speaker, *fact.addressees)
            case Structure():
                self._agents(fact.child, fact.parent)
            case Byline() | PersonNamed():
                self.people.append(fact.person.name)
            case _:
                pass  # initiatives and figures refer to nobody

    def _activity(self, fact: Activity) -> None:
        self._agents(*fact.organizers)
        self.sites += [site.name for site in (*fact.visited, *([fact.venue] if fact.venue else []))]
        for part in fact.participations:
            self._agents(part.agent)
            for post in part.capacity:
                self._post(part.agent.name if isinstance(part.agent, PersonRef) else "", post)

    def _post(self, person: str, post: PostRef) -> None:
        self._agents(post.org)
        if person:
            self.posts.append((person, post))

    def _agents(self, *refs: PersonRef | OrgRef) -> None:
        for ref in refs:
            (self.people if isinstance(ref, PersonRef) else self.bodies).append(ref.name)


def references(facts: Iterable[Fact]) -> Seen:
    """What the facts of one article refer to."""
    seen = Seen()
    for fact in facts:
        seen.add(fact)
    return seen


def article_of(fact: Fact) -> str:
    """The id of the article that states a fact."""
    article: str = getattr(fact, "article", "")
    return article or fact.evidence[0].article
