"""The newest version of a lake as the pages read it: looked for, taken over whole, kept while it is the best."""

import logging
import time
from pathlib import Path

from dashboard.settings import settings
from dashboard.values import Said
from dashboard.warehouse.build_error import BuildError
from dashboard.warehouse.engine.address import Address, address
from dashboard.warehouse.engine.spark import Spark
from dashboard.warehouse.lake.fault import HalfWritten, LakeFault
from dashboard.warehouse.lake.lake import Lake, Version
from dashboard.warehouse.lake.manifest import Copy
from dashboard.warehouse.snapshot import Snapshot, held
from dashboard.warehouse.store import Unpublishable, Warehouse, fault_from

log = logging.getLogger(__name__)


class FromLake(Warehouse):
    """What a lake holds, asked of an engine at `where`; what it does not tell of itself is as of any warehouse.

    `called`: the lake as the engine calls it. While the engine is away, what is in memory is still shown.
    """

    def __init__(self, lake: Lake, where: Address, called: str, *, public: bool) -> None:
        self._lake, self._where, self._called = lake, where, called
        self._copy: Copy = "public" if public else "whole"
        self._folder = ""  # of the version that is served
        super().__init__(settings().data, settings().store, public=public)

    def _publish(self) -> None:
        """Take over the newest version, if that is another one; see whether the engine is well, if not."""
        told: BuildError | None = None
        try:
            self._renew()
        except BuildError as error:
            told = error
            self._begin(error)
        except Exception as error:  # whatever is wrong with a new version: the last good one keeps serving
            log.exception("the newest version of the lake cannot be served")
            told = BuildError(str(error))
        faults = [fault_from(told)] if told else []
        if faults and faults != self.faults:
            log.error("the last good version stays: %s", faults[0])
        self.faults = faults
        if not hasattr(self, "snapshot"):
            raise Unpublishable(self.faults)

    def _renew(self) -> None:
        if self._lake.pointed() != self._folder or not self._folder:
            self._take(self._lake.newest())
        else:
            self.snapshot.engine.well()

    def _begin(self, why: BuildError) -> None:
        """At a start with a version that is not whole: the newest that is."""
        if hasattr(self, "snapshot") or not isinstance(why, HalfWritten):
            return
        if last := self._lake.last_whole():
            self._take(last)
            self._folder = ""  # not what is pointed to

    def _take(self, version: Version) -> None:
        """From here on it is served; questions that are being answered end on the one before."""
        self.snapshot = self._held(version)
        self._folder = version.folder
        log.info("version %s of the lake is served", version.folder)

    def _held(self, version: Version) -> Snapshot:
        began = time.monotonic()
        tables = version.tables(self._copy, self._called)
        engine = Spark(self._where, tables, settings().engine_seconds)
        found = held(engine, version.manifest.data_version)
        log.info("the engine was made ready in %.1f s", time.monotonic() - began)
        return found

    def turn_to(self, version: str) -> bool:
        """Serve this version, if the lake has it."""
        if version == self.version:
            return True
        found = next((one for one in self._lake.all() if one.manifest.data_version == version), None)
        if found is None or self._lake.wrong(found):
            return False
        self._take(found)
        return True

    def file(self, version: str) -> Path:
        """Raises LakeFault: there is no file of it on this machine."""
        raise LakeFault(Said("version {version} is in the lake, and in no file here", version=version))


def from_lake(*, public: bool) -> FromLake:
    """What the settings name. Raises BuildError, Unpublishable."""
    chosen = settings()
    if not chosen.lake:
        raise LakeFault(Said("POCKET_ENGINE={engine} needs POCKET_LAKE", engine=chosen.engine))
    lake = Lake(chosen.lake, chosen.lake_keep)
    return FromLake(lake, address(chosen.engine_url), chosen.engine_lake or lake.place.url, public=public)
