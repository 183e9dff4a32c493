"""From read sentences to activities: which sentences tell of one activity, and what it is."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.facts.activity.nouns import Noun, Nouns
from kg.facts.activity.reading import Opening, Part, Reading
from kg.facts.activity.roles import read_sentence
from kg.facts.activity.triggers import Matcher, Trigger
from kg.facts.activity.words import Words
from kg.model import (
    Activity, Article, DateValue, Evidence, Mention, OrgRef, Participation, PersonRef, PostRef, Role, SiteRef,
)

DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")
VISITING = frozenset({"Inspection", "StudyVisit", "Condolence"})
LEAD_SENTENCES = 3  # so early in the body an activity may open without a date of its own


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
    spans: list[tuple[int, int]] = field(default_factory=list)
    rules: dict[str, None] = field(default_factory=dict)

    @property
    def people(self) -> set[str]:
        return {p.noun.name for p in self.parts if p.noun.kind == "person"}


class Assembler:
    """Reads an article's sentences in order and gathers its activities."""

    def __init__(
        self, article: Article, nouns: Nouns, mentions: Sequence[Mention], sites: Sequence[Mention], m: Matcher, w: Words
    ) -> None:
        self.article, self.text, self.nouns, self.w = article, article.text, nouns, w
        covered = sorted([(s.start, s.end) for s in sites] + [(n.start, n.end) for n in nouns.all])
        self.triggers = [t for t in m.find(article.text) if not inside(t, covered)]
        self.starts = [t.start for t in self.triggers]
        self.dates = [d for d in mentions if d.kind == "date" and isinstance(d.value, DateValue)]
        self.initiatives = [d for d in mentions if d.kind == "initiative"]
        self.sites = sites
        self.drafts: list[Draft] = []
        self.hinted = self.headline_types(m)
        self.announced: dict[str, Noun] = {}  # organizers that the headline tells
        self.heard: set[str] = set()
        self.spoke: int | None = None  # where the speech told last ended
        self.scenes: list[tuple[Reading, DateValue]] = []  # dated sentences before the first activity

    def headline_types(self, m: Matcher) -> set[str]:
        found = m.find(self.article.headline)
        return {x for t in found for x in (t.sense.act, t.sense.event) if x}

    def run(self) -> list[Draft]:
        number = 0
        if end := self.article.body:
            self.headline(read_sentence(self.text, self.nouns, self.triggers_in(0, end), self.w, 0, end))
        for start, end in self.article.sentences:
            if start < self.article.body:
                continue
            words = self.text[start:end]
            if words in self.heard:
                continue
            self.heard.add(words)
            triggers = self.triggers_in(start, end)
            if triggers or any(start <= s.start < end for s in self.sites):
                self.sentence(read_sentence(self.text, self.nouns, triggers, self.w, start, end), number)
            number += 1
        if self.drafts and not self.drafts[0].organizers:
            self.drafts[0].organizers = self.announced
        return self.drafts

    def headline(self, r: Reading) -> None:
        """Who holds the event, where only the headline tells it: 我市收听收看清风讲堂."""
        for opening in r.openings:
            for noun in opening.organizers:
                self.announced.setdefault(noun.name, noun)

    def triggers_in(self, start: int, end: int) -> list[Trigger]:
        return self.triggers[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    # ------------------------------------------------------------ one sentence
    def sentence(self, r: Reading, number: int) -> None:
        date = self.date_in(r)
        opening = self.choose(r)
        current = self.drafts[-1] if self.drafts else None
        self.drop_cited(r, current)
        if self.background(r, date, current):
            return
        if opening and self.opens(opening, r, date, number, current):
            current = Draft(opening, date or self.near_date(r.start), r.start)
            current.spans.append((r.start, r.end))
            self.drafts.append(current)
            for scene, day in self.scenes:
                if current.date and day.edtf == current.date.edtf:
                    self.add(current, scene)
            self.scenes.clear()
        if current:
            self.apart_appointment(current, r)
            self.add(current, r)
        elif date and date.edtf:
            self.scenes.append((r, date))

    def drop_cited(self, r: Reading, current: Draft | None) -> None:
        """After speech, in the same paragraph, what is said goes on unless someone known acts.

        A newcomer is one spoken of, but for a sentence that begins with his posts (副县长顾长风主持).
        """
        speaking = self.spoke is not None and "\n" not in self.text[self.spoke : r.start]
        speaking = speaking and not self.w.resets.match(self.text, r.start)
        self.spoke = r.end if r.stop < r.end else self.spoke if speaking else None
        if not speaking or not current:
            return
        known = current.people
        told = [p for p in r.parts if p.noun.name in known or (p.noun.capacity and p.noun.start - r.start <= 1)]
        if len(told) < len(r.parts) or not told:
            r.openings.clear()
        if not told:
            r.stop = r.start
        r.parts[:] = told

    def choose(self, r: Reading) -> Opening | None:
        """The strongest opening; among equals one with a name, the headline's type, the first."""
        openings = [o for o in r.openings if o.strength > 0 and not (o.bare and self.drafts)]
        return max(openings, key=lambda o: (o.strength, not o.bare, o.type in self.hinted, -o.start), default=None)

    def background(self, r: Reading, date: DateValue | None, current: Draft | None) -> bool:
        """History (曾于2007年访问) or a date of another year than the activity's."""
        narrative = self.text[r.start : r.stop]
        if self.w.past.search(narrative) and not (date and DAY.fullmatch(date.edtf or "")):
            return True
        if not current or not date or not date.edtf or not current.date or not current.date.edtf:
            return False
        return date.edtf[:4] != current.date.edtf[:4]

    def opens(self, o: Opening, r: Reading, date: DateValue | None, number: int, current: Draft | None) -> bool:
        if not self.told_of_someone(o, r, date):
            return False
        if current is None:
            return number < LEAD_SENTENCES + 1 or (date is not None and o.strength > 1)
        if o.strength < 2:
            return False
        if date and date.edtf and DAY.match(date.edtf):
            known = current.date.edtf if current.date else None
            if known is None or date.edtf[:10] != known[:10]:
                return o.strength > 2
            return self.apart(o, date, current)
        return False

    def apart_appointment(self, current: Draft, r: Reading) -> None:
        """Who got or lost a post at a meeting is told as an appointment of its own."""
        moved = [p for p in r.parts if p.role in {"appointed", "removed"}]
        opening = next((o for o in r.openings if o.type == "Appointment"), None)
        if not moved or not opening or current.opening.type == "Appointment":
            return
        last = next((d for d in self.drafts if d.opening.type == "Appointment"), None)
        if last is None:
            last = Draft(opening, current.date, r.start)
            self.drafts.insert(len(self.drafts) - 1, last)
        last.parts += moved
        last.spans.append((r.start, r.end))
        last.rules |= dict.fromkeys(p.rule for p in moved)
        r.parts[:] = [p for p in r.parts if p not in moved]

    def told_of_someone(self, o: Opening, r: Reading, date: DateValue | None) -> bool:
        """A verb needs a subject (指导工作 alone tells nothing); an event is told by being held, or by its day."""
        if r.parts or o.organizers:
            return True
        if o.rule.endswith("-verb"):
            return bool(self.w.team.search(self.text, r.start, r.end))
        return date is not None or o.rule == "activity.held-subject"

    def apart(self, o: Opening, date: DateValue, current: Draft) -> bool:
        """The same day, but another time of day and another kind of activity."""
        here = current.date.part if current.date else ""
        told = bool(date.part) and (date.part != here or not here)
        return told and o.type != current.opening.type and o.strength > 1

    def add(self, draft: Draft, r: Reading) -> None:
        sites = [s for s in self.sites if r.start <= s.start < r.stop and self.gone_to(s, r, draft)]
        visited = {(s.start, s.end) for s in sites}
        organizers = [n for o in r.openings for n in o.organizers]
        parts = [p for p in r.parts if not any(a <= p.noun.start and p.noun.end <= b for a, b in visited)]
        if not (parts or sites or organizers):
            return
        draft.parts += parts
        for noun in organizers:
            draft.organizers.setdefault(noun.name, noun)
        for site in sites:
            if site.rule == "site.venue" and draft.venue is None:
                draft.venue = site
            else:
                draft.sites.append(site)
        if (r.start, r.end) not in draft.spans:
            draft.spans.append((r.start, r.end))
        draft.rules |= dict.fromkeys([o.rule for o in r.openings] + [p.rule for p in parts] + [s.rule for s in sites])

    def gone_to(self, site: Mention, r: Reading, draft: Draft) -> bool:
        """Whether a site belongs to what is told, not to a plan or to what reporters saw."""
        clause = max(self.text.rfind(mark, r.start, site.start) for mark in "，；")
        if self.w.planned(self.text, max(clause, r.start), site.start):
            return False
        if draft.opening.type in VISITING or site.rule == "site.venue" or self.date_in(r):
            return True
        return bool(self.nouns.between(r.start, site.start)) or bool(self.w.team.search(self.text, r.start, site.start))

    # ------------------------------------------------------------ dates
    def date_in(self, r: Reading) -> DateValue | None:
        """The day told in a sentence's narrative; else its vague date."""
        inside = [
            d for d in self.dates
            if r.start <= d.start < r.stop and not any(o.start < d.start and d.end <= o.end for o in r.openings)
        ]
        values = [d.value for d in inside if isinstance(d.value, DateValue)]
        day = next((v for v in values if v.edtf and DAY.match(v.edtf)), None)
        return day or next((v for v in values if not v.edtf or "-" in v.edtf), None)

    def near_date(self, position: int) -> DateValue | None:
        """The last day told before a position in the article's text (a dateline, the sentence before)."""
        i = bisect_right([d.start for d in self.dates], position)
        for d in reversed(self.dates[:i]):
            if isinstance(d.value, DateValue) and d.value.edtf and DAY.match(d.value.edtf):
                return d.value
        return None

    # ------------------------------------------------------------ facts
    def facts(self) -> tuple[Activity, ...]:
        return tuple(self.activity(d, i) for i, d in enumerate(sorted(self.drafts, key=lambda d: d.start), 1))

    def activity(self, d: Draft, number: int) -> Activity:
        label = " ".join(self.text[self.label_start(d.opening) : d.opening.end].split())
        return Activity(
            evidence=(self.article.evidence(*d.spans[0]),),
            rules=(d.opening.rule, *(r for r in d.rules if r != d.opening.rule)),
            article=self.article.id,
            key=f"a{number}",
            type=d.opening.type,
            label=label.strip("，。、 ") or d.opening.type,
            date=d.date,
            organizers=tuple(OrgRef(n.name, n.printed) for n in d.organizers.values()),
            visited=tuple(SiteRef(name) for name in dict.fromkeys(s.text for s in d.sites)),
            venue=SiteRef(d.venue.text) if d.venue else None,
            about=tuple(dict.fromkeys(str(i.value or i.text) for i in self.initiatives if d.opening.start <= i.start < d.opening.end)),
            participations=self.participations(d),
        )

    def label_start(self, o: Opening) -> int:
        """Past the dates that stand first: 11月9日在… is 在…"""
        start = o.start
        for d in self.dates:
            if start <= d.start <= start + 3 and d.end < o.end and o.rule.endswith("-verb"):
                start = d.end + self.text.startswith("）", d.end)
        return start

    def participations(self, d: Draft) -> tuple[Participation, ...]:
        """One a person or body, with all roles, in printed order."""
        found: dict[tuple[str, str], list[Part]] = {}
        for part in sorted(d.parts, key=lambda p: p.noun.start):
            kind = "person" if part.noun.kind == "person" else "body"
            if kind == "body" and part.noun.name in d.organizers:
                continue
            found.setdefault((kind, part.noun.name), []).append(part)
        return tuple(self.participation(parts, i) for i, parts in enumerate(found.values(), 1))

    def participation(self, parts: list[Part], order: int) -> Participation:
        roles: dict[Role, None] = dict.fromkeys(p.role for p in parts)
        capacity: dict[PostRef, None] = dict.fromkeys(post for p in parts for post in p.noun.capacity)
        agent: PersonRef | OrgRef = parts[0].noun.agent()
        return Participation(
            evidence=unique(self.article.evidence(p.noun.start, p.noun.end) for p in parts),
            rules=tuple(dict.fromkeys(p.rule for p in parts)),
            agent=agent,
            roles=tuple(roles),
            capacity=tuple(capacity),
            order=order,
        )


def inside(t: Trigger, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a trigger is part of a name or of the posts printed with it: 中国摄影之乡揭幕石."""
    i = bisect_right(spans, (t.start, len(spans) and 1 << 60))
    return any(a <= t.start and t.end <= b for a, b in spans[max(0, i - 4) : i])


def unique(evidence: object) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(evidence))  # type: ignore[call-overload]
