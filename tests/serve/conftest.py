"""A real `kg serve` on a free port, over the graph of the invented district."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import tempfile
import urllib.error
import urllib.parse
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

from graph.records import sample
from kg.checks import add_conflicts
from kg.graph import build_graph, write_turtle

pytest.importorskip("starlette")
pytest.importorskip("uvicorn")


@dataclass(frozen=True)
class Got:
    status: int
    headers: dict[str, str]
    text: str


@dataclass(frozen=True)
class Server:
    """Where it is, and how to ask it."""

    url: str
    pid: int

    def get(self, path: str, /, data: bytes | None = None, timeout: float = 30, **headers: str) -> Got:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        request = urllib.request.Request(self.url + path, data=data, headers=named)
        opener = urllib.request.build_opener(Stay)
        try:
            with opener.open(request, timeout=timeout) as answer:
                return Got(answer.status, dict(answer.headers.items()), answer.read().decode())
        except urllib.error.HTTPError as error:
            return Got(error.code, dict(error.headers.items()), error.read().decode())

    def query(self, text: str, **headers: str) -> Got:
        return self.get("sparql?" + urllib.parse.urlencode({"query": text}), **headers)


class Stay(urllib.request.HTTPRedirectHandler):
    """Does not follow."""

    def redirect_request(self, *_args):
        return None


@contextmanager
def serving(path, *options: str):
    command = [sys.executable, "-m", "kg.cli", "serve", "--graph", str(path), "--port", "0", *options]
    log = tempfile.TemporaryFile("w+")
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True)
    line = process.stdout.readline()
    found = re.search(r"http://\S+", line)
    assert found, log.seek(0) or log.read()
    server = Server(found.group(), process.pid)
    try:
        assert server.get("api/counts", timeout=60).status == 200
        yield server
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(15)
        finally:
            process.kill()
            process.wait()
        log.seek(0)
        assert "Traceback" not in log.read()


@pytest.fixture(scope="session")
def turtle(tmp_path_factory):
    graph = build_graph(sample())
    add_conflicts(graph)
    path = tmp_path_factory.mktemp("served") / "graph.ttl"
    write_turtle(graph, path)
    (path.parent / "graph.html").write_text("<!doctype html><title>page</title>", encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def server(turtle):
    with serving(turtle, "--seconds", "3", "--workers", "2") as running:
        yield running
