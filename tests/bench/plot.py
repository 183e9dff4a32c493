"""Time and memory against the number of articles, both on logarithmic scales. The same figures give the same bytes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, NullFormatter

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

TIMES = {"first build": "#1f5fa8", "second build": "#2a8c6a", "jieba.cut": "#888888", "page opens": "#c05a1c", "slowest question": "#8a4fa0"}
TOLD = {"second build": "second build, 1 in 100 new", "jieba.cut": "one jieba.cut pass", "page opens": "opening the page", "slowest question": "slowest saved question"}


def draw(points: Sequence[tuple[int, dict[str, float]]], path: Path) -> None:
    """`points`: for each number of articles the seconds of TIMES that are known, and `memory` in bytes."""
    mpl.rcParams.update({"svg.hashsalt": "kg", "svg.fonttype": "none", "font.family": "sans-serif", "font.size": 9})
    figure = Figure(figsize=(9, 3.6), layout="constrained")
    time, memory = figure.subplots(1, 2)
    for name, color in TIMES.items():
        _line(time, [(n, values[name]) for n, values in points if name in values], color, TOLD.get(name, name))
    for name, told, color in (("memory", "first build", "#1f5fa8"), ("memory, second", "second build", "#2a8c6a")):
        _line(memory, [(n, values[name] / 1e6) for n, values in points if values.get(name)], color, told)
    for axes, what in ((time, "seconds"), (memory, "MB at most")):
        axes.set(xscale="log", yscale="log", xlabel="articles", ylabel=what)
        axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
        axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,g}"))
        axes.yaxis.set_minor_formatter(NullFormatter())
        axes.set_ylim(*_decades(axes))
        axes.grid(visible=True, which="major", color="#dddddd", linewidth=0.6)
        axes.legend(frameon=False, fontsize=8, loc="lower left", bbox_to_anchor=(0, 1), ncols=2)
        axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(path, metadata={"Date": None, "Creator": None})


def _decades(axes) -> tuple[float, float]:
    """The powers of ten around what is drawn."""
    values = [value for line in axes.lines for value in line.get_ydata()]
    return 10 ** math.floor(math.log10(min(values))), 10 ** math.ceil(math.log10(max(values)))


def _line(axes, points: list[tuple[int, float]], color: str, label: str) -> None:
    if points:
        axes.plot(*zip(*points, strict=True), marker="o", markersize=4, linewidth=1.4, color=color, label=label)
