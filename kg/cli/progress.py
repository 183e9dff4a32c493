"""How far a build has come: a line on a terminal, nothing where the output is piped."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Self

from rich.live import Live
from rich.text import Text

from kg.cli.console import trouble

if TYPE_CHECKING:
    from types import TracebackType

    from kg.builder import Step

SOON = 0.02  # of the input, before which no time left is told


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

    def __call__(self, step: Step) -> None:
        if self._live:
            self._live.update(Text(told(step, monotonic() - self._start)), refresh=True)


def told(step: Step, seconds: float) -> str:
    """The line: `reading  5,120 articles, 205/s, 2 left out, 25 s, about 24 s left`."""
    parts = []
    if step.articles:
        parts = [f"{step.articles:,} articles", f"{step.articles / max(seconds, 0.001):,.0f}/s"]
    if step.left_out:
        parts.append(f"{step.left_out:,} left out")
    parts.append(f"{seconds:.0f} s")
    if step.share > SOON:
        parts.append(f"about {seconds * (1 - step.share) / step.share:.0f} s left")
    return f"{step.stage}  {', '.join(parts)}"
