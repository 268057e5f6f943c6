"""One thread for all questions of this process's own database: who is answered in milliseconds needs none apiece."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import duckdb

from dashboard.warehouse.engine.asker import OFTEN, Left, There, is_there, may_leave, stay

Interrupt = Callable[[], object]


class Watch:
    """Looks whether those who ask are still there, and interrupts what nobody waits for."""

    def __init__(self) -> None:
        self._lock = threading.Lock()  # guards all that follows
        self._asked: dict[object, tuple[Interrupt, There]] = {}
        self._is_on = False

    @contextmanager
    def over(self, interrupt: Interrupt) -> Iterator[None]:
        """Around the database's work for whoever asks here. Raises Left once they are gone."""
        if not may_leave():
            yield
            return
        stay()
        there, key = is_there(), object()
        self._add(key, interrupt, there)
        try:
            yield
        except duckdb.InterruptException as error:
            if not there():
                raise Left from error
            raise
        finally:
            with self._lock:
                del self._asked[key]

    def _add(self, key: object, interrupt: Interrupt, there: There) -> None:
        with self._lock:
            self._asked[key] = interrupt, there
            if not self._is_on:
                self._is_on = True
                threading.Thread(target=self._look, name="watch", daemon=True).start()

    def _look(self) -> None:
        """Until nothing is asked any more."""
        pause = threading.Event()
        while not pause.wait(OFTEN):
            with self._lock:
                self._is_on = bool(self._asked)
                if not self._is_on:
                    return
                for interrupt, there in self._asked.values():
                    if not there():
                        with suppress(duckdb.Error):  # it has just ended
                            interrupt()


WATCH = Watch()
