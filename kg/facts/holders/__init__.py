"""Who holds what: noun phrases (`grammar`) and clauses with a word of office (`careers`) that give people posts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.facts.holders.grammar import HolderGrammar, holder_grammar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.lexicon import Lexicon
    from kg.model import Article, Holder, Mention

__all__ = ["HolderGrammar", "find_holders", "holder_grammar"]


def find_holders(article: Article, mentions: Sequence[Mention], lex: Lexicon) -> tuple[Holder, ...]:
    """Noun phrases and clauses of an article that give people posts, in order of text."""
    return holder_grammar(lex).find(article.text, mentions)
