"""Speed of the reading against a plain jieba.cut pass over the same text, in one run and one process.

    python tests/bench/speed.py PATH [--documents N]

Prints seconds of processor time a stage, characters a second, and the ratio: 1 means as fast as jieba.cut alone, 0.5 half as fast.
The first documents warm both up and are not counted.
"""

from __future__ import annotations

import argparse
import itertools
import time
from pathlib import Path

import jieba

from kg.articles import split_articles
from kg.facts import find_facts
from kg.lexicon import default_lexicon
from kg.mentions import find_mentions
from kg.model import Source
from kg.sources import read_sources

WARM_UP = 50


def sources(path: Path, documents: int) -> list[Source]:
    found = (s for s in read_sources([path]) if isinstance(s, Source))
    return list(itertools.islice(found, documents + WARM_UP))


def read(documents: list[Source]) -> dict[str, float]:
    """Seconds of each stage."""
    lex = default_lexicon()
    start = time.process_time()
    articles = [a for s in documents for a in split_articles(s, lex)]
    split = time.process_time()
    mentions = [find_mentions(a, lex) for a in articles]
    found = time.process_time()
    for article, seen in zip(articles, mentions, strict=True):
        find_facts(article, seen, lex)
    return {"articles": split - start, "mentions": found - split, "facts": time.process_time() - found}


def segment(documents: list[Source]) -> float:
    """Seconds of jieba.cut over the same text."""
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    start = time.process_time()
    for source in documents:
        for _ in tokenizer.cut(source.text):
            pass
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--documents", type=int, default=2000)
    options = parser.parse_args()
    documents = sources(options.path, options.documents)
    read(documents[:WARM_UP])
    documents = documents[WARM_UP:]
    # twice each, alternating, the better one kept: another process may be using the machine
    runs = [(read(documents), segment(documents)) for _ in range(2)]
    stages = min((r for r, _ in runs), key=lambda r: sum(r.values()))
    plain = min(s for _, s in runs)
    characters, total = sum(len(s.text) for s in documents), sum(stages.values())
    for stage, seconds in (*stages.items(), ("reading, all", total), ("jieba.cut", plain)):
        print(f"{stage:14}{seconds:8.2f} s {characters / seconds / 1000:10.0f} thousand characters a second")
    print(f"reading is {plain / total:.2f} times as fast as jieba.cut alone ({len(documents)} documents)")


if __name__ == "__main__":
    main()
