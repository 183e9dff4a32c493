"""What commands share on the terminal: one console for answers, one for trouble, tables, colours of kinds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

PIPED_WIDTH = 100  # of a table that goes to a file or a pipe, so that it is the same everywhere


def answers() -> Console:
    """Standard output: coloured on a terminal, plain and of one width when piped."""
    console = Console(highlight=False, soft_wrap=False)
    return console if console.is_terminal else Console(highlight=False, width=PIPED_WIDTH)


def trouble() -> Console:
    """Standard error."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def fail(message: object) -> None:
    """One line on standard error. The caller decides the exit code."""
    trouble().print(Text(f"kg: {message}"), style="red")


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """A table whose columns are as wide as their Chinese is on the screen."""
    made = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for name in columns:
        made.add_column(name, overflow="fold")
    for row in rows:
        made.add_row(*(Text(cell) for cell in row))
    return made
