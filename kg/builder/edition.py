"""What readings and output depend on beside the documents: code and words, and the libraries they use."""

from __future__ import annotations

import hashlib
import platform
import re
from functools import cache
from importlib.metadata import requires, version
from pathlib import Path
from typing import TYPE_CHECKING

import kg
from kg.resources import ontology_dir

if TYPE_CHECKING:
    from kg.lexicon import Lexicon
    from kg.model import Source

ROOMS = ("sources", "articles", "mentions", "facts", "lexicon", "model", "resolution", "record.py", "pipeline.py", "builder/packing.py")
LIBRARIES = ("ahocorasick-rs", "charset-normalizer", "jieba", "opencc-python-reimplemented")
SEPARATOR = b"\x00"
PARTS = frozenset({".py", ".toml", ".tsv", ".txt"})  # of kg's files: code and words


def key_of(source: Source, lex: Lexicon) -> bytes:
    """Sixteen bytes that are the same for the same document read by the same edition of kg with the same lexicon."""
    known = (
        edition(), lex.version, source.doc, source.sha256, source.title, str(source.published), source.paper,
        source.locality, str(source.markup), source.text,
    )
    digest = hashlib.blake2b(digest_size=16)
    for part in known:
        digest.update(part.encode("utf-8", "surrogatepass") + SEPARATOR)
    return digest.digest()


@cache
def edition() -> str:
    """A digest of all that reads: change a rule or a library, and every reading is another one."""
    root = Path(kg.__file__).parent
    digest = hashlib.blake2b(platform.python_version().encode(), digest_size=16)
    for name in LIBRARIES:
        digest.update(f"{name} {version(name)}".encode() + SEPARATOR)
    for room in ROOMS:
        found = root / room
        for path in sorted(found.rglob("*.py")) if found.is_dir() else [found]:
            digest.update(_named(path, root))
    return digest.hexdigest()


@cache
def installed() -> dict[str, str]:
    """What has to be the same on every machine that takes part in a build: Python, libraries, all of kg with its words."""
    root = Path(kg.__file__).parent
    digest = hashlib.blake2b(digest_size=6)
    for path in sorted(path for path in root.rglob("*") if path.suffix in PARTS):
        digest.update(_named(path, root))
    return {
        "Python": platform.python_version(),
        **{name: version(name) for name in LIBRARIES},
        "kg": f"{version('kg-newspaper')} ({digest.hexdigest()})",
    }


@cache
def whole() -> str:
    """A digest of all that makes the output: Python, every library that kg asks for, all files of kg and of its ontology."""
    digest = hashlib.blake2b(platform.python_version().encode(), digest_size=16)
    for line in sorted(requires("kg-newspaper") or ()):
        if "extra ==" not in line:
            name = re.split(r"[^\w.-]", line, maxsplit=1)[0]
            digest.update(f"{name} {version(name)}".encode() + SEPARATOR)
    for root in (Path(kg.__file__).parent, ontology_dir()):
        for path in sorted(path for path in root.rglob("*") if path.is_file() and "__pycache__" not in path.parts):
            digest.update(_named(path, root))
    return digest.hexdigest()


def _named(path: Path, root: Path) -> bytes:
    """What a file holds, with its name."""
    return path.relative_to(root).as_posix().encode() + SEPARATOR + path.read_bytes() + SEPARATOR
