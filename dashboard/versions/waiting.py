"""What older versions say takes a while to find out: one thread sees to it, and nobody's page waits."""

import threading
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from cachetools import LRUCache

R = TypeVar("R")
FEW = 64  # answers that are kept
_ANSWERS: LRUCache[Hashable, Future[Any]] = LRUCache(FEW)
_LOCK = threading.Lock()
_POOL = ThreadPoolExecutor(1, thread_name_prefix="versions")


def begun(key: Hashable, find: Callable[[], R]) -> Future[R]:
    """The answer, which is found once for all who ask with this key; after a failure anew."""
    with _LOCK:
        known = _ANSWERS.get(key)
        if known is None or (known.done() and known.exception()):
            known = _ANSWERS[key] = _POOL.submit(find)
        return known
