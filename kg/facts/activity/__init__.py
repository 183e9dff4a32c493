"""Activities: what an article reports that people or bodies did together, and who took part how.

A grammar over mentions and the trigger words of kg/lexicon/activities.toml, sentence by sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.facts.activity.assemble import Assembler
from kg.facts.activity.drafts import Facts
from kg.facts.activity.nouns import Nouns
from kg.mentions.site import find_sites

if TYPE_CHECKING:
    from kg.lexicon import Lexicon
    from kg.model import Activity, Article, Holder, Mention

__all__ = ["find_activities"]


def find_activities(
    article: Article, mentions: tuple[Mention, ...], holders: tuple[Holder, ...], lex: Lexicon,
) -> tuple[Activity, ...]:
    """The activities of an article, in order of text, with participants, sites and evidence.

    `mentions` and `holders` are in coordinates of `article.text`; sites are found here where
    `mentions` holds none.
    """
    sites = tuple(m for m in mentions if m.kind == "site") or find_sites(article, mentions, lex)
    nouns = Nouns(article, mentions, holders, lex)
    nouns.leave_out(sites)
    drafts = Assembler(article, nouns, mentions, sites, lex).run()
    return Facts(article, mentions, nouns.all).of(drafts)
