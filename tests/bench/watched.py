"""A command with an eye on it: how long it took, how much memory it and what it started had, and an end to it where that is too much."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

OFTEN = 0.25  # seconds between two looks


class TooMuchError(Exception):
    """The command was ended."""


@dataclass(frozen=True)
class Limits:
    memory: float = float("inf")  # bytes
    seconds: float = float("inf")


@dataclass(frozen=True)
class Cost:
    seconds: float  # by the clock
    processor: float  # seconds of all processes added up: what else the machine does counts little
    memory: float  # bytes, the largest sum; 0 where no one tells


def run(command: list[str], limits: Limits) -> Cost:
    """Runs it to its end.

    Raises TooMuchError past a limit, with all processes ended, and CalledProcessError for an exit code other than 0.
    """
    start, before, most = time.monotonic(), os.times(), 0
    process = subprocess.Popen(command, start_new_session=True)
    try:
        while process.poll() is None:
            looked = time.monotonic()
            most = max(most, pages_of(process.pid))
            _check(most, looked - start, limits)
            # the more memory, the longer a look takes: it must not become what is measured
            time.sleep(max(OFTEN, 20 * (time.monotonic() - looked)))
    except BaseException:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    after = os.times()
    processor = after.children_user - before.children_user + after.children_system - before.children_system
    return Cost(time.monotonic() - start, processor, most)


def _check(memory: float, seconds: float, limits: Limits) -> None:
    if memory > limits.memory:
        raise TooMuchError(f"more than {limits.memory / 1e9:g} GB")
    if seconds > limits.seconds:
        raise TooMuchError(f"more than {limits.seconds / 60:g} minutes")


def pages_of(group: int) -> int:
    """The memory of the processes of a group, pages they share counted once."""
    size = 0
    for path in Path("/proc").glob("[0-9]*"):
        try:
            if os.getpgid(int(path.name)) == group:
                rollup = (path / "smaps_rollup").read_text()
                size += next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
        except (OSError, StopIteration):  # it has ended
            continue
    return size * 1024
