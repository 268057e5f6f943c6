"""The questions of queries/sectors/, a function each; made from the SQL by `make questions`."""

from typing import NamedTuple

from dashboard.values import Market
from dashboard.warehouse import warehouse


class ConcentrationRow(NamedTuple):
    """A row of `sectors/concentration`."""

    period: int
    arrivals: int
    sectors: int
    herfindahl: float
    herfindahl_all: float
    source_ids: tuple[str, ...]


def concentration(*, market: str, theme: str | None) -> tuple[ConcentrationRow, ...]:
    """How concentrated on few sectors were the arrivals of each period?"""
    return warehouse().rows("sectors/concentration", ConcentrationRow, market=market, theme=theme)


class MatrixRow(NamedTuple):
    """A row of `sectors/matrix`."""

    market: Market
    sector_id: str
    group_id: str
    companies: int
    market_companies: int
    sector_companies: int
    all_companies: int
    share: float
    share_all: float
    specialisation: float
    source_ids: tuple[str, ...]


def matrix(*, theme: str | None) -> tuple[MatrixRow, ...]:
    """How many companies of each market work in each sector, and is that more than elsewhere?"""
    return warehouse().rows("sectors/matrix", MatrixRow, theme=theme)


class ShiftRow(NamedTuple):
    """A row of `sectors/shift`."""

    sector_id: str
    period: int
    arrivals: int
    period_total: int
    share: float
    dated: int
    listed: int
    source_ids: tuple[str, ...]


def shift(*, market: str, theme: str | None) -> tuple[ShiftRow, ...]:
    """How did the mix of arrivals shift between groups of sectors?"""
    return warehouse().rows("sectors/shift", ShiftRow, market=market, theme=theme)


class ThemesRow(NamedTuple):
    """A row of `sectors/themes`."""

    theme_id: str
    source_id: str
    companies: int


def themes() -> tuple[ThemesRow, ...]:
    """Which focus themes are there, and how many companies stand for each?"""
    return warehouse().rows("sectors/themes", ThemesRow)
