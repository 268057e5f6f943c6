"""The questions of queries/region/, a function each; made from the SQL by `make questions`."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from dashboard.values import Market, Text
from dashboard.warehouse import warehouse


class BalanceRow(NamedTuple):
    """A row of `region/balance`."""

    town: str
    lat: float
    lon: float
    arrivals: int
    departures: int
    net: int
    source_ids: tuple[str, ...]


def balance(
    *, markets: Sequence[str], sectors: Sequence[str], roles: Sequence[str], year: int | None
) -> tuple[BalanceRow, ...]:
    """Which towns gained and which lost companies by relocation, up to a year?"""
    return warehouse().rows("region/balance", BalanceRow, markets=markets, sectors=sectors, roles=roles, year=year)


class CoverageRow(NamedTuple):
    """A row of `region/coverage`."""

    listed: int
    announced: int
    nowhere: int
    shown: int
    undated: int
    elsewhen: int


def coverage(
    *, markets: Sequence[str], sectors: Sequence[str], roles: Sequence[str], year: int | None
) -> tuple[CoverageRow, ...]:
    """How much of our list does the map of a year show?"""
    return warehouse().rows("region/coverage", CoverageRow, markets=markets, sectors=sectors, roles=roles, year=year)


class MovesRow(NamedTuple):
    """A row of `region/moves`."""

    milestone_id: str
    company_id: str
    name: str
    market: Market
    year: int
    month: int | None
    from_city: str
    to_city: str
    from_lat: float
    from_lon: float
    to_lat: float
    to_lon: float
    scope: str
    jobs: int | None
    area_sqm: int | None
    description: Text
    source_id: str
    lane: int


def moves(
    *,
    markets: Sequence[str],
    sectors: Sequence[str],
    roles: Sequence[str],
    origins: Sequence[str],
    targets: Sequence[str],
    year: int | None,
) -> tuple[MovesRow, ...]:
    """Who moved from which town to which, up to a year?"""
    return warehouse().rows(
        "region/moves",
        MovesRow,
        markets=markets,
        sectors=sectors,
        roles=roles,
        origins=origins,
        targets=targets,
        year=year,
    )


class SitesRow(NamedTuple):
    """A row of `region/sites`."""

    company_id: str
    name: str
    market: Market
    town: str
    since: int | None
    lat: float
    lon: float
    source_id: str
    crowd: int


def sites(
    *, markets: Sequence[str], sectors: Sequence[str], roles: Sequence[str], year: int | None
) -> tuple[SitesRow, ...]:
    """Where exactly is each company, in a year or today?"""
    return warehouse().rows("region/sites", SitesRow, markets=markets, sectors=sectors, roles=roles, year=year)


class TownsRow(NamedTuple):
    """A row of `region/towns`."""

    town: str
    area: str | None
    lat: float
    lon: float
    companies: int
    source_ids: tuple[str, ...]


def towns(
    *, markets: Sequence[str], sectors: Sequence[str], roles: Sequence[str], year: int | None
) -> tuple[TownsRow, ...]:
    """How many companies are in each town, in a year or today?"""
    return warehouse().rows("region/towns", TownsRow, markets=markets, sectors=sectors, roles=roles, year=year)


class YearsRow(NamedTuple):
    """A row of `region/years`."""

    first_year: int
    last_year: int


def years(*, today: date) -> tuple[YearsRow, ...]:
    """From which year to which is there something to see on the map?"""
    return warehouse().rows("region/years", YearsRow, today=today)
