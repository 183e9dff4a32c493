"""Pages of invented people, and `kg` as a real process."""

import subprocess
import sys
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


@pytest.fixture
def pages(tmp_path):
    """A folder `pages` with two pages."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "one.txt").write_text(PAGE, encoding="utf-8")
    (folder / "two.txt").write_text(OTHER, encoding="utf-8")
    return folder


def bytes_of(folder):
    return {name: (folder / name).read_bytes() for name in FILES}
