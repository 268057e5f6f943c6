"""What was asked or made once and is kept while the same data are served: one bounded memory for rows and content."""

import threading
from collections.abc import Callable, Hashable, Sized
from contextlib import suppress
from operator import itemgetter
from typing import TypeVar, cast

from cachetools import LRUCache

from dashboard.warehouse.engine.asker import Left, stay
from dashboard.warehouse.making import Making

T = TypeVar("T")
Key = tuple[Hashable, ...]
Weighed = tuple[object, int]
ROW = 1_000  # bytes; answers of the shipped facts take 550 to 1,600 a row


def weight(made: object) -> int:
    """The bytes that a value takes, roughly: by its rows, if it has any."""
    return ROW * (1 + (len(made) if isinstance(made, Sized) else 0))


class Memory:
    """A memory of at most so many megabytes, by what its values weigh; what was not asked for longest goes first.

    Thread-safe.
    """

    def __init__(self, megabytes: float) -> None:
        self._values: LRUCache[Key, Weighed] = LRUCache(megabytes * 1e6, getsizeof=itemgetter(1))
        self._making: dict[Key, Making[Weighed]] = {}
        self._lock = threading.Lock()  # guards both

    def get(self, key: Key, make: Callable[[], T], weigh: Callable[[T], int] = weight) -> T:
        """The value kept under this key, else the one that `make` returns now, once for all who want it at the same
        time. Nobody may change it. `make` must not want the same."""
        with self._lock:
            if key in self._values:
                return cast(T, self._values[key][0])
            is_first = key not in self._making
            making = self._making.setdefault(key, Making())
        with making.wanted():
            try:
                return cast(T, (self._made(key, making, make, weigh) if is_first else making.wait())[0])
            except Left:
                if is_first:
                    raise
                stay()  # else it is whoever made it who has left
        return self.get(key, make, weigh)

    def _made(self, key: Key, making: Making[Weighed], make: Callable[[], T], weigh: Callable[[T], int]) -> Weighed:
        """A value and what it weighs, kept if there is room for it. Who hears of its end finds it, or begins anew."""

        def weighed() -> Weighed:
            try:
                made = make()
                found = made, weigh(made)
                with self._lock, suppress(ValueError):  # heavier than all there is room for
                    self._values[key] = found
                return found
            finally:
                with self._lock:
                    del self._making[key]

        return making.make(weighed)
