"""A graph of a million triples, asked each saved question in the kept store and in rdflib. By hand: python tests/ask/large.py."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from rdflib import Graph

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "views")]

from crowd import crowd  # noqa: E402
from kg.ask import dossier, open_store, rank, search, timeline  # noqa: E402
from kg.ask.things import named  # noqa: E402
from kg.graph import build_graph, write_turtle  # noqa: E402
from kg.graph.queries import bind, list_queries  # noqa: E402

BODY = {"organization", "body", "org"}


def timed(work):
    start = time.perf_counter()
    result = work()
    return result, time.perf_counter() - start


def main(articles: int, folder: Path, with_rdflib: bool) -> None:
    path = folder / "graph.ttl"
    if not path.is_file():
        world = crowd(articles)
        graph = build_graph(world)
        print("triples", len(graph), flush=True)
        write_turtle(graph, path)
        del graph, world
    _, first = timed(lambda: open_store(path))
    store, again = timed(lambda: open_store(path))
    person = store.rows("SELECT ?n (COUNT(?a) AS ?k) { ?p kgo:attended ?a ; foaf:name ?n } GROUP BY ?n ORDER BY DESC(?k) LIMIT 2")
    body = store.rows("SELECT ?n { ?a kgo:organizer ?b . ?b rdfs:label ?n } LIMIT 1")[0]["n"]
    print(f"first opening {first:.1f} s, opening {again:.3f} s", person, body, flush=True)
    mine = {"person": person[0]["n"], "one": person[0]["n"], "other": person[1]["n"], "body": body, "name": person[0]["n"], "place": body[:3]}
    slow = Graph()
    if with_rdflib:
        _, loading = timed(lambda: slow.parse(path, format="turtle"))
        print(f"rdflib opening {loading:.1f} s, {loading / again:.0f} times", flush=True)
    for query in list_queries():
        text = bind(query, {p.name: mine[p.name] for p in query.parameters if p.name in mine})
        rows, seconds = timed(lambda: store.rows(text))  # noqa: B023
        _, seconds = timed(lambda: store.rows(text))  # noqa: B023
        told = ""
        if with_rdflib and seconds < 2:
            found, theirs = timed(lambda: list(slow.query(text)))  # noqa: B023
            told = f" rdflib {theirs:8.2f} s, {theirs / seconds:7.0f} times, {'same rows' if len(found) == len(rows) else 'OTHER ROWS'}"
        print(f"{query.name:22}{seconds:8.3f} s {len(rows):7} rows{told}", flush=True)
    thing = named(store, mine["person"])[0]
    for name, work in {"dossier": lambda: dossier(store, thing), "timeline": lambda: timeline(store, thing),
                       "search": lambda: search(store, "远"), "rank": lambda: rank(store, "companions")}.items():
        print(f"kg {name:19}{timed(work)[1]:8.3f} s", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 8_000, Path(sys.argv[2] if len(sys.argv) > 2 else tempfile.mkdtemp()), "rdflib" in sys.argv)
