"""Seconds that a build takes until all is read, with so many workers: by the clock, and of the processor. Nothing is built of it.

    python tests/bench/reading.py PATH --workers N
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from kg.builder import Options, Step, build


class AllReadError(Exception):
    """The build has come to what follows reading."""


def until_read(path: Path, workers: int) -> tuple[float, float]:
    def watch(step: Step) -> None:
        if step.stage != "reading":
            raise AllReadError

    with tempfile.TemporaryDirectory() as folder, suppress(AllReadError):
        start, before = time.perf_counter(), sum(os.times()[:4])
        build([path], Path(folder) / "output", Options(workers=workers), watch)
    return time.perf_counter() - start, sum(os.times()[:4]) - before


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--workers", type=int, default=1)
    given = parser.parse_args()
    print(*until_read(given.path, given.workers))
