"""The questions of queries/outlook/, a function each; made from the SQL by `make questions`."""

from collections.abc import Sequence
from typing import NamedTuple

from dashboard.values import Market, Text
from dashboard.warehouse import warehouse


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
    indicator_id: str
    region: str
    name: Text
    source_ids: tuple[str, ...]


def levels(*, market: str, sector: str) -> tuple[LevelsRow, ...]:
    """Which components are known for each market in each sector, and how high are they?"""
    return warehouse().rows("outlook/levels", LevelsRow, market=market, sector=sector)


class MilestonesRow(NamedTuple):
    """A row of `outlook/milestones`."""

    company_id: str
    name: str
    kind: str
    year: int
    month: int
    description: Text
    source_id: str
    publisher: str
    url: str


def milestones(*, market: str, sector: str, since: int) -> tuple[MilestonesRow, ...]:
    """Which arrivals and expansions of the last years are behind a market in a sector?"""
    return warehouse().rows("outlook/milestones", MilestonesRow, market=market, sector=sector, since=since)


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
    publisher: str
    url: str


def signals(*, market: str, sector: str, since: int) -> tuple[SignalsRow, ...]:
    """Which signals of the last years speak of a market in a sector?"""
    return warehouse().rows("outlook/signals", SignalsRow, market=market, sector=sector, since=since)
