"""Tenures: one for each person and post of a holder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Article, Holder, Mention, PersonRef, PersonValue, Tenure

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kg.lexicon import Lexicon
    from kg.model import PostRef

DOUBTFUL = 0.5
COURTESY = "holder.courtesy"


def find_tenures(article: Article, holders: Sequence[Holder], lex: Lexicon) -> tuple[Tenure, ...]:
    """The tenures that an article states, each with its sentence. Courtesy titles give none where a fuller post is told."""
    none = frozenset(lex.words("titles", "no_post"))
    vague = frozenset(lex.words("titles", "vague"))
    known = _fuller(holders)
    found = []
    for holder in holders:
        for person in holder.people:
            name = _name(person)
            for post, status in zip(holder.posts, holder.status, strict=True):
                if not post.org.name or post.title in none or (holder.rule == COURTESY and known(name, post)):
                    continue
                found.append(
                    Tenure(
                        person=PersonRef(name),
                        post=post,
                        status=status,
                        evidence=(article.evidence(holder.start, holder.end),),
                        rules=(holder.rule, person.rule),
                        confidence=DOUBTFUL if post.title in vague else None,
                    )
                )
    return tuple(found)


def _fuller(holders: Sequence[Holder]) -> Callable[[str, PostRef], bool]:
    """Tells whether more is told of somebody than a title of courtesy: any post, or the same title with its body."""
    told = {_name(person) for holder in holders if holder.rule != COURTESY for person in holder.people if holder.posts}
    addressed = {  # 省教育厅高教处石某处长, and then 石某处长
        (_name(person), post.title)
        for holder in holders if holder.rule == COURTESY
        for person in holder.people
        for post in holder.posts if len(post.org.name) > 1
    }
    return lambda name, post: name in told or (len(post.org.name) == 1 and (name, post.title) in addressed)


def _name(person: Mention) -> str:
    assert isinstance(person.value, PersonValue)
    return person.value.name
