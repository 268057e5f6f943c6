"""A value that many want at once and that one of them makes for all.

Who makes it must not need what one who waits may hold: no lock, nor a `cached_property` (of a class one at a time is
computed) that wants the same.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager, nullcontext
from typing import Generic, TypeVar

from dashboard.warehouse.engine.asker import OFTEN, Left, There, asking, is_there, may_leave, stay

T = TypeVar("T")


class Making(Generic[T]):
    """Begun by whoever calls `make`; all others `wait`. Thread-safe."""

    def __init__(self) -> None:
        self._value: Future[T] = Future()
        self._wanting: list[There] = []

    @contextmanager
    def wanted(self) -> Iterator[None]:
        """Around either, for whoever asks here."""
        there = is_there()
        self._wanting.append(there)
        try:
            yield
        finally:
            self._wanting.remove(there)

    def make(self, make: Callable[[], T]) -> T:
        """Make it; if the one who does has left meanwhile, for those who wait. Raises Left if there are none."""
        try:
            with asking(self._is_wanted) if may_leave() else nullcontext():
                made = make()
        except Exception as error:  # whoever waits for it hears of it
            self._value.set_exception(error)
            raise
        except BaseException:  # this concerns nobody else, as that a page's run is to end
            self._value.set_exception(Left())
            raise
        self._value.set_result(made)
        return made

    def wait(self) -> T:
        """It, once it is made. Raises what making it raised; Left if whoever made it has left for good, or whoever asks
        here leaves."""
        while not self._value.done():
            wait([self._value], OFTEN)
            stay()
        return self._value.result()

    def _is_wanted(self) -> bool:
        return any(there() for there in tuple(self._wanting))
