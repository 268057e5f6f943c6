"""The questions of queries/relations/, a function each; made from the SQL by `make questions`."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from dashboard.values import Market, Text
from dashboard.warehouse import warehouse


class CalendarRow(NamedTuple):
    """A row of `relations/calendar`."""

    year: int
    month: int | None
    event_id: str | None


def calendar(
    *, markets: Sequence[str], kinds: Sequence[str], theme: str, first: int, last: int, today: date, months: int
) -> tuple[CalendarRow, ...]:
    """What is coming, month by month?"""
    return warehouse().rows(
        "relations/calendar",
        CalendarRow,
        markets=markets,
        kinds=kinds,
        theme=theme,
        first=first,
        last=last,
        today=today,
        months=months,
    )


class DesksRow(NamedTuple):
    """A row of `relations/desks`."""

    desk_id: str
    name: Text
    since_year: int | None
    since_month: int | None
    focus: Text
    markets: tuple[Market, ...]
    source_id: str


def desks(*, markets: Sequence[str]) -> tuple[DesksRow, ...]:
    """Which desk of the city looks after which markets, and since when?"""
    return warehouse().rows("relations/desks", DesksRow, markets=markets)


class EventsRow(NamedTuple):
    """A row of `relations/events`."""

    event_id: str
    market: Market
    for_all: bool
    kind: str
    theme_id: str | None
    year: int
    month: int | None
    day: int | None
    end_year: int | None
    end_month: int | None
    end_day: int | None
    coming: bool
    running: bool
    title: Text
    place: Text
    participants: int | None
    exhibitors: int | None
    visitors: int | None
    source_id: str


def events(
    *, markets: Sequence[str], kinds: Sequence[str], theme: str, first: int, last: int, today: date
) -> tuple[EventsRow, ...]:
    """Which events are in this choice, newest first?"""
    return warehouse().rows(
        "relations/events", EventsRow, markets=markets, kinds=kinds, theme=theme, first=first, last=last, today=today
    )


class InstitutionsRow(NamedTuple):
    """A row of `relations/institutions`."""

    institution_id: str
    name: Text
    market: Market | None
    kind: str
    kind_group: int
    since_year: int | None
    city: str | None
    market_dated: int
    market_undated: int
    dated: int
    undated: int
    source_id: str


def institutions(*, markets: Sequence[str], kinds: Sequence[str], first: int, last: int) -> tuple[InstitutionsRow, ...]:
    """Which institutions stand for which market, and since when?"""
    return warehouse().rows(
        "relations/institutions", InstitutionsRow, markets=markets, kinds=kinds, first=first, last=last
    )


class MarketsRow(NamedTuple):
    """A row of `relations/markets`."""

    market: Market
    events: int


def markets(*, today: date) -> tuple[MarketsRow, ...]:
    """Which markets can be chosen on this page, and in which order?"""
    return warehouse().rows("relations/markets", MarketsRow, today=today)


class NearestRow(NamedTuple):
    """A row of `relations/nearest`."""

    when_code: str
    event_id: str
    year: int
    month: int | None
    day: int | None
    title: Text
    source_id: str


def nearest(
    *, markets: Sequence[str], kinds: Sequence[str], theme: str, first: int, last: int, today: date
) -> tuple[NearestRow, ...]:
    """When was the last event of this choice, and when is the next, however far off?"""
    return warehouse().rows(
        "relations/nearest", NearestRow, markets=markets, kinds=kinds, theme=theme, first=first, last=last, today=today
    )


class ProjectsRow(NamedTuple):
    """A row of `relations/projects`."""

    project_id: str
    name: Text
    theme_id: str | None
    place: str | None
    description: Text
    partners: int
    countries: int
    projects: int
    partner: str
    market: Market
    part: Text
    source_id: str
    source_ids: tuple[str, ...]


def projects(*, theme: str, markets: Sequence[str]) -> tuple[ProjectsRow, ...]:
    """Which projects join several markets, and what does each partner bring?"""
    return warehouse().rows("relations/projects", ProjectsRow, theme=theme, markets=markets)


class RhythmRow(NamedTuple):
    """A row of `relations/rhythm`."""

    row_code: str
    row_market: Market | None
    year: int
    coming: bool
    kind: str
    events: int
    cell_events: int
    year_events: int
    row_events: int
    row_peak: int
    source_ids: tuple[str, ...]


def rhythm(
    *, by: str, markets: Sequence[str], kinds: Sequence[str], theme: str, first: int, last: int, today: date
) -> tuple[RhythmRow, ...]:
    """How many events does each market (or kind) have in each year?"""
    return warehouse().rows(
        "relations/rhythm",
        RhythmRow,
        by=by,
        markets=markets,
        kinds=kinds,
        theme=theme,
        first=first,
        last=last,
        today=today,
    )


class SummaryRow(NamedTuple):
    """A row of `relations/summary`."""

    coming_soon: int
    past: int
    past_for_all: int
    first_year: int | None
    last_year: int | None


def summary(
    *, today: date, markets: Sequence[str], kinds: Sequence[str], theme: str, first: int, last: int, months: int
) -> tuple[SummaryRow, ...]:
    """How many dates are on record for this choice, coming and past?"""
    return warehouse().rows(
        "relations/summary",
        SummaryRow,
        today=today,
        markets=markets,
        kinds=kinds,
        theme=theme,
        first=first,
        last=last,
        months=months,
    )


class YearsRow(NamedTuple):
    """A row of `relations/years`."""

    year: int


def years() -> tuple[YearsRow, ...]:
    """Which years does this page reach over?"""
    return warehouse().rows("relations/years", YearsRow)
