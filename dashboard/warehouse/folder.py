"""The last good version of a data folder: checked, built into the store, served."""

import json
import logging
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

from dashboard.settings import ROOT
from dashboard.values import Said
from dashboard.warehouse.base import Unpublishable, Warehouse, fault_from
from dashboard.warehouse.build import build, data_version
from dashboard.warehouse.build_error import BuildError, StoreError
from dashboard.warehouse.check import check
from dashboard.warehouse.fault import Fault, fault_of
from dashboard.warehouse.shelf import Shelf
from dashboard.warehouse.snapshot import snapshot

log = logging.getLogger(__name__)
Done = subprocess.CompletedProcess[str]
AGAIN, LONGEST = 30, 900  # seconds after which faulty data are checked anew, and that checking them may take


def building(data: Path, file: Path, *, public: bool) -> list[str]:
    """The command that checks a data folder and builds its file in a process apart, to be started in ROOT."""
    places = ["--data", str(data.resolve()), "--to", str(file.resolve())]
    return [sys.executable, "-m", "dashboard.commands.building", *places, *([] if public else ["--internal"])]


def build_apart(data: Path, shelf: Shelf, version: str, *more: str, stderr: int | None = None) -> Done:
    """Let that command be run, for so long at most. Raises BuildError."""
    command = [*building(data, shelf.file(version), public=shelf.public), *more]
    try:
        return subprocess.run(  # noqa: S603 (our own command)
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=stderr, text=True, timeout=LONGEST
        )
    except subprocess.TimeoutExpired as error:
        raise BuildError(Said("checking and building took longer than {seconds} seconds", seconds=LONGEST)) from error


def build_here(data: Path, shelf: Shelf, version: str) -> list[Fault]:
    """Check a data folder, unless another file is made of the same facts, and build its file. Raises BuildError."""
    if not (faults := [] if shelf.checked(version) else check(data)):
        build(data, shelf.file(version), public=shelf.public)
    unchanged(data, shelf, version)
    return faults


def unchanged(data: Path, shelf: Shelf, version: str) -> None:
    """See that what was checked, or built, is not half of each of two versions. Raises BuildError."""
    if data_version(data) != version:
        shelf.file(version).unlink(missing_ok=True)
        raise BuildError(Said("the files changed while they were being read"))


class FromFolder(Warehouse):
    """The last good version of a data folder, opened read-only.

    `public=True` (what the pages read until someone signs in) opens the copy that holds no internal row. `apart` checks
    and builds in a process of its own, so that those who ask meanwhile do not share theirs with that; with `silent` it
    does not even tell what is wrong: in this process no internal row is ever read. With `version` it is that one of the
    store, and stays so.
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
        super().__init__(data, store, public=public)
        self.apart, self.silent = apart, silent
        self._shelf = Shelf(data, store, public=public)
        self._seen = ""
        self._tried = 0.0
        if version:
            self.kept = True
            self._serve(version)
        else:
            self.refresh(force=True)

    def _publish(self) -> None:
        try:
            version = data_version(self.data)  # of the content, which may change when size and time do not
            if version == self._seen and not self._may_go_better():
                return
            self._seen, self._tried = version, time.monotonic()
            self.faults = self._shelf.have(version, partial(self._check_and_build, version))
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

    def _check_and_build(self, version: str) -> list[Fault]:
        if not self.apart:
            return build_here(self.data, self._shelf, version)
        faults = self._build_apart(version)
        unchanged(self.data, self._shelf, version)
        return faults

    def _build_apart(self, version: str) -> list[Fault]:
        """`pocket build`; what it finds goes to the log, and is told here unless it may be about internal rows."""
        done = build_apart(self.data, self._shelf, version, *([] if self.silent else ["--json"]))
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
        self._take(snapshot(self._shelf.file(version), version))

    def turn_to(self, version: str) -> bool:
        if version == self.version:
            return True
        if not (version.isalnum() and self._shelf.holds(version)):
            return False
        self._serve(version)
        return True

    def file(self, version: str) -> Path:
        """The published file of a version."""
        return self._shelf.file(version)
