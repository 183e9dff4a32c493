"""The tables that researchers count with: spells, person-days, networks in rows, activities with topics, evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from kg.export import queries as q

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.insight.store import Store

Kind = Literal["text", "day", "number"]
Value = str | int | None
NUMBERS: Final = frozenset({"sentences", "participants", "activities", "order", "start", "end", "posts"})
DAYS: Final = frozenset({"first_seen", "last_seen", "day", "earliest", "latest", "first", "last", "published"})


@dataclass(frozen=True, slots=True)
class Column:
    """`day` columns hold ISO days, settled ones only; `number` columns whole numbers."""

    name: str
    kind: Kind
    about: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows in a fixed order; a value that the papers do not give is None."""

    name: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True, slots=True)
class _Plan:
    name: str
    about: str
    columns: dict[str, str]
    query: str


_PERSON = {"person_iri": "IRI of the person", "person": "name"}
_PAIR = {"a_iri": "IRI of one person", "a": "name", "b_iri": "IRI of the other", "b": "name"}
_DATES = {
    "date_text": "date as printed", "edtf": "EDTF (ISO 8601-2), XXXX for an unknown year", "earliest": "first possible day",
    "latest": "last possible day", "basis": "where the year comes from: explicit, year-from-text, year-from-page, published, unknown",
}
PLANS: Final = (
    _Plan("people", "people, one a row", {**_PERSON, "aliases": "other forms, joined by ;"}, q.PEOPLE),
    _Plan("bodies", "organizations, one a row", {
        "body_iri": "IRI", "body": "name", "classification": "kind of body", "parent": "body that it is part of",
        "place": "division that it belongs to", "aliases": "other forms, joined by ;"}, q.BODIES),
    _Plan("person_post_spells", "who is told to hold which post, one row a person, post and status", {
        **_PERSON, "post_iri": "IRI of the post", "post": "post", "body_iri": "IRI of the body", "body": "body", "role": "title",
        "status": "current, former, acting, elect", "first_seen": "first day that attests it", "last_seen": "last day that attests it",
        "valid_from": "stated beginning: day, month or year", "valid_until": "stated end", "sentences": "sentences that state it",
        "fact_iri": "IRI of the tenure"}, q.SPELLS),
    _Plan("person_activity_day", "who took part in what on which day, one row a person and activity", {
        **_PERSON, "activity_iri": "IRI of the activity", "activity": "what it was", "type": "type of activity",
        "day": "the day, where one is settled", **_DATES, "roles": "roles, joined by ;", "order": "place in the printed list",
        "capacity": "posts printed beside the name", "fact_iri": "IRI of the participation"}, q.PERSON_DAYS),
    _Plan("activities", "activities with topics, one a row", {
        "activity_iri": "IRI", "activity": "what it was", "type": "type", "day": "the day, where one is settled", **_DATES,
        "organizers": "bodies that organized it", "visited": "places visited, joined by ;", "venue": "where it was held",
        "topics": "campaigns and projects it was about", "participants": "number of participants"}, q.ACTIVITIES),
    _Plan("co_attendance", "two people at the same activities, each pair once", {
        **_PAIR, "activities": "activities that both attended", "first": "first settled day", "last": "last settled day"}, q.CO_ATTENDANCE),
    _Plan("shared_posts", "two people who held the same post, each pair once", {
        **_PAIR, "posts": "posts that both held", "which": "the posts, joined by ;"}, q.SHARED_POSTS),
    _Plan("statements", "who said what to whom", {
        "speaker_iri": "IRI of the speaker", "speaker": "name", "act": "verb as printed", "text": "what was said", "addressees": "to whom",
        "activity": "on which occasion", "day": "the day, where one is settled", "fact_iri": "IRI of the statement"}, q.STATEMENTS),
    _Plan("figures", "numbers told of projects and campaigns", {
        "initiative_iri": "IRI", "initiative": "project or campaign", "name": "what is counted", "amount": "number as text",
        "unit": "unit", "fact_iri": "IRI of the figure"}, q.FIGURES),
    _Plan("articles", "articles, one a row", {
        "article_iri": "IRI", "headline": "headline", "published": "day of publication", "paper": "newspaper", "doc": "file",
        "sha256": "of the file", "bylines": "people credited"}, q.ARTICLES),
    _Plan("evidence", "the sentence of each fact; start and end count code points of the raw file", {
        "fact_iri": "IRI of a fact", "kind": "class of the fact", "article_iri": "IRI of the article", "doc": "file", "start": "first character",
        "end": "after the last one", "exact": "the sentence, blanks removed"}, q.EVIDENCE),
)
SQUARE: Final = {"co_attendance": "activities", "shared_posts": "posts"}
LARGEST: Final = 2_000  # people of a square matrix


def tables(store: Store) -> tuple[Table, ...]:
    """All tables of a graph. Square matrices only where they hold no more than LARGEST people."""
    made = tuple(_table(store, plan) for plan in PLANS)
    return made + tuple(square for table in made if table.name in SQUARE for square in _square(table))


def _table(store: Store, plan: _Plan) -> Table:
    columns = tuple(Column(name, _kind(name), about) for name, about in plan.columns.items())
    rows = (tuple(_value(row.get(c.name), c.kind) for c in columns) for row in store.rows(plan.query))
    return Table(plan.name, plan.about, columns, tuple(rows))


def _kind(name: str) -> Kind:
    return "number" if name in NUMBERS else "day" if name in DAYS else "text"


def _value(text: str | None, kind: Kind) -> Value:
    if not text:
        return None
    return int(text) if kind == "number" else text


def _square(pairs: Table) -> Iterator[Table]:
    """Rows and columns are the same people, named by the tails of their IRIs, which are unique."""
    cells = {(str(a), str(b)): n for a, _, b, _, n, *_ in pairs.rows}
    people = sorted({iri for pair in cells for iri in pair})
    if not people or len(people) > LARGEST:
        return
    names = [iri.rpartition("/")[2] for iri in people]
    heads = (Column("person", "text", "tail of the person's IRI"), *(Column(n, "number", SQUARE[pairs.name]) for n in names))
    rows = ((name, *(cells.get((a, b), cells.get((b, a), 0)) for b in people)) for name, a in zip(names, people, strict=True))
    yield Table(f"{pairs.name}_matrix", f"{pairs.about}, as a square matrix", heads, tuple(rows))
