"""The cities that one question may be asked of (`POCKET_CITIES`): which of them are published, joined and kept new."""

import hashlib
import logging
import os
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import duckdb

from dashboard.settings import settings
from dashboard.values import Said
from dashboard.warehouse.city import read_city
from dashboard.warehouse.joined import Published, Unreadable, join, readable
from dashboard.warehouse.shelf import Shelf
from dashboard.warehouse.snapshot import Snapshot
from dashboard.warehouse.store import Warehouse, public_warehouse
from dashboard.warehouse.truth import facts_folder

log = logging.getLogger(__name__)
LEAST = 2  # cities that can be compared
STATES = 2  # a page that is being made goes on with the one that it began with
Look = tuple[tuple[str, int], ...]  # of each folder: the version that is noted, and when its file was written


@dataclass(frozen=True)
class LeftOut:
    """A city that is asked for but cannot take part, and why."""

    name: str
    why: Said


class Together(Warehouse):
    """Several cities, asked as one is; it stays what it is."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.data, self.store = settings().data, settings().store
        self.public = self.kept = True
        self.apart = self.silent = False
        self.faults = []
        self.snapshot = snapshot


@dataclass(frozen=True, eq=False)
class Joined:
    """The cities that are published, joined; `state` tells it from what they were before or will be, and so does who is
    left out. `addresses`: city -> where its own dashboard is, if that is known."""

    state: str
    house: Warehouse
    addresses: dict[str, str]
    left_out: tuple[LeftOut, ...]


class Several:
    """The cities of these folders, each as its own server published it last into the store; thread-safe.

    Always the public copies. What cannot be read is left out and said; until a city has published something better,
    its last version that could be read stays.
    """

    def __init__(self, folders: tuple[Path, ...], store: Path) -> None:
        self._shelves = {folder: Shelf(_facts_of(folder), store, public=True) for folder in folders}
        self._good: dict[Path, Published] = {}
        self._states: dict[str, Joined] = {}
        self._looking = threading.Lock()
        self._seen: Look | None = None
        self._looked_at = 0.0

    def newest(self) -> Joined | None:
        """What can be compared now; None for fewer than two cities. Looked at anew every `reload_seconds`."""
        if self._looking.acquire(blocking=self._seen is None):
            try:
                self._look()
            finally:
                self._looking.release()
        return next(reversed(self._states.values()), None)

    def at(self, state: str) -> Joined | None:
        """What could be compared in this state; of one that is gone by, the newest."""
        return self._states.get(state) or self.newest()

    def _look(self) -> None:
        if self._seen is not None and time.monotonic() - self._looked_at < settings().reload_seconds:
            return
        self._looked_at = time.monotonic()
        if (look := tuple(map(_look_at, self._shelves.values()))) == self._seen:
            return
        try:
            self._join()
        except duckdb.Error:  # a file that was there a moment ago; what was joined stays
            log.exception("the cities cannot be joined")
        self._seen = look

    def _join(self) -> None:
        """Join those that can be read, as they are now."""
        found: dict[str, Published] = {}
        left_out: list[LeftOut] = []
        for folder in self._shelves:
            try:
                one = self._best(folder)
                if one.city.place in found:
                    raise Unreadable(Said("another of the folders is the same city"))
                found[one.city.place] = one
            except Unreadable as error:
                log.warning("%s cannot be compared with other cities: %s", folder, error, exc_info=error.__cause__)
                left_out.append(LeftOut(_name(folder), error.said))
        self._states = self._with(tuple(found.values()), tuple(left_out))

    def _with(self, cities: tuple[Published, ...], left_out: tuple[LeftOut, ...]) -> dict[str, Joined]:
        """The states with this one, which is the newest; none where there is nothing to compare."""
        if len(cities) < LEAST:
            return {}
        told = [*(one.version for one in cities), *(f"{one.name}: {one.why}" for one in left_out)]
        state = hashlib.sha256("\n".join(told).encode()).hexdigest()[:16]
        own = public_warehouse()
        home = next((at for at, one in enumerate(cities) if one.city.place == own.city.place), 0)
        house = Together(join(cities, own.markets, home))
        addresses = {one.city.place: one.city.address for one in cities}
        others = {key: known for key, known in self._states.items() if key != state}
        kept = dict(list(others.items())[1 - STATES :])
        return kept | {state: Joined(state, house, addresses, left_out)}

    def _best(self, folder: Path) -> Published:
        """The version that the folder's note names, else the last one that could be read. Raises Unreadable."""
        try:
            self._good[folder] = readable(self._shelves[folder], public_warehouse().snapshot)
        except Unreadable:
            if folder not in self._good or not self._good[folder].file.is_file():
                raise
            log.exception("the newest version of %s cannot be read; the one before stays", folder)
        return self._good[folder]


def _look_at(shelf: Shelf) -> tuple[str, int]:
    version = shelf.last_good()
    try:
        return version, shelf.file(version).stat().st_mtime_ns
    except OSError:
        return version, 0


def _facts_of(folder: Path) -> Path:
    """Where the facts of a city are that are published: of this server's own it may be a copy."""
    return facts_folder() if folder.resolve() == settings().data.resolve() else folder


def _name(folder: Path) -> str:
    """What to call a city that cannot be read: its place, else its folder."""
    try:
        return read_city(folder).place
    except ValueError:
        return folder.name


def folders(told: str) -> Iterator[Path]:
    """The folders that the setting names, each once."""
    yield from dict.fromkeys(Path(one) for one in told.split(os.pathsep) if one)


@cache
def several() -> Several:
    """The process's."""
    return Several(tuple(folders(settings().cities)), settings().store)


def joined() -> Joined | None:
    """The cities that can be compared now; None for fewer than two."""
    return several().newest()


def facts_version() -> str:
    """The version of all that pages are made of: of the facts, and of other cities where they are compared."""
    now = joined()
    return "-".join(filter(None, [public_warehouse().version, now.state if now else ""]))
