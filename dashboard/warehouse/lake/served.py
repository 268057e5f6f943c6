"""The newest version of a lake as the pages read it: looked for, taken over whole, kept while it is the best."""

import logging
import time
from datetime import UTC, datetime

from dashboard.settings import settings
from dashboard.values import Said
from dashboard.warehouse.base import Unpublishable, Warehouse, fault_from
from dashboard.warehouse.build_error import BuildError
from dashboard.warehouse.engine.address import Address, address
from dashboard.warehouse.engine.fault import AGAIN, Away, EngineFault, TableMissing
from dashboard.warehouse.engine.spark import Spark
from dashboard.warehouse.lake.fault import HalfWritten, LakeFault
from dashboard.warehouse.lake.lake import Lake, Version
from dashboard.warehouse.lake.manifest import Copy
from dashboard.warehouse.snapshot import Snapshot, held

log = logging.getLogger(__name__)


class FromLake(Warehouse):
    """What a lake holds, asked of an engine at `where`; what it does not tell of itself is as of any warehouse.

    `called`: the lake as the engine calls it. While the engine is away, what is in memory is still shown.
    """

    def __init__(self, lake: Lake, where: Address, called: str, *, public: bool) -> None:
        self._lake, self._where, self._called = lake, where, called
        self._copy: Copy = "public" if public else "whole"
        self._copies = (self._copy,)  # what is read, and seen to be whole
        self._folder = ""  # of the version that is served
        self._refused: EngineFault | None = None  # why the engine could not make ready what was pointed to, which, when
        self._pointed, self._tried = "", 0.0
        super().__init__(settings().data, settings().store, public=public)
        self.refresh(force=True)

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
        if told and not hasattr(self, "snapshot"):
            raise Unpublishable([fault_from(told)])
        engine = told if isinstance(told, EngineFault) else None
        self._note(engine)
        faults = [fault_from(told)] if told and not engine else []
        if faults and faults != self.faults:
            log.error("the last good version stays: %s", faults[0])
        self.faults = faults

    def _note(self, fault: EngineFault | None) -> None:
        """Since when the engine cannot be asked; a line in the log when it goes, and one when it is back.

        Of the public copy only: the engine is the same.
        """
        before = self.away
        self.away = Away(fault, before.since if before else datetime.now(UTC)) if fault else None
        if not self.public:
            return
        if fault and not before:
            log.error("the engine cannot be asked, what is in memory is shown: %s", fault_from(fault))
        elif before and not fault:
            gone = (datetime.now(UTC) - before.since).total_seconds()
            log.warning("the engine answers again, after %d s", gone)  # so that whoever read the other line reads it

    def _renew(self) -> None:
        """What could not be made ready on the engine is tried again after a while: it costs the engine a session."""
        pointed = self._lake.pointed()
        is_served = bool(self._folder) and pointed == self._folder
        if self._refused and pointed == self._pointed and time.monotonic() - self._tried < AGAIN:
            raise self._refused
        try:
            if is_served:
                self.snapshot.engine.well()
            else:
                self._turn(self._lake.newest(self._copies))
        except EngineFault as fault:
            if not is_served or isinstance(fault, TableMissing):  # else there was no session, or it was well before
                self._refused, self._pointed, self._tried = fault, pointed, time.monotonic()
            raise
        self._refused = None

    def _begin(self, why: BuildError) -> None:
        """At a start with a version that is not whole: the newest that is."""
        if hasattr(self, "snapshot") or not isinstance(why, HalfWritten):
            return
        if last := self._lake.last_whole(self._copies):
            self._turn(last)
            self._folder = ""  # not what is pointed to

    def _turn(self, version: Version) -> None:
        """From here on it is served; questions that are being answered end on the one before."""
        self._take(self._held(version))
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
        if found is None or self._lake.wrong(found, copies=self._copies):
            return False
        self._turn(found)
        return True


def from_lake(*, public: bool) -> FromLake:
    """What the settings name. Raises BuildError, Unpublishable."""
    chosen, lake = settings(), own_lake()
    return FromLake(lake, address(chosen.engine_url), chosen.engine_lake or lake.place.url, public=public)


def own_lake() -> Lake:
    """The lake that the settings name. Raises LakeFault."""
    chosen = settings()
    if not chosen.lake:
        raise LakeFault(Said("POCKET_ENGINE={engine} needs POCKET_LAKE", engine=chosen.engine))
    return Lake(chosen.lake, chosen.lake_keep)
