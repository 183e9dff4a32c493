"""What the reading left: sentences that name an official and state no fact that was taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import Byline, PersonNamed, PersonValue, Tenure

if TYPE_CHECKING:
    from kg.model import Evidence
    from kg.pipeline import Reading


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of one article: how many sentences there are, how many name an official, and those of them with no fact."""

    sentences: int
    with_official: int
    uncovered: tuple[Evidence, ...]


def coverage(reading: Reading) -> Coverage:
    """An official is a person to whom the article gives a post, named there in any form (虎强, 虎书记, 他)."""
    article = reading.article
    officials = {fact.person.name for fact in reading.facts if isinstance(fact, Tenure)}
    places = [
        m.start
        for m in reading.mentions
        if m.kind == "person" and isinstance(m.value, PersonValue) and m.value.name in officials
    ]
    told = [(e.start, e.end) for f in reading.facts if not isinstance(f, PersonNamed | Byline) for e in f.evidence]
    named = [(a, b) for a, b in article.sentences if any(a <= place < b for place in places)]
    sentences = [article.exact_evidence(a, b) for a, b in named]
    uncovered = tuple(s for s in sentences if not any(a < s.end and s.start < b for a, b in told))
    return Coverage(len(article.sentences), len(named), uncovered)
