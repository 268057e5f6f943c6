"""The questions of queries/market/, a function each; made from the SQL by `make questions`."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from dashboard.values import Hedge, Market, Quantity, Text, Unit
from dashboard.warehouse import warehouse


class ArrivalsRow(NamedTuple):
    """A row of `market/arrivals`."""

    sector_id: str
    mean_year: float | None
    period: int
    arrivals: int
    period_total: int
    share: float
    dated: int
    listed: int
    source_ids: tuple[str, ...]


def arrivals(*, market: str) -> tuple[ArrivalsRow, ...]:
    """How did the mix of arrivals change from period to period?"""
    return warehouse().rows("market/arrivals", ArrivalsRow, market=market)


class CompanyCountsRow(NamedTuple):
    """A row of `market/company_counts`."""

    position: int
    indicator_id: str
    region: str
    distance: int
    year: int
    value: float
    qualifier: Hedge
    source_id: str
    source_ids: tuple[str, ...]

    @property
    def quantity(self) -> Quantity:
        """The value with its unit and hedge."""
        return Quantity(self.value, Unit.COUNT, self.qualifier)


def company_counts(*, market: str) -> tuple[CompanyCountsRow, ...]:
    """How many companies are here, by whose count, and how did each count develop?"""
    return warehouse().rows("market/company_counts", CompanyCountsRow, market=market)


class CoverageRow(NamedTuple):
    """A row of `market/coverage`."""

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


def coverage(*, market: str) -> tuple[CoverageRow, ...]:
    """How much of the published number of companies is in our list, like with like?"""
    return warehouse().rows("market/coverage", CoverageRow, market=market)


class DeskRow(NamedTuple):
    """A row of `market/desk`."""

    market: Market
    desk_id: str | None
    focus: Text
    since_year: int | None
    since_month: int | None
    email: str | None
    phone: str | None
    url: str | None
    source_id: str | None


def desk(*, market: str) -> tuple[DeskRow, ...]:
    """Who looks after this market?"""
    return warehouse().rows("market/desk", DeskRow, market=market)


class EventsRow(NamedTuple):
    """A row of `market/events`."""

    event_id: str
    kind: str
    year: int
    month: int | None
    day: int | None
    end_year: int | None
    end_month: int | None
    end_day: int | None
    coming: bool
    running: bool
    for_all: bool
    title: Text
    place: Text
    source_id: str


def events(*, market: str, today: date) -> tuple[EventsRow, ...]:
    """Which events connect this market with the city, coming and past?"""
    return warehouse().rows("market/events", EventsRow, market=market, today=today)


class HomeCitiesRow(NamedTuple):
    """A row of `market/home_cities`."""

    city: str
    lat: float
    lon: float
    companies: int
    known: int
    listed: int
    source_ids: tuple[str, ...]


def home_cities(*, market: str) -> tuple[HomeCitiesRow, ...]:
    """Where are the parent companies at home?"""
    return warehouse().rows("market/home_cities", HomeCitiesRow, market=market)


class InstitutionsRow(NamedTuple):
    """A row of `market/institutions`."""

    institution_id: str
    name: Text
    kind: str
    since_year: int | None
    city: str | None
    source_id: str


def institutions(*, market: str) -> tuple[InstitutionsRow, ...]:
    """Which institutions here stand for this market?"""
    return warehouse().rows("market/institutions", InstitutionsRow, market=market)


class KeyFiguresRow(NamedTuple):
    """A row of `market/key_figures`."""

    slot: int
    indicator_id: str | None
    region: str | None
    unit: Unit
    value: float
    qualifier: Hedge
    year: int | None
    is_old: bool
    previous_year: int | None
    previous_qualifier: Hedge | None
    change: float | None
    source_id: str | None
    publisher: str | None

    @property
    def quantity(self) -> Quantity:
        """The value with its unit and hedge."""
        return Quantity(self.value, self.unit, self.qualifier)


def key_figures(*, market: str) -> tuple[KeyFiguresRow, ...]:
    """Which five figures open a market's page?"""
    return warehouse().rows("market/key_figures", KeyFiguresRow, market=market)


