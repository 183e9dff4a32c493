"""What one would use instead, on the same articles in one run: words, tags and names, against what kg reads.

    python tests/bench/rivals.py PATH [--documents N] [--gold FOLDER] [--only NAME ...] [--write FILE]

The documents are taken evenly from all of PATH. Each tool runs in a process of its own, paragraph by paragraph where it
wants sentences; loading and a few paragraphs to warm up are not counted. Speed is by processor time, all threads added up, so it
is that of one core. FOLDER holds annotations (docs/gold.md) and their texts in `texts/`: with it the names of people that
each tool finds are compared with those that a reader took from the page.

What the tools need, about half a gigabyte, is no part of kg:

    pip install -e '.[bench]' && pip install --no-build-isolation lac
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import sys
import time
import warnings
from contextlib import redirect_stdout, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from told import command, machine, table, write_between

from kg.model import Source
from kg.sources import read_sources

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

Read = "Callable[[Source], set[str]]"  # the whole work on a document; gives the names of people in it
WARM_UP = 5
NAME = "names of people"


def cut() -> Read:
    import jieba

    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    return lambda source: {w for w in tokenizer.cut(source.text) if not w}


def posseg() -> Read:
    import jieba
    import jieba.posseg

    tokenizer = jieba.posseg.POSTokenizer(jieba.Tokenizer())
    tokenizer.initialize()
    return lambda source: {w.word for w in tokenizer.cut(source.text) if w.flag == "nr"}


def thulac() -> Read:
    import thulac

    model = thulac.thulac()
    return lambda source: {word for line in lines(source) for word, tag in model.cut(line) if tag == "np"}


def lac() -> Read:
    os.environ.setdefault("GLOG_minloglevel", "2")  # it warns of itself on standard error
    warnings.simplefilter("ignore")
    import paddle.base

    # LAC 2.1.2 of 2021 imports paddle.fluid, which PaddlePaddle has called paddle.base since 2.6; no older one has wheels for 3.11
    sys.modules.update({"paddle.fluid": paddle.base, "paddle.fluid.core": paddle.base.core})
    from LAC import LAC

    model = LAC(mode="lac")
    return lambda source: {w for words, tags in model.run(lines(source)) for w, tag in zip(words, tags, strict=True) if tag == "PER"}


def kg() -> Read:
    from kg.lexicon import default_lexicon
    from kg.model import Byline
    from kg.pipeline import read

    lex = default_lexicon()

    def people(source: Source) -> set[str]:
        readings = read(source, lex)
        authors = {f.person.name for r in readings for f in r.facts if isinstance(f, Byline)}
        return authors | {m.value.name for r in readings for m in r.mentions if m.kind == "person"}

    return people


@dataclass(frozen=True)
class Tool:
    load: Callable[[], Read]
    gives: str


TOOLS = {
    "jieba.cut": Tool(cut, "words"),
    "jieba.posseg": Tool(posseg, "words with tags, `nr` for names"),
    "THULAC": Tool(thulac, "words with tags, `np` for names"),
    "LAC": Tool(lac, "words with tags, `PER`, `LOC`, `ORG`, `TIME`"),
    "kg's reading": Tool(kg, "people, posts, activities, statements, dates, each with its sentence"),
}


def lines(source: Source) -> list[str]:
    return [line.strip() for line in source.text.splitlines() if line.strip()]


@dataclass(frozen=True)
class Run:
    loading: float = 0.0  # seconds
    reading: float = 0.0
    memory: float = 0.0  # bytes
    right: int = 0
    found: int = 0
    missed: int = 0
    trouble: str = ""


def run(load: Callable[[], Read], documents: list[Source], gold: list[Gold]) -> Run:
    """One tool, in a process of its own."""
    context = multiprocessing.get_context("spawn")  # nothing of this process: neither its memory nor its modules
    mine, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(load, documents, gold, theirs))
    process.start()
    theirs.close()
    try:
        return mine.recv()
    except EOFError:
        process.join()
        return Run(trouble=f"ended with {process.exitcode}")


def _run(load: Callable[[], Read], documents: list[Source], gold: list[Gold], channel: Connection) -> None:
    try:
        with open(os.devnull, "w", encoding="utf-8") as nowhere, redirect_stdout(nowhere):  # THULAC prints that it has loaded
            channel.send(_measured(load, documents, gold))
    except Exception as error:  # another's library may fail in any way: its row says how
        channel.send(Run(trouble=f"{type(error).__name__}: {error}".splitlines()[0]))


def _measured(load: Callable[[], Read], documents: list[Source], gold: list[Gold]) -> Run:
    start = time.process_time()
    read = load()
    loaded = time.process_time()
    for source in documents[:WARM_UP]:
        read(source)
    warm = time.process_time()
    for source in documents[WARM_UP:]:
        read(source)
    reading = time.process_time() - warm
    right = found = missed = 0
    for document in gold:
        # a surname alone (王主任) is tagged too, and is no name that could be compared
        names = {n for n in read(document.source) if len(n) > 1} - document.free
        right += len(names & document.people)
        found += len(names)
        missed += len(document.people - names)
    return Run(loaded - start, reading, peak(), right, found, missed)


def peak() -> float:
    """Most memory that this process has had, in bytes; 0 where no one tells (not Linux)."""
    with suppress(OSError):
        status = Path("/proc/self/status").read_text(encoding="ascii")
        return next(int(line.split()[1]) * 1024.0 for line in status.splitlines() if line.startswith("VmHWM"))
    return 0.0


@dataclass(frozen=True)
class Gold:
    source: Source
    people: frozenset[str]
    free: frozenset[str]  # neither right nor wrong


def gold_in(folder: Path) -> list[Gold]:
    """The annotated documents of a folder, with all the people that they name."""
    documents = []
    for path in sorted(folder.glob("*.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        source = next(s for s in read_sources([folder / "texts" / told["doc"]]) if isinstance(s, Source))
        named = [(p["name"], p.get("optional", False)) for a in told["articles"] for p in (*a["people"], *a.get("byline", ()))]
        people = frozenset(name for name, optional in named if not optional)
        documents.append(Gold(source, people, frozenset(name for name, _ in named) - people))
    return documents


def row(name: str, run: Run, characters: int, cut: float, gold: bool) -> list[str]:
    empty = ["–"] * (2 if gold else 0)
    if run.trouble:
        return [name, TOOLS[name].gives, "–", "–", "–", "–", *empty, run.trouble]
    speed = characters / run.reading
    names = [f"{run.right / max(1, run.found):.2f}", f"{run.right / (run.right + run.missed):.2f}"] if gold and run.found else empty
    return [name, TOOLS[name].gives, f"{speed:,.0f}", f"{speed / cut:.3g}" if cut else "–", f"{run.loading:.1f} s",
            f"{run.memory / 1e6:,.0f} MB" if run.memory else "–", *names, ""]


def evenly(path: Path, documents: int) -> list[Source]:
    """So many documents of all that there are, and a few before them to warm up with."""
    sources = [s for s in read_sources([path]) if isinstance(s, Source)]
    step = max(1, len(sources) // documents)
    return sources[:WARM_UP] + sources[::step][:documents]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--gold", type=Path, help="a folder of annotations; left out where it is not there")
    parser.add_argument("--only", nargs="+", choices=TOOLS, default=list(TOOLS), metavar="NAME")
    parser.add_argument("--write", type=Path, help="a Markdown file, whose part between the markers is replaced")
    options = parser.parse_args()
    documents = evenly(options.path, options.documents)
    gold = gold_in(options.gold) if options.gold and options.gold.is_dir() else []
    runs = {name: run(TOOLS[name].load, documents, gold) for name in options.only}
    counted = documents[WARM_UP:]
    characters = sum(len(s.text) for s in counted)
    plain = runs.get("jieba.cut", Run())
    cut = characters / plain.reading if plain.reading else 0.0
    head = ["tool", "gives", "characters a second", "of jieba.cut", "loading", "memory", *([f"{NAME}: precision", "recall"] if gold else []), ""]
    rows = [row(name, run, characters, cut, bool(gold)) for name, run in runs.items()]
    if not any(run.trouble for run in runs.values()):
        head, rows = head[:-1], [r[:-1] for r in rows]
    people = sum(len(g.people) for g in gold)
    told = f"{table([head, *rows], left=2)}\n\n{len(counted):,} documents, {characters:,} characters" + (
        f"; names against {people} people in {len(gold)} annotated texts" if gold else "") + f". {machine()}. Made by {command(options.path, '--documents', str(options.documents), *(('--gold', 'GOLD_DIR') if gold else ()))}.\n"
    print(told)
    if options.write:
        write_between(options.write, "rivals", told)


if __name__ == "__main__":
    main()
