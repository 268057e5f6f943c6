"""The questions of queries/stand/, a function each; made from the SQL by `make questions`."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from dashboard.values import Market, Text
from dashboard.warehouse import warehouse


class ColleaguesRow(NamedTuple):
    """A row of `stand/colleagues`."""

    market: Market
    companies: int
    names: tuple[str, ...]
    company_ids: tuple[str, ...]
    source_ids: tuple[str, ...]


def colleagues(*, kind: str, code: str, market: str) -> tuple[ColleaguesRow, ...]:
    """Who else works in this field, country by country?"""
    return warehouse().rows("stand/colleagues", ColleaguesRow, kind=kind, code=code, market=market)


class CompaniesRow(NamedTuple):
    """A row of `stand/companies`."""

    company_id: str
    name: str
    market: Market
    sector_id: str
    city: str | None
    arrived: int | None
    source_id: str
    companies: int


def companies(
    *, market: str, kind: str, code: str, found: Sequence[str] | None, rows: int, skip: int
) -> tuple[CompaniesRow, ...]:
    """Which companies are here, of a market, in a field or found by a search, a page at a time?"""
    return warehouse().rows(
        "stand/companies", CompaniesRow, market=market, kind=kind, code=code, found=found, rows=rows, skip=skip
    )


class DatesRow(NamedTuple):
    """A row of `stand/dates`."""

    when_code: str
    place: Text
    event_id: str
    year: int
    month: int | None
    day: int | None
    end_year: int | None
    end_month: int | None
    end_day: int | None
    coming: bool
    running: bool
    kind: str
    market: Market
    title: Text
    source_id: str
    publisher: str


def dates(*, today: date, rows: int) -> tuple[DatesRow, ...]:
    """Which dates come next, and which fairs and delegations were there last?"""
    return warehouse().rows("stand/dates", DatesRow, today=today, rows=rows)


class DesksRow(NamedTuple):
    """A row of `stand/desks`."""

    desk_id: str
    reachable: bool


def desks() -> tuple[DesksRow, ...]:
    """Which desks can a visitor reach?"""
    return warehouse().rows("stand/desks", DesksRow)


class ListFiguresRow(NamedTuple):
    """A row of `stand/list_figures`."""

    sectors: int
    towns: int
    newest: int | None


def list_figures(*, market: str) -> tuple[ListFiguresRow, ...]:
    """What does our list say of a market in numbers?"""
    return warehouse().rows("stand/list_figures", ListFiguresRow, market=market)


class MeantRow(NamedTuple):
    """A row of `stand/meant`."""

    place: int
    begins: bool


def meant(*, term: str, names: Sequence[str]) -> tuple[MeantRow, ...]:
    """Which of some names does a search term mean?"""
    return warehouse().rows("stand/meant", MeantRow, term=term, names=names)


class NewestRow(NamedTuple):
    """A row of `stand/newest`."""

    milestone_id: str
    company_id: str
    name: str
    market: Market
    year: int
    month: int | None
    kind: str
    is_announced: bool
    to_city: str | None
    is_here: bool


def newest(*, market: str, oldest: int, rows: int) -> tuple[NewestRow, ...]:
    """What came, grew or moved most recently from this market?"""
    return warehouse().rows("stand/newest", NewestRow, market=market, oldest=oldest, rows=rows)


class OriginsRow(NamedTuple):
    """A row of `stand/origins`."""

    market: Market
    lat: float | None
    lon: float | None
    companies: int
    companies_so_far: int
    countries_so_far: int


def origins() -> tuple[OriginsRow, ...]:
    """How does the world add up, country by country?"""
    return warehouse().rows("stand/origins", OriginsRow)


class ProjectsRow(NamedTuple):
    """A row of `stand/projects`."""

    project_id: str
    name: Text
    part: Text
    partner: str
    other_market: Market
    other_company: str | None
    source_id: str


def projects(*, company: str) -> tuple[ProjectsRow, ...]:
    """In which projects does a company take part, and with whom?"""
    return warehouse().rows("stand/projects", ProjectsRow, company=company)


class SectorsRow(NamedTuple):
    """A row of `stand/sectors`."""

    sector_id: str
    companies: int


def sectors(*, market: str) -> tuple[SectorsRow, ...]:
    """In which sectors are this market's companies?"""
    return warehouse().rows("stand/sectors", SectorsRow, market=market)


class SiteRow(NamedTuple):
    """A row of `stand/site`."""

    city: str
    area: str | None
    lat: float
    lon: float


def site(*, company: str) -> tuple[SiteRow, ...]:
    """Where is a company?"""
    return warehouse().rows("stand/site", SiteRow, company=company)


class SummaryRow(NamedTuple):
    """A row of `stand/summary`."""

    companies: int
    countries: int


def summary() -> tuple[SummaryRow, ...]:
    """How large is the world that the stand shows?"""
    return warehouse().rows("stand/summary", SummaryRow)


class TopicsRow(NamedTuple):
    """A row of `stand/topics`."""

    topic_id: str
    companies: int


def topics(*, company: str) -> tuple[TopicsRow, ...]:
    """On which topics do companies here work?"""
    return warehouse().rows("stand/topics", TopicsRow, company=company)


class VisitorsRow(NamedTuple):
    """A row of `stand/visitors`."""

    market: Market
    core: bool
    companies: int


def visitors() -> tuple[VisitorsRow, ...]:
    """From which countries are companies here, for the question "Where are you from?"""
    return warehouse().rows("stand/visitors", VisitorsRow)
