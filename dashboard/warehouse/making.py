"""A value that many want at once and that one of them makes for all."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager, nullcontext
from typing import Generic, TypeVar

from dashboard.warehouse.engine.asker import OFTEN, There, asking, is_there, may_leave, stay

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
        except BaseException as error:  # whoever waits for it hears of it
            self._value.set_exception(error)
            raise
        self._value.set_result(made)
        return made

    def wait(self) -> T:
        """It, once it is made. Raises what making it raised, so Left where all who wanted it had left before this one
        came; Left if whoever asks here leaves."""
        while not self._value.done():
            wait([self._value], OFTEN)
            stay()
        return self._value.result()

    def _is_wanted(self) -> bool:
        return any(there() for there in tuple(self._wanting))
