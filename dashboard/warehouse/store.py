"""The published warehouse: which file is served, how it is renewed, how it is asked."""

import hashlib
import json
import logging
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
from cachetools import LRUCache

from dashboard.settings import ROOT, settings
from dashboard.warehouse.build import BuildError, build, data_files, data_version
from dashboard.warehouse.check import check
from dashboard.warehouse.fault import Fault, counted
from dashboard.warehouse.named import named_query
from dashboard.warehouse.package import Package

KEPT = 5  # published files kept in the store
log = logging.getLogger(__name__)
Parameter = str | int | float | bool | None | Sequence[str] | Sequence[float]


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
        self.data, self.store, self.public, self.apart = data, store, public, apart
        self.version = ""
        self.faults: list[Fault] = []
        self.package = Package({"resources": []})
        self._lock = threading.Lock()  # guards what is being served
        self._publishing = threading.Lock()  # one thread checks and builds; the others go on with what is served
        self._cache: LRUCache[tuple[Any, ...], pd.DataFrame] = LRUCache(settings().cache_entries)
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

    @property
    def as_of(self) -> tuple[int, int]:
        """Year and month of the facts, as the package's version (`2026.11`) says."""
        year, month = str(self.package.raw["version"]).split(".")[:2]
        return int(year), int(month)

    def _fingerprint(self) -> object:
        return [(p.name, s.st_mtime_ns, s.st_size) for p in data_files(self.data) if p.is_file() and (s := p.stat())]

    def _publish(self) -> None:
        try:
            version = data_version(self.data)
            self.faults = [] if self._readable(version) else self._check_and_build(version)
            if not self.faults:
                self._open(version)
                self._pointer.write_text(version, encoding="utf-8")
                self._tidy()
                return
        except Exception as error:  # whatever is wrong with new data: the last good version keeps serving
            self._seen = None  # it may have been the moment (a file that another program held), so look again
            self.faults = [Fault("(data folder)", None, None, None, str(error), "Run `pocket check`.")]
        log.error("new data is faulty, the last good version stays:\n%s", "\n".join(map(str, self.faults[:20])))
        self._keep_last_good()

    def _readable(self, version: str) -> bool:
        """Whether this version is there; a file that is damaged (a power cut) is deleted, to be built anew."""
        path = self._file(version)
        if not path.is_file():
            return False
        try:
            with duckdb.connect(path, read_only=True) as connection:
                connection.execute("select json from data_package")
        except duckdb.Error:
            log.exception("%s is damaged and is built anew", path)
            path.unlink()
        return path.is_file()

    def _check_and_build(self, version: str) -> list[Fault]:
        faults = self._build_apart(version) if self.apart else check(self.data)
        if faults:
            return faults
        if not self.apart:
            build(self.data, self._file(version), public=self.public)
        if data_version(self.data) != version:  # what was built is not what was checked
            self._file(version).unlink()
            raise BuildError("the files changed while they were being read")
        return []

    def _build_apart(self, version: str) -> list[Fault]:
        """`pocket build`; what it finds goes to the log and is not told here, for it may be about internal rows."""
        places = ["--data", str(self.data.resolve()), "--to", str(self._file(version).resolve())]
        command = [sys.executable, "-m", "dashboard.cli", "build", *places, *([] if self.public else ["--internal"])]
        if subprocess.run(command, cwd=ROOT).returncode == 0:  # noqa: S603 (our own command)
            return []
        told = "the data has faults; the log tells them"
        return [Fault("(data folder)", None, None, None, told, "Run `pocket check`.")]

    def _tidy(self) -> None:
        """Delete all but the newest files; whoever still has an older one open keeps it until it closes it."""
        kind = "public" if self.public else "internal"
        files = sorted(self.store.glob(f"*-{kind}.duckdb"), key=lambda path: path.stat().st_mtime, reverse=True)
        current = {self._file(pointer.read_text(encoding="utf-8").strip()) for pointer in self.store.glob("current-*")}
        for path in files[KEPT:]:
            if path not in current:
                path.unlink(missing_ok=True)

    def _keep_last_good(self) -> None:
        if self._connection is not None:
            return
        last = self._pointer.read_text(encoding="utf-8").strip() if self._pointer.is_file() else ""
        if not last or not self._readable(last):
            raise Unpublishable(self.faults)
        self._open(last)

    @property
    def _pointer(self) -> Path:
        """Names the last good version of this data folder; another folder in the same store has its own."""
        folder = hashlib.sha256(str(self.data.resolve()).encode()).hexdigest()[:8]
        return self.store / f"current-{'public' if self.public else 'internal'}-{folder}"

    def _file(self, version: str) -> Path:
        return self.store / f"{version}-{'public' if self.public else 'internal'}.duckdb"

    def _open(self, version: str) -> None:
        """Switch to another file; running queries end on the old one, which is closed with its last cursor."""
        connection = duckdb.connect(self._file(version), read_only=True)
        described = connection.execute("select json from data_package").fetchall()[0][0]
        with self._lock:
            self._connection, self.version, self.package = connection, version, Package(json.loads(described))
            self._cache.clear()

    def ask(self, name: str, **parameters: Parameter) -> pd.DataFrame:
        """The result of a named query; callers may change their copy (pandas copies on write).

        Raises
        ------
        UnknownQuery
            no such file under `queries/`.
        duckdb.Error
            a parameter is missing, superfluous or of the wrong type.
        """
        values = {k: list(v) if isinstance(v, list | tuple) else v for k, v in parameters.items()}
        key = (
            self.version,
            name,
            *((k, tuple(v) if isinstance(v, list) else v) for k, v in sorted(values.items())),
        )
        with self._lock:
            if key in self._cache:
                return self._cache[key].copy(deep=False)
        frame = self.run(named_query(name).sql, values)
        with self._lock:
            if self.version == key[0]:  # else newer data came meanwhile, and nobody knows which of the two answered
                self._cache[key] = frame
        return frame.copy(deep=False)

    def run(self, sql: str, values: dict[str, Any] | None = None) -> pd.DataFrame:
        """Run one statement on a cursor of its own (a shared connection is not thread-safe)."""
        assert self._connection is not None  # noqa: S101 (refresh() opened it or raised)
        with self._connection.cursor() as cursor:
            return cursor.execute(sql, values or {}).df()


@cache
def warehouse() -> Warehouse:
    """The process's public warehouse."""
    return Warehouse(settings().data, settings().store, public=True, apart=settings().mode == "stand")
