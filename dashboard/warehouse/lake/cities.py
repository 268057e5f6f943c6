"""Cities in lakes: each city's newest version, as the engine is to put them together."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from dashboard.settings import settings
from dashboard.values import Said
from dashboard.warehouse.engine.address import Address, address
from dashboard.warehouse.engine.fault import NotAllowed, Refused, TableMissing, TooSlow
from dashboard.warehouse.engine.spark import Spark
from dashboard.warehouse.engine.united import United
from dashboard.warehouse.lake.fault import LakeEmpty, LakeFault, NoLake
from dashboard.warehouse.lake.lake import Lake, Version
from dashboard.warehouse.lake.manifest import Copy
from dashboard.warehouse.published import OTHER, Join, Published, Source, Unreadable, told_by
from dashboard.warehouse.snapshot import Snapshot, held

OPEN: tuple[Copy, ...] = ("public",)  # what is read of a lake; the rest may be closed to us
UNREAD = Said("the engine cannot read what it published; whoever runs the engine is to let it read this city’s lake")
SLOW = Said("the engine takes too long to read what it published; it is tried again by itself")


@dataclass(frozen=True)
class Taken:
    """A version of a city's lake: where it is, and its tables as the engine finds them."""

    version: Version
    tables: dict[str, str]


class InLake:
    """A city that is published into a lake of its own (`named`); always the public copy.

    No reason that it tells names a place: readers of the page see it.
    """

    def __init__(self, named: str, where: Address) -> None:
        self._named, self._where = named, where
        self._read: Published[Taken] | None = None

    @cached_property
    def _lake(self) -> Lake:
        """Raises LakeFault where the setting names no place."""
        return Lake(self._named, settings().lake_keep)

    @property
    def name(self) -> str:
        """The last part of the lake's name, or what the city was when it could be read."""
        return self._read.city.place if self._read else PurePosixPath(self._named.split("?")[0]).name

    def noted(self) -> str:
        """The version that is pointed to, or why there is none."""
        try:
            return self._lake.pointed()
        except LakeFault as fault:
            return str(fault)

    def read(self, own: Snapshot) -> Published[Taken]:
        """What the city published last. Raises Unreadable; EngineFault where the engine answers nothing at all."""
        version = self._newest()
        if self._read is None or self._read.at.version != version:
            self._read = self._asked(version, own)
        return self._read

    def _newest(self) -> Version:
        try:
            return self._lake.newest(OPEN)
        except NoLake as fault:
            raise Unreadable(Said("there is no such lake")) from fault
        except LakeEmpty as fault:
            raise Unreadable(Said("nothing of it is published yet; “pocket publish” does that")) from fault
        except LakeFault as fault:
            said = Said("what it published cannot be read, or not wholly; “pocket publish” writes it anew")
            raise Unreadable(said, passes=True) from fault

    def _asked(self, version: Version, own: Snapshot) -> Published[Taken]:
        """What the engine tells of it, in a session that is ended then; our own facts it holds already."""
        at = Taken(version, version.tables(OPEN[0], called(self._lake.place.url)))
        if version.manifest.data_version == own.version:
            return told_by(own, own, at)
        try:
            opened = held(Spark(self._where, at.tables, settings().engine_seconds), version.manifest.data_version)
        except (TableMissing, NotAllowed) as fault:
            raise Unreadable(UNREAD, passes=True) from fault
        except TooSlow as fault:
            raise Unreadable(SLOW, passes=True) from fault
        except (Refused, ValueError, KeyError) as error:
            raise Unreadable(OTHER, passes=True) from error
        try:
            return told_by(opened, own, at)
        finally:
            opened.engine.close()

    def holds(self, found: Published[Taken]) -> bool:
        """Whether the version is still there whole."""
        try:
            return not self._lake.wrong(found.at.version, copies=OPEN)
        except LakeFault:
            return False


def in_lakes(named: Sequence[str]) -> tuple[Sequence[Source[Taken]], Join[Taken]]:
    """The cities of these lakes, and how they are joined. Raises WrongAddress."""
    where = address(settings().engine_url)

    def join(cities: Sequence[Published[Taken]]) -> United:
        return United(where, [one.at.tables for one in cities], settings().engine_seconds)

    return [InLake(one, where) for one in named], join


def called(lake: str) -> str:
    """A lake as the engine calls it: otherwise by as much as our own is called otherwise (`s3a:` for `s3:`)."""
    chosen = settings()
    if not chosen.engine_lake:
        return lake
    ours = Lake(chosen.lake, chosen.lake_keep).place.url.split("/")
    theirs = chosen.engine_lake.rstrip("/").split("/")
    while ours and theirs and ours[-1] == theirs[-1]:
        del ours[-1], theirs[-1]
    parts = lake.split("/")
    return "/".join([*theirs, *parts[len(ours) :]]) if parts[: len(ours)] == ours else lake
