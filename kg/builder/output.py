"""Output that is written beside and moved into place, so that a killed build leaves the last good one.

All files are written to `.kg-new` inside the output folder; renaming that folder to `.kg-ready` is the
one step that decides. Then the files move up one by one; if a kill falls between two moves, the next
command that looks at the folder finishes them (`settle`).
"""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kg.errors import KgError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

try:
    import fcntl
except ImportError:  # not on Windows, where two builds into one folder are not kept apart
    fcntl = None  # type: ignore[assignment]

NEW, READY = ".kg-new", ".kg-ready"


def check_writable(folder: Path) -> None:
    """Raises KgError before any work is done where the output could not be written."""
    existing = next(p for p in (folder, *folder.absolute().parents) if p.exists())
    if not existing.is_dir():
        raise KgError(f"{existing}: is not a folder, so the output cannot go there")
    if not os.access(existing, os.W_OK | os.X_OK):
        raise KgError(f"{existing}: no permission to write there")


@contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """A folder to write to; when the block ends well its files are moved to `folder`, together."""
    folder.mkdir(parents=True, exist_ok=True)
    with _locked(folder, wait=True):
        _finish(folder)
        new = folder / NEW
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir()
        try:
            yield new
            for path in new.iterdir():
                _flush(path)
        except BaseException:
            shutil.rmtree(new, ignore_errors=True)
            raise
        new.rename(folder / READY)
        _finish(folder)


def settle(folder: Path) -> None:
    """Finishes the moves of a build that was killed between two of them; leaves a running build alone."""
    if (folder / READY).is_dir():
        with _locked(folder, wait=False) as held:
            if held:
                _finish(folder)


def _finish(folder: Path) -> None:
    ready = folder / READY
    if ready.is_dir():
        for path in sorted(ready.iterdir()):
            path.replace(folder / path.name)
        ready.rmdir()


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


@contextmanager
def _locked(folder: Path, *, wait: bool) -> Iterator[bool]:
    """Whether the lock on the folder is held; a killed process lets go of it by itself."""
    if fcntl is None:
        yield True
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        yield _lock(handle, wait=wait)
    finally:
        os.close(handle)


def _lock(handle: int, *, wait: bool) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    return True
