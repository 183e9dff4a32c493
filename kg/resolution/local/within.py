"""Places below the county that an article speaks for: park zones, towns, schools."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.resolution.local.placenames import Locus

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.lexicon.divisions import Gazetteer

TOWN = re.compile(r"(?!各|等|县|全|乡镇)[\u4e00-\u9fff]{1,3}(?<![乡各个多])(?:镇|乡|街道)(?![府村下镇])")
SCHOOL = re.compile(r"(?:大学|学院|学校|中学)$")
OFTEN = 3  # a zone word so often on a page, its own article counted more, is what the page speaks for


def zone(counts: Mapping[str, int], city: Locus | None, gazetteer: Gazetteer) -> tuple[Locus, int] | None:
    """The park zone that a page speaks for, with how often it is named: 高新区 beside 郑州市 is 郑州高新区."""
    often = [(n, word) for word, n in counts.items() if n >= OFTEN]
    if not often:
        return None
    n, word = max(often)
    if city is None or city.place is None:
        return Locus(word, word, zone=True), n
    name = next(iter(city.place.forms), city.name) + word
    known = next((p for p in gazetteer.short(name) if p.parent == city.place.code), None)
    return Locus(name, name, known or city.place, zone=True), n


def town(text: str, around: Sequence[Locus]) -> str:
    """The one town that a text prints after the name of its county: 渑池县段村乡."""
    found = set()
    for name in {locus.name for locus in around}:
        start = text.find(name)
        while start >= 0:
            if match := TOWN.match(text, start + len(name)):
                found.add(match[0])
            start = text.find(name, start + 1)
    return found.pop() if len(found) == 1 else ""


def town_speaking(headline: str, text: str) -> str:
    """The town that a headline, or a part of it, begins with and the text below it names too: 钱场镇开展演练."""
    found = {match[0] for part in headline.split() if (match := TOWN.match(part)) and match[0] in text}
    return found.pop() if len(found) == 1 else ""


def inside(name: str, outer: Locus | None) -> tuple[str, Locus]:
    """What is left of a stated locality as a locus, and the sign that stands for it: 段村乡, 某大学, 某新区."""
    if SCHOOL.search(name):
        return "校", Locus(name, name, body=True)
    if outer is None:
        return name[-1], Locus(name, name, zone=name.endswith("区"))
    sign = "街" if name.endswith("街道") else name[-1]
    return sign, replace(outer, name=name, key=outer.key + name, zone=name.endswith("区"))
