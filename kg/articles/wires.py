"""Where and when a report was filed, told in its byline: 记者田小禾郑州报道, 发自郑州, 记者田小禾苗栗县11日电."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.articles.furniture import HAN, either

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kg.lexicon import Lexicon

ORIGIN = re.compile(rf"发自[{HAN}]{{2,6}}|([{HAN}]{{2,4}})(?:报[道导]|电|发)")
DIVISIONS = ("省", "市", "县", "区", "州")


class Wires:
    """Tells places and days of filing from names."""

    def __init__(self, lex: Lexicon, roles: Iterable[str], is_name: Callable[[str], bool]) -> None:
        self._is_name = is_name
        self._places = frozenset((*lex.divisions.names(), *lex.divisions.forms()))
        self._wire = re.compile(rf"(?:{either(roles)})([{HAN}]{{4,9}})(?:[0-9]{{1,2}}月)?[0-9]{{1,2}}日[电讯] *$")

    def is_origin(self, field: str, *, slash: bool) -> bool:
        """Where it was reported from, behind the names: 记者 田小禾 郑州报道, 记者田小禾/青湖报导, 发自郑州."""
        match = ORIGIN.fullmatch(field)
        return match is not None and (match[1] is None or slash or match[1] in self._places)

    def without(self, text: str) -> str:
        """记者田小禾|苗栗县11日电: blanks for the place and day of a wire report, which are no part of a name."""
        wire = self._wire.search(text)
        if wire is None:
            return text
        for size in (3, 2):
            name, place = wire[1][:size], wire[1][size:]
            if self._is_name(name) and (place in self._places or place.endswith(DIVISIONS)):
                start = wire.start(1) + size
                return text[:start] + " " * (wire.end() - start)
        return text
