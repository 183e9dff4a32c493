"""What resolution gives: one record a thing, and facts whose references carry their keys."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Literal

from kg.record import record

if TYPE_CHECKING:
    from datetime import date

    from kg.model.facts import Fact


@record
class Person:
    key: str  # {anchor}-{name}, or {name} where nothing anchors it: the tail of its IRI
    name: str
    aliases: tuple[str, ...] = ()


@record
class Organization:
    key: str
    label: str
    aliases: tuple[str, ...] = ()
    classification: str = ""  # a term of kgo: Party, Government, Congress, Cppcc, Company …
    parent: str = ""  # key of an Organization
    place: str = ""  # key of a Division


@record
class Division:
    key: str
    label: str
    aliases: tuple[str, ...] = ()
    gb_code: str = ""
    parent: str = ""  # key of a Division


@record
class Site:
    key: str
    label: str
    aliases: tuple[str, ...] = ()
    place: str = ""  # key of a Division


@record
class Initiative:
    key: str
    name: str
    kind: Literal["project", "campaign", "policy"]
    aliases: tuple[str, ...] = ()


@record
class ArticleInfo:
    """What the graph and the page need of an article."""

    id: str
    doc: str
    sha256: str
    headline: str
    published: date | None
    paper: str
    locality: str
    start: int  # raw offsets of the whole article
    end: int
    raw: str = field(repr=False, default="")  # raw[start:end] of the source, where it is at hand


@record
class Resolved:
    """Everything known, with every reference in `facts` carrying the key of a record here."""

    articles: tuple[ArticleInfo, ...]
    people: tuple[Person, ...]
    organizations: tuple[Organization, ...]
    divisions: tuple[Division, ...]
    sites: tuple[Site, ...]
    initiatives: tuple[Initiative, ...]
    facts: tuple[Fact, ...]


@record
class Finding:
    """Something a check has to tell: a contradiction, a shape broken, a file left out."""

    kind: str  # one-seat-two-holders, exclusive-posts, end-before-start, spelling, shape, unreadable …
    message: str
    involves: tuple[str, ...] = ()  # IRIs
    guess: str = ""
    file: str = ""
