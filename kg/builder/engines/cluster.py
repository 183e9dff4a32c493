"""Batches run by the workers of a Dask cluster: one that is there, or one of this machine that ends with the build.

Dask finds workers, sends tasks and sends them again where a worker ends. What is done here: no more batches are out than
the workers can begin soon; a node with another kg is refused; and of a batch that ends its workers again and again, each
item is given out alone, so that only the one to blame is lost.
"""

from __future__ import annotations

import pickle
import zlib
from concurrent.futures import CancelledError
from contextlib import ExitStack
from itertools import chain
from typing import TYPE_CHECKING, Any, Self, TypeVar

from kg.builder.edition import installed
from kg.builder.engines import Lost
from kg.builder.engines.node import OtherEditionError, Words, difference, packed, run
from kg.builder.engines.processes import cores
from kg.errors import KgError

try:
    import dask
    from distributed import Client, Future, KilledWorker, LocalCluster, wait
    from distributed.comm import get_address_host_port
    from distributed.core import coerce_to_address
except ImportError:
    raise KgError("the engine dask needs distributed: pip install 'kg-newspaper[dask]'") from None

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from types import TracebackType

    from kg.builder.engines import Task

T = TypeVar("T")
R = TypeVar("R")
AHEAD = 2  # batches out for each worker: one that it runs, one that it finds when it is done
LOOK, PATIENCE = 5, 60  # seconds between two looks for workers, and how long there may be none
NO_LOG = {"distributed.admin.low-level-log-length": 0}  # or the last thousand messages are kept, batches and all
GONE = (CancelledError, OSError)  # of the scheduler: Dask's own errors of connections are OSErrors


class Cluster:
    """`address` of a scheduler; None: the one that Dask's configuration names (DASK_SCHEDULER_ADDRESS), or else
    `workers` processes of this machine, by default one a core. Nothing is started before there is a first batch.
    """

    def __init__(self, address: str | None, workers: int | None, lexicon: Path | None) -> None:
        self._address: str | None = address or dask.config.get("scheduler-address", None)
        if self._address and workers:
            raise KgError(f"workers: the cluster {self._address} has its own; give either")
        self._workers = workers or cores()
        self._lexicon = lexicon
        self._client: Client | None = None
        self._words: Future | None = None
        self._open = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._open.close()

    def map(self, function: Task[T, R], batches: Iterable[tuple[T, ...]]) -> Iterator[R | Lost[T]]:
        """Results as they come. KgError where the cluster cannot be used or is gone."""
        batches = iter(batches)
        first = next(batches, None)
        if first is None:
            return
        try:
            client = self._joined()
            yield from self._mapped(client, function, chain([first], batches))
        except OtherEditionError as error:
            raise KgError(f"a worker of the cluster has another kg than this build: {error}") from None
        except (ImportError, AttributeError) as error:  # kg or a part of it is not on the node, or another one
            raise KgError(f"a worker of the cluster cannot run this kg: {error}") from None
        except GONE as error:
            where = self._address or "of this machine"
            raise KgError(f"the cluster {where} is gone: {error}; the output is as it was") from None

    def _mapped(self, client: Client, function: Task[T, R], batches: Iterable[tuple[T, ...]]) -> Iterator[R | Lost[T]]:
        waiting: dict[Future, tuple[T, ...]] = {}
        broken: list[tuple[T, ...]] = []
        for batch in batches:
            waiting[self._sent(client, function, batch)] = batch
            while len(waiting) >= AHEAD * max(1, len(client.ncores())):  # workers come and go
                yield from _arrived(client, waiting, broken)
        while waiting:
            yield from _arrived(client, waiting, broken)
        for item in chain.from_iterable(broken):  # nothing else is out now, so that no other batch can be to blame
            alone: dict[Future, tuple[T, ...]] = {self._sent(client, function, (item,)): (item,)}
            lost: list[tuple[T, ...]] = []
            yield from _arrived(client, alone, lost)
            if lost:
                yield Lost(item, "each worker that was given it ended (out of memory?)")

    def _sent(self, client: Client, function: Task[T, R], batch: tuple[T, ...]) -> Future:
        """As bytes, of which the scheduler makes no objects; a hundredth of the time of reading halves what is sent."""
        return client.submit(run, function, zlib.compress(pickle.dumps(batch), 1), installed(), self._words, pure=False)

    def _joined(self) -> Client:
        """The client, whose workers are known to be good, and the lexicon sent."""
        if self._client is None:
            self._open.enter_context(dask.config.set(NO_LOG))
            client = self._open.enter_context(self._at(self._address) if self._address else self._here())
            _check(client)
            if self._lexicon:  # a task's result, so that it goes once to each worker, and is made again if that ends
                self._words = client.submit(_same, packed(self._lexicon), pure=False)
            self._client = client
        return self._client

    def _at(self, address: str) -> Client:
        try:
            get_address_host_port(coerce_to_address(address))  # a client made with no address at all takes a minute to end
            return Client(address, set_as_default=False, name="kg")
        except (OSError, ValueError) as error:
            raise KgError(f"cluster {address}: no Dask scheduler answers there ({error})") from None

    def _here(self) -> Client:
        cluster = self._open.enter_context(
            LocalCluster(n_workers=self._workers, threads_per_worker=1, processes=True, dashboard_address="127.0.0.1:0")
        )
        return Client(cluster, set_as_default=False, name="kg")


def _arrived(client: Client, waiting: dict[Future, tuple[T, ...]], broken: list[tuple[T, ...]]) -> Iterator[Any]:
    """The results that are there, at least one; batches that ended their workers go to `broken`."""
    for future in _done(client, waiting):
        batch = waiting.pop(future)
        try:
            yield future.result()
        except KilledWorker:
            broken.append(batch)


def _done(client: Client, waiting: dict[Future, tuple[T, ...]]) -> set[Future]:
    """Futures that are done. Raises KgError where there has been no worker for a minute."""
    alone = 0
    while True:
        try:
            with client.as_current():
                found: set[Future] = wait(list(waiting), timeout=LOOK, return_when="FIRST_COMPLETED").done
        except TimeoutError:
            alone = 0 if client.ncores() else alone + LOOK
            if alone >= PATIENCE:
                raise KgError(f"the cluster has had no worker for {PATIENCE} seconds; the output is as it was") from None
        else:
            return found


def _check(client: Client) -> None:
    """Raises KgError where kg is not on the scheduler, which has to know our functions by name, or is another on a worker."""
    try:
        client.run_on_scheduler(installed)
    except (ImportError, AttributeError) as error:
        raise KgError(f"the scheduler of the cluster cannot run this kg: {error}; install kg there too") from None
    for worker, there in client.run(installed, on_error="return").items():
        if isinstance(there, Exception):
            raise KgError(f"worker {worker} cannot run this kg: {type(there).__name__}: {there}")
        if told := difference(there, installed()):
            raise OtherEditionError(f"{worker}: {told}")


def _same(words: Words) -> Words:
    return words
