"""What a build can be told."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from kg.errors import KgError
from kg.lexicon import Lexicon, default_lexicon
from kg.pipeline import BASE_IRI

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

EngineName = Literal["processes", "dask"]


@dataclass(frozen=True, slots=True)
class Options:
    """`workers` counts processes; None: as many as there are cores, and no more than the input is worth.

    `fresh`: no reading of an earlier build is used. `engine`: what reads; with "dask", `cluster` is the address of a
    scheduler, None: the one that Dask's configuration names, or else `workers` processes of this machine.
    """

    published: date | None = None
    locality: str | None = None
    lexicon: Path | None = None
    judgements: Path | None = None
    base_iri: str = BASE_IRI
    workers: int | None = None
    fresh: bool = False
    engine: EngineName = "processes"
    cluster: str | None = None

    def __post_init__(self) -> None:
        iri = urlsplit(self.base_iri)
        if iri.scheme not in ("http", "https", "urn") or self.base_iri[-1] not in "/#:" or any(
            c in '<>"{}|^`\\' or c <= " " for c in self.base_iri
        ):
            raise KgError(f"base IRI {self.base_iri!r}: give an http(s) or urn IRI that ends in / or # or :")
        if self.workers is not None and self.workers < 1:
            raise KgError(f"workers: {self.workers} is less than 1")
        if self.cluster is not None and self.engine != "dask":
            raise KgError(f"cluster {self.cluster}: only the engine dask works on a cluster")
        if self.cluster is not None and self.workers is not None:
            raise KgError(f"workers: the cluster {self.cluster} has its own; give either")
        for path, what in ((self.lexicon, "folder"), (self.judgements, "file")):
            if path and not (path.is_dir() if what == "folder" else path.is_file()):
                raise KgError(f"{path}: no such {what}")

    def described(self) -> dict[str, str | None]:
        """What of it can change the output, for build.json."""
        return {
            "published": self.published.isoformat() if self.published else None,
            "locality": self.locality,
            "base_iri": self.base_iri,
            "judgements": hashlib.sha256(self.judgements.read_bytes()).hexdigest() if self.judgements else None,
        }


@cache
def lexicon(extra: Path | None) -> Lexicon:
    """The lexicon of kg with the user's own folder, read once a process."""
    return Lexicon(extra) if extra else default_lexicon()
