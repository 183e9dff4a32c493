"""All that the graph tells of one thing, line by line, each line with the sentences that state it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from kg.ask.quotes import Quote, quotes
from kg.ask.sections import OTHER, SECTIONS

if TYPE_CHECKING:
    from kg.ask.sections import Section
    from kg.ask.things import Thing
    from kg.insight.store import Store

JOINT = "、"
ALIASES = "SELECT ?name WHERE { $node skos:altLabel ?name } ORDER BY ?name"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a section: a text for each column, and its evidence."""

    iri: str
    cells: tuple[str, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One section with its lines: `name` for machines, `title` and `heads` for readers."""

    name: str
    title: str
    columns: tuple[str, ...]
    heads: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """A thing with all sections that have a line."""

    iri: str
    label: str
    kind: str
    aliases: tuple[str, ...]
    parts: tuple[Part, ...]

    def part(self, name: str) -> tuple[dict[str, str], ...]:
        """The lines of a section as column → text; () where it has none."""
        return tuple(dict(zip(p.columns, line.cells, strict=True)) for p in self.parts if p.name == name for line in p.lines)

    def record(self) -> dict[str, Any]:
        """The same as plain values for JSON."""
        parts = {
            part.name: [
                {"iri": line.iri, **dict(zip(part.columns, line.cells, strict=True)), "evidence": [asdict(q) for q in line.quotes]}
                for line in part.lines
            ]
            for part in self.parts
        }
        return {"iri": self.iri, "label": self.label, "kind": self.kind, "aliases": list(self.aliases), **parts}


def dossier(store: Store, thing: Thing) -> Dossier:
    """What the graph tells of a thing, by the sections of its class."""
    parts = (_part(store, thing.iri, section) for section in SECTIONS.get(thing.kind, OTHER))
    aliases = tuple(row["name"] for row in store.rows(ALIASES.replace("$node", f"<{thing.iri}>")))
    return Dossier(thing.iri, thing.label, thing.kind, aliases, tuple(part for part in parts if part.lines))


def _part(store: Store, iri: str, section: Section) -> Part:
    rows = store.rows(section.query.replace("$node", f"<{iri}>"))
    groups: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        groups.setdefault(row.get("line") or row["fact"], []).append(row)
    said = quotes(store, (row["fact"] for row in rows))
    lines = tuple(_line(line, group, section, said) for line, group in groups.items())
    return Part(section.name, section.title, tuple(section.columns), tuple(section.columns.values()), lines)


def _line(iri: str, rows: list[dict[str, str]], section: Section, said: dict[str, tuple[Quote, ...]]) -> Line:
    cells = (JOINT.join(dict.fromkeys(row[name] for row in rows if row.get(name))) for name in section.columns)
    sentences = {quote for row in rows for quote in said.get(row["fact"], ())}
    return Line(iri, tuple(cells), tuple(sorted(sentences)))
