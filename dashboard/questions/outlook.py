"""The questions of queries/outlook/, a function each; made from the SQL by `make questions`."""

from collections.abc import Sequence
from typing import NamedTuple

from dashboard.values import Market, Text
from dashboard.warehouse import warehouse


class LeadersRow(NamedTuple):
    """A row of `outlook/leaders`."""

    market: Market
    sector_id: str
    sectors: int
    score: float
    confidence: float
    rank: int
    highest_rank: int
    lowest_rank: int
    projects_level: float | None
    companies_level: float | None
    arrivals_level: float | None
    signals_level: float | None
    gap_level: float | None
    source_ids: tuple[str, ...]


def leaders(
    *, weights: Sequence[float], least: float, markets: Sequence[str], sectors: Sequence[str], rows: int
) -> tuple[LeadersRow, ...]:
    """Which markets and sectors lead the outlook?"""
    return warehouse().rows(
        "outlook/leaders", LeadersRow, weights=weights, least=least, markets=markets, sectors=sectors, rows=rows
    )


class LevelsRow(NamedTuple):
    """A row of `outlook/levels`."""

    market: Market
    sector_id: str
    component: str
    level: float
    raw: float
    year: int
    since_year: int
    facts: int
    exact: bool
    indicator_id: str | None
    region: str | None
    here_region: str | None
    source_ids: tuple[str, ...]


def levels(*, market: str, sector: str) -> tuple[LevelsRow, ...]:
    """Which components are known for a market in a sector, and how high are they?"""
    return warehouse().rows("outlook/levels", LevelsRow, market=market, sector=sector)


class MilestonesRow(NamedTuple):
    """A row of `outlook/milestones`."""

    company_id: str
    name: str
    kind: str
    year: int
    month: int | None
    source_id: str


def milestones(*, market: str, sector: str, since: int) -> tuple[MilestonesRow, ...]:
    """Which arrivals and expansions of the last years are behind a market in a sector?"""
    return warehouse().rows("outlook/milestones", MilestonesRow, market=market, sector=sector, since=since)


class PairsRow(NamedTuple):
    """A row of `outlook/pairs`."""

    market: Market
    sector_id: str


def pairs() -> tuple[PairsRow, ...]:
    """Of which markets and sectors can a score be made?"""
    return warehouse().rows("outlook/pairs", PairsRow)


class ScoreRow(NamedTuple):
    """A row of `outlook/score`."""

    market: Market
    sector_id: str
    score: float
    confidence: float
    facts: int
    rank: int
    highest_rank: int
    lowest_rank: int
    first_ten: int
    stable: int
    projects_level: float | None
    companies_level: float | None
    arrivals_level: float | None
    signals_level: float | None
    gap_level: float | None
    source_ids: tuple[str, ...]


def score(*, weights: Sequence[float], least: float) -> tuple[ScoreRow, ...]:
    """Where may the next arrivals come from, and how sure is the order?"""
    return warehouse().rows("outlook/score", ScoreRow, weights=weights, least=least)


class SignalsRow(NamedTuple):
    """A row of `outlook/signals`."""

    signal_id: str
    year: int
    direction: str
    signal: Text
    source_id: str


def signals(*, market: str, sector: str, since: int) -> tuple[SignalsRow, ...]:
    """Which signals of the last years speak of a market in a sector?"""
    return warehouse().rows("outlook/signals", SignalsRow, market=market, sector=sector, since=since)
