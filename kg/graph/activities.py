"""What people and bodies did together, who took part and in which role, and where they went."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.graph.dates import write_date
from kg.graph.vocabulary import KGO, PROV, ROLES
from kg.model import Activity, Participation, PersonRef

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rdflib import URIRef

    from kg.graph.draft import Draft
    from kg.graph.entities import Entities

MEETS = frozenset({"host", "lead"})  # who receives; those who are received are `guest`


class Activities:
    """Writes activities with their participations and visits, and the shortcuts that follow from them."""

    def __init__(self, draft: Draft, entities: Entities) -> None:
        self.draft = draft
        self.entities = entities
        self._roles = {role: KGO[role] for role in ROLES}

    def write(self, activities: Iterable[Activity]) -> None:
        """All activities; of two with one key in one article the same one stays, whatever their order."""
        found: dict[tuple[str, str], Activity] = {}
        for activity in activities:
            known = found.setdefault((activity.article, activity.key), activity)
            if known is not activity and known != activity:
                found[activity.article, activity.key] = min(known, activity, key=repr)
        for key in list(found):
            self._activity(found.pop(key))

    def _activity(self, fact: Activity) -> None:
        draft = self.draft
        iri = draft.activity(fact.article, fact.key)
        kind = draft.concept(KGO[fact.type], KGO.ActivityType)
        draft.node(iri, KGO.Activity, fact.label or draft.labels[kind])
        draft.grounds(iri, fact)
        draft.edge(iri, KGO.activityType, kind)
        write_date(draft, iri, fact.date)
        for organizer in fact.organizers:
            draft.edge(iri, KGO.organizer, self.entities.body(organizer))
        for name in fact.about:
            draft.edge(iri, KGO.about, self.entities.initiative(name))
        if fact.venue:
            draft.edge(iri, KGO.venue, self.entities.site(fact.venue))
        self._visits(iri, fact)
        self._participations(iri, fact)

    def _visits(self, iri: URIRef, fact: Activity) -> None:
        draft = self.draft
        for order, ref in enumerate(fact.visited, 1):
            site = self.entities.site(ref)
            draft.edge(iri, KGO.visited, site)
            visit = draft.iris.fact("visit", iri, str(order))
            draft.node(visit, KGO.Visit, f"第{order}处：{draft.labels[site]}")
            draft.edge(iri, KGO.visit, visit)
            draft.edge(visit, KGO.visitedPlace, site)
            draft.count(visit, KGO.visitOrder, order)

    def _participations(self, activity: URIRef, fact: Activity) -> None:
        groups: dict[URIRef, list[Participation]] = defaultdict(list)
        for part in fact.participations:
            groups[self.entities.agent(part.agent)].append(part)
        hosts, guests = [], []
        for agent, parts in groups.items():
            roles = {role for part in parts for role in part.roles} or {"attend"}
            self._participation(activity, agent, parts, fact)
            if isinstance(parts[0].agent, PersonRef):
                self.draft.edge(agent, KGO.attended, activity)
                if "guest" in roles:
                    guests.append(agent)
                elif roles & MEETS:
                    hosts.append(agent)
        for host in hosts:
            for guest in guests:
                self.draft.edge(host, KGO.metWith, guest)
                self.draft.edge(guest, KGO.metWith, host)

    def _participation(self, activity: URIRef, agent: URIRef, parts: list[Participation], fact: Activity) -> None:
        draft = self.draft
        roles = [r for r in self._roles if any(r in p.roles for p in parts)] or ["attend"]
        concepts = [draft.concept(self._roles[r], KGO.ParticipationRole) for r in roles]
        iri = draft.iris.fact("participation", activity, agent)
        doing = "、".join(draft.labels[c] for c in concepts)
        draft.node(iri, KGO.Participation, f"{draft.labels[agent]}（{doing}）：{draft.labels[activity]}")
        draft.edge(activity, KGO.participation, iri)
        draft.edge(iri, PROV.agent, agent)
        for concept in concepts:
            draft.edge(iri, PROV.hadRole, concept)
        for part in parts:
            draft.grounds(iri, part, fact)
            for capacity in part.capacity:
                draft.edge(iri, KGO.inCapacity, self.entities.post(capacity))
        order = min((p.order for p in parts if p.order is not None), default=None)
        if order is not None:
            draft.count(iri, KGO.order, order)
