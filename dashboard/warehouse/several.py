"""The cities that one question may be asked of (`POCKET_CITIES`): which of them are published, joined and kept new."""

import hashlib
import logging
import os
import re
import threading
import time
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Generic

import duckdb

from dashboard.settings import settings
from dashboard.values import Said
from dashboard.warehouse.base import Warehouse
from dashboard.warehouse.build_error import BuildError
from dashboard.warehouse.current import public_warehouse
from dashboard.warehouse.joined import InStore, join_files
from dashboard.warehouse.published import At, Join, Published, Source, Unreadable, as_one

if TYPE_CHECKING:
    from dashboard.warehouse.lake.cities import Taken

log = logging.getLogger(__name__)
LEAST = 2  # cities that can be compared
STATES = 2  # a page that is being made goes on with the one that it began with
AGAIN = 30.0  # seconds after which is tried again what may go better though no city publishes
# A colon before `//` or a port separates nothing: `s3://bucket/lyon`, `hdfs://host:8020/lyon`.
URL = r"[a-z][a-z0-9+.-]+://(?:[^{0}]|:(?=\d+(?:[/?&{0}]|$)))+"


@dataclass(frozen=True)
class LeftOut:
    """A city that is asked for but cannot take part, and why."""

    name: str
    why: Said


@dataclass(frozen=True, eq=False)
class Joined:
    """The cities that are published, joined; `state` tells it from what they were before or will be, and so does who is
    left out. `addresses`: city -> where its own dashboard is, if that is known."""

    state: str
    house: Warehouse
    addresses: dict[str, str]
    left_out: tuple[LeftOut, ...]


class Several(Generic[At]):
    """The cities of these sources, each as its own server published it last; thread-safe.

    Always the public copies. What cannot be read is left out and said; until a city has published something better,
    its last version that could be read stays. `kept`: somebody sees to it that they are renewed, nobody else does.
    """

    def __init__(self, sources: Sequence[Source[At]], join: Join[At]) -> None:
        self._sources, self._joins = sources, join
        self.kept = False
        self._good: dict[Source[At], Published[At]] = {}
        self._states: dict[str, Joined] = {}
        self._looking = threading.Lock()
        self._seen: tuple[Hashable, ...] | None = None  # what was noted of each when they were joined
        self._may_go_better = self._begun = False
        self._looked_at = self._tried = 0.0
        self._told: set[str] = set()  # the cities that the log has as comparable
        self._fault = ""  # what was told last of what they cannot be joined for

    def newest(self) -> Joined | None:
        """What can be compared now; None for fewer than two cities."""
        if not (self.kept and self._begun):
            self.refresh()
        return next(reversed(self._states.values()), None)

    def at(self, state: str) -> Joined | None:
        """What could be compared in this state; of one that is gone by, the newest."""
        return self._states.get(state) or self.newest()

    def refresh(self, *, force: bool = False) -> None:
        """Look at the cities, at most every `reload_seconds`; whoever comes first waits for it, nobody else."""
        if not self._looking.acquire(blocking=force or not self._begun):
            return
        try:
            if force or not self._begun or time.monotonic() - self._looked_at >= settings().reload_seconds:
                self._look()
                self._looked_at = time.monotonic()
        finally:
            self._begun = True
            self._looking.release()

    def _look(self) -> None:
        """Join them anew if one has published; else see whether the engine that holds them is well."""
        try:
            seen = tuple(one.noted() for one in self._sources)
            if (anew := seen != self._seen) or (self._may_go_better and time.monotonic() - self._tried > AGAIN):
                self._seen, self._may_go_better = seen, True
                try:
                    self._may_go_better = self._join(anew=anew)
                finally:
                    self._tried = time.monotonic()  # it may have taken long
            elif self._states:
                next(reversed(self._states.values())).house.snapshot.engine.well()
            self._fault = ""
        except (duckdb.Error, BuildError, OSError) as error:  # a file that was there a moment ago, an engine away
            if str(error) != self._fault:
                log.exception("the cities cannot be joined; what was joined stays")
            self._fault = str(error)

    def _join(self, *, anew: bool) -> bool:
        """Join those that can be read, as they are now; whether more of them may be read without one publishing.

        Unless it is `anew`, what was joined of the same versions stays.
        """
        found: dict[str, Published[At]] = {}
        left_out: list[LeftOut] = []
        may_go_better = False
        for source in self._sources:
            try:
                one, is_newest = self._best(source)
                may_go_better |= not is_newest
                if one.city.place in found:
                    raise Unreadable(Said("another of the folders or lakes is the same city"))
                found[one.city.place] = one
            except Unreadable as error:
                log.warning("%s cannot be compared with other cities: %s", source.name, error, exc_info=error.__cause__)
                may_go_better |= error.passes
                left_out.append(LeftOut(source.name, error.said))
        self._states = self._with(tuple(found.values()), tuple(left_out), anew=anew)
        for name in sorted(found.keys() - self._told):
            log.info("%s can be compared with other cities now", name)
        self._told = set(found)
        return may_go_better

    def _with(
        self, cities: tuple[Published[At], ...], left_out: tuple[LeftOut, ...], *, anew: bool
    ) -> dict[str, Joined]:
        """The states with this one, which is the newest; none where there is nothing to compare."""
        if len(cities) < LEAST:
            return {}
        told = [*(one.version for one in cities), *(f"{one.name}: {one.why}" for one in left_out)]
        state = hashlib.sha256("\n".join(told).encode()).hexdigest()[:16]
        known = None if anew else self._states.get(state)
        if known is None:
            own = public_warehouse()
            home = next((at for at, one in enumerate(cities) if one.city.place == own.city.place), 0)
            facts = as_one(cities, self._joins(cities), own.markets, home)
            house = Warehouse(settings().data, settings().store, snapshot=facts)
            known = Joined(state, house, {one.city.place: one.city.address for one in cities}, left_out)
        others = {key: one for key, one in self._states.items() if key != state}
        kept = dict(list(others.items())[1 - STATES :])
        return kept | {state: known}

    def _best(self, source: Source[At]) -> tuple[Published[At], bool]:
        """What the city published last, or the last of it that could be read; whether nothing better may be had.

        Raises Unreadable.
        """
        try:
            self._good[source] = source.read(public_warehouse().snapshot)
        except Unreadable as error:
            if source not in self._good or not source.holds(self._good[source]):
                raise
            log.exception("the newest version of %s cannot be read; the one before stays", source.name)
            return self._good[source], not error.passes
        return self._good[source], True


def named(told: str) -> Iterator[str]:
    """The folders, or the lakes, that the setting names, each once."""
    one = URL.format(re.escape(os.pathsep))
    yield from dict.fromkeys(re.findall(rf"{one}|[^{re.escape(os.pathsep)}]+", told))


@cache
def several() -> "Several[Path] | Several[Taken]":
    """The process's: of DuckDB's files in the store, or of the lakes of an engine elsewhere."""
    cities = tuple(named(settings().cities))
    if settings().engine == "duckdb":
        return Several([InStore(Path(one), settings().store) for one in cities], join_files)
    from dashboard.warehouse.lake.cities import in_lakes  # what it is made of is only there where it is asked for

    return Several(*in_lakes(cities))


def joined() -> Joined | None:
    """The cities that can be compared now; None for fewer than two."""
    return several().newest()


def facts_version() -> str:
    """The version of all that pages are made of: of the facts, and of other cities where they are compared."""
    now = joined()
    return "-".join(filter(None, [public_warehouse().version, now.state if now else ""]))
