"""What was asked or made once and is kept while the same data are served: one bounded memory for rows and content."""

import threading
from collections.abc import Callable, Hashable, Sized
from contextlib import suppress
from operator import itemgetter
from typing import TypeVar, cast

from cachetools import LRUCache

T = TypeVar("T")
ROW = 1_000  # bytes; answers of the shipped facts take 550 to 1,600 a row


def weight(made: object) -> int:
    """The bytes that a value takes, roughly: by its rows, if it has any."""
    return ROW * (1 + (len(made) if isinstance(made, Sized) else 0))


class Memory:
    """A memory of at most so many megabytes, by what its values weigh; what was not asked for longest goes first.

    Thread-safe.
    """

    def __init__(self, megabytes: float) -> None:
        self._values: LRUCache[tuple[Hashable, ...], tuple[object, int]]
        self._values = LRUCache(megabytes * 1e6, getsizeof=itemgetter(1))
        self._lock = threading.Lock()

    def get(self, key: tuple[Hashable, ...], make: Callable[[], T], weigh: Callable[[T], int] = weight) -> T:
        """The value kept under this key, else the one that `make` returns now. Nobody may change it."""
        with self._lock:
            if key in self._values:
                return cast(T, self._values[key][0])
        made = make()
        weighed = made, weigh(made)
        with self._lock, suppress(ValueError):  # heavier than all there is room for
            if key in self._values:  # of two who made it at once all have the same
                return cast(T, self._values[key][0])
            self._values[key] = weighed
        return made
