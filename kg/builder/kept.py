"""Readings kept beside the output, so that the next build reads only documents that are new or changed.

One SQLite file, `.kg/readings.db` in the output folder. Readings are committed batch by batch, so a killed build
goes on where it was. What stands in the file is data (see `packing`); a file that is damaged or not ours is replaced,
and while one build has it open another one reads without it.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from kg.builder.packing import Packed, PackingError, facts_of, page_of, texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from kg.model import ArticleInfo, Fact
    from kg.resolution.local.records import Page

FOLDER, FILE = ".kg", "readings.db"
TABLE = "CREATE TABLE readings (key BLOB PRIMARY KEY, articles INTEGER, names BLOB, facts BLOB, texts BLOB)"
# Removed readings give their room back; one process at a time; a kill loses nothing that was committed.
SETTINGS = ("trusted_schema=OFF", "auto_vacuum=FULL", "locking_mode=EXCLUSIVE", "journal_mode=WAL", "synchronous=NORMAL")
BROKEN = (PackingError, sqlite3.DatabaseError)


@dataclass(frozen=True, slots=True)
class Document:
    """What a build holds in memory of a document that is read; the readings themselves stay in the file."""

    key: bytes
    doc: str
    sha256: str
    articles: int


class Kept:
    """An open file of readings. Anything but readings in it raises one of BROKEN."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def articles(self, key: bytes) -> int:
        """How many articles are kept of the document of this key; 0 where it has not been read."""
        row = self._connection.execute("SELECT articles FROM readings WHERE key = ?", (key,)).fetchone()
        return row[0] if row and isinstance(row[0], int) else 0

    def add(self, documents: Iterable[tuple[Document, Packed]]) -> None:
        """Keeps documents with their packed readings, all or none."""
        rows = ((d.key, d.articles, packed.names, packed.facts, packed.texts) for d, packed in documents)
        with self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO readings VALUES (?, ?, ?, ?, ?)", rows)

    def page(self, document: Document) -> Page:
        """The articles of a document and what they name."""
        return page_of(self._packed("SELECT names FROM readings WHERE key = ?", document))

    def facts(self, document: Document) -> tuple[tuple[Fact, ...], ...]:
        """The facts of each article of a document."""
        return facts_of(self._packed("SELECT facts FROM readings WHERE key = ?", document))

    def texts(self, document: Document) -> list[str]:
        """The raw text of each article of a document."""
        return texts_of(self._packed("SELECT texts FROM readings WHERE key = ?", document))

    def _packed(self, query: str, document: Document) -> bytes:
        row = self._connection.execute(query, (document.key,)).fetchone()
        if row is None or not isinstance(row[0], bytes):
            raise PackingError(f"no reading of {document.doc}")
        return row[0]

    def trim(self, documents: Iterable[Document]) -> None:
        """Drops all but these: the file holds what the last build used."""
        with self._connection:
            self._connection.execute("CREATE TEMP TABLE used (key BLOB PRIMARY KEY)")
            self._connection.executemany("INSERT OR IGNORE INTO used VALUES (?)", ((d.key,) for d in documents))
            self._connection.execute("DELETE FROM readings WHERE key NOT IN used")


class Archive:
    """The pages of some documents, read from where they are kept as often as they are asked for; one at a time in memory."""

    def __init__(self, kept: Kept, documents: Sequence[Document]) -> None:
        self._kept = kept
        self._documents = documents

    def pages(self) -> Iterator[Page]:
        return map(self._kept.page, self._documents)

    def told(self) -> Iterator[tuple[Page, tuple[tuple[Fact, ...], ...]]]:
        return ((self._kept.page(document), self._kept.facts(document)) for document in self._documents)

    def articles(self, bare: Iterable[ArticleInfo]) -> Iterator[ArticleInfo]:
        """The articles of all pages, which come without their texts, with them."""
        texts = chain.from_iterable(map(self._kept.texts, self._documents))
        return (replace(article, raw=raw) for article, raw in zip(bare, texts, strict=True))


@contextmanager
def kept_in(output: Path | None) -> Iterator[Kept]:
    """The readings kept for an output folder; nowhere but in a file of its own where that cannot be had, or for None."""
    connection = (_opened(output / FOLDER) if output else None) or _own()
    try:
        yield Kept(connection)
    finally:
        connection.close()


def forget(output: Path) -> None:
    """Removes what is kept, as far as that is possible."""
    for path in (output / FOLDER).glob(f"{FILE}*"):
        with suppress(OSError):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def _opened(folder: Path) -> sqlite3.Connection | None:
    """The file of a folder, made anew where it is not one of ours; None where there can be none, or another build has it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")
    except OSError:
        return None
    for attempt in range(2):
        try:
            return _connected(folder / FILE)
        except sqlite3.OperationalError:  # another build has it, or the place is read-only
            return None
        except (sqlite3.DatabaseError, UnicodeDecodeError):  # sqlite3 quotes what it found in the file
            if attempt:
                return None
            forget(folder.parent)
    return None


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=0)
    try:
        for setting in SETTINGS:
            connection.execute(f"PRAGMA {setting}")
        _claim(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _claim(connection: sqlite3.Connection) -> None:
    """Holds the file against other processes and makes sure of its one table."""
    connection.execute("BEGIN EXCLUSIVE")
    tables = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    if not tables:
        connection.execute(TABLE)
    elif tables != [(TABLE,)]:
        raise sqlite3.DatabaseError("not a file of readings")
    connection.commit()


def _own() -> sqlite3.Connection:
    """A file that nobody else sees and that ends with the connection."""
    connection = sqlite3.connect("")
    connection.execute(TABLE)
    return connection

