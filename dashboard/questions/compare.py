"""The questions of queries/compare/, a function each; made from the SQL by `make questions`."""

from collections.abc import Sequence
from typing import NamedTuple

from dashboard.values import Hedge, Market, Quantity, Text, Unit
from dashboard.warehouse import warehouse


class BaseYearsRow(NamedTuple):
    """A row of `compare/base_years`."""

    year: int
    markets: int
    followed: int


def base_years(*, indicator: str, region: str, markets: Sequence[str]) -> tuple[BaseYearsRow, ...]:
    """From which year can an index of the chosen markets start?"""
    return warehouse().rows("compare/base_years", BaseYearsRow, indicator=indicator, region=region, markets=markets)


class CrossingRow(NamedTuple):
    """A row of `compare/crossing`."""

    market: Market
    other_market: Market
    year_before: int
    year: int
    shown: float
    other_shown: float
    qualifier: Hedge
    other_qualifier: Hedge


def crossing(
    *, markets: Sequence[str], indicator: str, region: str, mode: str, base: int | None
) -> tuple[CrossingRow, ...]:
    """Which of the chosen markets last overtook another, and between which years?"""
    return warehouse().rows(
        "compare/crossing", CrossingRow, markets=markets, indicator=indicator, region=region, mode=mode, base=base
    )


class GrowthRow(NamedTuple):
    """A row of `compare/growth`."""

    market: Market
    since_year: int
    year: int
    exact: bool
    change: float
    markets: int
    all_markets: int


def growth(
    *, markets: Sequence[str], indicator: str, region: str, mode: str, base: int | None
) -> tuple[GrowthRow, ...]:
    """Which of the chosen markets grew most?"""
    return warehouse().rows(
        "compare/growth", GrowthRow, markets=markets, indicator=indicator, region=region, mode=mode, base=base
    )


class IndicatorsRow(NamedTuple):
    """A row of `compare/indicators`."""

    indicator_id: str
    region: str
    group_id: str
    unit: Unit
    covered: int
    common: int
    touched: int
    points: int
    last_year: int


def indicators(*, markets: Sequence[str]) -> tuple[IndicatorsRow, ...]:
    """Which published figures can be compared for the chosen markets?"""
    return warehouse().rows("compare/indicators", IndicatorsRow, markets=markets)


class LeaderRow(NamedTuple):
    """A row of `compare/leader`."""

    market: Market
    other_market: Market
    year: int
    shown: float
    other_shown: float
    qualifier: Hedge
    other_qualifier: Hedge
    markets: int
    all_markets: int


def leader(
    *, markets: Sequence[str], indicator: str, region: str, mode: str, base: int | None
) -> tuple[LeaderRow, ...]:
    """Which of the chosen markets leads, and ahead of whom?"""
    return warehouse().rows(
        "compare/leader", LeaderRow, markets=markets, indicator=indicator, region=region, mode=mode, base=base
    )


class RankingRow(NamedTuple):
    """A row of `compare/ranking`."""

    market: Market
    year: int
    value: float
    shown: float
    unit: Unit
    qualifier: Hedge
    source_ids: tuple[str, ...]
    common: bool
    markets: int
    all_markets: int

    @property
    def quantity(self) -> Quantity:
        """The value with its unit and hedge."""
        return Quantity(self.value, self.unit, self.qualifier)


def ranking(
    *, markets: Sequence[str], indicator: str, region: str, mode: str, base: int | None
) -> tuple[RankingRow, ...]:
    """Who stands where in the newest year that all have in common?"""
    return warehouse().rows(
        "compare/ranking", RankingRow, markets=markets, indicator=indicator, region=region, mode=mode, base=base
    )


class ScorecardRow(NamedTuple):
    """A row of `compare/scorecard`."""

    position: int
    indicator_id: str
    group_id: str
    region: str
    unit: Unit
    market: Market
    year: int
    value: float
    qualifier: Hedge
    years: tuple[int, ...]
    series: tuple[float, ...]
    source_ids: tuple[str, ...]

    @property
    def quantity(self) -> Quantity:
        """The value with its unit and hedge."""
        return Quantity(self.value, self.unit, self.qualifier)


def scorecard(*, markets: Sequence[str]) -> tuple[ScorecardRow, ...]:
    """Which dozen figures describe the chosen markets side by side?"""
    return warehouse().rows("compare/scorecard", ScorecardRow, markets=markets)


class SectorsRow(NamedTuple):
    """A row of `compare/sectors`."""

    sector_id: str
    market: Market
    companies: int
    market_companies: int
    share: float
    sector_companies: int
    source_ids: tuple[str, ...]


def sectors(*, markets: Sequence[str]) -> tuple[SectorsRow, ...]:
    """In which sectors are the chosen markets present?"""
    return warehouse().rows("compare/sectors", SectorsRow, markets=markets)


class ValuesRow(NamedTuple):
    """A row of `compare/values`."""

    market: Market
    year: int
    value: float
    low: float
    high: float
    unit: Unit
    qualifier: Hedge
    note: Text
    source_id: str
    publisher: str
    source_title: str
    source_url: str
    shown: float | None
    shown_qualifier: Hedge | None
    source_ids: tuple[str, ...]

    @property
    def quantity(self) -> Quantity:
        """The value with its unit and hedge."""
        return Quantity(self.value, self.unit, self.qualifier)


def values(
    *, mode: str, base: int | None, indicator: str, region: str, markets: Sequence[str]
) -> tuple[ValuesRow, ...]:
    """What are the chosen markets' values in the chosen measure?"""
    return warehouse().rows(
        "compare/values", ValuesRow, mode=mode, base=base, indicator=indicator, region=region, markets=markets
    )
