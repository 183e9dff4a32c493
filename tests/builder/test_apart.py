"""A process that builds once leaves the reading to another one, and has what comes after loaded when that is done."""

import os
import shutil
import subprocess
import sys
from multiprocessing import get_all_start_methods

import pytest

from kg.builder import Options, build
from kg.builder.engines.processes import Processes
from kg.clock import take, timed

from .conftest import bytes_of, kg

pytestmark = pytest.mark.skipif(get_all_start_methods()[0] != "fork", reason="processes are not forked here unless asked for")
BUILD = "build([Path(sys.argv[1])], Path(sys.argv[2]), Options(), once=True)"
APART = """
import os, signal, sys
from pathlib import Path
from kg.builder import Options, build, engines, workers
from kg.mentions.words import words_of
engines.processes.cores = lambda: 2
"""


def ran(script, pages, out):
    return subprocess.run([sys.executable, "-c", APART + script, pages, out], capture_output=True, text=True, timeout=120)


def test_the_bytes_are_the_same_and_no_words_are_loaded(pages, tmp_path):
    done = ran(f"print({BUILD}.read, words_of.cache_info().currsize, 'kg.views' in sys.modules)", pages, tmp_path / "apart")
    assert done.stdout.split() == ["2", "0", "True"], done.stderr
    build([pages], tmp_path / "here", Options())
    assert bytes_of(tmp_path / "apart") == bytes_of(tmp_path / "here")


def test_a_killed_reader_leaves_the_output_as_it_was(pages, tmp_path, old_and_new):
    out = tmp_path / "out"
    shutil.copytree(old_and_new[0], out)
    done = ran(f"workers.read_page = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n{BUILD}", pages, out)
    assert "ended from outside" in done.stderr
    assert bytes_of(out) == bytes_of(old_and_new[0])
    assert kg("build", pages, "-q", "-o", out, cwd=tmp_path).returncode == 0
    assert bytes_of(out) == bytes_of(old_and_new[1])


def told(batch, _lexicon):
    """What a worker gives: its process, and the seconds that it knows of."""
    return os.getpid(), sorted(take()), batch


@pytest.mark.parametrize("count", [1, 2, 7])
def test_something_is_done_while_others_work(monkeypatch, count):
    monkeypatch.setattr("kg.builder.engines.processes.cores", lambda: 2)
    loaded = []
    with timed("sources"):
        batches = [(n, n + 100) for n in range(count)]
    found = list(Processes(None, None, lambda: loaded.append(1), apart=True).map(told, batches))
    assert [item for _, _, batch in found for item in batch] == [item for batch in batches for item in batch]
    assert loaded
    others = [seconds for process, seconds, _ in found if process != os.getpid()]
    assert others and not any(others), "what this process has spent is not told by a worker again"
    take()


@pytest.mark.parametrize("error", [OSError, ImportError])
def test_without_semaphores_little_is_read_here(monkeypatch, error):
    def lock():
        raise error

    monkeypatch.setattr("kg.builder.engines.processes.cores", lambda: 2)
    monkeypatch.setattr("kg.builder.engines.processes.Lock", lock)
    ((process, _, batch),) = Processes(None, None, apart=True).map(told, [(1, 2)])
    assert process == os.getpid() and batch == (1, 2)
