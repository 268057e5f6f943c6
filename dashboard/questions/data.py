"""The questions of queries/data/, a function each; made from the SQL by `make questions`."""

from collections.abc import Sequence
from typing import NamedTuple

from dashboard.values import Hedge, Market, Quantity, Text, Unit
from dashboard.warehouse import warehouse


class AgesRow(NamedTuple):
    """A row of `data/ages`."""

    recheck: str
    year: int
    found: int
    is_old: bool
    peak: int
    row_found: int
    row_old: int
    source_ids: tuple[str, ...]


def ages() -> tuple[AgesRow, ...]:
    """Of which years are the facts that age?"""
    return warehouse().rows("data/ages", AgesRow)


class ConflictsRow(NamedTuple):
    """A row of `data/conflicts`."""

    indicator_id: str
    unit: Unit
    market: Market
    region: str
    year: int
    value: float
    qualifier: Hedge
    low: float
    high: float
    spread: float | None
    values: tuple[float, ...]
    qualifiers: tuple[Hedge, ...]
    said_by: tuple[str, ...]
    source_id: str

    @property
    def quantity(self) -> Quantity:
        """The value with its unit and hedge."""
        return Quantity(self.value, self.unit, self.qualifier)


def conflicts() -> tuple[ConflictsRow, ...]:
    """Of which published values do sources say different things?"""
    return warehouse().rows("data/conflicts", ConflictsRow)


class CoverageRow(NamedTuple):
    """A row of `data/coverage`."""

    market: Market
    region: str
    indicator_id: str
    counted_with: tuple[str, ...]
    listed: int
    value: float
    qualifier: Hedge
    year: int
    share: float
    source_id: str

    @property
    def quantity(self) -> Quantity:
        """The value with its unit and hedge."""
        return Quantity(self.value, Unit.COUNT, self.qualifier)


def coverage() -> tuple[CoverageRow, ...]:
    """How much of the published numbers of companies is in our list, market by market?"""
    return warehouse().rows("data/coverage", CoverageRow)


class FreshnessRow(NamedTuple):
    """A row of `data/freshness`."""

    recheck: str
    page: str
    years: int
    name: Text
    found: int
    old: int
    median_age: float | None
    oldest: int | None


def freshness() -> tuple[FreshnessRow, ...]:
    """How old is what pages show, and how much of it should be looked at again?"""
    return warehouse().rows("data/freshness", FreshnessRow)


class HangingRow(NamedTuple):
    """A row of `data/hanging`."""

    fact: str
    fact_id: str
    market: Market | None
    year: int | None
    title: Text


def hanging(*, source: str) -> tuple[HangingRow, ...]:
    """What hangs on a source?"""
    return warehouse().rows("data/hanging", HangingRow, source=source)


class RechecksRow(NamedTuple):
    """A row of `data/rechecks`."""

    about: str
    market: Market
    year: int
    title: Text
    source_id: str


def rechecks(*, recheck: str) -> tuple[RechecksRow, ...]:
    """What should be looked at again?"""
    return warehouse().rows("data/rechecks", RechecksRow, recheck=recheck)


class SourcesRow(NamedTuple):
    """A row of `data/sources`."""

    source_id: str
    title: str
    publisher: str | None
    url: str | None
    published: str | None
    tertiary: bool
    gone: str | None
    facts: int
    facts_of: tuple[str, ...]
    total: int


def sources(*, which: str, term: str | None, sorted: str, rows: int, skip: int) -> tuple[SourcesRow, ...]:
    """Which sources are there, and what hangs on each?"""
    return warehouse().rows("data/sources", SourcesRow, which=which, term=term, sorted=sorted, rows=rows, skip=skip)


class SummaryRow(NamedTuple):
    """A row of `data/summary`."""

    facts: int
    sources: int
    listed: int
    tertiary: int
    gone: int
    conflicts: int


def summary() -> tuple[SummaryRow, ...]:
    """How much do we know, and who says so?"""
    return warehouse().rows("data/summary", SummaryRow)


class TablesRow(NamedTuple):
    """A row of `data/tables`."""

    name: str
    found: int
    oldest: int | None
    newest: int | None
    sources: int
    published: str | None


def tables() -> tuple[TablesRow, ...]:
    """What do the tables hold, and how old is it?"""
    return warehouse().rows("data/tables", TablesRow)


class TitlesRow(NamedTuple):
    """A row of `data/titles`."""

    fact_id: str
    title: Text


def titles(*, fact: str, keys: Sequence[str]) -> tuple[TitlesRow, ...]:
    """What are rows of the facts called?"""
    return warehouse().rows("data/titles", TitlesRow, fact=fact, keys=keys)
