"""How figures get into Markdown: tables, and a file's part between two markers."""

from __future__ import annotations

import os
import platform
import sys
from typing import TYPE_CHECKING

from kg.builder.engines.processes import cores

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

END = "<!-- end -->"


def table(rows: Sequence[Sequence[str]], left: int = 1) -> str:
    """A table of Markdown; the first row is its head, the first columns stand to the left."""
    head, *rest = rows
    rule = ["---" if n < left else "--:" for n in range(len(head))]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rest))


def command(path: Path, *arguments: str) -> str:
    """The command that makes the figures, with the input's name only."""
    return f"`python tests/bench/{os.path.basename(sys.argv[0])} {' '.join((path.name, *arguments))}`"


def machine() -> str:
    return f"Python {platform.python_version()}, {cores()} cores"


def write_between(path: Path, name: str, text: str) -> None:
    """Replaces what stands in the file between `<!-- name -->` and the next `<!-- end -->`."""
    before, start, rest = path.read_text(encoding="utf-8").partition(f"<!-- {name} -->\n")
    old, end, after = rest.partition(END)
    if not (start and end):
        sys.exit(f"{path}: no <!-- {name} --> with an end")
    path.write_text(f"{before}{start}{text.rstrip()}\n{end}{after}", encoding="utf-8")
