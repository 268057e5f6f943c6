"""What `pocket doctor` sees of an engine that stands elsewhere, and of the lake that it reads."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from dashboard.access.rules import has_staff
from dashboard.commands.look import Advice, Look, Value
from dashboard.settings import settings
from dashboard.warehouse import BuildError
from dashboard.warehouse.build import data_version
from dashboard.warehouse.engine.address import Address, address
from dashboard.warehouse.engine.session import connect, drop
from dashboard.warehouse.engine.spark import Spark
from dashboard.warehouse.lake.cities import OPEN
from dashboard.warehouse.lake.lake import Lake, Version
from dashboard.warehouse.lake.manifest import Copy
from dashboard.warehouse.lake.served import own_lake
from dashboard.warehouse.truth import facts_folder

STAFF: tuple[Copy, ...] = ("whole",)  # what only servers read on which somebody may sign in
READS: dict[Copy, str] = {"public": "reads the lake", "whole": "reads staff's copy"}
NEWER = "Run `pocket publish`, if the facts here are to be served: what counts in the lake is another version."


def engine() -> Look:
    """Who answers; of an engine elsewhere whether it does, what counts in its lake and whether it can read that."""
    if settings().engine == "duckdb":
        return Look("engine", {"who answers": "DuckDB, within the server"})
    found: dict[str, Value] = {"who answers": "an engine elsewhere"}
    advice: list[Advice] = []
    where = version = lake = None
    with _advised(advice):
        where = _reached(found)
    with _advised(advice):
        version = _counting(lake := own_lake(), found)
    if where and lake and version:
        with _advised(advice):
            _read(where, lake, version, OPEN[0], found)
        with _advised(advice):
            if has_staff():
                _read(where, lake, lake.newest(STAFF), STAFF[0], found)
        advice += [] if version.manifest.data_version == _here() else [Advice(NEWER)]
    return Look("engine", found, tuple(advice))


@contextmanager
def _advised(advice: list[Advice]) -> Iterator[None]:
    """What is wrong within, as what must be changed."""
    try:
        yield
    except BuildError as fault:
        advice.append(Advice(f"{fault.mend} What is wrong: {fault}.", must=True))


def _reached(found: dict[str, Value]) -> Address:
    """Where the engine answers; the token in its address is nobody's to read. Raises EngineFault."""
    where = address(settings().engine_url)
    found |= {"address": where.place, "reachable": False}
    session = connect(where)
    found |= {"reachable": True, "version": session.version}
    drop(session)
    return where


def _counting(lake: Lake, found: dict[str, Value]) -> Version:
    """The version that counts. Raises LakeFault."""
    found["lake"] = lake.place.url
    version = lake.newest(OPEN)
    told = version.manifest
    found |= {"counts there": version.folder, "data version": told.data_version, "published": told.published}
    return version


def _read(where: Address, lake: Lake, version: Version, copy: Copy, found: dict[str, Value]) -> None:
    """A copy, made ready as a server does when it starts. Raises EngineFault."""
    name = READS[copy]
    found[name] = False
    began = time.monotonic()
    tables = version.tables(copy, settings().engine_lake or lake.place.url)
    Spark(where, tables, settings().engine_seconds).close()
    found[name] = f"yes, made ready in {time.monotonic() - began:.1f} s"


def _here() -> str:
    """The version of the data folder; empty where it cannot be read, which is told elsewhere."""
    try:
        return data_version(facts_folder())
    except (BuildError, OSError):
        return ""
