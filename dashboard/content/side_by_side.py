"""Content that is made side by side where each question waits for an engine elsewhere."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import TypeVar

from dashboard.warehouse import warehouse

R = TypeVar("R")
Make = Callable[[], R]
MOST = 64  # threads of this process that wait for an engine elsewhere
_POOL, _FREE = ThreadPoolExecutor(MOST, "side by side"), threading.BoundedSemaphore(MOST)


def side_by_side(makers: Sequence[Make[R]]) -> list[Make[R]]:
    """What returns the same, each started now in a thread of its own, if the engine is remote; else as they are.

    Nothing waits for a thread, so that one slow question holds up neither another section nor another reader.
    """
    if not warehouse().snapshot.engine.remote or len(makers) < 2:
        return list(makers)
    return [_started(make) for make in makers]


def _started(make: Make[R]) -> Make[R]:
    """Where no thread is free, who wants it makes it."""
    if not _FREE.acquire(blocking=False):
        return make
    made = _POOL.submit(copy_context().run, make)  # in its context it reads what we read
    made.add_done_callback(lambda _: _FREE.release())
    return made.result