class LargerInsideRow(NamedTuple):
    """A row of `market/larger_inside`."""

    indicator_id: str
    region: str
    year: int
    value: float
    qualifier: Hedge
    note: Text
    other_indicator_id: str
    other_region: str
    other_year: int
    other_value: float
    other_qualifier: Hedge

    @property
    def quantity(self) -> Quantity:
        """The value with its unit and hedge."""
        return Quantity(self.value, Unit.COUNT, self.qualifier)


def larger_inside(*, market: str) -> tuple[LargerInsideRow, ...]:
    """Which published count of companies is higher than one of a larger region around it?"""
    return warehouse().rows("market/larger_inside", LargerInsideRow, market=market)


class MilestonesRow(NamedTuple):
    """A row of `market/milestones`."""

    milestone_id: str
    company_id: str
    name: str
    lane: int
    kind: str
    year: int
    month: int | None
    number: int
    crowd: int
    from_city: str | None
    to_city: str | None
    jobs: int | None
    is_announced: bool
    description: Text
    source_id: str


def milestones(*, market: str) -> tuple[MilestonesRow, ...]:
    """What happened when: arrivals, growth, moves, research, new partners and owners, downsizing and closures?"""
    return warehouse().rows("market/milestones", MilestonesRow, market=market)


class NewsRow(NamedTuple):
    """A row of `market/news`."""

    fact: str
    fact_id: str
    kind: str
    theme_id: str | None
    year: int
    month: int | None
    day: int | None
    running: bool
    is_announced: bool
    company_id: str | None
    from_city: str | None
    to_city: str | None
    title: Text
    text: Text
    source_id: str
    rank: int


def news(*, today: date, market: str) -> tuple[NewsRow, ...]:
    """What happened with this market in the two years before a day, from whichever table it comes?"""
    return warehouse().rows("market/news", NewsRow, today=today, market=market)


class SectorMixRow(NamedTuple):
    """A row of `market/sector_mix`."""

    sector_id: str
    companies: int
    companies_total: int
    all_total: int
    share: float
    share_all: float
    specialisation: float
    source_ids: tuple[str, ...]


def sector_mix(*, market: str) -> tuple[SectorMixRow, ...]:
    """In which sectors are this market's companies, compared with all markets?"""
    return warehouse().rows("market/sector_mix", SectorMixRow, market=market)


class SeriesRow(NamedTuple):
    """A row of `market/series`."""

    position: int
    drawable: bool
    indicator_id: str
    group_id: str
    region: str
    unit: Unit
    year: int
    value: float
    qualifier: Hedge
    is_latest: bool
    source_id: str
    source_ids: tuple[str, ...]

    @property
    def quantity(self) -> Quantity:
        """The value with its unit and hedge."""
        return Quantity(self.value, self.unit, self.qualifier)


def series(*, market: str, groups: Sequence[str]) -> tuple[SeriesRow, ...]:
    """Which published figures of these groups exist for the market, and how did they develop?"""
    return warehouse().rows("market/series", SeriesRow, market=market, groups=groups)


class SignalsRow(NamedTuple):
    """A row of `market/signals`."""

    signal_id: str
    direction: str
    year: int
    sector_id: str
    signal: Text
    source_id: str


def signals(*, market: str) -> tuple[SignalsRow, ...]:
    """Which signals point up, down or sideways for this market?"""
    return warehouse().rows("market/signals", SignalsRow, market=market)


class SitesRow(NamedTuple):
    """A row of `market/sites`."""

    city: str
    lat: float
    lon: float
    companies: int
    town_companies: int
    place_in_town: int
    located: int
    listed: int
    source_ids: tuple[str, ...]


def sites(*, market: str) -> tuple[SitesRow, ...]:
    """Where in the region are this market's companies?"""
    return warehouse().rows("market/sites", SitesRow, market=market)


class SpeedRow(NamedTuple):
    """A row of `market/speed`."""

    scope: str
    median_years: float | None
    companies: int


def speed(*, market: str) -> tuple[SpeedRow, ...]:
    """How long does it take from arrival to the first expansion?"""
    return warehouse().rows("market/speed", SpeedRow, market=market)
