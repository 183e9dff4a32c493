"""Output moves into place together; what a kill leaves is the last good one."""

import os
import shutil
import signal
import subprocess
import sys
import time

import pytest

from kg.builder.output import NEW, READY, settle, staged
from kg.errors import KgError

from .conftest import bytes_of, kg


def test_all_files_move_and_others_stay(tmp_path):
    (tmp_path / "README.md").write_text("mine")
    with staged(tmp_path) as new:
        (new / "graph.ttl").write_text("a")
        (new / "graph.html").write_text("b")
        assert not (tmp_path / "graph.ttl").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["README.md", "graph.html", "graph.ttl"]


def test_an_error_leaves_what_was_there(tmp_path):
    (tmp_path / "graph.ttl").write_text("old")
    with pytest.raises(ZeroDivisionError), staged(tmp_path) as new:
        (new / "graph.ttl").write_text("new")
        raise ZeroDivisionError
    assert (tmp_path / "graph.ttl").read_text() == "old"
    assert not (tmp_path / NEW).exists()


def test_a_kill_between_two_moves_is_finished_by_the_next_command(tmp_path):
    """The state that such a kill leaves: one file moved, the other still waiting."""
    (tmp_path / "graph.html").write_text("new")
    (tmp_path / "graph.ttl").write_text("old")
    (tmp_path / READY).mkdir()
    (tmp_path / READY / "graph.ttl").write_text("new")
    settle(tmp_path)
    assert (tmp_path / "graph.ttl").read_text() == "new"
    assert not (tmp_path / READY).exists()


def test_what_a_kill_left_half_written_is_dropped(tmp_path):
    (tmp_path / NEW).mkdir()
    (tmp_path / NEW / "graph.ttl").write_text("half")
    settle(tmp_path)
    with staged(tmp_path) as new:
        assert not list(new.iterdir())


def test_output_that_cannot_be(pages, tmp_path):
    (tmp_path / "file").write_text("")
    done = kg("build", pages, "-o", tmp_path / "file" / "out", cwd=tmp_path)
    assert done.returncode == 2
    assert "is not a folder" in done.stderr


@pytest.mark.parametrize("moment", [0.3, 0.8, 0.95, 1.0])
def test_killed_builds_leave_a_whole_output(pages, tmp_path, old_and_new, moment):
    """SIGKILL at moments spread over a real build: the files are those of the old build or of the new."""
    old, new, took = old_and_new
    out = tmp_path / "out"
    shutil.copytree(old, out)
    process = subprocess.Popen([sys.executable, "-m", "kg.cli", "build", str(pages), "-q", "-o", str(out)], cwd=tmp_path)
    time.sleep(took * moment)
    process.send_signal(signal.SIGKILL)
    process.wait()
    settle(out)
    assert bytes_of(out) in (bytes_of(old), bytes_of(new))


@pytest.mark.parametrize("step", ["write", "rename", "first move", "second move"])
def test_killed_at_each_step_of_the_move(pages, tmp_path, old_and_new, step):
    """The process kills itself at the very step."""
    script = f"""
import os, signal, sys
from pathlib import Path
from kg.builder import Options, build, output
import kg.builder
def die(*_): os.kill(os.getpid(), signal.SIGKILL)
step, moves, replace, rename = {step!r}, [], Path.replace, Path.rename
if step == "write": kg.builder.write_report = die
if step == "rename": Path.rename = die
def move(path, target):
    moves.append(path)
    if len(moves) == {{"first move": 1, "second move": 2}}.get(step): die()
    return replace(path, target)
Path.replace = move
build([Path(sys.argv[1])], Path(sys.argv[2]), Options())
"""
    old, new, _ = old_and_new
    out = tmp_path / "out"
    shutil.copytree(old, out)
    done = subprocess.run([sys.executable, "-c", script, str(pages), str(out)], cwd=tmp_path)
    assert done.returncode == -signal.SIGKILL
    asked = kg("query", "ASK { ?s ?p ?o }", "--graph", out / "graph.ttl", cwd=tmp_path)
    assert asked.stdout.split() == ["answer", "yes"]
    assert bytes_of(out) == bytes_of(old if step in ("write", "rename") else new)


def test_two_builds_at_once_give_one_of_them(pages, tmp_path, old_and_new):
    command = [sys.executable, "-m", "kg.cli", "build", "-q", "-o", str(tmp_path / "out")]
    both = [subprocess.Popen([*command, str(path)], cwd=tmp_path) for path in (pages, pages / "one.txt")]
    assert [process.wait(120) for process in both] == [0, 0]
    assert bytes_of(tmp_path / "out") in [bytes_of(folder) for folder in old_and_new[:2]]
    assert [name for name in os.listdir(tmp_path / "out") if name.startswith(".")] == [".kg"]
