"""News in short: pages of several items, each below a line of its own."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from kg.facts.activity.drafts import Draft
    from kg.facts.activity.nouns import Noun
    from kg.model import Span

SHORTEST, LONGEST = 6, 40  # characters of a line that heads an item
ENDS = frozenset("。！？…；：，、”）")


def item_heads(text: str, sentences: Sequence[Span], resets: re.Pattern[str]) -> frozenset[int]:
    """Where the lines begin that head an item: 全市茶叶节开幕 above a paragraph; none where just one does.

    The first sentence heads the article itself; a line that goes on with what took place (仪式由李某主持)
    or is printed again and again (图片发自…) heads nothing.
    """
    heads = [
        start for (start, end), (after, stop) in pairwise(sentences[1:])
        if SHORTEST <= end - start <= LONGEST and text[end - 1] not in ENDS and text[start - 1] == "\n"
        and text.startswith("\n", end) and text[stop - 1] == "。" and stop - after > end - start
        and not resets.match(text, start) and text.count(text[start - 1 : end + 1]) == 1
    ]
    return frozenset(heads if len(heads) > 1 else ())


def goes_on(draft: Draft, nouns: Sequence[Noun]) -> bool:
    """Whether below the head of an item something is told of those who take part in what was told above it."""
    known = {part.noun.name for part in draft.parts} | set(draft.organizers)
    return any(noun.kind != "place" and noun.name in known for noun in nouns)
