"""One thread for all questions of this process's own database: who is answered in milliseconds needs none apiece."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

import duckdb

from dashboard.warehouse.engine.asker import OFTEN, Left, There, is_there, may_leave, stay

Interrupt = Callable[[], object]


@dataclass(eq=False)
class Asked:
    """A question at work. Once left it stays so, even if somebody else wants the same by then: it may be interrupted
    already."""

    interrupt: Interrupt
    there: There
    is_left: bool = False

    def look(self) -> None:
        """Interrupt it, as often as it takes, once whoever asked is gone."""
        self.is_left = self.is_left or not self.there()
        if self.is_left:
            with suppress(duckdb.Error):  # it has just ended
                self.interrupt()


class Watch:
    """Looks whether those who ask are still there, and interrupts what nobody waits for."""

    def __init__(self) -> None:
        self._lock = threading.Lock()  # guards all that follows
        self._asked: set[Asked] = set()
        self._is_on = False

    @contextmanager
    def over(self, interrupt: Interrupt) -> Iterator[None]:
        """Around the database's work for whoever asks here. Raises Left once they are gone."""
        if not may_leave():
            yield
            return
        stay()
        asked = Asked(interrupt, is_there())
        self._add(asked)
        try:
            yield
        except duckdb.InterruptException as error:
            if asked.is_left:
                raise Left from error
            raise
        finally:
            with self._lock:
                self._asked.remove(asked)

    def _add(self, asked: Asked) -> None:
        with self._lock:
            self._asked.add(asked)
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
                for asked in self._asked:
                    asked.look()


WATCH = Watch()
