"""What it costs to send batches to a cluster of two local workers, with Dask or with Ray.

    python tests/bench/engines.py dask|ray [--batches N]

Prints what the library and all that it needs take on disk, kg's own needs not counted where kg is installed; how long a
cluster takes from import to its first result; what a batch of 200,000 characters costs that is sent out, not read, and
answered with as many bytes as a packed reading has; and the memory of scheduler and workers before and after, pages
they share counted once (Linux). Seconds are of the clock.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import time
from collections import deque
from collections.abc import Callable
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

WORKERS = 2
TEXT = "县委书记周大川到石门镇调研夏粮收购工作，" * 10_000
ANSWER = os.urandom(400_000)  # packed readings are compressed: what an engine could compress again would flatter it
DISTRIBUTIONS = {"dask": "distributed", "ray": "ray"}


def empty(batch: str) -> bytes:
    """Runs in a worker."""
    assert len(batch) == len(TEXT) + 8
    return ANSWER


# ---------------------------------------------------------------- the two engines: submit, result, end
def dask() -> tuple[Callable[[str], Any], Callable[[Any], bytes], Callable[[], None]]:
    from distributed import Client, LocalCluster

    cluster = LocalCluster(n_workers=WORKERS, threads_per_worker=1, dashboard_address=None)
    client = Client(cluster)
    client.wait_for_workers(WORKERS)

    def end() -> None:
        client.close()
        cluster.close()

    return lambda batch: client.submit(empty, batch, pure=False), lambda future: future.result(), end


def ray() -> tuple[Callable[[str], Any], Callable[[Any], bytes], Callable[[], None]]:
    import ray

    ray.init(num_cpus=WORKERS, include_dashboard=False, log_to_driver=False)
    task = ray.remote(empty)
    return task.remote, ray.get, ray.shutdown


# ---------------------------------------------------------------- measures
def needed(name: str, known: frozenset[str] = frozenset()) -> dict[str, Distribution]:
    """A distribution and all that it needs here, extras and what is `known` left out."""
    found: dict[str, Distribution] = {}
    waiting = [name]
    while waiting:
        name = waiting.pop()
        key = re.sub(r"[-_.]+", "-", name).lower()
        if key in found or key in known:
            continue
        try:
            found[key] = distribution(name)
        except PackageNotFoundError:  # for another system or Python
            continue
        wanted = (line for line in found[key].requires or () if "extra ==" not in line)
        waiting += [re.match(r"[\w.-]+", line)[0] for line in wanted]
    return found


def megabytes(name: str) -> float:
    own = frozenset(needed("kg-newspaper"))
    paths = {d.locate_file(file) for d in needed(name, own).values() for file in d.files or ()}
    return sum(Path(path).stat().st_size for path in paths if Path(path).is_file()) / 1e6


def memory() -> float:
    """Megabytes of this process and all that came from it."""
    parents: dict[int, int] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(path.parent.name)] = int(path.read_text().rpartition(")")[2].split()[1])
        except OSError:  # it has ended
            continue
    mine = {os.getpid()}
    while more := {pid for pid, parent in parents.items() if parent in mine} - mine:
        mine |= more
    total = 0
    for pid in mine:
        try:
            rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
        except OSError:
            continue
        total += int(re.search(r"^Pss:\s+(\d+)", rollup, re.MULTILINE)[1])
    return total * 1024 / 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("engine", choices=DISTRIBUTIONS)
    parser.add_argument("--batches", type=int, default=300)
    options = parser.parse_args()
    before = memory()
    start = time.monotonic()
    submit, result, end = {"dask": dask, "ray": ray}[options.engine]()
    result(submit(f"{-1:08}{TEXT}"))
    ready = time.monotonic()
    idle = memory()
    waiting: deque[Any] = deque()
    for number in range(options.batches):
        waiting.append(submit(f"{number:08}{TEXT}"))
        if len(waiting) > 2 * WORKERS:
            assert len(result(waiting.popleft())) == len(ANSWER)
    while waiting:
        result(waiting.popleft())
    done = time.monotonic()
    busy = memory()
    end()
    ended = time.monotonic()
    version = distribution(DISTRIBUTIONS[options.engine]).version
    print(f"{options.engine} {version}, {WORKERS} workers, Python {sys.version.split()[0]}, {os.cpu_count()} cores")
    for what, value, unit in (
        ("on disk", megabytes(DISTRIBUTIONS[options.engine]), "MB"),
        ("import to first result", ready - start, "s"),
        ("a batch", (done - ready) / options.batches * 1000, "ms"),
        ("end", ended - done, "s"),
        ("memory when idle", idle - before, "MB"),
        (f"memory after {options.batches} batches", busy - before, "MB"),
    ):
        print(f"  {what:<28}{value:8,.1f} {unit}")


if __name__ == "__main__":
    main()
