"""Replays judgements: on bodies before they are merged, on people after, on facts at the end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from kg.model import (
    Activity,
    ActivityType,
    Fact,
    InitiativeFact,
    Organization,
    OrgRef,
    PersonRef,
)
from kg.resolution.local.references import Exchange
from kg.resolution.merge import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Literal

    from kg.resolution.judgements import Judgement, Judgements
    from kg.resolution.organizations import Organizations
    from kg.resolution.people import Sighting


class Judged:
    def __init__(self, judgements: Judgements) -> None:
        self._judgements = judgements
        self._rejected = {(kind, j.key): j for kind in ("person", "organization", "site") for j in judgements.of("reject", kind)}

    # ------------------------------------------------------------ bodies
    def apart(self, one: str, other: str) -> bool:
        """Whether two keys of bodies were judged different."""
        for judgement in self._judgements.of("different", "organization"):
            if {one, other} <= set(judgement.keys):
                self._judgements.used(judgement)
                return True
        return False

    def join_organizations(self, organizations: Organizations) -> None:
        for judgement in self._judgements.of("same", "organization"):
            if organizations.join(judgement.keys):
                self._judgements.used(judgement)

    def organization(self, record: Organization) -> Organization:
        """The record with its kind as judged."""
        for judgement in self._matching("organization", record.key):
            return replace(record, classification=judgement.to)
        return record

    # ------------------------------------------------------------ people
    def groups(self, sightings: Iterable[Sighting]) -> dict[tuple[str, str], str]:
        """(document, name) of sightings judged to be somebody else, with a name for the group."""
        found = {}
        known = {(s.doc, s.name) for s in sightings}
        for judgement in self._judgements.of("different", "person"):
            matching = [(doc, judgement.name) for doc in judgement.docs if (doc, judgement.name) in known]
            if matching:
                self._judgements.used(judgement)
            found.update(dict.fromkeys(matching, str(judgement.number)))
        return found

    def people(self, keys: Mapping[tuple[str, str], str]) -> dict[tuple[str, str], str]:
        """Keys of people with those judged the same made one."""
        known, kept = set(keys.values()), {}
        for judgement in self._judgements.of("same", "person"):
            if all(key in known for key in judgement.keys):
                self._judgements.used(judgement)
                kept.update(dict.fromkeys(judgement.keys[1:], judgement.keys[0]))
        return {sighting: _last(kept, key) for sighting, key in keys.items()}

    # ------------------------------------------------------------ facts
    def rejected(self, kind: str, key: str) -> bool:
        judgement = self._rejected.get((kind, key))
        if judgement is not None:
            self._judgements.used(judgement)
        return judgement is not None

    def facts(self, facts: Iterable[Fact]) -> Iterator[Fact]:
        """The facts without those rejected, nor what refers to somebody rejected."""
        quotes = self._judgements.of("reject", "fact")
        for fact in facts:
            hit = next((j for j in quotes if _quoted(fact, j)), None)
            if hit is not None:
                self._judgements.used(hit)
                continue
            kept = self._without_rejected(fact) if self._rejected else fact
            if kept is not None:
                yield kept

    def retyped(self, fact: Fact) -> Fact:
        """The fact with its type as judged."""
        if isinstance(fact, Activity):
            for judgement in self._judgements.of("retype", "activity"):
                if _quoted(fact, judgement):
                    self._judgements.used(judgement)
                    return replace(fact, type=cast("ActivityType", judgement.to))
        if isinstance(fact, InitiativeFact):
            for judgement in self._matching("initiative", fact.name):
                return replace(fact, kind=cast("Literal['project', 'campaign', 'policy']", judgement.to))
        return fact

    def _matching(self, kind: str, key: str) -> Iterator[Judgement]:
        for judgement in self._judgements.of("retype", kind):
            if judgement.key == key:
                self._judgements.used(judgement)
                yield judgement

    def _without_rejected(self, fact: Fact) -> Fact | None:
        if isinstance(fact, Activity):
            venue = fact.venue
            return replace(
                fact,
                organizers=tuple(o for o in fact.organizers if not self.rejected("organization", o.key)),
                visited=tuple(s for s in fact.visited if not self.rejected("site", s.key)),
                venue=None if venue and self.rejected("site", venue.key) else venue,
                participations=tuple(p for p in fact.participations if not self._refers(p.agent)),
            )
        hit = False

        def look(ref: PersonRef) -> PersonRef:
            nonlocal hit
            hit = hit or self._refers(ref)
            return ref

        def look_body(ref: OrgRef) -> OrgRef:
            nonlocal hit
            hit = hit or self._refers(ref)
            return ref

        Exchange(look, look_body).fact(fact)
        return None if hit else fact

    def _refers(self, ref: PersonRef | OrgRef) -> bool:
        return self.rejected("person" if isinstance(ref, PersonRef) else "organization", ref.key)


def _quoted(fact: Fact, judgement: Judgement) -> bool:
    words = "".join(judgement.quote.split())
    kind = not judgement.fact or key_of(fact)[0] == judgement.fact
    return kind and any(words in evidence.exact for evidence in fact.evidence)


def _last(kept: Mapping[str, str], key: str) -> str:
    """The key that a chain of judgements ends in."""
    seen = {key}
    while (after := kept.get(key, key)) not in seen:
        seen.add(after)
        key = after
    return key
