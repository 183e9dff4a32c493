"""Activities being put together, and the facts that come of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.facts.activity.reading import MENTIONED
from kg.model import (
    Activity,
    Article,
    DateValue,
    Evidence,
    Mention,
    OrgRef,
    Participation,
    PostRef,
    Role,
    SiteRef,
    Span,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.facts.activity.nouns import Noun
    from kg.facts.activity.reading import Opening, Part

SHORTEST_NAME = 3  # of a site that may be printed shortened later: 锦阳新城大数据产业园 for 耀州区锦阳新城大数据产业园


@dataclass(slots=True)
class Draft:
    """An activity being put together."""

    opening: Opening
    date: DateValue | None
    start: int
    organizers: dict[str, Noun] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)
    sites: list[Mention] = field(default_factory=list)
    venue: Mention | None = None
    spans: list[Span] = field(default_factory=list)  # sentences that tell what it is, where and by whom
    rules: dict[str, None] = field(default_factory=dict)

    @property
    def people(self) -> set[str]:
        return {p.noun.name for p in self.parts if p.noun.kind == "person"}

    def place(self, site: Mention) -> None:
        """A venue where it has none; else one of the places gone to."""
        if site.rule == "site.venue" and self.venue is None:
            self.venue = site
        else:
            self.sites.append(site)


class Facts:
    """Turns drafts of one article into facts."""

    def __init__(self, article: Article, mentions: Sequence[Mention], nouns: Iterable[Noun]) -> None:
        self.article, self.text = article, article.text
        self.posts = {n.name: n.capacity for n in nouns if n.capacity}
        self.dates = [m for m in mentions if m.kind == "date"]
        self.initiatives = [m for m in mentions if m.kind == "initiative"]

    def of(self, drafts: Iterable[Draft]) -> tuple[Activity, ...]:
        """Activities in order of text."""
        return tuple(self.activity(d, i) for i, d in enumerate(sorted(drafts, key=lambda d: d.start), 1))

    def activity(self, d: Draft, number: int) -> Activity:
        organizers = [*(OrgRef(n.name, n.printed) for n in d.organizers.values()), *self.parties(d)]
        return Activity(
            evidence=unique(self.article.evidence(a, b) for a, b in d.spans),
            rules=tuple(dict.fromkeys((d.opening.rule, *d.rules))),
            article=self.article.id,
            key=f"a{number}",
            type=d.opening.type,
            label=self.label(d.opening),
            date=d.date,
            organizers=tuple({org.name: org for org in organizers}.values()),
            visited=tuple(map(SiteRef, site_names(d.sites))),
            venue=SiteRef(d.venue.text) if d.venue else None,
            about=self.about(d.opening),
            participations=self.participations(d),
        )

    def parties(self, d: Draft) -> list[OrgRef]:
        """The bodies for which two or more people sign: 县教育局局长李某与甲公司董事长王某代表双方签约."""
        if d.opening.type != "Signing":
            return []
        signers = dict.fromkeys(p.noun.name for p in d.parts if p.role == "sign" and p.noun.kind == "person")
        bodies = {posts[-1].org.name: posts[-1].org for name in signers if (posts := self.posts.get(name)) and posts[-1].org.name}
        return list(bodies.values()) if len(bodies) > 1 else []

    def label(self, o: Opening) -> str:
        """What it is called, past the dates that stand first: 11月9日在… is 在…."""
        start = o.start
        for d in self.dates:
            if start <= d.start <= start + 3 and d.end < o.end and (o.rule.endswith("-verb") or o.rule == MENTIONED):
                start = d.end + self.text.startswith("）", d.end)
        name = self.text[start : o.end]
        if name.count("“") > name.count("”") and self.text.startswith("”", o.end):
            name += "”"  # “…文明展|”
        return " ".join(name.split()).strip("，。、 ") or o.type

    def about(self, o: Opening) -> tuple[str, ...]:
        named = (i for i in self.initiatives if o.start <= i.start < o.end)
        return tuple(dict.fromkeys(i.value if isinstance(i.value, str) else i.text for i in named))

    def participations(self, d: Draft) -> tuple[Participation, ...]:
        """One a person or body, with all roles, in printed order; who holds the event is named once."""
        found: dict[tuple[bool, str], list[Part]] = {}
        for part in sorted(d.parts, key=lambda p: p.noun.start):
            person = part.noun.kind == "person"
            if person or part.noun.name not in d.organizers:
                found.setdefault((person, part.noun.name), []).append(part)
        return tuple(self.participation(parts, i) for i, parts in enumerate(found.values(), 1))

    def participation(self, parts: Sequence[Part], order: int) -> Participation:
        roles: dict[Role, None] = dict.fromkeys(p.role for p in parts)
        capacity: dict[PostRef, None] = dict.fromkeys(post for p in parts for post in p.noun.capacity)
        return Participation(
            evidence=unique(self.article.evidence(p.noun.start, p.noun.end) for p in parts),
            rules=tuple(dict.fromkeys(p.rule for p in parts)),
            agent=parts[0].noun.agent(),
            roles=tuple(roles),
            capacity=tuple(capacity),
            order=order,
        )


def site_names(sites: Iterable[Mention]) -> list[str]:
    """Names in the order told; a place named again in short is not told twice."""
    names: list[str] = []
    for site in sites:
        if not any(known.endswith(site.text) and len(site.text) >= SHORTEST_NAME for known in names):
            names.append(site.text)
    return names


def unique(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(evidence))
