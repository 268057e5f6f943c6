"""The published warehouse: which file is served, how it is renewed, how it is asked."""

import json
import logging
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from copy import copy
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.language import Vocabulary
from dashboard.meters import PUBLISHED
from dashboard.settings import ROOT, settings
from dashboard.values import Market, Said
from dashboard.warehouse.build import build, data_version
from dashboard.warehouse.build_error import BuildError, StoreError
from dashboard.warehouse.check import check
from dashboard.warehouse.city import City
from dashboard.warehouse.fault import Fault, counted, fault_of
from dashboard.warehouse.package import Package
from dashboard.warehouse.rows import Row
from dashboard.warehouse.shelf import Shelf
from dashboard.warehouse.snapshot import Parameter, Snapshot, snapshot
from dashboard.warehouse.truth import facts_folder

log = logging.getLogger(__name__)
AGAIN, LONGEST = 30, 900  # seconds after which faulty data are checked anew, and that checking them may take


class Unpublishable(RuntimeError):
    """The data has faults and no earlier good version exists; `faults` lists them."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(f"{counted(faults)} in the data, nothing to serve:\n" + "\n".join(map(str, faults[:20])))
        self.faults = faults


def building(data: Path, file: Path, *, public: bool) -> list[str]:
    """The command that checks a data folder and builds its file in a process apart, to be started in ROOT."""
    places = ["--data", str(data.resolve()), "--to", str(file.resolve())]
    return [sys.executable, "-m", "dashboard.cli", "build", *places, *([] if public else ["--internal"])]


class Warehouse:
    """The last good version of a data folder, opened read-only; thread-safe.

    `public=True` (what the pages read until someone signs in) opens the copy that holds no internal row. `apart` checks
    and builds in a process of its own, so that those who ask meanwhile do not share theirs with that; with `silent` it
    does not even tell what is wrong: in this process no internal row is ever read. `kept`: somebody sees to it that it
    is renewed (`dashboard/keeping.py`), nobody else does. With `version` it is that one of the store, and stays so.
    """

    def __init__(
        self,
        data: Path,
        store: Path,
        *,
        public: bool = True,
        apart: bool = False,
        silent: bool = False,
        version: str = "",
    ) -> None:
        self.data, self.store, self.public, self.apart, self.silent = data, store, public, apart, silent
        self.kept = False
        self._shelf = Shelf(data, store, public=public)
        self.snapshot: Snapshot  # what is being served; another version takes its place at once and whole
        self._before: Snapshot | None = None  # what was served until then: open pages are still made of it
        self.faults: list[Fault] = []
        self._publishing = threading.Lock()  # one thread checks and builds; the others go on with what is served
        self._seen = ""
        self._looked_at = self._tried = 0.0
        if version:
            self.kept = True
            self._serve(version)
        else:
            self.refresh(force=True)

    def refresh(self, *, force: bool = False) -> None:
        """Look at the data folder (at most every `reload_seconds`) and publish it if it changed and is good."""
        if (self.kept and not force) or not self._publishing.acquire(blocking=force):
            return
        try:
            if not force and time.monotonic() - self._looked_at < settings().reload_seconds:
                return
            self._looked_at = time.monotonic()
            self._publish()
        finally:
            self._publishing.release()

    def _publish(self) -> None:
        try:
            version = data_version(self.data)  # of the content, which may change when size and time do not
            if version == self._seen and not self._may_go_better():
                return
            self._seen, self._tried = version, time.monotonic()
            self.faults = [] if self._shelf.holds(version) else self._build_in_turn(version)
            if not self.faults:
                self._serve(version)
                self._shelf.point_to(version)
                return
        except Exception as error:  # whatever is wrong with new data: the last good version keeps serving
            log.exception("new data cannot be published")
            self._seen = ""  # it may have been the moment (a file that another program held), so look again
            self.faults = [fault_from(error)]
        log.error("new data is faulty, the last good version stays:\n%s", "\n".join(map(str, self.faults[:20])))
        self._keep_last_good()

    def _may_go_better(self) -> bool:
        """Whether what another process could not do is tried again: it may have been the moment, not the data."""
        return bool(self.apart and self.faults) and time.monotonic() - self._tried > AGAIN

    def _build_in_turn(self, version: str) -> list[Fault]:
        """Another server on the same store may be building the same."""
        with self._shelf.turn():
            return [] if self._shelf.holds(version) else self._check_and_build(version)

    def _check_and_build(self, version: str) -> list[Fault]:
        if self.apart:
            faults = self._build_apart(version)
        elif not (faults := [] if self._shelf.checked(version) else check(self.data)):
            build(self.data, self._shelf.file(version), public=self.public)
        if data_version(self.data) != version:  # what was checked, or built, may be half of each
            self._shelf.file(version).unlink(missing_ok=True)
            raise BuildError(Said("the files changed while they were being read"))
        return faults

    def _build_apart(self, version: str) -> list[Fault]:
        """`pocket build`; what it finds goes to the log, and is told here unless it may be about internal rows."""
        command = building(self.data, self._shelf.file(version), public=self.public)
        command += [] if self.silent else ["--json"]
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, timeout=LONGEST)  # noqa: S603
        if done.returncode == StoreError.code:
            raise StoreError(Said("{folder} cannot be written; the log tells why", folder=str(self._shelf.store)))
        if done.returncode == 0:
            return []
        if not self.silent and done.stdout:
            return list(map(fault_of, json.loads(done.stdout)))
        told = Said("the data has faults; the log tells them")
        return [Fault(BuildError.where, None, None, None, told, BuildError.mend)]

    def _keep_last_good(self) -> None:
        if hasattr(self, "snapshot"):
            return
        last = self._shelf.last_good()
        if not last or not self._shelf.holds(last):
            raise Unpublishable(self.faults)
        self._serve(last)

    def _serve(self, version: str) -> None:
        """Switch to another file; running queries end on the old one, which is closed with its last cursor."""
        new = snapshot(self._shelf.file(version), version)
        self._before = getattr(self, "snapshot", None)
        self.snapshot = new
        PUBLISHED.labels("public" if self.public else "internal").inc()

    def pinned(self) -> "Warehouse":
        """The same, but of the version that is served now for ever: whoever asks it twice is answered from one
        version, whatever is published meanwhile."""
        return self._of(self.snapshot)

    def pinned_to(self, version: str) -> "Warehouse | None":
        """The same of this version, if it is served or was until the last change; None if it is older."""
        found = next((one for one in (self.snapshot, self._before) if one and one.version == version), None)
        return self._of(found) if found else None

    def _of(self, held: Snapshot) -> "Warehouse":
        same = copy(self)
        same.snapshot, same.kept = held, True
        return same

    def turn_to(self, version: str) -> bool:
        """Serve this version, whatever the data folder holds by now; whether it is still published.

        For a process that works for another one: it answers from the version that other one's readers see.
        """
        if version == self.version:
            return True
        if not (version.isalnum() and self._shelf.holds(version)):
            return False
        self._serve(version)
        return True

    @property
    def version(self) -> str:
        """The version being served: hash of its data (see `data_version`)."""
        return self.snapshot.version

    def file(self, version: str) -> Path:
        """The published file of a version."""
        return self._shelf.file(version)

    @property
    def as_of(self) -> tuple[int, int]:
        """Year and month of the facts being served."""
        return self.snapshot.as_of

    @property
    def package(self) -> Package:
        """What the tables are."""
        return self.snapshot.package

    @property
    def markets(self) -> Mapping[str, Market]:
        """Every market by its code, core markets first."""
        return self.snapshot.markets

    @property
    def vocabulary(self) -> Vocabulary:
        """The words of the data."""
        return self.snapshot.vocabulary

    @property
    def city(self) -> City:
        """What the city is."""
        return self.snapshot.city

    def ask(self, name: str, **parameters: Parameter) -> pd.DataFrame:
        """The result of a named query (see `Snapshot.ask`)."""
        return self.snapshot.ask(name, **parameters)

    def rows(self, name: str, row_type: type[Row], **parameters: Parameter) -> tuple[Row, ...]:
        """The same as typed rows (see `Snapshot.rows`)."""
        return self.snapshot.rows(name, row_type, **parameters)

    def run(self, sql: str, values: dict[str, Any] | None = None) -> pd.DataFrame:
        """Run one statement and return what it answers."""
        return self.snapshot.run(sql, values)


def fault_from(error: Exception) -> Fault:
    """What an error says, as the fault of data that cannot be served."""
    told = error if isinstance(error, BuildError) else BuildError(str(error))
    return Fault(told.where, None, None, None, told.args[0], told.mend)


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
    return Warehouse(facts_folder(), settings().store, public=False, apart=True)


@cache
def public_warehouse() -> Warehouse:
    """The process's public warehouse."""
    if settings().engine != "duckdb":
        return _from_lake(public=True)
    is_stand = settings().mode == "stand"
    return Warehouse(facts_folder(), settings().store, public=True, apart=is_stand, silent=is_stand)


def _from_lake(*, public: bool) -> Warehouse:
    from dashboard.warehouse.lake.served import from_lake  # what it is made of is only there where it is asked for

    return from_lake(public=public)
