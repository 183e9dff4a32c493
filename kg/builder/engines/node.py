"""What runs on a node of a cluster: the check that its kg is ours, and a batch, one at a time in a process."""

from __future__ import annotations

import hashlib
import pickle
import threading
import zlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kg.builder.edition import installed
from kg.errors import KgError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.builder.engines import Task

T = TypeVar("T")
R = TypeVar("R")
Words = tuple[tuple[str, bytes], ...]  # the files of a lexicon folder, by name

_turn = threading.Lock()  # words, grammars and clock belong to a process; threads would share them and be no faster


class OtherEditionError(KgError):
    """A node whose kg could read differently from ours."""


def run(function: Task[T, R], batch: bytes, ours: Mapping[str, str], words: Words | None) -> R:
    """The function's result for a batch, pickled and compressed. Raises OtherEditionError where this node is not installed like ours."""
    from distributed import get_worker  # noqa: PLC0415  # only where there is a cluster

    worker = get_worker()
    if told := difference(installed(), ours):
        raise OtherEditionError(f"{worker.address}: {told}")
    with _turn:
        extra = _unpacked(words, Path(worker.local_directory)) if words else None
        return function(pickle.loads(zlib.decompress(batch)), extra)  # noqa: S301  # a node runs what its scheduler sends it anyway


def difference(there: Mapping[str, str], ours: Mapping[str, str]) -> str:
    """What a node has and what we have, where that is not the same; empty where it is."""
    parts = (f"{name} {there.get(name, 'missing')}, here {value}" for name, value in ours.items() if there.get(name) != value)
    return "; ".join(parts)


def packed(folder: Path) -> Words:
    """The files of a lexicon folder that kg reads."""
    paths = (*folder.glob("*.toml"), *folder.glob("divisions.tsv"))
    return tuple((path.name, path.read_bytes()) for path in sorted(paths))


@cache
def _unpacked(words: Words, place: Path) -> Path:
    """A folder of these files in a place that ends with the worker."""
    digest = hashlib.blake2b(repr(words).encode(), digest_size=8)
    folder = place / f"kg-lexicon-{digest.hexdigest()}"
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in words:
        (folder / name).write_bytes(data)
    return folder
