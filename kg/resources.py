"""Where the files that come with kg lie: beside the package in a wheel, one level up in a checkout."""

from __future__ import annotations

from pathlib import Path

from kg.errors import KgError

PACKAGE = Path(__file__).resolve().parent


def ontology_dir() -> Path:
    """The folder with `kg.ttl`, `shapes.ttl` and `queries/`. Raises KgError where kg came without it."""
    for folder in (PACKAGE / "ontology", PACKAGE.parent / "ontology"):
        if (folder / "kg.ttl").is_file():
            return folder
    raise KgError("the ontology folder is missing: kg was installed incompletely; install it again")


def ontology_file(name: str) -> Path:
    """The path of one file of the ontology folder (`kg.ttl`, `queries/posts-of.rq`); KgError if it is not there."""
    path = ontology_dir() / name
    if not path.is_file():
        raise KgError(f"ontology: no file {name}")
    return path
