"""Pages of invented people, and `kg` as a real process."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = """青田县召开防汛工作会议 部署汛期安全

本报讯 6月3日,青田县召开防汛工作会议。县委书记周大川出席会议并讲话。县长郑小满主持。

记者 冯一石
"""
OTHER = """县长郑小满到石门镇调研

本报讯 6月5日,青田县县长郑小满到石门镇调研夏粮收购工作。石门镇党委书记吴半山陪同。

记者 冯一石
"""
FILES = ("graph.ttl", "graph.html")


def kg(*arguments, cwd, **options):
    command = [sys.executable, "-m", "kg.cli", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=120, **options)


def two_pages(folder):
    folder.mkdir()
    (folder / "one.txt").write_text(PAGE, encoding="utf-8")
    (folder / "two.txt").write_text(OTHER, encoding="utf-8")
    return folder


@pytest.fixture
def pages(tmp_path):
    """A folder `pages` with two pages."""
    return two_pages(tmp_path / "pages")


@pytest.fixture(scope="session")
def old_and_new(tmp_path_factory):
    """A build of the first page alone, and one of both; and the seconds that one took."""
    folder = tmp_path_factory.mktemp("builds")
    pages = two_pages(folder / "pages")
    assert kg("build", pages / "one.txt", "-q", "-o", folder / "old", cwd=folder).returncode == 0
    start = time.monotonic()
    assert kg("build", pages, "-q", "-o", folder / "new", cwd=folder).returncode == 0
    return folder / "old", folder / "new", time.monotonic() - start


def bytes_of(folder):
    return {name: (folder / name).read_bytes() for name in FILES}
