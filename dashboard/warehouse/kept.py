"""What was asked or made once and is kept while the data stay the same: one bounded memory for rows and content."""

import threading
from collections.abc import Callable, Hashable
from typing import TypeVar, cast

from cachetools import LRUCache

T = TypeVar("T")


class Kept:
    """A memory of at most `entries` values, keyed by the version of the data; thread-safe.

    `version` tells the version being served at the moment.
    """

    def __init__(self, entries: int, version: Callable[[], str]) -> None:
        self._version = version
        self._values: LRUCache[tuple[Hashable, ...], object] = LRUCache(entries)
        self._lock = threading.Lock()

    def get(self, key: tuple[Hashable, ...], make: Callable[[], T]) -> T:
        """The value kept under this key, else the one that `make` returns now. Nobody may change it."""
        version = self._version()
        full = (version, *key)
        with self._lock:
            if full in self._values:
                return cast(T, self._values[full])
        made = make()
        if self._version() == version:  # else newer data came meanwhile, and it may be made of both
            with self._lock:
                self._values[full] = made
        return made

    def clear(self) -> None:
        """Forget everything: what an older version left is never asked for again."""
        with self._lock:
            self._values.clear()
