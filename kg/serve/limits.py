"""What one request may cost."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Time in seconds, sizes in bytes. A query past a limit is cut off; the worker that ran it is replaced."""

    seconds: float = 20.0  # of one query
    patience: float = 4.0  # of processor time of one query while others wait for a worker
    queue: float = 30.0  # of waiting for a worker
    answer: int = 64_000_000  # of one answer
    memory: int = 1_500_000_000  # of data of one worker, beside the graph
    request: int = 200_000  # of the text of a query
    workers: int = 4
