"""A few words to build articles and facts of invented people with."""

from __future__ import annotations

import hashlib
from datetime import date

from kg.lexicon import default_lexicon
from kg.model import (
    Activity,
    Article,
    Byline,
    DateValue,
    Evidence,
    Fact,
    OrgRef,
    Participation,
    PersonNamed,
    PersonRef,
    PostRef,
    Resolved,
    SiteRef,
    Tenure,
)
from kg.resolution import resolve

LEX = default_lexicon()


def article(doc: str, text: str, headline: str = "", *, number: int = 1, locality: str = "", paper: str = "",
            published: date | None = None) -> Article:
    """An article whose sentences end at 。 and whose raw text is its text."""
    sentences, start = [], 0
    for i, sign in enumerate(text, 1):
        if sign in "。！？" or i == len(text):
            sentences.append((start, i))
            start = i
    return Article(
        doc=doc, sha256=hashlib.sha256(doc.encode()).hexdigest(), number=number, text=text, offsets=range(len(text)),
        raw=text, headline=headline, sentences=tuple(sentences), locality=locality, paper=paper, published=published,
    )


def at(where: Article, words: str = "") -> tuple[Evidence, ...]:
    start = where.text.find(words) if words else 0
    assert start >= 0, words
    return (where.evidence(start, start + max(1, len(words))),)


def tenure(where: Article, person: str, org: str, title: str, status: str = "current") -> Tenure:
    return Tenure(person=PersonRef(person), post=PostRef(OrgRef(org, org), title), status=status,
                  evidence=at(where, person), rules=("test",))


def named(where: Article, person: str) -> PersonNamed:
    return PersonNamed(article=where.id, person=PersonRef(person), evidence=at(where, person), rules=("test",))


def byline(where: Article, person: str) -> Byline:
    return Byline(article=where.id, person=PersonRef(person), role="记者", evidence=at(where), rules=("test",))


def meeting(where: Article, *, day: str | None = None, orgs: tuple[str, ...] = (), sites: tuple[str, ...] = (),
            people: tuple[str, ...] = (), key: str = "a1") -> Activity:
    evidence = at(where)
    return Activity(
        article=where.id, key=key, type="Meeting", label="会议", date=DateValue("", day) if day else None,
        organizers=tuple(OrgRef(o, o) for o in orgs), visited=tuple(SiteRef(s) for s in sites),
        participations=tuple(
            Participation(agent=PersonRef(p), roles=("attend",), evidence=evidence, rules=("test",)) for p in people
        ),
        evidence=evidence, rules=("test",),
    )


def resolved(articles: list[Article], facts: list[Fact], judgements=None) -> Resolved:
    return resolve(articles, facts, LEX, judgements)
