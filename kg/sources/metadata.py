"""What is known of a document from outside its text: `sources.toml`, dates as fields print them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from kg.model import Finding
from kg.record import record
from kg.sources.paths import METADATA_FILE, Place

if TYPE_CHECKING:
    from pathlib import Path

KEYS = ("published", "paper", "locality")
DATE = re.compile(r"\s*(\d{4})(?:[-/.年]\s*)(\d{1,2})(?:[-/.月]\s*)(\d{1,2})(?!\d)|\s*(\d{4})(\d{2})(\d{2})(?!\d)")


@record
class Metadata:
    published: date | None = None
    paper: str = ""
    locality: str = ""


@dataclass(slots=True)
class _Folder:
    entries: dict[str, Metadata] = field(default_factory=dict)
    complaints: list[Finding] = field(default_factory=list)


def parse_date(value: object) -> date | None:
    """The day that a date, `2018-11-16T09:30`, `2018/11/16`, `20181116` or `2018年11月16日` names; None for no day."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    match = DATE.match(value) if isinstance(value, str) else None
    if not match:
        return None
    year, month, day = (int(part) for part in match.groups() if part)
    try:
        return date(year, month, day)
    except ValueError:
        return None


class MetadataBook:
    """The `sources.toml` files met so far, each read once."""

    def __init__(self, default: Metadata) -> None:
        self._default = default
        self._folders: dict[Path, _Folder] = {}

    def of(self, place: Place) -> tuple[Metadata, list[Finding]]:
        """What is known of a file, and complaints about the `sources.toml` files that are read for it first.

        The file's own folder speaks first (by file name), then each folder up to the input folder (by path).
        """
        known, complaints = self._default, []
        folder = place.path.parent
        while True:
            entries, new = self._folder(folder)
            complaints += new
            entry = entries.get(place.path.relative_to(folder).as_posix())
            if entry and known is self._default:
                known = Metadata(
                    entry.published or known.published, entry.paper or known.paper, entry.locality or known.locality
                )
            if folder in (place.folder, folder.parent):
                return known, complaints
            folder = folder.parent

    def _folder(self, folder: Path) -> tuple[dict[str, Metadata], list[Finding]]:
        if folder in self._folders:
            return self._folders[folder].entries, []
        found = self._folders[folder] = _Folder()
        path = folder / METADATA_FILE
        if path.exists():
            _read_into(found, path)
        return found.entries, found.complaints


def _read_into(found: _Folder, path: Path) -> None:
    def complain(message: str) -> None:
        found.complaints.append(Finding(kind="metadata", message=f"{path}: {message}", file=str(path)))

    try:
        tables = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        complain(str(error))
        return
    for name, table in tables.items():
        if not isinstance(table, dict):
            complain(f'{name} is not a table; write ["{name}"] and its keys below')
            continue
        if not (path.parent / name).is_file():
            complain(f'["{name}"]: no such file in this folder')
        values: dict[str, date | str | None] = {}
        for key, value in table.items():
            if key not in KEYS:
                complain(f'["{name}"] {key}: no such key; the keys are {", ".join(KEYS)}')
            elif key == "published" and parse_date(value) is None:
                complain(f'["{name}"] published: {value!r} is not a day')
            elif key != "published" and not isinstance(value, str):
                complain(f'["{name}"] {key}: {value!r} is not text')
            else:
                values[key] = parse_date(value) if key == "published" else str(value).strip()
        found.entries[name] = Metadata(**values)  # type: ignore[arg-type]  # checked key by key above
