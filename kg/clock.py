"""Where the time goes: seconds a stage took in this process, summed until taken."""

from __future__ import annotations

from collections import defaultdict
from contextlib import contextmanager
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_spent: defaultdict[str, float] = defaultdict(float)


@contextmanager
def timed(stage: str) -> Iterator[None]:
    """Adds the seconds that the block takes to the stage's sum."""
    start = perf_counter()
    try:
        yield
    finally:
        _spent[stage] += perf_counter() - start


def take() -> dict[str, float]:
    """The sums so far, which start again from nothing."""
    sums = dict(_spent)
    _spent.clear()
    return sums
