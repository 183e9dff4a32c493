"""Who a page says its article comes from: 来源：青湖市人民政府, 版权所有：青湖市中级人民法院."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.articles.layout import Line
    from kg.lexicon import Lexicon


class Origins:
    """Reads the labels of a lexicon."""

    def __init__(self, lex: Lexicon) -> None:
        labels = "|".join(sorted(map(re.escape, lex.words("layout", "origin_labels")), key=len, reverse=True))
        self.label = re.compile(rf"(?:{labels}) ?[：:] ?(?P<who>[\u4e00-\u9fffA-Za-z0-9·（）]{{2,30}})")

    def of(self, lines: Iterable[Line]) -> str:
        """What follows the labels in lines that are no prose, several parted by a blank; empty where nothing does."""
        told = (match["who"] for line in lines if line.kind != "prose" for match in self.label.finditer(line.text))
        return " ".join(dict.fromkeys(told))


@cache
def origins_of(lex: Lexicon) -> Origins:
    """The reader of a lexicon, compiled once a process."""
    return Origins(lex)
