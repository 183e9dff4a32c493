"""Worker processes end with the process that started them, however that one ended."""

from __future__ import annotations

import os
import threading
from multiprocessing import parent_process
from multiprocessing.connection import wait


def end_with_parent() -> None:
    """Lets this process not outlive its parent: it would wait for work for ever, or go on with a long query.

    The parent's handle in multiprocessing is there on Linux, macOS and Windows, in forked and in spawned processes
    (docs.python.org, `multiprocessing.Process.sentinel`). A killed parent cannot end anything itself.
    """
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_watch, args=(parent.sentinel,), daemon=True).start()


def _watch(parent: int) -> None:
    wait([parent])
    os._exit(1)  # at once: the main thread may be deep in a query
