"""Mentions → facts: what one article states, each fact with the sentence that states it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.facts.activity import find_activities
from kg.facts.byline import find_bylines
from kg.facts.figure import find_figures
from kg.facts.holders import find_holders
from kg.facts.initiative import initiative_facts
from kg.facts.statement import find_statements
from kg.facts.structure import find_structures
from kg.facts.tenure import find_tenures
from kg.model import Activity, Article, Fact, Mention, OrgRef, PersonNamed, PersonRef, PersonValue, Statement, Tenure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.lexicon import Lexicon

__all__ = ["find_facts"]


def find_facts(article: Article, mentions: Sequence[Mention], lex: Lexicon) -> tuple[Fact, ...]:
    """All facts of an article. `mentions` are those of `find_mentions` for the same article."""
    mentions = tuple(mentions)
    holders = find_holders(article, mentions, lex)
    activities = find_activities(article, mentions, holders, lex)
    tenures = find_tenures(article, holders, lex)
    return (
        *tenures,
        *activities,
        *(_during(s, activities) for s in find_statements(article, mentions, lex)),
        *find_structures(article, mentions, _bodies(tenures, activities), lex),
        *initiative_facts(article, mentions, lex),
        *find_figures(article, mentions, lex),
        *find_bylines(article, lex),
        *_named(article, mentions),
    )


def _bodies(tenures: Sequence[Tenure], activities: Sequence[Activity]) -> frozenset[str]:
    """The bodies that hold posts or take part, as printed: of the others nothing more is told."""
    posts = (t.post.org for t in tenures)
    parts = (p.agent for a in activities for p in a.participations if isinstance(p.agent, OrgRef))
    held = (o for a in activities for o in a.organizers)
    return frozenset(name for ref in (*posts, *parts, *held) for name in (ref.name, ref.printed) if name)


def _during(statement: Statement, activities: Sequence[Activity]) -> Statement:
    """The statement with the activity it was made at: the last one begun whose participants include the speaker."""
    spot = statement.evidence[0].start
    for activity in reversed(activities):
        agents = {p.agent.name for p in activity.participations} | {o.name for o in activity.organizers}
        if statement.speaker.name in agents and activity.evidence[0].start <= spot:
            return replace(statement, during=activity.key)
    return statement


def _named(article: Article, mentions: Sequence[Mention]) -> list[PersonNamed]:
    """Everyone who is named, at the first mention."""
    first: dict[str, Mention] = {}
    for mention in mentions:
        if mention.kind == "person" and isinstance(mention.value, PersonValue):
            first.setdefault(mention.value.name, mention)
    return [
        PersonNamed(
            article=article.id,
            person=PersonRef(name),
            evidence=(article.evidence(m.start, m.end),),
            rules=(m.rule,),
        )
        for name, m in first.items()
    ]
