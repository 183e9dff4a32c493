"""Figures told of a project: 占地183亩, 总体投资30亿元, 解决就业2.5万余人."""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING

from kg.mentions.initiative import initiative_kind
from kg.model import FigureFact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.lexicon import Lexicon
    from kg.model import Article, Mention

SCALES = {"百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
REACH = 240  # characters from a project's name within which a figure is told of it
EXAMPLES = {"figure.quantity": "云杉科技园项目占地183亩，总投资约30亿元。"}


@cache
def grammar(lex: Lexicon) -> re.Pattern[str]:
    """A quantity, what may stand between, a number with its scale, and a unit."""
    quantity, between, unit = (
        "|".join(sorted(map(re.escape, words), key=lambda w: (-len(w), w)))
        for words in (lex.words("figures", "quantity"), lex.words("figures", "between"), lex.map("figures", "unit"))
    )
    return re.compile(
        rf"(?P<stage>[一二三四五六首]期)?(?:工程|项目)?(?P<name>{quantity})(?:{between})*"
        rf"(?P<number>\d[\d,]*(?:\.\d+)?)(?P<scale>[百千万]?[万亿]?)[余多]?(?P<unit>{unit})"
    )


def find_figures(article: Article, mentions: Sequence[Mention], lex: Lexicon) -> tuple[FigureFact, ...]:
    """The figures told of the article's projects.

    `value` is the number multiplied out (41万 is 410000), without 约 and 余, which the evidence keeps;
    `name` carries the stage of building it is told of (一期建筑面积). A figure belongs to the project
    last named before it in its paragraph; with none, it is left alone.
    """
    named = [m for m in mentions if m.kind == "initiative"]
    known = {m.value for m in named if initiative_kind(m, lex) == "project"}
    projects = [m for m in named if m.value in known]
    if not projects:
        return ()
    units = lex.map("figures", "unit")
    facts: dict[tuple[str, str, str, str], FigureFact] = {}
    for m in grammar(lex).finditer(article.text):
        project = _subject(article.text, projects, m.start())
        if project is None:
            continue
        name, value, unit = (m["stage"] or "") + m["name"], number(m["number"], m["scale"]), units[m["unit"]]
        facts.setdefault(
            (str(project.value), name, value, unit),
            FigureFact(
                of=str(project.value), name=name, value=value, unit=unit,
                evidence=(article.evidence(m.start(), m.end()),), rules=("figure.quantity",),
            ),
        )  # fmt: skip
    return tuple(facts.values())


def number(digits: str, scale: str) -> str:
    """A number multiplied out, as a plain decimal: ("2.5", "万") is 25000."""
    value = Decimal(digits.replace(",", ""))
    for mark in scale:
        value *= SCALES[mark]
    return format(value.normalize(), "f")


def _subject(text: str, projects: Sequence[Mention], position: int) -> Mention | None:
    """The project last named before the figure, in the same paragraph and near enough."""
    index = bisect_right(projects, position, key=attrgetter("end")) - 1
    if index < 0 or position - projects[index].end > REACH or "\n" in text[projects[index].end:position]:
        return None
    return projects[index]
