"""Where nodes stand: computed at build time, the same on every build, wide enough apart for their labels."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

from kg.views.measures import SEED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Points = dict[int, tuple[float, float]]

_ASPECT = 1.35  # width to height of the drawing
_SPACING = 78.0  # between neighbours, in pixels at scale 1
_EXACT = 350  # nodes up to which Kamada-Kawai is quick enough
_ROUNDS = 160
_GAP = 60.0


def positions(graph: nx.Graph, widths: Mapping[int, float]) -> Points:
    """Points for the nodes of a graph; `widths` are the widths of their labels in pixels."""
    parts = sorted((sorted(c) for c in nx.connected_components(graph)), key=lambda c: (-len(c), c))
    placed = _pack([_component(graph.subgraph(part), part, widths) for part in parts])
    return {node: (round(x, 1), round(y, 1)) for node, (x, y) in placed.items()}


def _component(graph: nx.Graph, part: Sequence[int], widths: Mapping[int, float]) -> Points:
    if len(part) == 1:
        return {part[0]: (0.0, 0.0)}
    ordered = nx.Graph()
    ordered.add_nodes_from(part)
    ordered.add_edges_from(sorted(tuple(sorted(e)) for e in graph.edges))
    raw = _forces(ordered)
    points = _turned(np.array([raw[node] for node in part]))
    points *= _SPACING * math.sqrt(len(part)) / 1.6
    points[:, 0] *= math.sqrt(_ASPECT)
    points[:, 1] /= math.sqrt(_ASPECT)
    spread = _push_apart(points, np.array([widths.get(node, 40.0) for node in part]))
    return {node: (float(x), float(y)) for node, (x, y) in zip(part, spread, strict=True)}


def _forces(graph: nx.Graph) -> Mapping[int, NDArray[np.float64]]:
    if len(graph) <= _EXACT:
        start = nx.circular_layout(graph)
        found: Mapping[int, NDArray[np.float64]] = nx.kamada_kawai_layout(graph, pos=start)
        return found
    return nx.spring_layout(graph, seed=SEED, iterations=120, method="force")  # type: ignore[no-any-return]


def _turned(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """The points with their longest axis laid level, and the heavier side to the left."""
    centred = points - points.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    flat: NDArray[np.float64] = centred @ axes[:, ::-1]
    signs = np.sign((flat**3).sum(axis=0))
    return flat * np.where(signs == 0, 1.0, -signs)


def _push_apart(points: NDArray[np.float64], widths: NDArray[np.float64]) -> NDArray[np.float64]:
    """Moves boxes (a node with its label) until none lies on another, half of the smaller overlap at a time."""
    half = np.stack([np.maximum(widths, 34.0) / 2 + 5, np.full(len(widths), 25.0)], axis=1)
    reach = half[:, None, :] + half[None, :, :]
    for _ in range(_ROUNDS):
        apart = points[:, None, :] - points[None, :, :]
        over = reach - np.abs(apart)
        hit = (over > 0).all(axis=2)
        np.fill_diagonal(hit, val=False)
        if not hit.any():
            break
        points = points + _moves(apart, over, hit)
    return points


def _moves(
    apart: NDArray[np.float64], over: NDArray[np.float64], hit: NDArray[np.bool_],
) -> NDArray[np.float64]:
    side = np.sign(apart)
    tie = np.sign(np.arange(len(apart))[:, None] - np.arange(len(apart))[None, :])
    side = np.where(side == 0, tie[:, :, None], side)
    across = over[:, :, 0] < over[:, :, 1]
    step = np.stack([np.where(across, over[:, :, 0], 0), np.where(across, 0, over[:, :, 1])], axis=2)
    moves: NDArray[np.float64] = (side * step * hit[:, :, None]).sum(axis=1) * 0.35
    return np.clip(moves, -40.0, 40.0)


def _pack(parts: Sequence[Points]) -> Points:
    """Sets components side by side in rows, the largest first."""
    boxes = [_box(points) for points in parts]
    area = sum((w + _GAP) * (h + _GAP) for _, _, w, h in boxes)
    limit = max([math.sqrt(area * _ASPECT), *(w for _, _, w, _ in boxes)], default=0)
    placed: Points = {}
    x = y = row = 0.0
    for points, (left, top, width, height) in zip(parts, boxes, strict=True):
        if x and x + width > limit:
            x, y, row = 0.0, y + row + _GAP, 0.0
        placed |= {node: (px - left + x, py - top + y) for node, (px, py) in points.items()}
        x, row = x + width + _GAP, max(row, height)
    return placed


def _box(points: Points) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in points.values()], [y for _, y in points.values()]
    return min(xs), min(ys), max(xs) - min(xs) + 80, max(ys) - min(ys) + 40
