"""A guess at the slip behind a dispute, as one Chinese sentence. A guess, no more: all statements stay."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rdflib import URIRef

    from kg.checks.disputes import Dispute, Disputes
    from kg.checks.reading import Held


class Guesser:
    """Guesses from what else the graph says of the people in a dispute."""

    def __init__(self, tenures: Iterable[Held], disputes: Disputes) -> None:
        self._seat = disputes.seat
        self._posts: defaultdict[URIRef, list[Held]] = defaultdict(list)
        for held in tenures:
            self._posts[held.person].append(held)

    def guess(self, dispute: Dispute) -> str:
        """The likeliest slip: a 副 that fell out, a reading that is rarer; empty where nothing speaks for one."""
        if dispute.kind == "name-spelling":
            return _rarest(dispute.holders, "姓名疑误")
        for thought in (*self._told_as_deputy(dispute), *self._deputy_elsewhere(dispute.holders)):
            return thought
        return _rarest(dispute.holders, "疑误")

    def _told_as_deputy(self, dispute: Dispute) -> Iterator[str]:
        for deputy in dispute.deputies:
            yield (f"{deputy.name}另有{len(deputy.quotes)}处印作“{deputy.post_label}”，"
                   f"疑印作“{_full(dispute, deputy)}”处脱漏“{deputy.title.removesuffix(self._seat(deputy.title))}”字")

    def _deputy_elsewhere(self, holders: Sequence[Held]) -> Iterator[str]:
        """张红军 is 管委会常务副主任 where 王新亭 is 管委会主任: in the party committee too he may be the deputy."""
        for one in holders:
            for other in holders:
                for mine in self._posts[one.person]:
                    for theirs in self._posts[other.person]:
                        if mine.body == theirs.body and mine.title != theirs.title == self._seat(mine.title):
                            yield (f"{one.name}任{mine.post_label}，而{theirs.post_label}为{other.name}，"
                                   f"疑{one.name}的“{one.post_label}”脱漏“副”字")


def _full(dispute: Dispute, deputy: Held) -> str:
    return next((h.post_label for h in dispute.holders if h.person == deputy.person), dispute.holders[0].post_label)


def _rarest(holders: Sequence[Held], verdict: str) -> str:
    """Whose reading is attested in the fewest sentences, where one is."""
    ranked = sorted(holders, key=lambda h: (len(h.quotes), h.iri))
    if len(ranked) < 2 or len(ranked[0].quotes) == len(ranked[1].quotes):
        return "各说处数相同，无从判断"
    rare, common = ranked[0], ranked[-1]
    return f"{rare.name}只见{len(rare.quotes)}处，{common.name}见{len(common.quotes)}处：前者{verdict}"
