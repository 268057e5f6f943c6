"""Which warehouse is read from here: the process's own, or another one for a while."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from dashboard.settings import settings
from dashboard.warehouse.base import Warehouse
from dashboard.warehouse.folder import FromFolder
from dashboard.warehouse.truth import facts_folder

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
    """The process's warehouse of all facts, for those who may see them; built apart, once somebody needs it."""
    if settings().mode == "stand":
        raise PermissionError("the stand shows public facts only")
    with _INTERNAL:
        return _internal()


_INTERNAL = threading.Lock()  # all who come at once wait for one to open it


@cache
def _internal() -> Warehouse:
    if settings().engine != "duckdb":
        return _from_lake(public=False)
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
