"""The published warehouse: which file is served, how it is renewed, how it is asked."""

import json
import logging
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from dashboard.language import Vocabulary
from dashboard.settings import ROOT, settings
from dashboard.values import Market
from dashboard.warehouse.build import BuildError, build, data_files, data_version
from dashboard.warehouse.check import check
from dashboard.warehouse.city import City
from dashboard.warehouse.fault import Fault, counted
from dashboard.warehouse.kept import Kept
from dashboard.warehouse.locked import opened
from dashboard.warehouse.markets import markets
from dashboard.warehouse.named import named_query
from dashboard.warehouse.package import Package
from dashboard.warehouse.rows import Row, typed
from dashboard.warehouse.shelf import Shelf
from dashboard.warehouse.vocabulary import vocabulary

log = logging.getLogger(__name__)
Parameter = str | int | float | bool | date | None | Sequence[str] | Sequence[float]


class Unpublishable(RuntimeError):
    """The data has faults and no earlier good version exists; `faults` lists them."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(f"{counted(faults)} in the data, nothing to serve:\n" + "\n".join(map(str, faults[:20])))
        self.faults = faults


class Warehouse:
    """The last good version of a data folder, opened read-only; thread-safe.

    `public=True` (what the pages read until someone signs in) opens the copy that holds no internal row. `apart=True`
    checks and builds in a process of its own: in this one no internal row is ever read.
    """

    def __init__(self, data: Path, store: Path, *, public: bool = True, apart: bool = False) -> None:
        self.data, self.public, self.apart = data, public, apart
        self._shelf = Shelf(data, store, public=public)
        self.version = ""
        self.faults: list[Fault] = []
        self.package = Package({"resources": []})
        self._lock = threading.Lock()  # guards what is being served
        self._publishing = threading.Lock()  # one thread checks and builds; the others go on with what is served
        self.kept = Kept(settings().cache_entries, lambda: self.version)  # rows and content of this version
        self.markets: dict[str, Market] = {}
        self.vocabulary = Vocabulary()
        self.city: City
        self.as_of: tuple[int, int]  # year and month of the newest fact
        self._seen: object = None
        self._looked_at = 0.0
        self._connection: duckdb.DuckDBPyConnection | None = None
        self.refresh(force=True)

    def refresh(self, *, force: bool = False) -> None:
        """Look at the data folder (at most every `reload_seconds`) and publish it if it changed and is good."""
        if not self._publishing.acquire(blocking=force):
            return
        try:
            if not force and time.monotonic() - self._looked_at < settings().reload_seconds:
                return
            self._looked_at = time.monotonic()
            seen = self._fingerprint()
            if seen != self._seen:
                self._seen = seen
                self._publish()
        finally:
            self._publishing.release()

    def _fingerprint(self) -> object:
        return [(p.name, s.st_mtime_ns, s.st_size) for p in data_files(self.data) if p.is_file() and (s := p.stat())]

    def _publish(self) -> None:
        try:
            version = data_version(self.data)
            self.faults = [] if self._shelf.holds(version) else self._check_and_build(version)
            if not self.faults:
                self._open(version)
                self._shelf.point_to(version)
                return
        except Exception as error:  # whatever is wrong with new data: the last good version keeps serving
            log.exception("new data cannot be published")
            self._seen = None  # it may have been the moment (a file that another program held), so look again
            self.faults = [Fault("(data folder)", None, None, None, str(error), "Run `pocket check`.")]
        log.error("new data is faulty, the last good version stays:\n%s", "\n".join(map(str, self.faults[:20])))
        self._keep_last_good()

    def _check_and_build(self, version: str) -> list[Fault]:
        faults = self._build_apart(version) if self.apart else check(self.data)
        if faults:
            return faults
        if not self.apart:
            build(self.data, self._shelf.file(version), public=self.public)
        if data_version(self.data) != version:  # what was built is not what was checked
            self._shelf.file(version).unlink()
            raise BuildError("the files changed while they were being read")
        return []

    def _build_apart(self, version: str) -> list[Fault]:
        """`pocket build`; what it finds goes to the log and is not told here, for it may be about internal rows."""
        places = ["--data", str(self.data.resolve()), "--to", str(self._shelf.file(version).resolve())]
        command = [sys.executable, "-m", "dashboard.cli", "build", *places, *([] if self.public else ["--internal"])]
        if subprocess.run(command, cwd=ROOT).returncode == 0:  # noqa: S603 (our own command)
            return []
        told = "the data has faults; the log tells them"
        return [Fault("(data folder)", None, None, None, told, "Run `pocket check`.")]

    def _keep_last_good(self) -> None:
        if self._connection is not None:
            return
        last = self._shelf.last_good()
        if not last or not self._shelf.holds(last):
            raise Unpublishable(self.faults)
        self._open(last)

    def _open(self, version: str) -> None:
        """Switch to another file; running queries end on the old one, which is closed with its last cursor."""
        connection = opened(self._shelf.file(version))
        told, city = connection.execute("select package, city from described").fetchall()[0]
        package, city = Package(json.loads(told)), City.model_validate_json(city)
        words = vocabulary(connection, package, city, version)
        today = settings().current_date()
        newest = connection.execute("select year, month from as_of").fetchone() or (today.year, today.month)
        with self._lock:
            self._connection, self.version, self.package = connection, version, package
            self.markets, self.vocabulary, self.city = markets(connection), words, city
            self.as_of = int(newest[0]), int(newest[1])
        self.kept.clear()

    def ask(self, name: str, **parameters: Parameter) -> pd.DataFrame:
        """The result of a named query; callers may change their copy (pandas copies on write).

        Raises
        ------
        UnknownQuery
            no such file under `queries/`.
        duckdb.Error
            a parameter is missing, superfluous or of the wrong type.
        """
        key = ("frame", name, *_hashable(parameters))
        return self.kept.get(key, lambda: self.run(named_query(name).sql, _listed(parameters))).copy(deep=False)

    def rows(self, name: str, row_type: type[Row], **parameters: Parameter) -> tuple[Row, ...]:
        """The same as typed rows, which nobody can change; `dashboard/questions/` asks this way. Raises as `ask`."""

        def answer() -> tuple[Row, ...]:
            with self._cursor() as cursor:
                cursor.execute(named_query(name).sql, _listed(parameters))
                names = [column[0] for column in cursor.description or ()]
                return typed(row_type, names, cursor.fetchall(), self.markets)

        return self.kept.get((name, *_hashable(parameters)), answer)

    def columns(self, sql: str, parameters: Iterable[str] = ()) -> dict[str, str]:
        """Column -> type (as the database writes it) of what a statement answers; its parameters are null meanwhile."""
        with self._cursor() as cursor:
            cursor.execute(sql, dict.fromkeys(parameters))
            return {name: str(kind) for name, kind, *_ in cursor.description or ()}

    def run(self, sql: str, values: dict[str, Any] | None = None) -> pd.DataFrame:
        """Run one statement and return what it answers."""
        with self._cursor() as cursor:
            return cursor.execute(sql, values or {}).df()

    def _cursor(self) -> duckdb.DuckDBPyConnection:
        """A cursor for one call (a shared connection is not thread-safe)."""
        assert self._connection is not None  # noqa: S101 (refresh() opened it or raised)
        return self._connection.cursor()


def _listed(parameters: Mapping[str, Parameter]) -> dict[str, Any]:
    """The parameters as the database takes them."""
    return {name: list(value) if isinstance(value, list | tuple) else value for name, value in parameters.items()}


def _hashable(parameters: Mapping[str, Parameter]) -> Iterator[tuple[str, Any]]:
    """The parameters as part of a key."""
    for name, value in sorted(parameters.items()):
        yield name, tuple(value) if isinstance(value, list | tuple) else value


@cache
def warehouse() -> Warehouse:
    """The process's public warehouse."""
    return Warehouse(settings().data, settings().store, public=True, apart=settings().mode == "stand")
