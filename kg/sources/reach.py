"""How far the reading of an input has come, in bytes of its files: what is to come cannot be counted beforehand."""

from __future__ import annotations

import gzip
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import io
    from collections.abc import Iterable

    from kg.sources.paths import Place


class Reach:
    """Told by `read_sources` where it is; asked by whoever shows progress."""

    def __init__(self) -> None:
        self._total = self._done = self._size = 0
        self._handle: io.BufferedReader | None = None

    @property
    def share(self) -> float:
        """Between 0 and 1: of the bytes of all files those that are read."""
        return min(1.0, (self._done + self._position()) / self._total) if self._total else 0.0

    def begin(self, places: Iterable[Place]) -> None:
        """The files that will be read."""
        self._total = sum(_size(place) for place in places)

    def enter(self, place: Place) -> None:
        """The file before is done, this one begins."""
        self._done += self._size
        self._size, self._handle = _size(place), None

    def follow(self, handle: io.BufferedReader) -> None:
        """The open file that is read record by record."""
        self._handle = handle

    def _position(self) -> int:
        if self._handle is None:
            return 0
        if self._handle.closed:  # read to its end; workers may still be at it when there is no file after it
            return self._size
        raw = self._handle.raw
        compressed = getattr(raw, "fileobj", None) if isinstance(raw, gzip.GzipFile) else None
        with suppress(OSError, ValueError):
            return int((compressed or self._handle).tell())
        return 0


def _size(place: Place) -> int:
    with suppress(OSError):
        return place.path.stat().st_size
    return 0
