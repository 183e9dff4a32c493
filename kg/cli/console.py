"""What commands share on the terminal: answers, trouble, tables whose columns hold Chinese."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

UNBROKEN = 1_000_000  # columns of a console that breaks no line


def answers() -> Console:
    """Standard output."""
    return Console(highlight=False)


def trouble() -> Console:
    """Standard error."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def fail(message: object) -> None:
    """One line on standard error. The caller decides the exit code."""
    trouble().print(Text(f"kg: {message}"), style="red")


def hint(message: str) -> None:
    """One line on standard error that is no failure."""
    trouble().print(Text(f"kg: {message}"))


def say(line: str | Text) -> None:
    """One line on standard output, never broken and never taken for markup."""
    answers().print(line, soft_wrap=True, markup=False)


def show_table(columns: Sequence[str], rows: Iterable[Sequence[str]], *, console: Console | None = None) -> None:
    """Rows under each other, as wide as their Chinese is on the screen; broken to fit a terminal, whole when piped."""
    made = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for name in columns:
        made.add_column(name, overflow="fold")
    for row in rows:
        made.add_row(*(Text(cell) for cell in row))
    out = console or answers()
    if out.is_terminal:
        out.print(made)
        return
    wide = Console(width=UNBROKEN, highlight=False)
    with wide.capture() as captured:
        wide.print(made)
    lines = (line.rstrip() for line in captured.get().splitlines())
    print(*lines, sep="\n", file=sys.stderr if out.stderr else sys.stdout)  # the answer itself
