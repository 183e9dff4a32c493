"""A dossier as text for a terminal, as Markdown, as a web page. Quotes are numbered where they stand apart."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from rich.cells import cell_len

from kg.insight.answers import markdown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.ask.dossier import Dossier, Line, Part
    from kg.ask.quotes import Quote

KINDS = {
    "Person": "人物", "Organization": "机构", "Post": "职务", "AdminDivision": "行政区", "Site": "地点", "Initiative": "项目",
    "Activity": "活动", "Article": "报道", "Tenure": "任职", "Statement": "言论", "Participation": "参加", "Figure": "数字",
    "Structure": "隶属", "Byline": "署名", "Conflict": "矛盾",
}
GAP, WIDEST = "  ", 60


def as_text(dossier: Dossier, *, evidence: bool = True) -> Iterator[str]:
    """Lines with columns that align on a screen; under each the sentences that state it."""
    yield f"{dossier.label}  {KINDS.get(dossier.kind, dossier.kind)}  <{dossier.iri}>"
    if dossier.aliases:
        yield f"又作 {'、'.join(dossier.aliases)}"
    for part in dossier.parts:
        yield ""
        yield f"{part.title} ({len(part.lines)})"
        yield from _text_part(part, evidence=evidence)


def _text_part(part: Part, *, evidence: bool) -> Iterator[str]:
    kept = _kept(part)
    rows = [[part.heads[i] for i in kept], *([line.cells[i] for i in kept] for line in part.lines)]
    widths = [min(max(cell_len(row[i]) for row in rows), WIDEST) for i in range(len(kept))]
    for number, row in enumerate(rows):
        yield GAP + _aligned(row, widths)
        if evidence and number:
            yield from (f"{GAP * 2}“{quote.exact}” {quote.place}" for quote in part.lines[number - 1].quotes)


def _aligned(row: Sequence[str], widths: Sequence[int]) -> str:
    return GAP.join(f"{cell}{' ' * (width - cell_len(cell))}" for cell, width in zip(row, widths, strict=True)).rstrip()


def as_markdown(dossier: Dossier) -> str:
    """A report: a table a section, with numbers that lead to the sentences at its end."""
    numbers = numbered(dossier)
    parts = [f"# {escape(dossier.label)}\n\n{KINDS.get(dossier.kind, dossier.kind)} {escape(dossier.iri)}\n"]
    if dossier.aliases:
        parts.append(f"又作 {escape('、'.join(dossier.aliases))}\n")
    for part in dossier.parts:
        kept = _kept(part)
        rows = [[*(escape(line.cells[i]) for i in kept), _marks(line, numbers)] for line in part.lines]
        parts.append(f"## {part.title}\n\n{markdown([*(part.heads[i] for i in kept), '依据'], rows)}")
    parts.append("## 依据\n\n" + "".join(f"{n}. “{escape(q.exact)}” {escape(q.place)}\n" for q, n in numbers.items()))
    return "\n".join(parts)


def as_html(dossier: Dossier, links: Mapping[str, str] | None = None, home: Mapping[str, str] | None = None) -> str:
    """A page of its own, without scripts; `links` gives IRIs of lines an address, `home` what stands at its head: text and address."""
    kinds = KINDS.get(dossier.kind, dossier.kind)
    kept = {part.name: _kept(part) for part in dossier.parts}
    template = _templates().get_template("dossier.html")
    return template.render(dossier=dossier, kind=kinds, numbers=numbered(dossier), kept=kept, links=links or {}, home=home or {})


def numbered(dossier: Dossier) -> dict[Quote, int]:
    """Each sentence once, numbered from 1 in the order of the lines."""
    quotes = dict.fromkeys(quote for part in dossier.parts for line in part.lines for quote in line.quotes)
    return {quote: number for number, quote in enumerate(quotes, 1)}


def escape(text: str) -> str:
    """Text that Markdown prints as it is, HTML in it included."""
    for mark in "\\&`*_[]<>#~":
        text = text.replace(mark, f"\\{mark}" if mark not in "<>&" else {"<": "&lt;", ">": "&gt;", "&": "&amp;"}[mark])
    return " ".join(text.split())


def _marks(line: Line, numbers: Mapping[Quote, int]) -> str:
    return " ".join(f"[{numbers[quote]}]" for quote in line.quotes)


def _kept(part: Part) -> list[int]:
    """Columns with a value in some line."""
    return [i for i in range(len(part.columns)) if any(line.cells[i] for line in part.lines)]


@cache
def _templates() -> Environment:
    return Environment(loader=PackageLoader("kg.ask"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
