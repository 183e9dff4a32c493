"""Seconds of each saved question on one graph: in the kept store, and in rdflib in the same run.

    python tests/bench/ask.py [GRAPH] [--articles N] [--cut-off SECONDS] [--no-rdflib]

Without a graph it is made in a temporary folder, of an invented city with N articles (7,400 give more than a million triples).
Each question is asked twice and the quicker time counts, all rows read. rdflib gets CUT-OFF seconds a question, once.
Seconds of questions are processor time, so that what else the machine does counts little; those of openings are by the clock.
Exit code 1 where an answer is empty, where the two engines differ, or where an answer takes longer than --most seconds.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from rdflib import Graph

from kg.ask import open_store

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.asked import asked_of  # noqa: E402
from bench.world import world  # noqa: E402

from kg.checks import add_conflicts  # noqa: E402
from kg.graph import build_graph, write_turtle  # noqa: E402
from kg.graph.vocabulary import PREFIXES  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

T = TypeVar("T")
FORK = multiprocessing.get_context("fork")  # each question of rdflib gets a process that can be killed, with the graph in it
Found = tuple[float, list[tuple[str | None, ...]]]  # seconds, rows


def timed(work: Callable[[], T], clock: Callable[[], float] = time.process_time) -> tuple[float, T]:
    start = clock()
    result = work()
    return clock() - start, result


def make(articles: int) -> Path:
    """The graph of an invented city, as `kg build` would write it."""
    graph = build_graph(world(articles))
    add_conflicts(graph)
    path = Path(tempfile.mkdtemp()) / "graph.ttl"
    write_turtle(graph, path)
    return path


def in_rdflib(path: Path, texts: dict[str, str], cut_off: float) -> tuple[float, dict[str, Found]]:
    """Seconds of loading, and of each question that ends in time."""
    loading, graph = timed(lambda: Graph().parse(path, format="turtle"))
    gc.freeze()
    found = {}
    for name, text in texts.items():
        mine, theirs = FORK.Pipe(duplex=False)
        process = FORK.Process(target=_answer, args=(graph, text, theirs))
        process.start()
        theirs.close()
        if mine.poll(cut_off):
            found[name] = mine.recv()
        process.kill()
        process.join()
    return loading, found


def _answer(graph: Graph, text: str, channel: Connection) -> None:
    try:
        seconds, rows = timed(lambda: list(graph.query(text, initNs=PREFIXES)))
    except Exception as error:  # rdflib raises what it likes: a row no other engine has tells it
        seconds, rows = float("nan"), [(repr(error),)]
    channel.send((seconds, [tuple(None if v is None else str(v) for v in row) for row in rows]))


def embedded(path: Path, texts: dict[str, str]) -> tuple[float, dict[str, Found]]:
    """Seconds of opening, and of each question."""
    open_store(path)  # keeps the store
    opening, store = timed(lambda: open_store(path), time.perf_counter)
    found = {}
    for name, text in texts.items():
        names = [v.value for v in store.ask(text).variables]  # type: ignore[union-attr]
        runs = [timed(lambda: store.rows(text)) for _ in range(2)]  # noqa: B023
        seconds, rows = min(runs, key=lambda run: run[0])
        found[name] = seconds, [tuple(row.get(n) for n in names) for row in rows]
    return opening, found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", type=Path, nargs="?")
    parser.add_argument("--articles", type=int, default=7_400)
    parser.add_argument("--cut-off", type=float, default=5.0)
    parser.add_argument("--most", type=float, default=0.2)
    parser.add_argument("--no-rdflib", dest="rdflib", action="store_false")
    options = parser.parse_args()
    path = options.graph or make(options.articles)
    keeping, store = timed(lambda: open_store(path), time.perf_counter)
    texts = asked_of(store)
    triples = int(store.rows("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")[0]["n"])
    del store
    loading, theirs = in_rdflib(path, texts, options.cut_off) if options.rdflib else (0.0, {})
    opening, mine = embedded(path, texts)
    print(f"{triples:,} triples; the first opening, which makes the store, {keeping:.1f} s; each later one {opening:.3f} s"
          + (f"; rdflib loads for {loading:.0f} s" if options.rdflib else ""))
    print("\n| question | rows | seconds | rdflib | times |\n|---|---:|---:|---:|---:|")
    for name, (seconds, rows) in mine.items():
        slow = theirs.get(name, (None, []))[0]
        told = ("–", "–") if not options.rdflib else (f"{slow:.2f}", f"{slow / seconds:,.0f}") if slow else (
            f"> {options.cut_off:g}", f"> {options.cut_off / seconds:,.0f}")
        print(f"| {name} | {len(rows):,} | {seconds:.3f} | {told[0]} | {told[1]} |")
    return _troubles(mine, theirs, options.most)


def _troubles(mine: dict[str, Found], theirs: dict[str, Found], most: float) -> int:
    """1 where something is not as it should be, told on standard error."""
    empty = [name for name, (_, rows) in mine.items() if not rows]
    late = [name for name, (seconds, _) in mine.items() if seconds > most]
    other = [name for name, (_, rows) in theirs.items() if rows != mine[name][1]]
    for what, names in (("no answer", empty), (f"longer than {most:g} s", late), ("rdflib has other rows", other)):
        if names:
            print(f"{what}: {', '.join(names)}", file=sys.stderr)
    return int(bool(empty or late or other))


if __name__ == "__main__":
    sys.exit(main())
