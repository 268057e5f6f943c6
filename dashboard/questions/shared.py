"""The questions of queries/shared/, a function each; made from the SQL by `make questions`."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from dashboard.values import Market, Text
from dashboard.warehouse import warehouse


class ContactsRow(NamedTuple):
    """A row of `shared/contacts`."""

    contact_id: str
    person: str
    desk_id: str | None
    role: Text
    languages: tuple[str, ...]
    email: str | None
    phone: str | None
    url: str | None
    source_id: str


def contacts(*, markets: Sequence[str]) -> tuple[ContactsRow, ...]:
    """Who works at the desks, and how can they be reached?"""
    return warehouse().rows("shared/contacts", ContactsRow, markets=markets)


class EmptyTablesRow(NamedTuple):
    """A row of `shared/empty_tables`."""

    name: str


def empty_tables() -> tuple[EmptyTablesRow, ...]:
    """Which tables have no rows yet?"""
    return warehouse().rows("shared/empty_tables", EmptyTablesRow)


class InternalRow(NamedTuple):
    """A row of `shared/internal`."""

    key: str
    id: str


def internal() -> tuple[InternalRow, ...]:
    """Which rows of the facts are internal?"""
    return warehouse().rows("shared/internal", InternalRow)


class MapCodesRow(NamedTuple):
    """A row of `shared/map_codes`."""

    kind: str
    code: str


def map_codes() -> tuple[MapCodesRow, ...]:
    """Which areas do the shapes outline?"""
    return warehouse().rows("shared/map_codes", MapCodesRow)


class MapCreditsRow(NamedTuple):
    """A row of `shared/map_credits`."""

    credit: str


def map_credits() -> tuple[MapCreditsRow, ...]:
    """Whom are the boundaries from?"""
    return warehouse().rows("shared/map_credits", MapCreditsRow)


class MapFrameRow(NamedTuple):
    """A row of `shared/map_frame`."""

    west: float
    east: float
    south: float
    north: float
    lat: float
    lon: float


def map_frame() -> tuple[MapFrameRow, ...]:
    """Which part of the world do maps of the region show, and where on it is the city?"""
    return warehouse().rows("shared/map_frame", MapFrameRow)


class MapShapesRow(NamedTuple):
    """A row of `shared/map_shapes`."""

    json: str


def map_shapes(*, kind: str) -> tuple[MapShapesRow, ...]:
    """What do the areas of a kind look like?"""
    return warehouse().rows("shared/map_shapes", MapShapesRow, kind=kind)


class MarketsRow(NamedTuple):
    """A row of `shared/markets`."""

    market: Market
    companies: int


def markets() -> tuple[MarketsRow, ...]:
    """Which markets have a page, and in which order are they offered?"""
    return warehouse().rows("shared/markets", MarketsRow)


class OccasionsRow(NamedTuple):
    """A row of `shared/occasions`."""

    occasion: str
    fact_id: str
    company_id: str | None
    name: Text
    market: Market | None
    status: str | None
    kind: str | None
    city: str | None
    year: int
    month: int | None
    since: int | None
    years: int | None
    of_site: bool | None
    due_year: int | None
    text: Text
    source_id: str


def occasions(*, markets: Sequence[str], theme: str, today: date) -> tuple[OccasionsRow, ...]:
    """Which reasons are there to call on a company or an institution that is here, this year and next?"""
    return warehouse().rows("shared/occasions", OccasionsRow, markets=markets, theme=theme, today=today)


class PeriodsRow(NamedTuple):
    """A row of `shared/periods`."""

    period: int
    from_year: int | None
    until_year: int | None


def periods() -> tuple[PeriodsRow, ...]:
    """Into which periods are arrivals sorted?"""
    return warehouse().rows("shared/periods", PeriodsRow)


class SourceListRow(NamedTuple):
    """A row of `shared/source_list`."""

    source_id: str
    title: str
    publisher: str
    url: str | None
    published: str | None
    tertiary: bool


def source_list(*, source_ids: Sequence[str]) -> tuple[SourceListRow, ...]:
    """Which sources stand behind a figure?"""
    return warehouse().rows("shared/source_list", SourceListRow, source_ids=source_ids)
