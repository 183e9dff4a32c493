"""Tenures: one for each person and post of a holder."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.model import Article, Holder, Mention, PersonRef, PersonValue, Tenure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.lexicon import Lexicon

DOUBTFUL = 0.5
COURTESY = "holder.courtesy"


def find_tenures(article: Article, holders: Sequence[Holder], lex: Lexicon) -> tuple[Tenure, ...]:
    """The tenures that an article states, each with its sentence. Courtesy titles give none where a fuller post is told."""
    none = frozenset(lex.words("titles", "no_post"))
    vague = frozenset(lex.words("titles", "vague"))
    told: dict[str, set[str]] = defaultdict(set)
    addressed: dict[str, set[str]] = defaultdict(set)  # 省教育厅高教处石某处长, and then 石某处长
    for holder in holders:
        for person in holder.people:
            if holder.rule != COURTESY:
                told[_name(person)].update(p.title for p in holder.posts)
            else:
                addressed[_name(person)].update(p.title for p in holder.posts if len(p.org.name) > 1)
    found = []
    for holder in holders:
        for person in holder.people:
            for post, status in zip(holder.posts, holder.status, strict=True):
                if not post.org.name or post.title in none:
                    continue
                if holder.rule == COURTESY and (told[_name(person)] or (len(post.org.name) == 1 and post.title in addressed[_name(person)])):
                    continue
                confidence = DOUBTFUL if post.title in vague else None
                found.append(
                    Tenure(
                        person=PersonRef(_name(person)),
                        post=post,
                        status=status,
                        evidence=(article.evidence(holder.start, holder.end),),
                        rules=(holder.rule, person.rule),
                        confidence=confidence,
                    )
                )
    return tuple(found)


def _name(person: Mention) -> str:
    assert isinstance(person.value, PersonValue)
    return person.value.name
