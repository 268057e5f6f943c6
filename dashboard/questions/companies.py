"""The questions of queries/companies/, a function each; made from the SQL by `make questions`."""

from collections.abc import Sequence
from typing import NamedTuple

from dashboard.values import Market, Text
from dashboard.warehouse import warehouse


class CompanyRow(NamedTuple):
    """A row of `companies/company`."""

    company_id: str
    name: str
    former_names: str | None
    parent: str | None
    market: Market
    parent_city: str | None
    city: str | None
    postcode: str | None
    sector_id: str
    theme_id: str | None
    topics: tuple[str, ...]
    role: str
    established: int | None
    arrived: int | None
    employees: int | None
    employees_year: int | None
    status: str
    note: Text
    source_id: str


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
    *, chosen: Sequence[str], fewest: int | None, most: int | None, unstaffed: bool, found: Sequence[str] | None
) -> tuple[FacetsRow, ...]:
    """How many companies would each choice of each filter show, given the other filters?"""
    return warehouse().rows(
        "companies/facets", FacetsRow, chosen=chosen, fewest=fewest, most=most, unstaffed=unstaffed, found=found
    )


class MilestonesRow(NamedTuple):
    """A row of `companies/milestones`."""

    milestone_id: str
    kind: str
    year: int
    month: int | None
    from_city: str | None
    to_city: str | None
    jobs: int | None
    area_sqm: int | None
    invest_eur: float | None
    description: Text
    source_id: str


def milestones(*, company: str) -> tuple[MilestonesRow, ...]:
    """What happened at one company, and who reported it?"""
    return warehouse().rows("companies/milestones", MilestonesRow, company=company)


class NeighboursRow(NamedTuple):
    """A row of `companies/neighbours`."""

    kind: str
    company_id: str
    name: str
    market: Market
    city: str | None
    source_id: str
    place: int


def neighbours(*, company: str, rows: int) -> tuple[NeighboursRow, ...]:
    """Who else works in the same sector, and who else is in the same town?"""
    return warehouse().rows("companies/neighbours", NeighboursRow, company=company, rows=rows)


class RowsRow(NamedTuple):
    """A row of `companies/rows`."""

    company_id: str
    name: str
    former_names: str | None
    parent: str | None
    market: Market
    sector_id: str
    theme_id: str | None
    topics: tuple[str, ...]
    role: str
    city: str | None
    arrived: int | None
    established: int | None
    employees: int | None
    employees_year: int | None
    status: str
    milestones: int
    note: Text
    source_id: str


def rows(
    *,
    sort: str,
    lang: str,
    chosen: Sequence[str],
    fewest: int | None,
    most: int | None,
    unstaffed: bool,
    found: Sequence[str] | None,
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
        chosen=chosen,
        fewest=fewest,
        most=most,
        unstaffed=unstaffed,
        found=found,
        descending=descending,
        rows=rows,
        skip=skip,
    )


class SearchRow(NamedTuple):
    """A row of `companies/search`."""

    company_id: str


def search(*, term: str, present_only: bool) -> tuple[SearchRow, ...]:
    """Which companies does a search term mean?"""
    return warehouse().rows("companies/search", SearchRow, term=term, present_only=present_only)
