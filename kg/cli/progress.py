"""How far a build has come: a line on a terminal, nothing where the output is piped."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Self

from rich.live import Live
from rich.text import Text

from kg.cli.console import trouble

if TYPE_CHECKING:
    from types import TracebackType


class Progress:
    """One line on standard error, redrawn when something has happened. It runs no thread: builds fork."""

    def __init__(self, *, shown: bool) -> None:
        console = trouble()
        self._live = Live(console=console, auto_refresh=False, transient=True) if shown and console.is_terminal else None
        self._start = monotonic()

    def __enter__(self) -> Self:
        if self._live:
            self._live.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._live:
            self._live.stop()

    def __call__(self, stage: str, articles: int) -> None:
        if self._live:
            seconds = max(monotonic() - self._start, 0.001)
            done = f"  {articles:,} articles, {articles / seconds:,.0f}/s" if articles else ""
            self._live.update(Text(f"{stage}{done}  {seconds:.0f} s"), refresh=True)
