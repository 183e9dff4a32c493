"""Load on the endpoint, run by hand: python tests/serve/load.py graph.ttl [clients] [seconds].

Starts `kg serve`, lets the clients ask saved questions (about those of whom the graph tells most), a dossier and searches as
fast as they can, now and then a query that would run for minutes; tells requests, errors, latencies and the memory of server
and workers before, in the middle and after.
"""

from __future__ import annotations

import json
import random
import statistics
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.asked import asked_of  # noqa: E402
from kg.ask import open_store  # noqa: E402

FOREVER = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def memory(pid: int) -> float:
    """MB of a process and its children, shared pages counted once (PSS)."""
    pids = [str(pid), *subprocess.run(["ps", "--ppid", str(pid), "-o", "pid="], capture_output=True, text=True).stdout.split()]
    total = 0
    for one in pids:
        try:
            with open(f"/proc/{one}/smaps_rollup") as file:
                total += sum(int(line.split()[1]) for line in file if line.startswith("Pss:"))
        except OSError:
            pass
    return total / 1024


def paths(graph: str) -> list[str]:
    """What the clients ask for: each saved question, a dossier, searches."""
    store = open_store(Path(graph))
    asked = ["sparql?" + urllib.parse.urlencode({"query": text}) for text in asked_of(store).values()]
    person = store.rows("SELECT ?p ?n { ?p a kgo:Person ; foaf:name ?n } ORDER BY ?p LIMIT 1")[0]
    return [*asked, "api/dossier?" + urllib.parse.urlencode({"name": person["p"]}), *("api/search?" + urllib.parse.urlencode({"q": q}) for q in person["n"])]


def client(url: str, until: float, seed: int, asked: list[str], results: list) -> None:
    chance = random.Random(seed)
    while time.monotonic() < until:
        hostile = chance.random() < 0.002
        path = "sparql?" + urllib.parse.urlencode({"query": FOREVER}) if hostile else chance.choice(asked)
        start = time.monotonic()
        try:
            with urllib.request.urlopen(url + path, timeout=90) as answer:
                answer.read()
                status = answer.status
        except urllib.error.HTTPError as error:
            status = error.code
        except OSError as error:
            status = repr(error)
        results.append((hostile, status, time.monotonic() - start))


def main(graph: str, clients: int = 32, seconds: int = 60) -> None:
    command = [sys.executable, "-m", "kg.cli", "serve", "--graph", graph, "--port", "0", "--seconds", "5"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    url = server.stdout.readline().split(" at ")[1].split()[0]
    urllib.request.urlopen(url + "api/counts", timeout=120).read()
    results: list = []
    asked = paths(graph)
    for _ in range(8):  # each worker has seen everything once or twice
        client(url, time.monotonic() + 1, 0, asked, [])
    before = memory(server.pid)
    until = time.monotonic() + seconds
    threads = [threading.Thread(target=client, args=(url, until, n, asked, results)) for n in range(1, clients + 1)]
    for thread in threads:
        thread.start()
    time.sleep(seconds / 2)
    middle = memory(server.pid)
    for thread in threads:
        thread.join()
    after = memory(server.pid)
    server.terminate()
    quick = sorted(t for hostile, status, t in results if not hostile)
    print(json.dumps({
        "requests": len(quick), "per second": round(len(quick) / seconds, 1),
        "statuses": Counter(str(s) for h, s, _ in results if not h), "hostile": Counter(str(s) for h, s, _ in results if h),
        "median s": round(statistics.median(quick), 3), "p99 s": round(quick[int(len(quick) * 0.99)], 3), "longest s": round(quick[-1], 3),
        "MB before": round(before), "MB in the middle": round(middle), "MB after": round(after),
    }, indent=1))


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
