"""A process that answers jobs, one after the other, and can be killed at any time: it only reads."""

from __future__ import annotations

import contextlib
import signal
from pathlib import Path
from typing import TYPE_CHECKING

from kg.ask import open_store
from kg.errors import KgError
from kg.parent import end_with_parent
from kg.serve.jobs import Answer, Job, perform, plain

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from kg.serve.limits import Limits

try:
    import resource
except ImportError:  # not on Windows, where memory is not bounded
    resource = None  # type: ignore[assignment]


def main(channel: Connection, path: str, limits: Limits) -> None:
    """Opens the graph, says that it is ready, answers until the channel closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends it
    end_with_parent()
    try:
        store = open_store(Path(path))
    except KgError as error:
        channel.send(str(error))
        return
    _bound_memory(limits.memory)
    channel.send("")
    with contextlib.suppress(EOFError, BrokenPipeError):
        while True:
            job: Job = channel.recv()
            channel.send(_answer(store, job, limits))


def _answer(store: object, job: Job, limits: Limits) -> Answer:
    try:
        return perform(store, job, limits.answer)  # type: ignore[arg-type]  # a Store
    except MemoryError:
        return plain(503, "the query needs more memory than one may have here")


def _bound_memory(size: int) -> None:
    if resource is not None:
        used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_DATA, (used + size, used + size))
