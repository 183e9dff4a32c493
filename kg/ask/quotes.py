"""The sentences that state a fact, for any number of facts at once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.insight.store import Store

AT_ONCE = 400  # facts in one question
QUOTES = """
SELECT DISTINCT ?fact ?doc ?start ?end ?exact WHERE {
  VALUES ?fact { $facts }
  ?fact kgo:evidence ?sentence .
  ?sentence oa:start ?start ; oa:end ?end ; oa:exact ?exact ; oa:hasSource/kgo:sourceFile ?doc .
}"""


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """A sentence of a source: code points of the raw file, and the words without blanks."""

    doc: str
    start: int
    end: int
    exact: str

    @property
    def place(self) -> str:
        return f"{self.doc}:{self.start}-{self.end}"


def quotes(store: Store, facts: Iterable[str]) -> dict[str, tuple[Quote, ...]]:
    """The sentences of each fact, in order of document and place."""
    found: defaultdict[str, set[Quote]] = defaultdict(set)
    for some in _batches(sorted(set(facts))):
        asked = QUOTES.replace("$facts", " ".join(f"<{fact}>" for fact in some))
        for row in store.rows(asked):
            found[row["fact"]].add(Quote(row["doc"], int(row["start"]), int(row["end"]), row["exact"]))
    return {fact: tuple(sorted(sentences)) for fact, sentences in found.items()}


def _batches(items: list[str]) -> Iterator[list[str]]:
    rest = iter(items)
    while some := list(islice(rest, AT_ONCE)):
        yield some
