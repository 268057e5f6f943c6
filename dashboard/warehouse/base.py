"""What is served: one version of the facts, opened, until another takes its place at once and whole."""

import threading
import time
from collections.abc import Mapping
from copy import copy
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.language import Vocabulary
from dashboard.meters import PUBLISHED
from dashboard.settings import settings
from dashboard.values import Market, Said
from dashboard.warehouse.build_error import BuildError
from dashboard.warehouse.city import City
from dashboard.warehouse.engine.fault import Away
from dashboard.warehouse.fault import Fault, counted
from dashboard.warehouse.package import Package
from dashboard.warehouse.rows import Row
from dashboard.warehouse.snapshot import Parameter, Snapshot


class Unpublishable(RuntimeError):
    """The data has faults, or nobody answers for it, and no earlier good version exists; `faults` lists them."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(f"{counted(faults)}, nothing to serve:\n" + "\n".join(map(str, faults[:20])))
        self.faults = faults


class Warehouse:
    """A version of the facts that can be asked; thread-safe. By itself it stays what it is: `FromFolder` and `FromLake`
    look for newer ones (`_publish`).

    `data`, `store`: where the facts and what is made of them are kept; `public`: it holds no internal row; `kept`:
    somebody sees to it that it is renewed (`dashboard/keeping.py`), nobody else does; `apart`: by a process of its own.
    """

    kept = apart = False
    away: Away | None = None  # where an engine elsewhere answers: that it does not
    snapshot: Snapshot  # what is being served
    _before: Snapshot | None = None  # what was served until then: open pages are still made of it

    def __init__(self, data: Path, store: Path, *, public: bool = True, snapshot: Snapshot | None = None) -> None:
        self.data, self.store, self.public = data, store, public
        self.faults: list[Fault] = []
        self._publishing = threading.Lock()  # one thread publishes; the others go on with what is served
        self._looked_at = 0.0
        if snapshot:
            self.snapshot = snapshot

    def refresh(self, *, force: bool = False) -> None:
        """Look for a newer version (at most every `reload_seconds`), and serve it if it is good."""
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
        """Look for a newer version."""

    def _take(self, new: Snapshot) -> None:
        """Switch to another version; running queries end on the old one, which is closed with its last cursor."""
        self._before = getattr(self, "snapshot", None)
        self.snapshot = new
        PUBLISHED.labels("public" if self.public else "internal").inc()

    @property
    def is_well(self) -> bool:
        """Whether what is newest is served, and can be asked."""
        return not (self.faults or self.away)

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
        """Serve this version, whatever is newest by now; whether it is there.

        For a process that works for another one: it answers from the version that other one's readers see.
        """
        return version == self.version

    def file(self, version: str) -> Path:
        """The published file of a version. Raises BuildError where none is on this machine."""
        raise BuildError(Said("version {version} is in no file on this machine", version=version))

    @property
    def version(self) -> str:
        """The version being served: hash of its data (see `data_version`)."""
        return self.snapshot.version

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
