"""Where batches are run: by processes of this machine, or by the workers of a Dask cluster."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from kg.builder.engines.processes import Processes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.builder.options import Options

T = TypeVar("T")
R = TypeVar("R")
Task = Callable[[tuple[T, ...], Path | None], R]  # of a batch, and of the user's own lexicon folder where the task runs


@dataclass(frozen=True, slots=True)
class Lost(Generic[T]):
    """What could not be run: every worker that was given this item ended. `reason` is for people."""

    item: T
    reason: str


class Engine(Protocol):
    """Runs a function over batches, a few of them in flight, so that memory does not grow with their number."""

    def map(self, function: Task[T, R], batches: Iterable[tuple[T, ...]]) -> Iterator[R | Lost[T]]:
        """What the function gives for each batch, in any order; Lost for an item that ends the workers it is given to.

        The function is one of kg's own, by whose name a worker finds it. What it raises ends the iteration.
        """
        ...


@contextmanager
def engine_of(options: Options, meanwhile: Callable[[], None] | None = None, *, apart: bool = False) -> Iterator[Engine]:
    """The engine that these options name, open for as long as the block runs. Raises KgError where it cannot be had.

    `meanwhile`, `apart`: as in Processes; a cluster has no use for them.
    """
    if options.engine == "processes":
        yield Processes(options.workers, options.lexicon, meanwhile, apart)
        return
    from kg.builder.engines.cluster import Cluster  # noqa: PLC0415  # an extra, and half a second to import

    with Cluster(options.cluster, options.workers, options.lexicon) as cluster:
        yield cluster
