"""The questions of queries/briefing/, a function each; made from the SQL by `make questions`."""

from collections.abc import Sequence
from typing import NamedTuple

from dashboard.values import Hedge, Market, Quantity, Unit
from dashboard.warehouse import warehouse


class ConflictsRow(NamedTuple):
    """A row of `briefing/conflicts`."""

    indicator_id: str
    market: Market
    region: str
    year: int
    unit: Unit
    value: float
    qualifier: Hedge
    low: float
    high: float
    source_ids: tuple[str, ...]

    @property
    def quantity(self) -> Quantity:
        """The value with its unit and hedge."""
        return Quantity(self.value, self.unit, self.qualifier)


def conflicts(*, markets: Sequence[str]) -> tuple[ConflictsRow, ...]:
    """On which newest values do sources disagree?"""
    return warehouse().rows("briefing/conflicts", ConflictsRow, markets=markets)


class GapsRow(NamedTuple):
    """A row of `briefing/gaps`."""

    listed: int
    undated: int
    unstaffed: int
    unplaced: int
    unheard: int


def gaps(*, markets: Sequence[str]) -> tuple[GapsRow, ...]:
    """What is not on record about the sites in our list?"""
    return warehouse().rows("briefing/gaps", GapsRow, markets=markets)


class OldRow(NamedTuple):
    """A row of `briefing/old`."""

    subject: str
    indicator_id: str
    market: Market
    region: str
    year: int
    unit: Unit
    value: float
    qualifier: Hedge
    source_id: str

    @property
    def quantity(self) -> Quantity:
        """The value with its unit and hedge."""
        return Quantity(self.value, self.unit, self.qualifier)


def old(*, markets: Sequence[str]) -> tuple[OldRow, ...]:
    """Of which subjects is nothing newer known than an old figure?"""
    return warehouse().rows("briefing/old", OldRow, markets=markets)
