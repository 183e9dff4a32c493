"""Where nodes stand: computed at build time, the same on every build, wide enough apart for their labels."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
from scipy.spatial import KDTree

from kg.views.measures import SEED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

Points = dict[int, tuple[float, float]]

ASPECT = 1.15  # width to height of the drawing
_STRETCHES = (1.05, 0.8, 0.6)  # of its components against the whole, tried in turn
_SPACING = 54.0  # between neighbours, in pixels at scale 1
_EXACT = 350  # nodes up to which Kamada-Kawai is quick enough
_ROUNDS = 160
_GAP = 24.0
_ROWS = 24  # widths tried
_MARGIN = np.array([84.0, 44.0])  # labels at the edge of a component


def positions(graph: nx.Graph, sizes: Mapping[int, tuple[float, float]], aspect: float = ASPECT) -> Points:
    """Points for the nodes of a graph, in a frame of some width to height.

    `sizes` are the widths and heights of nodes with their labels, in pixels.
    """
    parts = sorted((sorted(c) for c in nx.connected_components(graph)), key=lambda c: (-len(c), c))
    shapes = [_shape(graph.subgraph(part), part) for part in parts]
    boxes = [np.array([sizes[node] for node in part]) for part in parts]
    tried = [
        _pack([_spread(s, b, stretch * aspect) for s, b in zip(shapes, boxes, strict=True)], aspect)
        for stretch in _STRETCHES
    ]
    corners, _ = min(tried, key=lambda found: found[1])
    return {
        node: (round(float(x), 1), round(float(y), 1))
        for part, points in zip(parts, corners, strict=True) for node, (x, y) in zip(part, points, strict=True)
    }


def _shape(graph: nx.Graph, part: Sequence[int]) -> NDArray[np.float64]:
    """The drawing of one component before its labels are given room, its longer side level."""
    if len(part) == 1:
        return np.zeros((1, 2))
    ordered = nx.Graph()
    ordered.add_nodes_from(part)
    ordered.add_edges_from(sorted(tuple(sorted(e)) for e in graph.edges))
    raw = _forces(ordered)
    return _turned(np.array([raw[node] for node in part])) * _SPACING * math.sqrt(len(part)) / 1.6


def _spread(points: NDArray[np.float64], sizes: NDArray[np.float64], stretch: float) -> NDArray[np.float64]:
    return _push_apart(points * np.array([math.sqrt(stretch), 1 / math.sqrt(stretch)]), sizes)


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


def _push_apart(points: NDArray[np.float64], sizes: NDArray[np.float64]) -> NDArray[np.float64]:
    """Moves boxes (a node with its label) until none lies on another, half of the smaller overlap at a time."""
    half = sizes / 2 + np.array([5.0, 2.0])
    farthest = 2 * half.max(axis=0)  # boxes further apart than this do not meet: most pairs need no look
    for _ in range(_ROUNDS):
        near = KDTree(points / farthest).query_pairs(1.0, p=np.inf, output_type="ndarray")
        one, other = near[np.lexsort(near.T[::-1])].T
        apart = points[one] - points[other]
        over = half[one] + half[other] - np.abs(apart)
        hit = (over > 0).all(axis=1)
        if not hit.any():
            break
        moves = _moves(apart[hit], over[hit])
        total = np.zeros_like(points)
        np.add.at(total, one[hit], moves)
        np.subtract.at(total, other[hit], moves)
        points = points + np.clip(total * 0.35, -40.0, 40.0)
    return points


def _moves(apart: NDArray[np.float64], over: NDArray[np.float64]) -> NDArray[np.float64]:
    """How far each pair of boxes that meet is to be moved, along the side on which they meet less."""
    side = np.where(apart == 0, -1.0, np.sign(apart))
    across = over[:, 0] < over[:, 1]
    moves: NDArray[np.float64] = side * np.column_stack([np.where(across, over[:, 0], 0.0), np.where(across, 0.0, over[:, 1])])
    return moves


def _pack(parts: Sequence[NDArray[np.float64]], aspect: float) -> tuple[list[NDArray[np.float64]], float]:
    """Sets components side by side in rows, the largest first, in the width that suits the page best.

    Gives their points and the height of a page that holds them.
    """
    boxes = [points.max(axis=0) - points.min(axis=0) + _MARGIN for points in parts]
    widths = [float(width) for width, _ in boxes]
    least = max(widths, default=0.0)
    limits = {least, *(sum(widths[: n + 1]) + n * _GAP for n in range(min(len(widths), _ROWS)))}
    tried = [_rows(boxes, limit, aspect) for limit in sorted(limits) if limit >= least]
    corners, height = min(tried, key=lambda found: found[1])
    return [p - p.min(axis=0) + corner for p, corner in zip(parts, corners, strict=True)], height


def _rows(
    boxes: Sequence[NDArray[np.float64]], limit: float, aspect: float,
) -> tuple[list[tuple[float, float]], float]:
    """The corner of each box, in rows no wider than `limit`, and the height of a page that holds them all."""
    corners = []
    x = y = row = widest = 0.0
    for width, height in boxes:
        if x and x + width > limit + 1:
            x, y, row = 0.0, y + row + _GAP, 0.0
        corners.append((x, y))
        x, row = x + width + _GAP, max(row, height)
        widest = max(widest, x - _GAP)
    return corners, max(widest / aspect, y + row)
