"""The questions of queries/overview/, a function each; made from the SQL by `make questions`."""

from typing import NamedTuple

from dashboard.values import Hedge, Market, Quantity, Text, Unit
from dashboard.warehouse import warehouse


class ChamberStudiesRow(NamedTuple):
    """A row of `overview/chamber_studies`."""

    market: Market
    name: Text
    core: bool
    year: int
    value: float
    qualifier: Hedge
    source_id: str

    @property
    def quantity(self) -> Quantity:
        """The value with its unit and hedge."""
        return Quantity(self.value, Unit.COUNT, self.qualifier)


def chamber_studies() -> tuple[ChamberStudiesRow, ...]:
    """How did the number of companies by country change across the studies?"""
    return warehouse().rows("overview/chamber_studies", ChamberStudiesRow)


class CoreCardsRow(NamedTuple):
    """A row of `overview/core_cards`."""

    market: Market
    name: Text
    desk: Text
    since_year: int
    companies: int
    sector_1: str
    sector_2: str


def core_cards() -> tuple[CoreCardsRow, ...]:
    """What does a core market's card say besides its trend?"""
    return warehouse().rows("overview/core_cards", CoreCardsRow)


class CoreSeriesRow(NamedTuple):
    """A row of `overview/core_series`."""

    market: Market
    indicator_id: str
    region: str
    name: Text
    year: int
    value: float
    qualifier: Hedge
    source_id: str

    @property
    def quantity(self) -> Quantity:
        """The value with its unit and hedge."""
        return Quantity(self.value, Unit.COUNT, self.qualifier)


def core_series() -> tuple[CoreSeriesRow, ...]:
    """How did the published number of companies develop that speaks for each core market?"""
    return warehouse().rows("overview/core_series", CoreSeriesRow)


class HeadlinesRow(NamedTuple):
    """A row of `overview/headlines`."""

    position: int
    label: Text
    indicator_id: str
    market: Market
    region: str
    unit: Unit
    value: float
    qualifier: Hedge
    year: int
    previous_year: int
    previous_qualifier: Hedge
    change: float
    source_id: str
    source_title: str
    publisher: str
    source_url: str

    @property
    def quantity(self) -> Quantity:
        """The value with its unit and hedge."""
        return Quantity(self.value, self.unit, self.qualifier)


def headlines() -> tuple[HeadlinesRow, ...]:
    """Which published figures open the overview?"""
    return warehouse().rows("overview/headlines", HeadlinesRow)


class LatestRow(NamedTuple):
    """A row of `overview/latest`."""

    milestone_id: str
    year: int
    month: int
    kind: str
    company_id: str
    name: str
    market: Market
    is_announced: bool
    town: Text
    to: Text
    jobs: int
    description: Text
    source_id: str
    publisher: str
    url: str


def latest(*, rows: int) -> tuple[LatestRow, ...]:
    """What arrived, grew or moved most recently?"""
    return warehouse().rows("overview/latest", LatestRow, rows=rows)


class ThemesRow(NamedTuple):
    """A row of `overview/themes`."""

    theme_id: str
    theme: Text
    market: Market
    name: Text
    core: bool
    companies: int
    source_ids: tuple[str, ...]


def themes() -> tuple[ThemesRow, ...]:
    """Which markets stand behind the focus themes?"""
    return warehouse().rows("overview/themes", ThemesRow)


class WorldRow(NamedTuple):
    """A row of `overview/world`."""

    market: Market
    iso3: str
    name: Text
    core: bool
    lat: float
    lon: float
    value: float
    year: int | None
    qualifier: Hedge
    source_ids: tuple[str, ...]

    @property
    def quantity(self) -> Quantity:
        """The value with its unit and hedge."""
        return Quantity(self.value, Unit.COUNT, self.qualifier)


def world(*, measure: str) -> tuple[WorldRow, ...]:
    """How strong is each source market, by the measure the reader chose?"""
    return warehouse().rows("overview/world", WorldRow, measure=measure)
