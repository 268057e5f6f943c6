"""The questions of queries/cities/, a function each; made from the SQL by `make questions`."""

from collections.abc import Sequence
from typing import NamedTuple

from dashboard.values import Hedge, Market, Quantity, Text, Unit
from dashboard.warehouse import warehouse


class ArrivalsRow(NamedTuple):
    """A row of `cities/arrivals`."""

    list_city: str
    span: int
    from_year: int | None
    until_year: int | None
    arrivals: int
    share: float | None
    dated: int
    told: int


def arrivals(*, chosen: Sequence[str], since: int | None) -> tuple[ArrivalsRow, ...]:
    """How many sites of a choice came to each city in each period?"""
    return warehouse().rows("cities/arrivals", ArrivalsRow, chosen=chosen, since=since)


class CompaniesRow(NamedTuple):
    """A row of `cities/companies`."""

    list_city: str
    site_id: str
    name: str
    market: Market
    sector_id: str
    role: str
    town: str | None
    arrived: int | None
    status: str
    source_title: str
    publisher: str
    source_url: str | None


def companies(*, chosen: Sequence[str], since: int | None, rows: int, skip: int) -> tuple[CompaniesRow, ...]:
    """Which sites of a choice are in which city?"""
    return warehouse().rows("cities/companies", CompaniesRow, chosen=chosen, since=since, rows=rows, skip=skip)


class CountsRow(NamedTuple):
    """A row of `cities/counts`."""

    list_city: str
    lacks: str | None
    companies: int | None
    in_list: int
    share: float | None
    companies_cities: int
    in_lists: int
    share_cities: float | None
    share_others: float | None
    specialisation: float | None
    cities: int
    rank: int | None


def counts(*, chosen: Sequence[str], since: int | None) -> tuple[CountsRow, ...]:
    """How many sites of a choice has each city, and is that more of its list than elsewhere?"""
    return warehouse().rows("cities/counts", CountsRow, chosen=chosen, since=since)


class CoverageRow(NamedTuple):
    """A row of `cities/coverage`."""

    city: str
    area: Text
    name: Text
    listed: int
    value: float
    qualifier: Hedge
    year: int
    share: float
    source_title: str
    publisher: str
    url: str | None

    @property
    def quantity(self) -> Quantity:
        """The value with its unit and hedge."""
        return Quantity(self.value, Unit.COUNT, self.qualifier)


def coverage(*, market: str) -> tuple[CoverageRow, ...]:
    """How deep are the lists of the cities?"""
    return warehouse().rows("cities/coverage", CoverageRow, market=market)


class ListsRow(NamedTuple):
    """A row of `cities/lists`."""

    city: str
    country: str
    companies: int
    dated: int
    year: int | None
    month: int | None


def lists() -> tuple[ListsRow, ...]:
    """How large and how new are the lists of the cities?"""
    return warehouse().rows("cities/lists", ListsRow)


class OffersRow(NamedTuple):
    """A row of `cities/offers`."""

    facet: str
    value: str
    companies: int


def offers() -> tuple[OffersRow, ...]:
    """What can be chosen of the cities' lists?"""
    return warehouse().rows("cities/offers", OffersRow)


class OriginsRow(NamedTuple):
    """A row of `cities/origins`."""

    city: str
    source_title: str
    publisher: str
    url: str | None
    published: str | None
    tertiary: bool
    companies: int


def origins(*, chosen: Sequence[str], since: int | None) -> tuple[OriginsRow, ...]:
    """On which sources do the numbers of each city rest?"""
    return warehouse().rows("cities/origins", OriginsRow, chosen=chosen, since=since)
