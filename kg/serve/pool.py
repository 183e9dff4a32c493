"""Worker processes, each with one job at a time; one that takes too long is killed and replaced."""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from kg.errors import KgError
from kg.serve.jobs import Answer, Job, plain
from kg.serve.worker import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kg.serve.limits import Limits

T = TypeVar("T")
LOOK = 0.25  # seconds between two looks for a worker
START = 120.0  # seconds that opening a graph may take
SPAWN = multiprocessing.get_context("spawn")  # a fork would copy the threads' locks


class _Worker:
    """One process. `since` is when its job began, `before` the processor time that it had spent by then."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self.since = self.before = 0.0
        self.preempted = False
        self.stamp = _stamp(path)
        self._channel, theirs = SPAWN.Pipe()
        self._process = SPAWN.Process(target=main, args=(theirs, str(path), limits), daemon=True)
        self._process.start()
        theirs.close()

    def wait_ready(self) -> None:
        """KgError with what is wrong with the graph."""
        try:
            trouble = self._channel.recv() if self._channel.poll(START) else "the graph takes too long to open"
        except EOFError:
            trouble = "a worker process ended while it opened the graph (out of memory?)"
        if trouble:
            self.kill()
            raise KgError(str(trouble))

    def begin(self) -> None:
        """Its job begins now."""
        self.since, self.before = time.monotonic(), self._processor()

    def spent(self) -> float:
        """Seconds of processor time of its job: on a busy machine good queries take long too."""
        return self._processor() - self.before

    def _processor(self) -> float:
        """Seconds of processor time of the process, of the clock where that cannot be had."""
        if sys.platform == "linux" and self._process.pid:
            with contextlib.suppress(OSError):
                return time.clock_gettime(~self._process.pid << 3 | 2)  # clock_getcpuclockid(3), as the C library makes it
        return time.monotonic()

    def ask(self, job: Job, seconds: float) -> Answer | None:
        """The answer; None past the time. EOFError where the process ended."""
        self._channel.send(job)
        if not self._channel.poll(seconds):
            return None
        answer: Answer = self._channel.recv()
        return answer

    def kill(self) -> None:
        self._process.kill()
        self._process.join()
        self._channel.close()

    @property
    def alive(self) -> bool:
        return self._process.is_alive()

    def stop_job(self) -> None:
        """Ends the process; the thread that waits for its answer sees the channel close."""
        self.preempted = True
        self._process.kill()


class Pool:
    """Answers jobs. Under pressure the patience with the longest-running query falls, so that others get their turn."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self.path, self.limits = path, limits
        self._idle: asyncio.Queue[_Worker] = asyncio.Queue()
        self._busy: set[_Worker] = set()
        self._all: set[_Worker] = set()
        self._closing = False
        self._tasks: set[asyncio.Task[None]] = set()
        self._threads = ThreadPoolExecutor(limits.workers * 2 + 2, thread_name_prefix="kg-serve")

    async def start(self) -> None:
        """Starts all workers; the first one alone, so that a store is made only once."""
        self._idle.put_nowait(await self._fresh())
        for worker in await asyncio.gather(*(self._fresh() for _ in range(self.limits.workers - 1))):
            self._idle.put_nowait(worker)

    async def close(self) -> None:
        """Ends all workers, idle or not."""
        self._closing = True
        for task in tuple(self._tasks):
            task.cancel()
        for worker in tuple(self._all):
            worker.stop_job()
        self._threads.shutdown(wait=True, cancel_futures=True)

    async def run(self, job: Job) -> Answer:
        """The answer of a job, or one that says why there is none."""
        worker = await self._worker()
        if worker is None:
            return plain(503, "busy: all workers are at work; try again")
        answer: Answer | None = None
        self._busy.add(worker)
        worker.begin()
        try:
            answer = await self._call(worker.ask, job, self.limits.seconds)
            return answer or plain(503, f"cut off: the query took longer than {self.limits.seconds:g} seconds")
        except (EOFError, OSError):
            return plain(503, self._why(worker))
        except asyncio.CancelledError:
            return plain(503, "the server is being ended")
        finally:
            self._busy.discard(worker)
            task = asyncio.create_task(self._give_back(worker, ok=answer is not None))
            self._tasks.add(task)  # else it could be collected before it ends
            task.add_done_callback(self._tasks.discard)

    def _why(self, worker: _Worker) -> str:
        if worker.preempted:
            return f"cut off after {self.limits.patience:g} seconds, as others were waiting; try again later or ask for less"
        return "the query ended its worker: it needs more memory than one may have here"

    async def _worker(self) -> _Worker | None:
        """An idle worker, first come, first served; None where none came free in time."""
        until = time.monotonic() + self.limits.queue
        coming = asyncio.ensure_future(self._idle.get())  # one for all looks: a new one would stand at the end of the queue
        try:
            while time.monotonic() < until:
                if (await asyncio.wait({coming}, timeout=LOOK))[0]:
                    return coming.result()
                self._preempt()
        except asyncio.CancelledError:
            if coming.done() and not coming.cancelled():
                self._idle.put_nowait(coming.result())
            raise
        finally:
            coming.cancel()
        return None

    def _preempt(self) -> None:
        running = [worker for worker in self._busy if not worker.preempted]
        oldest = min(running, key=lambda worker: worker.since, default=None)
        if oldest and oldest.spent() > self.limits.patience:
            oldest.stop_job()

    async def _give_back(self, worker: _Worker, *, ok: bool) -> None:
        """Puts it back; a new one in its place where it was stopped, or where the graph was built anew."""
        while not self._closing and (not ok or worker.preempted or worker.stamp != _stamp(self.path)):
            try:
                fresh = await self._fresh()
            except KgError:  # the graph is being replaced, or is broken now: the old one still answers
                if ok and worker.alive:
                    break
                await asyncio.sleep(1)
            else:
                self._all.discard(worker)
                await self._call(worker.kill)
                worker, ok = fresh, True
        self._idle.put_nowait(worker)

    async def _fresh(self) -> _Worker:
        worker = _Worker(self.path, self.limits)
        self._all.add(worker)
        try:
            await self._call(worker.wait_ready)
        except KgError:
            self._all.discard(worker)
            raise
        return worker

    async def _call(self, work: Callable[..., T], *args: object) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work, *args)


def _stamp(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return found.st_size, found.st_mtime_ns
