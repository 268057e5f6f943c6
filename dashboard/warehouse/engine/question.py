"""A question that an engine is being asked, for one or for several who wait for the same."""

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager
from typing import Generic, TypeVar

from dashboard.warehouse.engine.asker import OFTEN, Left, There

A = TypeVar("A")
Stop = Callable[[], object]
AGAIN = 1.0  # seconds until an engine is told once more to stop


class Late(Exception):
    """Who waited has waited long enough."""


class Question(Generic[A]):
    """Being asked from its making on; `answer` is set by whoever asks. Thread-safe."""

    def __init__(self) -> None:
        self.answer: Future[A] = Future()
        self._lock = threading.Lock()  # guards what follows
        self._waiting = 0
        self._is_left = False
        self._stop: Stop | None = None  # tells the engine to leave it, while the engine has it

    def join(self) -> bool:
        """Wait for it, too; False where all have left, so that it will not be answered."""
        with self._lock:
            self._waiting += not self._is_left
            return not self._is_left

    def wait(self, there: There, seconds: float) -> A:
        """The answer, for one who has joined. Raises what asking it raised; Left if `there()` says no before that; Late
        after so many seconds, whatever becomes of it."""
        ends = time.monotonic() + seconds
        while True:
            try:
                return self.answer.result(OFTEN)
            except TimeoutError:
                if self.answer.done():  # just now, or it is the answer that says so
                    return self.answer.result()
                is_gone = not there()
                if is_gone or time.monotonic() > ends:
                    self._leave()
                    raise (Left if is_gone else Late) from None

    def _leave(self) -> None:
        """Wait no longer; the last one has the engine told."""
        with self._lock:
            self._waiting -= 1
            self._is_left = self._waiting == 0
            stop = self._stop if self._is_left else None
        if stop:
            self._begin_to_stop(stop)

    @contextmanager
    def on_engine(self, stop: Stop) -> Iterator[None]:
        """Around the engine's work, which `stop` ends. Raises Left where nobody waits any more, whatever ended it."""
        with self._lock:
            if self._is_left:
                raise Left
            self._stop = stop
        try:
            yield
        except Exception as error:
            if self._is_left:
                raise Left from error
            raise
        finally:
            with self._lock:
                self._stop = None

    def _begin_to_stop(self, stop: Stop) -> None:
        """In a thread of its own: whoever leaves has no time. Again, if the engine had not begun the first time."""

        def tell() -> None:
            while not self.answer.done():
                stop()
                wait([self.answer], AGAIN)

        threading.Thread(target=tell, name="stop", daemon=True).start()
