"""What a worker can be asked: queries, and the things that pages and the JSON API show. All of it only reads."""

from __future__ import annotations

import io
import json
import re
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox

from kg.ask import NamesakesError, choose, dossier, search, timeline
from kg.ask.render import as_html
from kg.errors import KgError
from kg.graph.vocabulary import PREFIXES
from kg.serve.accept import RESULTS, TRIPLES, best

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.insight.store import Store

# SERVICE would make the engine call other servers. Escapes are undone first, as SPARQL does (section 19.2).
# A word in a string can be taken for it; that is refused too, and said so.
SERVICE: Final = re.compile(r"(?i)(?<![\w?$:@-])service(?=\s*(?:silent\b|[<?$#])|\s+[\w.-]*:)")
ESCAPE: Final = re.compile(r"\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})")

HOME: Final = {"首页": "/", "图谱页": "/graph.html", "查询": "/query"}


@dataclass(frozen=True, slots=True)
class Job:
    """A call of one of JOBS."""

    name: str
    args: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer in the making."""

    status: int
    media: str
    body: bytes


class TooLargeError(KgError):
    """An answer past the limit."""


class Sink(io.BytesIO):
    """Takes bytes up to a limit."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self.size, self.limit = 0, limit

    def write(self, data: Any) -> int:
        self.size += len(data)
        if self.size > self.limit:
            raise TooLargeError(f"the answer is larger than {self.limit:,} bytes; ask for less, with LIMIT or a narrower pattern")
        return super().write(data)


def perform(store: Store, job: Job, limit: int) -> Answer:
    """The answer of a job; a bad request is an answer too."""
    sink = Sink(limit)
    try:
        return JOBS[job.name](store, sink, **job.args)
    except NamesakesError as error:
        found = [asdict(thing) for thing in error.found]
        return _json({"error": str(error), "found": found}, 300)
    except KgError as error:
        return plain(404 if job.name != "query" else 400, str(error))
    except (OSError, RuntimeError) as error:  # what the engine says, or what it makes of the sink's word
        return plain(413 if sink.size > limit else 500, str(error).splitlines()[0])


def plain(status: int, text: str) -> Answer:
    return Answer(status, "text/plain; charset=utf-8", f"{text}\n".encode())


def _query(store: Store, sink: Sink, query: str, accept: str) -> Answer:
    if SERVICE.search(ESCAPE.sub(lambda m: chr(int(m[1] or m[2], 16)), query)):
        raise KgError("SERVICE is not allowed here: this endpoint asks no other")
    answer = store.ask(query)
    offers = TRIPLES if isinstance(answer, ox.QueryTriples) else RESULTS
    media = best(accept, offers)
    if media is None:
        return plain(406, f"cannot give {accept}; can give {', '.join(offers)}")
    try:
        if isinstance(answer, ox.QueryTriples):
            ox.serialize(answer, sink, format=TRIPLES[media], prefixes=PREFIXES)
        else:
            answer.serialize(sink, format=RESULTS[media])
    except TooLargeError as error:
        return plain(413, str(error))
    return Answer(200, _typed(media), sink.getvalue())


def _search(store: Store, _sink: Sink, words: str, limit: int) -> Answer:
    return _json([asdict(thing) for thing in search(store, words, limit)])


def _dossier(store: Store, _sink: Sink, asked: str, *, html: bool, base: str) -> Answer:
    found = dossier(store, choose(store, asked))
    if not html:
        return _json(found.record())
    lines = {line.iri for part in found.parts for line in part.lines}
    page = as_html(found, {iri: f"/id/{iri.removeprefix(base)}" for iri in lines if iri.startswith(base)}, HOME)
    return Answer(200, "text/html; charset=utf-8", page.encode())


def _timeline(store: Store, _sink: Sink, asked: str) -> Answer:
    return _json([asdict(event) for event in timeline(store, choose(store, asked))])


def _describe(store: Store, sink: Sink, iri: str, media: str) -> Answer:
    """The triples that begin and those that end with a thing."""
    iri = choose(store, iri).iri
    triples = store.ask(f"CONSTRUCT {{ <{iri}> ?p ?o . ?s ?q <{iri}> }} WHERE {{ {{ <{iri}> ?p ?o }} UNION {{ ?s ?q <{iri}> }} }}")
    if isinstance(triples, ox.QueryTriples):
        ox.serialize(triples, sink, format=TRIPLES[media], prefixes=PREFIXES)
    return Answer(200, _typed(media), sink.getvalue())


def _counts(store: Store, _sink: Sink) -> Answer:
    rows = store.rows("SELECT ?type (COUNT(?s) AS ?n) WHERE { ?s a ?type FILTER STRSTARTS(STR(?type), STR(kgo:)) } GROUP BY ?type")
    return _json({row["type"].rpartition("#")[2]: int(row["n"]) for row in rows})


def _typed(media: str) -> str:
    return f"{media}; charset=utf-8" if media.startswith("text/") else media


def _json(value: Any, status: int = 200) -> Answer:
    return Answer(status, "application/json", json.dumps(value, ensure_ascii=False).encode())


JOBS: Final[dict[str, Callable[..., Answer]]] = {
    "query": _query, "search": _search, "dossier": _dossier, "timeline": _timeline, "describe": _describe, "counts": _counts,
}
