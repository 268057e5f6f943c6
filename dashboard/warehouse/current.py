"""Which warehouse is read from here: the process's own, or another one for a while."""

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from dashboard.settings import settings
from dashboard.warehouse.base import Unpublishable, Warehouse, fault_from
from dashboard.warehouse.build_error import BuildError
from dashboard.warehouse.engine.fault import AGAIN
from dashboard.warehouse.fault import Fault
from dashboard.warehouse.folder import FromFolder
from dashboard.warehouse.truth import facts_folder

log = logging.getLogger(__name__)
_READ: ContextVar[Warehouse | None] = ContextVar("read", default=None)


def warehouse() -> Warehouse:
    """What is read from here: the public facts, unless it is within `reading`."""
    return _READ.get() or public_warehouse()


@contextmanager
def reading(other: Warehouse) -> Iterator[None]:
    """Whatever is asked within, in this thread, is asked of another warehouse; what is made of it is kept with it."""
    token = _READ.set(other)
    try:
        yield
    finally:
        _READ.reset(token)


@contextmanager
def one_version() -> Iterator[None]:
    """Whatever is asked within is answered from the version that is served when it begins."""
    with reading(warehouse().pinned()):
        yield


def internal_warehouse() -> Warehouse:
    """The process's warehouse of all facts, for those who may see them; built apart, once somebody needs it.

    Raises BuildError or Unpublishable where it cannot be opened, for a while without another attempt.
    """
    if settings().mode == "stand":
        raise PermissionError("the stand shows public facts only")
    return _internal().house()


def closed() -> Fault | None:
    """Why it cannot be opened at the moment."""
    return _internal().fault


class _Opening:
    """The warehouse of all facts, being opened by the first who needs it; all who come at once wait for that one.

    Where it was in vain that is told once in the log and to whoever comes, and tried again after AGAIN seconds: an
    engine elsewhere spends a session on it. For that only one waits, who on a server is the keeper unless a reader
    comes between two of its looks.
    """

    def __init__(self) -> None:
        self.fault: Fault | None = None
        self._house: Warehouse | None = None
        self._why: BuildError | Unpublishable | None = None
        self._tried = 0.0
        self._lock = threading.Lock()

    def house(self) -> Warehouse:
        """It. Raises BuildError, Unpublishable."""
        why = self._why
        if not self._lock.acquire(blocking=why is None) and why:
            raise why
        try:
            if self._house is None:
                self._house = self._opened()
            return self._house
        finally:
            self._lock.release()

    def _opened(self) -> Warehouse:
        if self._why and time.monotonic() - self._tried < AGAIN:
            raise self._why
        try:
            found = _from_lake(public=False) if settings().engine != "duckdb" else _all_of_folder()
        except (BuildError, Unpublishable) as error:
            self._note(error)
            raise
        if self._why:
            log.warning("what is internal can be opened again, and staff sees it")
        self._why = self.fault = None
        return found

    def _note(self, error: BuildError | Unpublishable) -> None:
        """A line in the log, unless what is to be done about it was told before."""
        fault = error.faults[0] if isinstance(error, Unpublishable) else fault_from(error)
        if self.fault is None or fault.mend != self.fault.mend:
            log.error("what is internal cannot be opened, staff sees public facts only: %s", fault)
        self._why, self.fault, self._tried = error, fault, time.monotonic()


@cache
def _internal() -> _Opening:
    return _Opening()


def _all_of_folder() -> Warehouse:
    return FromFolder(facts_folder(), settings().store, public=False, apart=True)


@cache
def public_warehouse() -> Warehouse:
    """The process's public warehouse."""
    if settings().engine != "duckdb":
        return _from_lake(public=True)
    is_stand = settings().mode == "stand"
    return FromFolder(facts_folder(), settings().store, public=True, apart=is_stand, silent=is_stand)


def _from_lake(*, public: bool) -> Warehouse:
    from dashboard.warehouse.lake.served import from_lake  # what it is made of is only there where it is asked for

    return from_lake(public=public)
