"""Reading on a Dask cluster: the bytes of any other build, and a worker that ends costs nothing but its time."""

import contextlib
import json
import os
import pickle
import shutil
import signal
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest

from kg import KgError
from kg.builder import Options, build, workers
from kg.builder.engines import Lost

from .conftest import OTHER, PAGE, ROOT, bytes_of, kg
from .test_kept import running as alive

distributed = pytest.importorskip("distributed", reason="needs the extra dask")
import dask  # noqa: E402  # only where there is Dask

from kg.builder.engines import cluster as engine  # noqa: E402
from kg.builder.engines import node  # noqa: E402

QUICK = {"DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "2s", "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}
DASK = Path(sys.executable).with_name("dask")


@contextlib.contextmanager
def running(*command, env=None):
    process = subprocess.Popen([DASK, *map(str, command)], env={**os.environ, **QUICK, **(env or {})}, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(10)


@contextlib.contextmanager
def scheduler(folder, env=None):
    """The address of a scheduler, and its process."""
    file = folder / "scheduler.json"
    file.unlink(missing_ok=True)
    options = ("--host", "127.0.0.1", "--port", 0, "--no-dashboard", "--scheduler-file", file)
    with running("scheduler", *options, env=env) as process:
        deadline = time.monotonic() + 30
        while not (file.exists() and file.read_text()) and time.monotonic() < deadline:
            time.sleep(0.05)
        yield json.loads(file.read_text())["address"], process


@contextlib.contextmanager
def nodes(address, count, folder, *options, env=None):
    """Workers, as `docs/cluster.md` starts them; goes on when there are so many in all."""
    options = options or ("--nworkers", count)
    with running("worker", address, "--nthreads", 1, "--no-dashboard", "--local-directory", folder, *options, env=env), distributed.Client(address, set_as_default=False) as client:
        client.wait_for_workers(count, timeout=30)
        yield client


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """A scheduler with two workers: its address, and a client."""
    folder = tmp_path_factory.mktemp("cluster")
    with scheduler(folder) as (address, _), nodes(address, 2, folder) as client:
        yield address, client


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """The seeds and enough records for many batches, and a build of them by one process."""
    folder = tmp_path_factory.mktemp("many")
    for seed in (ROOT / "seeds").glob("*.txt"):
        shutil.copy(seed, folder)
    with (folder / "records.jsonl").open("w", encoding="utf-8") as file:
        for i in range(40):
            text = (PAGE if i % 2 else OTHER).replace("6月", f"{i % 12 + 1}月") + f"第{i}号"
            file.write(json.dumps({"id": f"r{i}", "text": text}, ensure_ascii=False) + "\n")
    build([folder], folder / "out", Options(workers=1))
    return folder


@pytest.fixture
def small_batches(monkeypatch):
    monkeypatch.setattr(workers, "BATCH_CHARACTERS", 100)


def pages(many):
    return [*many.glob("*.txt"), many / "records.jsonl"]


# ---------------------------------------------------------------- the same bytes
def test_a_cluster_of_this_machine(many, tmp_path):
    done = kg("build", *pages(many), "--engine", "dask", "--workers", 2, "--profile", "-o", tmp_path, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "mentions" in done.stderr and "WARNING" not in done.stderr
    assert bytes_of(tmp_path) == bytes_of(many / "out")


def test_a_cluster_that_is_there(many, cluster, small_batches, tmp_path):
    steps = []
    report = build(pages(many), tmp_path, Options(engine="dask", cluster=cluster[0]), steps.append)
    assert bytes_of(tmp_path) == bytes_of(many / "out")
    assert report.read == 42 and report.timings["mentions"] > 0
    shares = [step.share for step in steps if step.stage == "reading"]
    assert len(shares) > 15 and shares == sorted(shares)
    assert len(cluster[1].ncores()) == 2, "the cluster is left as it was"


def test_the_address_from_the_configuration_of_dask(cluster, numbers):
    with dask.config.set({"scheduler-address": cluster[0]}):
        with engine.Cluster(None, None, None) as opened:
            assert list(opened.map(numbers, [(1, 2)])) == [(1, 2)]
        with pytest.raises(KgError, match="has its own"):
            engine.Cluster(None, 2, None)


def test_words_of_ones_own_go_to_the_nodes(cluster, tmp_path):
    """戛 is no surname of kg's: with it in a folder that only the build sees, the nodes know the man."""
    (tmp_path / "page.txt").write_text(PAGE.replace("周大川", "戛大川"), encoding="utf-8")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "names.toml").write_text("[surnames]\nwords = ['戛']\n", encoding="utf-8")
    mine = Options(lexicon=tmp_path / "mine", workers=1)
    build([tmp_path / "page.txt"], tmp_path / "one", mine)
    build([tmp_path / "page.txt"], tmp_path / "two", Options(lexicon=mine.lexicon, engine="dask", cluster=cluster[0]))
    assert "戛大川" in (tmp_path / "one" / "graph.ttl").read_text(encoding="utf-8")
    assert bytes_of(tmp_path / "one") == bytes_of(tmp_path / "two")


# ---------------------------------------------------------------- workers that end
@pytest.fixture
def numbers():
    """A function that the nodes get as it is, for they don't have the tests."""

    def numbers(batch, extra):
        """The same numbers; ends its worker at one below zero, and at a path where there is no such file yet."""
        import os
        import signal
        import time
        from pathlib import Path

        time.sleep(0.02)
        for number in batch:
            if isinstance(number, str):
                if Path(number).exists():
                    continue
                Path(number).touch()
            if isinstance(number, str) or number < 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return batch

    return numbers


def test_a_task_that_ends_its_worker_once_is_run_again(cluster, numbers, tmp_path):
    batches = [(n, str(tmp_path / "once")) if n == 7 else (n, n) for n in range(20)]
    with engine.Cluster(cluster[0], None, None) as opened:
        assert sorted(opened.map(numbers, batches), key=lambda batch: batch[0]) == batches
    assert (tmp_path / "once").exists()


def test_only_the_item_that_ends_its_workers_again_and_again_is_lost(cluster, numbers):
    batches = [(-n if n == 11 else n, n + 1, n + 2) for n in range(2, 40, 3)]
    with engine.Cluster(cluster[0], None, None) as opened:
        found = list(opened.map(numbers, batches))
    lost = [each for each in found if isinstance(each, Lost)]
    assert [each.item for each in lost] == [-11]
    assert sorted(n for each in found if not isinstance(each, Lost) for n in each) == sorted({*range(2, 41)} - {11})


def test_a_worker_killed_midway_loses_nothing(many, cluster, small_batches, tmp_path):
    address, client = cluster
    client.wait_for_workers(2, timeout=30)
    processes = client.run(os.getpid)
    killed = []

    def watch(step):
        """The worker with most tasks, if only one: in a moment between two batches none may have any."""
        if step.stage == "reading" and step.articles > 10 and not killed:
            tasks = client.processing()
            killed.append(max(processes, key=lambda worker: len(tasks.get(worker, ()))))
            os.kill(processes[killed[0]], signal.SIGKILL)

    report = build(pages(many), tmp_path, Options(engine="dask", cluster=address), watch)
    assert killed
    assert report.left_out == () and report.read == 42
    assert bytes_of(tmp_path) == bytes_of(many / "out")


DEADLY = """
import os, signal
from kg.builder import workers
from kg.pipeline import read_page
def deadly(source, lex):
    if source.doc == "two.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    return read_page(source, lex)
workers.read_page = deadly
"""


def test_a_page_that_ends_its_workers_is_told_and_left_out(pages, tmp_path, monkeypatch):
    (tmp_path / "deadly.py").write_text(DEADLY)
    monkeypatch.setenv("DASK_DISTRIBUTED__WORKER__PRELOAD", str(tmp_path / "deadly.py"))
    monkeypatch.setenv("DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES", "0")
    done = kg("build", pages, "--engine", "dask", "--workers", 1, "-o", tmp_path / "out", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    assert "kg: two.txt: each worker that was given it ended" in done.stderr
    graph = (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")
    assert "周大川" in graph and "吴半山" not in graph


def test_workers_of_this_machine_end_with_a_build_that_is_killed(pages, tmp_path):
    command = [sys.executable, "-m", "kg.cli", "build", pages, "--engine", "dask", "--workers", "1", "-q"]
    process = subprocess.Popen(command, cwd=tmp_path, start_new_session=True, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 30
    while len(alive(process.pid)) < 3 and time.monotonic() < deadline:  # the build, Python's tracker, the worker
        time.sleep(0.05)
    assert len(alive(process.pid)) >= 3
    process.kill()
    process.wait()
    while alive(process.pid) and time.monotonic() < deadline + 10:
        time.sleep(0.1)
    assert not alive(process.pid)


# ---------------------------------------------------------------- what is refused
def reading(paths, address, folder):
    build(paths, folder / "out", Options(engine="dask", cluster=address))


def test_another_edition_on_one_node_is_refused(pages, cluster, tmp_path):
    address, client = cluster
    good = set(client.ncores())
    other = tmp_path / "other"
    shutil.copytree(ROOT / "kg", other / "kg", ignore=shutil.ignore_patterns("__pycache__"))
    with (other / "kg" / "lexicon" / "names.toml").open("a") as file:
        file.write("\n")
    with nodes(address, 3, tmp_path, "--no-nanny", "--nworkers", 1, env={"PYTHONPATH": str(other)}):
        (worker,) = set(client.ncores()) - good
        told = rf"another kg than this build: {worker}: kg 0\.\d+\.\d+ \(\w+\), here 0\.\d+\.\d+ \(\w+\)$"
        with pytest.raises(KgError, match=told):
            reading([pages], address, tmp_path)
    assert not (tmp_path / "out" / "graph.ttl").exists()


def test_a_node_that_came_later_is_checked_too(cluster, numbers):
    """It was not there when the others were looked at: the batch that it is given tells."""
    found = cluster[1].submit(node.run, numbers, zlib.compress(pickle.dumps((1,))), {"kg": "0.0.1"}, None, pure=False)
    with pytest.raises(node.OtherEditionError, match=r"tcp://127.0.0.1:\d+: kg 0\.\d+\.\d+ \(\w+\), here 0.0.1"):
        found.result()


def test_without_kg_without_workers_and_without_a_scheduler(pages, tmp_path, monkeypatch):
    (tmp_path / "none" / "kg").mkdir(parents=True)
    (tmp_path / "none" / "kg" / "__init__.py").write_text("")
    none = {"PYTHONPATH": str(tmp_path / "none")}
    with scheduler(tmp_path) as (address, process):
        with nodes(address, 1, tmp_path, "--no-nanny", env=none):
            with pytest.raises(KgError, match="worker tcp.* cannot run this kg: .*kg.builder"):
                reading([pages], address, tmp_path)
        monkeypatch.setattr(engine, "LOOK", 0.2)
        monkeypatch.setattr(engine, "PATIENCE", 0.4)
        with pytest.raises(KgError, match="has had no worker"):
            reading([pages], address, tmp_path)
        monkeypatch.setattr(engine, "PATIENCE", 10_000)
        monkeypatch.setattr(engine, "_done", lambda *given, done=engine._done: (process.kill(), done(*given))[1])
        with pytest.raises(KgError, match="is gone"):
            reading([pages], address, tmp_path)
    with scheduler(tmp_path, env=none) as (address, _):
        with pytest.raises(KgError, match="the scheduler .* cannot run this kg: .*kg.builder"):
            reading([pages], address, tmp_path)


REFUSED = [
    ({"cluster": "tcp://127.0.0.1:9"}, "only the engine dask"),
    ({"engine": "dask", "cluster": "tcp://127.0.0.1:9"}, "no Dask scheduler answers"),
    ({"engine": "dask", "cluster": "tcp://127.0.0.1:9", "workers": 2}, "has its own"),
    ({"engine": "dask", "cluster": "here"}, "missing port number"),
    ({"engine": "dask", "cluster": "ray://here:1"}, "unknown address scheme"),
]


@pytest.mark.parametrize(("options", "told"), REFUSED)
def test_options_that_cannot_be(pages, tmp_path, options, told):
    with dask.config.set({"distributed.comm.timeouts.connect": "0.2s"}), pytest.raises(KgError, match=told):
        build([pages], tmp_path, Options(**options))


def test_usage(pages, tmp_path):
    done = kg("build", pages, "--engine", "ray", cwd=tmp_path)
    assert done.returncode == 2 and "--engine" in done.stderr and "dask" in done.stderr


def test_without_the_extra(tmp_path, pages):
    script = "import sys; sys.modules['distributed'] = None; from kg.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", script, "build", str(pages), "--engine", "dask"], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 2
    assert done.stderr == "kg: the engine dask needs distributed: pip install 'kg-newspaper[dask]'\n"
