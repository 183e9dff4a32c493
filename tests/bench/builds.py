"""Whole builds of real articles: the first one, the next with one document in a hundred new, and how both grow.

    python tests/bench/builds.py PATH [--documents N ...] [--write FILE]

PATH is JSON lines, gzipped. Each build is `kg build` in a process of its own, with as many workers as there are cores;
seconds are of the clock. Memory is the largest sum over the build and its workers, looked at four times a second, pages
they share counted once (Linux; elsewhere left out). jieba.cut is one pass over the same text in one process. Use the
ratios: they are of one run on one machine.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from speed import segment

from kg.model import Source
from kg.sources import read_sources

NEW = 100  # one document in so many is new to the second build
READING = ("sources", "articles", "mentions", "facts", "packing", "keeping")


@dataclass(frozen=True)
class Build:
    seconds: float
    memory: float  # bytes
    stages: dict[str, float]
    counts: dict[str, int]


def pages_of(group: int) -> int:
    """The memory of the processes of a group."""
    size = 0
    for path in Path("/proc").glob("[0-9]*"):
        try:
            if os.getpgid(int(path.name)) == group:
                rollup = (path / "smaps_rollup").read_text()
                size += next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
        except (OSError, StopIteration):  # it has ended
            continue
    return size * 1024


def run(source: Path, output: Path) -> Build:
    start, memory = time.monotonic(), 0
    command = [sys.executable, "-m", "kg.cli", "build", str(source), "-q", "-o", str(output)]
    process = subprocess.Popen(command, start_new_session=True)
    while process.poll() is None:
        memory = max(memory, pages_of(process.pid))
        time.sleep(0.25)
    seconds = time.monotonic() - start
    if process.returncode:
        sys.exit(f"kg build ended with {process.returncode}")
    report = json.loads((output / "build.json").read_text(encoding="utf-8"))
    return Build(seconds, memory, report["timings"], report["counts"])


def same(one: Path, other: Path) -> bool:
    return all((one / name).read_bytes() == (other / name).read_bytes() for name in ("graph.ttl", "graph.html"))


def measured(path: Path, documents: int, folder: Path) -> dict[str, str]:
    """One column of the table."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        lines = list(itertools.islice(file, documents))
    source = folder / "articles.jsonl"
    source.write_text("".join(line for n, line in enumerate(lines) if n % NEW), encoding="utf-8")
    run(source, folder / "kept")
    source.write_text("".join(lines), encoding="utf-8")
    second = run(source, folder / "kept")
    first = run(source, folder / "clean")
    texts = [s for s in read_sources([source]) if isinstance(s, Source)]
    cut = segment(texts)
    characters = sum(len(s.text) for s in texts)
    rest = {stage: seconds for stage, seconds in first.stages.items() if stage not in READING and stage != "total"}
    return {
        "articles": f"{first.counts['articles']:,}",
        "characters": f"{characters:,}",
        "triples": f"{first.counts['triples']:,}",
        "first build": f"{first.seconds:.1f} s",
        "· characters a second": f"{characters / first.seconds:,.0f}",
        "· against one jieba.cut pass": f"{first.seconds / cut:.2f} of its time",
        "· reading, all workers added up": f"{sum(first.stages[s] for s in READING):.1f} s",
        **{f"· {stage}": f"{seconds:.1f} s" for stage, seconds in rest.items()},
        "· memory at most": f"{first.memory / 1e6:,.0f} MB" if first.memory else "",
        "second build, 1 in 100 new": f"{second.seconds:.1f} s",
        "· against the first": f"{second.seconds / first.seconds:.0%} of its time",
        "· same bytes as a clean build": "yes" if same(folder / "kept", folder / "clean") else "NO",
        "· memory at most ": f"{second.memory / 1e6:,.0f} MB" if second.memory else "",
        "readings kept, on disk": f"{(folder / 'clean' / '.kg' / 'readings.db').stat().st_size / 1e6:.1f} MB",
    }


def table(columns: list[dict[str, str]]) -> str:
    rows = [[name, *(column[name] for column in columns)] for name in columns[0]]
    head = rows.pop(0)
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---", *("--:" for _ in columns)], *rows))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--documents", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--write", type=Path, help="a Markdown file, whose part between the markers is replaced")
    options = parser.parse_args()
    columns = []
    for documents in options.documents:
        with tempfile.TemporaryDirectory() as folder:
            columns.append(measured(options.path, documents, Path(folder)))
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    told = f"{table(columns)}\n\n{options.path.name}, Python {platform.python_version()}, {cores} cores.\n"
    print(told)
    if options.write:
        before, _, rest = options.write.read_text(encoding="utf-8").partition("<!-- table -->\n")
        after = rest.partition("<!-- end -->")[2]
        options.write.write_text(f"{before}<!-- table -->\n{told}<!-- end -->{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
