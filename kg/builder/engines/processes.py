"""Batches run by processes of this machine, or in this one where they are few."""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing import Lock, get_start_method
from typing import TYPE_CHECKING, TypeVar

from kg.clock import take
from kg.errors import KgError
from kg.parent import end_with_parent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from kg.builder.engines import Task

T = TypeVar("T")
R = TypeVar("R")
WORTH_A_POOL = 2  # batches below which starting processes takes longer than it saves


@dataclass(frozen=True, slots=True)
class Processes:
    """`workers` counts processes; None: one a core, and none where the batches are not worth one.

    `meanwhile` is what this process has to do while others work; with `apart` it leaves even the only batch to another one,
    where that has all that is loaded here.
    """

    workers: int | None
    lexicon: Path | None
    meanwhile: Callable[[], None] | None = None
    apart: bool = False

    def map(self, function: Task[T, R], batches: Iterable[tuple[T, ...]]) -> Iterator[R]:
        """Results in the order of the batches. KgError where a process is ended from outside."""
        batches = iter(batches)
        first = list(islice(batches, WORTH_A_POOL))
        if not first:
            return
        count = self.workers or (cores() if len(first) == WORTH_A_POOL else 1)
        apart = self.apart and self.workers is None and cores() > 1 and _forks()
        if count == 1 and not apart:
            yield from (function(batch, self.lexicon) for batch in chain(first, batches))
            return
        if count > 1:
            yield function(first[0][:1], self.lexicon)  # words and grammars are loaded by it: workers that are forked have them
            first[0] = first[0][1:]
        try:
            yield from self._pooled(count, function, chain(first, batches))
        except BrokenProcessPool:
            raise KgError("a worker process was ended from outside (out of memory?); the output is as it was") from None

    def _pooled(self, count: int, function: Task[T, R], batches: Iterable[tuple[T, ...]]) -> Iterator[R]:
        meanwhile = self.meanwhile or _nothing
        with ProcessPoolExecutor(count, initializer=_begin) as pool:
            waiting: deque[Future[R]] = deque()
            for batch in batches:
                waiting.append(pool.submit(function, batch, self.lexicon))
                if len(waiting) > 2 * count:
                    meanwhile()
                    yield waiting.popleft().result()
            meanwhile()
            while waiting:
                yield waiting.popleft().result()


def _forks() -> bool:
    """Whether a process can be forked here, and talked to: some sandboxes have no semaphores, and a small build needs none."""
    if get_start_method() != "fork":
        return False
    try:
        Lock()
    except (ImportError, OSError):
        return False
    return True


def _begin() -> None:
    """Begins a worker: it has the seconds of the process that it was forked from, and is not to tell them again."""
    end_with_parent()
    take()


def _nothing() -> None:
    """Nothing else is to be done."""


def cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
