"""The questions of queries/overview/, a function each; made from the SQL by `make questions`."""

from typing import NamedTuple

from dashboard.values import Hedge, Market, Quantity, Text, Unit
from dashboard.warehouse import warehouse


class CoreCardsRow(NamedTuple):
    """A row of `overview/core_cards`."""

    market: Market
    desk_id: str | None
    since_year: int | None
    companies: int
    sector_1: str | None
    sector_2: str | None


def core_cards() -> tuple[CoreCardsRow, ...]:
    """What does a core market's card say besides its trend?"""
    return warehouse().rows("overview/core_cards", CoreCardsRow)


class CoreSeriesRow(NamedTuple):
    """A row of `overview/core_series`."""

    market: Market
    indicator_id: str
    region: str
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
    is_old: bool
    previous_year: int | None
    previous_qualifier: Hedge | None
    change: float | None
    source_id: str

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
    month: int | None
    kind: str
    company_id: str
    name: str
    market: Market
    is_announced: bool
    city: str | None
    from_city: str | None
    to_city: str | None
    source_id: str


def latest(*, rows: int) -> tuple[LatestRow, ...]:
    """What arrived, grew or moved most recently?"""
    return warehouse().rows("overview/latest", LatestRow, rows=rows)


class MeasuresRow(NamedTuple):
    """A row of `overview/measures`."""

    measure: str
    indicator_id: str
    region: str


def measures() -> tuple[MeasuresRow, ...]:
    """By which published figures can the map of the world be drawn?"""
    return warehouse().rows("overview/measures", MeasuresRow)


class StudiesRow(NamedTuple):
    """A row of `overview/studies`."""

    market: Market
    indicator_id: str
    region: str
    year: int
    value: float
    qualifier: Hedge
    source_id: str

    @property
    def quantity(self) -> Quantity:
        """The value with its unit and hedge."""
        return Quantity(self.value, Unit.COUNT, self.qualifier)


def studies() -> tuple[StudiesRow, ...]:
    """How did the number of companies by country change across the studies?"""
    return warehouse().rows("overview/studies", StudiesRow)


class ThemesRow(NamedTuple):
    """A row of `overview/themes`."""

    theme_id: str
    market: Market
    companies: int
    source_ids: tuple[str, ...]


def themes() -> tuple[ThemesRow, ...]:
    """Which markets stand behind the focus themes?"""
    return warehouse().rows("overview/themes", ThemesRow)


class WorldRow(NamedTuple):
    """A row of `overview/world`."""

    market: Market
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
