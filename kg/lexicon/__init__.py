"""Words as data: every list a rule needs, from TOML files here and in the user's own folder.

A file holds tables; a table has `about`, and either `words = [...]` or `map = {...}`, and may have
`example` and `source`. A user's folder has files of the same names and adds entries to them.
`divisions.tsv`, here and there, lists administrative divisions (see `kg.lexicon.divisions`).
"""

from __future__ import annotations

import hashlib
import tomllib
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from kg.errors import KgError
from kg.lexicon.divisions import Gazetteer, Shortening, read_divisions

if TYPE_CHECKING:
    from collections.abc import Mapping

HERE = Path(__file__).parent
KEYS = frozenset({"about", "example", "source", "words", "map"})


class Lexicon:
    """All tables, read once. Hashable by identity, so grammars compiled from it can be cached."""

    def __init__(self, extra: Path | None = None) -> None:
        self._words: dict[tuple[str, str], dict[str, None]] = {}
        self._maps: dict[tuple[str, str], dict[str, str]] = {}
        self._tables = [path for folder in (HERE, extra) if folder for path in sorted(folder.glob("divisions.tsv"))]
        digest = hashlib.sha256()
        for folder in (HERE, extra):
            for path in sorted(folder.glob("*.toml")) if folder else ():
                data = path.read_bytes()
                digest.update(path.name.encode() + data)
                self._add(path, data, own=folder is HERE)
        for path in self._tables:
            digest.update(path.read_bytes())
        self._entries = {key: tuple(words) for key, words in self._words.items()}
        self.version = digest.hexdigest()[:12]

    def words(self, file: str, table: str) -> tuple[str, ...]:
        """The entries of a word table, in order. A name that no file has raises KgError."""
        try:
            return self._entries[file, table]
        except KeyError:
            raise KgError(f"lexicon: no word table [{table}] in {file}.toml") from None

    def map(self, file: str, table: str) -> Mapping[str, str]:
        """The entries of a map table. A name that no file has raises KgError."""
        try:
            return MappingProxyType(self._maps[file, table])
        except KeyError:
            raise KgError(f"lexicon: no map table [{table}] in {file}.toml") from None

    @cached_property
    def divisions(self) -> Gazetteer:
        """Administrative divisions of China, read when first asked for."""
        shortening = Shortening(
            self.words("divisions", "suffixes"), self.words("divisions", "peoples"), self.map("divisions", "zones")
        )
        return read_divisions(self._tables, shortening)

    def _add(self, path: Path, data: bytes, *, own: bool) -> None:
        try:
            tables = tomllib.loads(data.decode("utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise KgError(f"{path}: {error}") from None
        for name, table in tables.items():
            where = f"{path}: [{name}]"
            if not isinstance(table, dict) or not KEYS.issuperset(table) or ("words" in table) == ("map" in table):
                raise KgError(f"{where}: a table has `about` and either `words` or `map`, and no key but {sorted(KEYS)}")
            if own and "about" not in table:
                raise KgError(f"{where}: `about` is missing")
            self._merge(where, (path.stem, name), table, own=own)

    def _merge(self, where: str, key: tuple[str, str], table: dict[str, object], *, own: bool) -> None:
        known = key in self._words or key in self._maps
        if known == own:
            raise KgError(f"{where}: {'given twice' if own else 'no such table in the lexicon of kg'}")
        if "map" in table:
            mapping = table["map"]
            if not isinstance(mapping, dict) or not all(isinstance(v, str) for v in mapping.values()):
                raise KgError(f"{where}: `map` maps words to words")
            self._maps.setdefault(key, {}).update(mapping)
            return
        target = self._words.setdefault(key, {})
        for word in table["words"] if isinstance(table["words"], list) else [None]:
            if not isinstance(word, str) or not word:
                raise KgError(f"{where}: `words` is a list of words, not {word!r}")
            if word in target:
                raise KgError(f"{where}: {word!r} is there twice")
            target[word] = None


@cache
def default_lexicon() -> Lexicon:
    """The lexicon that comes with kg."""
    return Lexicon()
