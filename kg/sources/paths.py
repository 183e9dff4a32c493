"""Which files the inputs mean, and the name each goes by."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from kg.model import Finding
from kg.record import record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

METADATA_FILE = "sources.toml"
TEXT, MARKUP, JSON_LINES, TABLE = (".txt",), (".html", ".htm"), (".jsonl", ".jsonl.gz"), (".csv",)
SUFFIXES = (*TEXT, *MARKUP, *JSON_LINES, *TABLE)


@record
class Place:
    """One file to read. `folder` is the input folder it was found under, or its own."""

    path: Path
    doc: str
    folder: Path

    @property
    def records(self) -> bool:
        return self.path.name.lower().endswith((*JSON_LINES, *TABLE))

    @property
    def markup(self) -> bool:
        return self.path.name.lower().endswith(MARKUP)

    def finding(self, kind: str, message: str) -> Finding:
        """A finding about this file; `message` says what is wrong and where."""
        return Finding(kind=kind, message=f"{self.path}: {message}", file=str(self.path))


def find_places(paths: Sequence[Path]) -> tuple[list[Place], list[Finding]]:
    """The files that `paths` mean, each once, in order of their names, and findings for what is not there.

    A file's name is its path under its input folder. Where two files would have the same name, both get as
    many folders of their full path in front as it takes to tell them apart: the order of inputs is no matter.
    """
    places: dict[Path, Place] = {}
    findings: list[Finding] = []
    for path in paths:
        for item in _look(path):
            if isinstance(item, Finding):
                findings.append(item)
            else:
                places.setdefault(item.path.resolve(), item)
    return sorted(_told_apart(places), key=lambda place: place.doc), findings


def _look(path: Path) -> Iterator[Place | Finding]:
    if path.is_dir():
        yield from _look_into(path)
    elif not path.exists():
        yield Finding(kind="missing", message=f"{path}: no such file or folder", file=str(path))
    elif not path.name.lower().endswith(SUFFIXES):
        known = " ".join(SUFFIXES)
        yield Finding(kind="unknown-format", message=f"{path}: not one of {known}", file=str(path))
    else:
        yield Place(path, path.name, path.parent)


def _look_into(folder: Path) -> Iterator[Place | Finding]:
    errors: list[OSError] = []
    found = False
    for root, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                path = Path(root, name)
                found = True
                yield Place(path, path.relative_to(folder).as_posix(), folder)
    for error in errors:
        yield Finding(kind="unreadable", message=f"{error.filename}: {error.strerror}", file=str(error.filename))
    if not found and not errors:
        yield Finding(kind="empty", message=f"{folder}: no file to read in this folder", file=str(folder))


def _told_apart(places: dict[Path, Place]) -> list[Place]:
    docs = {full: place.doc for full, place in places.items()}
    while clashes := {doc for doc, n in Counter(docs.values()).items() if n > 1}:
        for full in [full for full, doc in docs.items() if doc in clashes]:
            docs[full] = "/".join(full.parts[-len(docs[full].split("/")) - 1 :]).lstrip("/")
    return [Place(place.path, docs[full], place.folder) for full, place in places.items()]
