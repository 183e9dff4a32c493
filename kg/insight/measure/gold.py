"""Annotations: one JSON file a document, in the format of docs/gold.md."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.errors import KgError

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Named:
    """A person, body or place by the forms that are right."""

    forms: tuple[str, ...]
    optional: bool = False
    kind: str = ""
    roles: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        return self.forms[0]


@dataclass(frozen=True, slots=True)
class Post:
    person: str
    orgs: tuple[str, ...]
    titles: tuple[str, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Activity:
    types: tuple[str, ...]
    date: str | None
    names: tuple[str, ...]
    people: tuple[Named, ...]
    orgs: tuple[Named, ...]
    sites: tuple[Named, ...]
    optional: bool = False

    @property
    def name(self) -> str:
        return (self.names or self.types)[0]


@dataclass(frozen=True, slots=True)
class Article:
    headline: str
    people: tuple[Named, ...]
    posts: tuple[Post, ...]
    activities: tuple[Activity, ...]
    bylines: tuple[Named, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    doc: str
    articles: tuple[Article, ...]


def read_gold(folder: Path) -> tuple[Document, ...]:
    """All annotations of a folder, by file name. Raises KgError that names the file."""
    files = sorted(folder.glob("*.json"))
    if not files:
        raise KgError(f"{folder}: no annotation (*.json) in this folder")
    return tuple(_document(path) for path in files)


def _document(path: Path) -> Document:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return Document(data["doc"], tuple(_article(article) for article in data["articles"]))
    except OSError as error:
        raise KgError(f"{path}: {error.strerror}") from None
    except ValueError as error:
        raise KgError(f"{path}: not JSON ({error})") from None
    except KeyError as error:
        raise KgError(f"{path}: {error} is missing") from None
    except (TypeError, AttributeError, IndexError) as error:
        raise KgError(f"{path}: not an annotation ({error})") from None


def _article(data: dict[str, Any]) -> Article:
    return Article(
        headline=data["headline"],
        people=tuple(_named(person, person["name"]) for person in data["people"]),
        posts=tuple(_post(post) for post in data["posts"]),
        activities=tuple(_activity(activity) for activity in data["activities"]),
        bylines=tuple(_named(byline, byline["name"], kind=byline["role"]) for byline in data["byline"]),
    )


def _post(data: dict[str, Any]) -> Post:
    return Post(data["person"], _forms(data["org"]), _forms(data["title"]), bool(data.get("optional")))


def _activity(data: dict[str, Any]) -> Activity:
    return Activity(
        types=_forms(data["type"]),
        date=data["date"],
        names=tuple(data["name"]),
        people=tuple(_named(person, person["name"]) for person in data["people"]),
        orgs=tuple(_named(org, org["org"]) for org in data["orgs"]),
        sites=tuple(_named(site, site["site"]) for site in data["sites"]),
        optional=bool(data.get("optional")),
    )


def _named(data: dict[str, Any], forms: str | list[str], kind: str = "") -> Named:
    given = kind or str(data.get("kind", ""))
    return Named(_forms(forms), bool(data.get("optional")), given, frozenset(data.get("roles", ())))


def _forms(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else (value[0], *value[1:])
