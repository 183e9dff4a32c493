"""What a page tells by itself, as records that can be kept and sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.record import record

if TYPE_CHECKING:
    from kg.model import ArticleInfo, Fact
    from kg.resolution.local.bodies import Body
    from kg.resolution.local.placenames import Locus


@record
class NamedBody:
    """A name by which an article calls a body, what it means there, and how often facts refer to it."""

    name: str
    body: Body
    times: int


@record
class NamedSite:
    """A name of a place gone to: the body of that name, and the division that the name begins with or is."""

    name: str
    body: Body
    division: Locus | None
    rest: str  # of the name, after the division
    times: int


@record
class Holding:
    """Somebody has a post in a body."""

    person: str
    body: Body


@record
class Alias:
    """Two names of one body on a page, each with the key that it has by itself."""

    short: str
    short_key: str
    full: str
    full_key: str


@record
class Part:
    """One article of a page: whom and what its facts name."""

    article: ArticleInfo
    fragment: bool  # a sentence or two out of their article
    here: Locus | None  # the place it speaks for
    people: tuple[str, ...]  # each once, as all that follow
    authors: tuple[str, ...]
    held: tuple[Holding, ...]
    bodies: tuple[NamedBody, ...]
    sites: tuple[NamedSite, ...]


@record
class Page:
    """The articles of one document, and the names among them that are forms of one."""

    doc: str
    parts: tuple[Part, ...]
    aliases: tuple[Alias, ...]


@record
class PageFacts:
    """A page with all that it tells: the facts of each of its parts."""

    page: Page
    facts: tuple[tuple[Fact, ...], ...]
