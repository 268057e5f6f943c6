"""A query that was asked: it waits, runs, and has a result."""

import threading
from dataclasses import dataclass, field
from time import monotonic

from dashboard.lab.answer import Answer, Problem
from dashboard.lab.worker import Worker
from dashboard.warehouse import Warehouse


@dataclass(frozen=True)
class Waiting:
    """So many queries must end before it begins."""

    before: int


@dataclass(frozen=True)
class Running:
    """For so many seconds."""

    seconds: float


State = Waiting | Running | Answer | Problem


@dataclass(eq=False)
class Run:
    """A query over the facts that its reader may see; the lab sees to the rest."""

    sql: str
    facts: Warehouse
    result: Answer | Problem | None = None
    worker: Worker | None = None
    begun: float = field(default_factory=monotonic)
    _ended: threading.Event = field(default_factory=threading.Event)

    def end(self, result: Answer | Problem) -> None:
        """Note what came of it; the first one counts."""
        if not self._ended.is_set():
            self.result = result
            self._ended.set()

    def wait(self, seconds: float | None = None) -> Answer | Problem | None:
        """Its result, as soon as it is there; None if that takes longer."""
        self._ended.wait(seconds)
        return self.result
