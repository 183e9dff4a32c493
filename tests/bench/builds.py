"""Whole builds of real articles at several sizes: time by stage, memory, the page and the questions; and the next build, with few articles new.

    python tests/bench/builds.py PATH [--sizes 1000 1x 10x] [--write FILE] [--plot FILE]

PATH is anything that `kg build` reads. A size is a number of documents or, with an x, so many times all of PATH; what PATH does not hold
is made of it by `copies.py`, with other people and places. Each build is `kg build` in a process of its own, with as many workers as
there are cores; seconds are of the clock. Memory is the largest sum over the build and its workers, looked at up to four times a second,
pages they share counted once (Linux; elsewhere left out). jieba.cut is one pass over the same text in one process. Use the
ratios: they are of one run on one machine.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import jieba
from ask import embedded
from bench.asked import asked_of
from copies import as_they_are, copies, look_through, write
from opening import opening
from told import command, machine, table, write_between
from watched import Cost, Limits, TooMuchError, run

from kg.ask import open_store
from kg.model import Source
from kg.sources import read_sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Records = Callable[[], Iterator[dict[str, str]]]

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
NEW = 100  # one document in so many is new to the second build
IDLE = 0.9  # of the clock's seconds that one worker has the processor, where nothing else wants it
READING = ("sources", "articles", "mentions", "facts", "pages", "packing", "keeping")


@dataclass(frozen=True)
class Build:
    cost: Cost
    stages: dict[str, float]
    counts: dict[str, int]


@dataclass
class Column:
    """What is known of one size: values for the plot, and cells of the two tables."""

    documents: int
    values: dict[str, float] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)
    stages: dict[str, str] = field(default_factory=dict)
    first: Cost | None = None


def build(source: Path, output: Path, limits: Limits) -> Build:
    cost = run([sys.executable, "-m", "kg.cli", "build", str(source), "-q", "-o", str(output)], limits)
    report = json.loads((output / "build.json").read_text(encoding="utf-8"))
    return Build(cost, report["timings"], report["counts"])


def same(one: Path, other: Path) -> bool:
    return all((one / name).read_bytes() == (other / name).read_bytes() for name in ("graph.ttl", "graph.html"))


def first_build(column: Column, source: Path, output: Path, characters: int, limits: Limits) -> None:
    """A build of everything, and what reads its graph."""
    first = build(source, output, limits)
    cut = cut_pass([s.text for s in read_sources([source]) if isinstance(s, Source)])
    cost = first.cost
    column.first = cost
    column.values |= {"first build": cost.seconds, "jieba.cut": cut.seconds, "memory": cost.memory}
    column.cells |= {
        "triples": f"{first.counts['triples']:,}",
        "contradictions": f"{first.counts['contradictions']:,}",
        "first build": f"{cost.seconds:.1f} s",
        "· processor time": f"{cost.processor:.1f} s",
        "· against one jieba.cut pass": f"{cost.seconds / cut.seconds:.2f} of its time",
        "· processor time against it": f"{cost.processor / cut.processor:.2f}",
        "· characters a second": f"{characters / cost.seconds:,.0f}",
        "· a thousand articles": f"{cost.seconds / column.documents * 1000:.1f} s",
        "· memory at most": told_memory(cost),
    }
    stages = {"reading, all workers added up": sum(first.stages[s] for s in READING)}
    stages |= {f"· {stage}": first.stages[stage] for stage in READING}
    stages |= {stage: seconds for stage, seconds in first.stages.items() if stage not in READING and stage != "total"}
    column.stages = {stage: f"{seconds:.1f} s · {characters / max(seconds, 0.001) / 1000:,.0f}" for stage, seconds in stages.items()}


def told_memory(cost: Cost) -> str:
    return f"{cost.memory / 1e6:,.0f} MB" if cost.memory else "–"


def cut_pass(texts: list[str]) -> Cost:
    """jieba.cut over the same text, loaded before."""
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    start, before = time.perf_counter(), time.process_time()
    for text in texts:
        for _ in tokenizer.cut(text):
            pass
    return Cost(time.perf_counter() - start, time.process_time() - before, 0)


def workers(column: Column, source: Path, turns: int) -> None:
    """Reading with one worker and with two, alternating, the better of each kept: something else may be using the machine."""
    runs = [(_reading(source, 1), _reading(source, 2)) for _ in range(turns)]
    (one, one_processor), (two, two_processor) = (min(run[n] for run in runs) for n in (0, 1))
    column.cells |= {
        # one worker alone keeps one core, or someone else has taken it
        "reading, 2 workers against 1": f"{one / two:.2f} times as fast" if one_processor > IDLE * one else "the machine was busy",
        "· processor time of 2 against 1": f"{two_processor / one_processor:.2f}",
    }


def _reading(source: Path, count: int) -> tuple[float, float]:
    done = subprocess.run(
        [sys.executable, str(HERE / "reading.py"), str(source), "--workers", str(count)], capture_output=True, text=True, check=True
    )
    seconds, processor = done.stdout.split()
    return float(seconds), float(processor)


def second_build(column: Column, source: Path, records: Records, folder: Path, limits: Limits) -> None:
    """The same articles, of which one in a hundred was not there before."""
    write(source, (r for n, r in enumerate(records()) if n % NEW))
    build(source, folder / "kept", limits)
    write(source, records())
    cost = build(source, folder / "kept", limits).cost
    column.values |= {"second build": cost.seconds, "memory, second": cost.memory}
    column.cells |= {
        "second build, 1 in 100 new": f"{cost.seconds:.1f} s",
        "· against the first": f"{cost.seconds / column.first.seconds:.0%} of its time",
        "· processor time against it ": f"{cost.processor / column.first.processor:.0%}",
        "· same bytes as a clean build": "yes" if same(folder / "kept", folder / "clean") else "NO",
        "· memory at most ": told_memory(cost),
    }


def use(column: Column, output: Path) -> None:
    """Opening the page and asking the saved questions."""
    column.cells["readings kept, on disk"] = f"{(output / '.kg' / 'readings.db').stat().st_size / 1e6:,.1f} MB"
    page = output / "graph.html"
    opened = opening(page)
    column.cells["page"] = f"{page.stat().st_size / 1e6:,.1f} MB"
    if isinstance(opened, str):
        column.cells["· opens in"] = opened
    else:
        column.cells |= {"· opens in": f"{opened.seconds:.1f} s", "· searches in": f"{opened.search * 1000:,.0f} ms"}
        column.values["page opens"] = opened.seconds
    start = time.perf_counter()
    texts = asked_of(open_store(output / "graph.ttl"), partly=True)
    making = time.perf_counter() - start
    later, found = embedded(output / "graph.ttl", texts)
    seconds = {name: took for name, (took, _) in found.items()}
    slowest = max(seconds, key=seconds.__getitem__)
    column.values["slowest question"] = seconds[slowest]
    column.cells |= {
        "saved questions": f"{len(seconds)}",
        "· first opening of the graph": f"{making:.1f} s",
        "· each later one": f"{later * 1000:,.0f} ms",
        "· half of them within": f"{median(seconds.values()) * 1000:,.1f} ms",
        "· the slowest": f"{seconds[slowest] * 1000:,.0f} ms ({slowest})",
    }


def measured(size: int, records: Records, options: argparse.Namespace) -> Column:
    limits = Limits(options.most_memory * 1e9, options.most_minutes * 60)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "articles.jsonl"
        characters = write(source, records())
        column = Column(size, cells={"characters": f"{characters:,}"})
        try:
            first_build(column, source, folder / "clean", characters, limits)
            if size <= options.again:
                workers(column, source, options.turns)
                second_build(column, source, records, folder, limits)
            use(column, folder / "clean")
        except (TooMuchError, subprocess.CalledProcessError) as error:  # the other sizes are worth knowing all the same
            column.cells.setdefault("first build", f"ended: {error}" if isinstance(error, TooMuchError) else f"exit code {error.returncode}")
    return column


def sized(given: str, whole: int) -> int:
    return int(given[:-1]) * whole if given.endswith("x") else int(given)


def tables(columns: list[Column]) -> str:
    """One of all that a user waits for, one of stages."""
    sizes = [f"{c.documents:,}" for c in columns]
    waits = _rows([c.cells for c in columns])
    stages = _rows([c.stages for c in columns])
    return f"{table([['articles', *sizes], *waits])}\n\n{table([['seconds · thousand characters a second of one core', *sizes], *stages])}"


def _rows(columns: list[dict[str, str]]) -> list[list[str]]:
    names = dict.fromkeys(itertools.chain.from_iterable(columns))
    return [[name, *(column.get(name, "–") for column in columns)] for name in names]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--sizes", nargs="+", default=["1000", "1x", "10x"], metavar="N|Nx")
    parser.add_argument("--again", type=int, default=20_000, metavar="N", help="the second build and one worker against two, up to this size")
    parser.add_argument("--turns", type=int, default=2, metavar="N", help="how often reading is measured with one worker and with two")
    parser.add_argument("--most-memory", type=float, default=16, metavar="GB", help="a build that takes more is ended, and told of")
    parser.add_argument("--most-minutes", type=float, default=30, metavar="N", help="likewise")
    parser.add_argument("--write", type=Path, help="a Markdown file, whose part between the markers is replaced")
    parser.add_argument("--plot", type=Path, help="an SVG file")
    options = parser.parse_args()
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0
    sources = [s for s in read_sources([options.path]) if isinstance(s, Source)]
    sizes = sorted({sized(given, len(sources)) for given in options.sizes})
    documents = look_through(sources) if sizes[-1] > len(sources) else as_they_are(sources)
    columns = []
    made = f"{machine()}, load {load:.1f} before. Made by {command(options.path, '--sizes', *options.sizes)}.\n"
    with tempfile.TemporaryDirectory() as modules:
        compile_once(Path(modules))
        for size in sizes:
            columns.append(measured(size, partial(copies, documents, size), options))
            told = f"{tables(columns)}\n\n{made}"
            print(told, flush=True)
            keep(columns, told, options)  # after each size: the last one takes longest


def compile_once(folder: Path) -> None:
    """Modules compiled as those of an installed kg are, whatever the environment says: no build here does it anew."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "modules")
    build(SEEDS, folder / "output", Limits())


def keep(columns: list[Column], told: str, options: argparse.Namespace) -> None:
    if options.plot:
        from plot import draw

        draw([(c.documents, c.values) for c in columns], options.plot)
    if options.write:
        write_between(options.write, "builds", told)


if __name__ == "__main__":
    main()
