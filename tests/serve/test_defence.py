"""What a hostile client can and cannot do."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from serve.conftest import serving

FOREVER = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
QUICK = "SELECT ?n { ?p foaf:name ?n } LIMIT 1"


def test_a_query_of_minutes_is_cut_off(server):
    start = time.monotonic()
    got = server.query(FOREVER)
    assert got.status == 503 and "cut off" in got.text and got.headers["retry-after"]
    assert time.monotonic() - start < 6


def test_others_keep_answering(server):
    """More hostile queries than workers: each is cut off, quick ones get their turn."""
    with ThreadPoolExecutor(12) as threads:
        hostile = [threads.submit(server.query, FOREVER) for _ in range(4)]
        time.sleep(0.3)
        quick = [threads.submit(server.query, QUICK) for _ in range(8)]
        assert {q.result().status for q in quick} == {200}
        assert {h.result().status for h in hostile} == {503}


def test_first_come_first_served(turtle):
    some_work = "SELECT (COUNT(*) AS ?n) { SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } LIMIT 500000 }"
    answered: list[int] = []

    def ask(number: int) -> None:
        assert server.query(some_work).status == 200
        answered.append(number)

    with serving(turtle, "--workers", "1") as server, ThreadPoolExecutor(14) as threads:
        asked = []
        for number in range(14):
            asked.append(threads.submit(ask, number))
            time.sleep(0.05)
        for one in asked:
            one.result()
    assert answered == sorted(answered)


def test_pages_need_no_worker(server):
    with ThreadPoolExecutor(4) as threads:
        hostile = [threads.submit(server.query, FOREVER) for _ in range(3)]
        start = time.monotonic()
        assert server.get("query").status == 200
        assert time.monotonic() - start < 1
        assert {h.result().status for h in hostile} == {503}


def test_memory_is_bounded(turtle):
    with serving(turtle, "--seconds", "60", "--workers", "1") as server:
        got = server.query("SELECT DISTINCT ?a ?d ?g (CONCAT(STR(?a), STR(?d), STR(?g)) AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?x")
        assert got.status in (503, 500), got.text
        assert server.query(QUICK).status == 200


def test_size_is_bounded(turtle, tmp_path):
    from kg.ask import open_store
    from kg.serve.jobs import Job, perform

    answer = perform(open_store(turtle), Job("query", {"query": "SELECT * { ?a ?b ?c . ?d ?e ?f }", "accept": "text/csv"}), 10_000)
    assert answer.status == 413 and b"LIMIT" in answer.body
    answer = perform(open_store(turtle), Job("query", {"query": "CONSTRUCT { ?a ?b ?f } { ?a ?b ?c . ?d ?e ?f }", "accept": "*/*"}), 10_000)
    assert answer.status == 413


@pytest.mark.parametrize("form", [
    "SERVICE <{url}>", "service silent <{url}>", "SERVICE ?s", "SERVICE#x\n<{url}>", "\\u0053ERVICE <{url}>", "SER\\U00000056ICE<{url}>", "Service x:y",
    "SERVICE\t$s",
])
def test_no_other_server_is_asked(form, server):
    with socket.create_server(("127.0.0.1", 0)) as other:
        other.settimeout(0.5)
        url = f"http://127.0.0.1:{other.getsockname()[1]}/"
        inner = form.replace("{url}", url)
        got = server.query(f"PREFIX x: <{url}> SELECT * {{ VALUES ?s {{ <{url}> }} {inner} {{ ?a ?b ?c }} }}")
        assert got.status == 400
        with pytest.raises(TimeoutError):
            other.accept()


@pytest.mark.parametrize("text", ["SELECT ?service { ?service a kgo:Person }", "PREFIX service: <http://x/> SELECT * { ?s service:of ?o }", 'SELECT * { ?s ?p "service" }'])
def test_the_word_alone_is_no_offence(text, server):
    assert server.query(text).status == 200


def test_from_loads_nothing(server):
    with socket.create_server(("127.0.0.1", 0)) as other:
        other.settimeout(0.5)
        url = f"http://127.0.0.1:{other.getsockname()[1]}/x.ttl"
        server.query(f"SELECT * FROM <{url}> {{ ?s ?p ?o }}")
        with pytest.raises(TimeoutError):
            other.accept()


@pytest.mark.parametrize("path", [
    "static/..%2f..%2frun.py", "static/../run.py", "static/%2e%2e/run.py", "static/editor/editor.js", "id/../../etc/passwd", "id/%00", "id/%FF%FE", "id/a>b",
    "api/search?q=%22%7D%20DROP", "api/dossier?name=%3Cx%3E%20%7D", "id/" + "x" * 5000,
])
def test_odd_paths(path, server):
    got = server.get(path, Accept="text/html")
    assert got.status in (200, 400, 404)
    assert "Traceback" not in got.text and "root:" not in got.text and "import" not in got.text


def test_other_hosts_and_origins(server):
    assert server.query(QUICK, Host="evil.example").status == 400
    got = server.query(QUICK, Origin="https://evil.example")
    assert "access-control-allow-origin" not in {name.lower() for name in got.headers}


def test_cors_where_it_is_named(turtle):
    with serving(turtle, "--cors", "https://my.example", "--workers", "1") as server:
        assert server.query(QUICK, Origin="https://my.example").headers["access-control-allow-origin"] == "https://my.example"
        assert "access-control-allow-origin" not in server.query(QUICK, Origin="https://evil.example").headers


def test_pages_forbid_foreign_scripts(server):
    for path in ("", "query", "static/query.js", "static/editor.min.js"):
        policy = server.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy and "script-src 'self'" in policy
    for path in ("", "query", "static/style.css", "static/query.js", "static/home.js"):
        assert "http" not in server.get(path).text.replace("http://www.w3.org/2000/svg", "")


def test_broken_clients(server):
    """Connections that send half a request, or go away, block nobody."""
    host, port = server.url.split("/")[2].split(":")
    halves = [socket.create_connection((host, int(port))) for _ in range(50)]
    for half in halves:
        half.sendall(b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\nContent-Type: application/sparql-query\r\n\r\nSEL")
    assert server.query(QUICK).status == 200
    for half in halves:
        half.close()
    assert server.query(QUICK).status == 200


def test_a_new_build_is_served(turtle, tmp_path):
    path = tmp_path / "graph.ttl"
    path.write_bytes(turtle.read_bytes())
    with serving(path, "--workers", "1") as server:
        new = path.with_suffix(".new")
        new.write_text(path.read_text(encoding="utf-8") + '<https://x.example/a> foaf:name "新人" .\n', encoding="utf-8")
        new.replace(path)
        until = time.monotonic() + 20
        while "新人" not in server.query("SELECT ?n { ?s foaf:name ?n }").text:
            assert time.monotonic() < until
            time.sleep(0.2)


@pytest.mark.parametrize("killed", [False, True])
@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")  # the query gets no answer
def test_ends_with_its_workers(turtle, killed):
    """However it ends, and one of them is deep in a query: a killed server can end nothing itself."""
    with serving(turtle, "--workers", "2") as server:
        threading.Thread(target=server.query, args=(FOREVER,), daemon=True).start()
        time.sleep(0.5)
        children = subprocess.run(["ps", "--ppid", str(server.pid), "-o", "pid="], capture_output=True, text=True).stdout.split()
        assert len(children) >= 2
        if killed:
            os.kill(server.pid, signal.SIGKILL)
    until = time.monotonic() + 10
    while left := [child for child in children if os.path.exists(f"/proc/{child}")]:
        assert time.monotonic() < until, left
        time.sleep(0.1)


@pytest.mark.parametrize(("options", "message"), [
    (["--graph", "none.ttl"], "no such graph"), (["--host", "203.0.113.1"], "203.0.113.1:8000"),
])
def test_trouble_is_told(options, message, turtle, tmp_path):
    command = [sys.executable, "-m", "kg.cli", "serve", "--graph", str(turtle), *options]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, cwd=tmp_path)
    assert done.returncode == 2 and message in done.stderr and "Traceback" not in done.stderr


def test_a_taken_port_is_told(server, turtle):
    port = server.url.rstrip("/").rpartition(":")[2]
    done = subprocess.run([sys.executable, "-m", "kg.cli", "serve", "--graph", str(turtle), "--port", port], capture_output=True, text=True, timeout=30)
    assert done.returncode == 2 and f":{port}" in done.stderr
