"""The questions of queries/companies/, a function each; made from the SQL by `make questions`."""

from collections.abc import Sequence
from typing import NamedTuple

from dashboard.values import Market, Text
from dashboard.warehouse import warehouse


class CompanyRow(NamedTuple):
    """A row of `companies/company`."""

    company_id: str
    name: str
    former_names: str
    parent: str
    market: Text
    parent_city: str
    city: str
    town: Text
    ags: str
    postcode: str
    sector_id: str
    sector_group_id: str
    theme_id: str
    role: str
    established: int
    arrived: int
    period: int
    milestones: int
    employees: int
    employees_year: int
    status: str
    note: Text
    source_id: str
    source_title: str
    publisher: str
    url: str
    in_city: bool
    lat: float
    lon: float
    sector: Text
    theme: Text


def company(*, company: str) -> tuple[CompanyRow, ...]:
    """What is on record about one company?"""
    return warehouse().rows("companies/company", CompanyRow, company=company)


class FacetsRow(NamedTuple):
    """A row of `companies/facets`."""

    facet: str
    value: str
    companies: int
    source_ids: tuple[str, ...]


def facets(
    *,
    markets: Sequence[str],
    sectors: Sequence[str],
    themes: Sequence[str],
    roles: Sequence[str],
    towns: Sequence[str],
    periods: Sequence[str],
    statuses: Sequence[str],
    histories: Sequence[str],
    found: Sequence[str],
) -> tuple[FacetsRow, ...]:
    """How many companies would each choice of each filter show, given the other filters?"""
    return warehouse().rows(
        "companies/facets",
        FacetsRow,
        markets=markets,
        sectors=sectors,
        themes=themes,
        roles=roles,
        towns=towns,
        periods=periods,
        statuses=statuses,
        histories=histories,
        found=found,
    )


class MilestonesRow(NamedTuple):
    """A row of `companies/milestones`."""

    milestone_id: str
    kind: str
    year: int
    month: int
    to: Text
    jobs: int
    area_sqm: int
    invest_eur: float
    description: Text
    source_id: str
    publisher: str
    url: str


def milestones(*, company: str) -> tuple[MilestonesRow, ...]:
    """What happened at one company, and who reported it?"""
    return warehouse().rows("companies/milestones", MilestonesRow, company=company)


class NeighboursRow(NamedTuple):
    """A row of `companies/neighbours`."""

    kind: str
    company_id: str
    name: str
    market: Market
    town: Text
    source_id: str
    place: int


def neighbours(*, company: str, rows: int) -> tuple[NeighboursRow, ...]:
    """Who else works in the same sector, and who else is in the same town?"""
    return warehouse().rows("companies/neighbours", NeighboursRow, company=company, rows=rows)


class RowsRow(NamedTuple):
    """A row of `companies/rows`."""

    company_id: str
    name: str
    former_names: str
    parent: str
    market: Text
    sector_id: str
    theme_id: str
    role: str
    town: Text
    arrived: int
    employees: int
    employees_year: int
    status: str
    milestones: int
    note: Text
    source_id: str
    publisher: str
    url: str


def rows(
    *,
    sort: str,
    lang: str,
    markets: Sequence[str],
    sectors: Sequence[str],
    themes: Sequence[str],
    roles: Sequence[str],
    towns: Sequence[str],
    periods: Sequence[str],
    statuses: Sequence[str],
    histories: Sequence[str],
    found: Sequence[str],
    descending: bool,
    rows: int,
    skip: int,
) -> tuple[RowsRow, ...]:
    """Which companies do the filters leave, a page at a time?"""
    return warehouse().rows(
        "companies/rows",
        RowsRow,
        sort=sort,
        lang=lang,
        markets=markets,
        sectors=sectors,
        themes=themes,
        roles=roles,
        towns=towns,
        periods=periods,
        statuses=statuses,
        histories=histories,
        found=found,
        descending=descending,
        rows=rows,
        skip=skip,
    )


class SearchRow(NamedTuple):
    """A row of `companies/search`."""

    company_id: str


def search(*, term: str) -> tuple[SearchRow, ...]:
    """Which companies does a search term mean?"""
    return warehouse().rows("companies/search", SearchRow, term=term)
