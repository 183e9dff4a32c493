"""Bylines: who wrote, photographed and edited an article, one fact a person and role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.articles.credits import OPENING
from kg.articles.regions import regions_of
from kg.model import Article, Byline, PersonRef

if TYPE_CHECKING:
    from kg.lexicon import Lexicon

AUTHOR = "作者"  # the role of a name in brackets at the end


def find_bylines(article: Article, lex: Lexicon) -> tuple[Byline, ...]:
    """The people that the article's credit regions name, in order; the same person and role only once.

    The role is as printed, without the body in front of it (三门峡日报首席记者 is 首席记者); a bare name in
    brackets at the end or below the headline is 作者, unless a role is printed elsewhere. Names lose the blanks inside them (王 伟). Evidence is the whole region.
    """
    regions = regions_of(lex)
    found: dict[tuple[str, str], Byline] = {}
    credited = [(start, end, credit) for start, end in article.bylines for credit in regions.read(article.text[start:end])]
    told = {credit.name for _, _, credit in credited if credit.role}
    for start, end, credit in credited:
        bracketed = article.text[start] in OPENING
        role = credit.role or AUTHOR
        if credit.role or credit.name not in told:
            fact = Byline(
                evidence=(article.exact_evidence(start, end),),
                rules=("byline-bracket" if bracketed else "byline-line",),
                article=article.id,
                person=PersonRef(credit.name),
                role=role,
            )
            found.setdefault((role, credit.name), fact)
    return tuple(found.values())
