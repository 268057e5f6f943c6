"""The lab: has each query run by a process of its own, so many at once; the others wait their turn."""

import logging
import threading
import time
from contextlib import suppress
from functools import cache
from pathlib import Path
from shutil import rmtree

from dashboard.lab.answer import Answer, Problem, Refused
from dashboard.lab.limits import Limits
from dashboard.lab.run import Run, Running, State, Waiting
from dashboard.lab.worker import Worker
from dashboard.settings import settings
from dashboard.warehouse import Warehouse

ROOM = 20  # queries that run or wait
ABANDONED = 3600  # seconds after which nobody works in a process's folder any more
log = logging.getLogger(__name__)


class Lab:
    """Runs queries; thread-safe.

    A process runs one query and ends: two readers never meet in one, and nothing that a query leaves behind (variables,
    temporary tables, whatever a fault of the database lets it do) is met by the next one. The next process is started
    ahead, so that nobody waits for that.
    """

    def __init__(self, store: Path, limits: Limits, *, at_once: int, room: int = ROOM) -> None:
        self._store, self.limits, self._at_once, self._room = store, limits, at_once, room
        self._changed = threading.Condition()  # guards all that follows
        self._open: list[Run] = []  # first come, first served
        self._ahead: Worker | None = None
        self._is_closed = False
        _tidy(store / "lab")

    def start(self) -> None:
        """Start a process ahead; nobody waits for it."""
        with self._changed, suppress(OSError):
            if not self._is_closed:
                self._ahead = self._taken()

    def close(self) -> None:
        """End what runs, and the process that was started ahead."""
        with self._changed:
            self._is_closed = True
            runs, ahead, self._ahead = list(self._open), self._ahead, None
        for run in runs:
            self.cancel(run)
        if ahead:
            ahead.close()

    def ask(self, sql: str, facts: Warehouse) -> Run:
        """Have a query run over what this warehouse holds, and no more than that."""
        run = Run(sql, facts)
        if facts.snapshot.engine.remote:  # there is no file of them here
            run.end(Problem("elsewhere"))
            return run
        with self._changed:
            if len(self._open) >= self._room:
                run.end(Problem("full"))
                return run
            self._open.append(run)
        threading.Thread(target=self._work, args=[run], name="lab", daemon=True).start()
        return run

    def state(self, run: Run) -> State:
        """How far it is."""
        with self._changed:
            if run.result is not None:
                return run.result
            before = self._open.index(run) - self._at_once + 1
            return Waiting(before) if before > 0 else Running(time.monotonic() - run.begun)

    def cancel(self, run: Run) -> None:
        """Want it no more; it ends now."""
        with self._changed:
            run.end(Problem("cancelled"))
            self._changed.notify_all()
        if run.worker:
            run.worker.kill("cancelled")

    def _work(self, run: Run) -> None:
        """Wait for the run's turn, have it answered, let the next one begin; in a thread of its own."""
        try:
            with self._changed:
                self._changed.wait_for(lambda: run.result is not None or self._open.index(run) < self._at_once)
                run.worker = self._taken() if run.result is None else None
            if run.worker:
                run.end(_answered(run, run.worker))
        except OSError:
            log.exception("no process can be started for a query")
            run.end(Problem("started"))
        finally:
            with self._changed:
                self._open.remove(run)
                self._changed.notify_all()
            self.start()

    def _taken(self) -> Worker:
        """The process that was started ahead, else a new one."""
        ahead, self._ahead = self._ahead, None
        if ahead and ahead.lives:
            return ahead
        if ahead:
            ahead.close()
        return Worker(self._store, self.limits)


def _answered(run: Run, worker: Worker) -> Answer | Problem:
    run.begun, version = time.monotonic(), run.facts.version
    try:
        return worker.ask(run.sql, run.facts.file(version), version)
    except Refused as refused:
        return refused.problem


def _tidy(folder: Path) -> None:
    """Delete what a power cut left."""
    for left in folder.glob("*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > ABANDONED:
                rmtree(left, ignore_errors=True)


def limits() -> Limits:
    """Those of the settings."""
    of = settings()
    return Limits(of.lab_seconds, of.lab_threads, of.lab_mb, of.lab_spill_mb, of.lab_answer_mb, of.lab_rows)


@cache
def lab() -> Lab:
    """The process's lab."""
    return Lab(settings().store, limits(), at_once=settings().lab_at_once)
