"""Structure between bodies, as their printed names say it: 市委宣传部 is part of 市委, 区司法局 of 区."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kg.facts.posts import post_grammar
from kg.model import Article, Mention, OrgRef, Structure

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    from kg.lexicon import Lexicon


def find_structures(article: Article, mentions: Sequence[Mention], bodies: Container[str], lex: Lexicon) -> tuple[Structure, ...]:
    """One fact for each of `bodies` whose name begins with the body or place it belongs to, at its first mention."""
    grammar = post_grammar(lex)
    whole = _wholes(lex)
    found: dict[str, Structure] = {}
    for mention in mentions:
        if mention.kind != "organization" or mention.text in found or mention.text not in bodies:
            continue
        parent = whole(mention.text) or grammar.place_of(mention.text)
        if parent and parent != mention.text:
            found[mention.text] = Structure(
                child=OrgRef(mention.text, mention.text),
                parent=OrgRef(parent, parent),
                evidence=(article.evidence(mention.start, mention.end),),
                rules=("structure.name",),
            )
    return tuple(found.values())


@cache
def _wholes(lex: Lexicon) -> Callable[[str], str]:
    """Of a name its longest beginning that is a body itself: 省发改委 of 省发改委评估督导处."""
    wholes = (*lex.words("posts", "committees"), *lex.words("posts", "wholes"))

    @lru_cache(maxsize=1 << 13)
    def whole(name: str) -> str:
        ends = (at + len(w) for w in wholes if (at := name.rfind(w)) >= 0 and at + len(w) < len(name) - 1)
        return name[: max(ends, default=0)]

    return whole
