"""Activities told within the sentence of another: who got a post at a meeting, each of several receptions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.facts.activity.drafts import Draft

if TYPE_CHECKING:
    from kg.facts.activity.reading import Part, Reading
    from kg.facts.activity.words import Words


def appoint(drafts: list[Draft], current: Draft, r: Reading) -> None:
    """Who got or lost a post at a meeting is told as an appointment of its own."""
    moved = [p for p in r.parts if p.role in {"appointed", "removed"}]
    opening = next((o for o in r.openings if o.type == "Appointment"), None)
    if not moved or not opening or current.opening.type == "Appointment":
        return
    draft = next((d for d in drafts if d.opening.type == "Appointment" and (d.date == current.date or not (d.date and current.date))), None)
    if draft is None:
        draft = Draft(opening, current.date, r.start)
        drafts.insert(-1, draft)
    draft.parts += moved
    draft.spans.append((r.start, r.end))
    r.parts[:] = [p for p in r.parts if p not in moved]


def severed(text: str, w: Words, draft: Draft, r: Reading) -> list[Draft]:
    """分别会见甲国总理李某、乙国总理王某: the receptions besides the first, one for each body that guests come from."""
    if draft.opening.type != "Reception" or not w.severally.search(text, r.start, draft.opening.at):
        return []
    parties: dict[str, list[Part]] = {}
    for part in draft.parts:
        if part.role == "guest" and part.noun.kind == "person":
            home = part.noun.capacity[0].org.name if part.noun.capacity else next(reversed(parties), "")
            parties.setdefault(home, []).append(part)
    if len(parties) < 2:
        return []
    hosts = [p for p in draft.parts if p.role != "guest"]
    copies = [replace(draft, spans=list(draft.spans), rules=dict(draft.rules)) for _ in range(len(parties) - 1)]
    for one, guests in zip([draft, *copies], parties.values(), strict=True):
        one.parts = [*hosts, *guests]
    return copies
