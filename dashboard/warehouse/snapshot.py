"""One published version, opened: how it is asked, its words and markets, and what was made of it."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from dashboard.language import Vocabulary
from dashboard.meters import timed
from dashboard.settings import settings
from dashboard.values import Market
from dashboard.warehouse.city import City
from dashboard.warehouse.engine.engine import Engine
from dashboard.warehouse.engine.fault import EngineFault
from dashboard.warehouse.engine.local import Local
from dashboard.warehouse.locked import opened
from dashboard.warehouse.markets import markets
from dashboard.warehouse.memory import Memory
from dashboard.warehouse.named import named_query
from dashboard.warehouse.package import Package
from dashboard.warehouse.rows import Row, typed
from dashboard.warehouse.vocabulary import vocabulary

Parameter = str | int | float | bool | date | None | Sequence[str] | Sequence[float]

FAULTS = (EngineFault, duckdb.OperationalError, duckdb.InternalError, duckdb.FatalException)  # the engine's own
NEWEST = "select year, month from as_of"


@dataclass(frozen=True, eq=False)
class Snapshot:
    """A published version, whole: whoever holds one reads nothing of another, whatever is published meanwhile.

    What was made of it stands in its own `memory`, and goes with it. Which engine answers shows in nothing but time.
    """

    engine: Engine
    version: str
    package: Package
    markets: Mapping[str, Market]
    vocabulary: Vocabulary
    city: City
    memory: Memory
    failures: set[str] = field(default_factory=set)  # what could not be shown of it; the health answer counts them

    @property
    def as_of(self) -> tuple[int, int]:
        """Year and month of the newest fact; this month where no source says when it was published."""
        today = settings().current_date()
        found = self.memory.get(("as_of",), lambda: self.engine.ask(NEWEST, {}).rows()[1])
        return found[0] if found else (today.year, today.month)

    def ask(self, name: str, **parameters: Parameter) -> pd.DataFrame:
        """The result of a named query; callers may change their copy (pandas copies on write).

        Raises
        ------
        UnknownQuery
            no such file under `queries/`.
        duckdb.Error
            a parameter is missing, superfluous or of the wrong type.
        EngineFault
            the engine does not answer.
        """
        key = ("frame", name, *_hashable(parameters))

        def answer() -> pd.DataFrame:
            with timed(name, FAULTS):
                return self.run(named_query(name).sql, _listed(parameters))

        return self.memory.get(key, answer).copy(deep=False)

    def rows(self, name: str, row_type: type[Row], **parameters: Parameter) -> tuple[Row, ...]:
        """The same as typed rows, which nobody can change; `dashboard/questions/` asks this way. Raises as `ask`."""

        def answer() -> tuple[Row, ...]:
            with timed(name, FAULTS):
                names, found = self.engine.ask(named_query(name).sql, _listed(parameters)).rows()
            return typed(row_type, names, found, self.markets)

        return self.memory.get((name, *_hashable(parameters)), answer)

    def columns(self, sql: str, parameters: Iterable[str] = ()) -> dict[str, str]:
        """Column -> type (as the database writes it) of what a statement answers; its parameters are null meanwhile."""
        return self.engine.columns(sql, dict.fromkeys(parameters))

    def run(self, sql: str, values: dict[str, Any] | None = None) -> pd.DataFrame:
        """Run one statement and return what it answers."""
        return self.engine.ask(sql, values or {}).frame()


def snapshot(path: Path, version: str) -> Snapshot:
    """Open a published file."""
    return held(Local(opened(path)), version)


def held(engine: Engine, version: str) -> Snapshot:
    """A version that an engine holds. Raises as `ask`."""
    told, named = engine.ask("select package, city from described", {}).rows()[1][0]
    package, city = Package(json.loads(told)), City.model_validate_json(named)
    words = vocabulary(engine, package, city, version)
    return Snapshot(engine, version, package, markets(engine), words, city, Memory(settings().cache_mb))


def _listed(parameters: Mapping[str, Parameter]) -> dict[str, Any]:
    """The parameters as the database takes them."""
    return {name: list(value) if isinstance(value, list | tuple) else value for name, value in parameters.items()}


def _hashable(parameters: Mapping[str, Parameter]) -> Iterator[tuple[str, Any]]:
    """The parameters as part of a key."""
    for name, value in sorted(parameters.items()):
        yield name, tuple(value) if isinstance(value, list | tuple) else value
