"""The questions of queries/talent/, a function each; made from the SQL by `make questions`."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from dashboard.values import Hedge, Market, Quantity, Text, Unit
from dashboard.warehouse import warehouse


class AgreementsRow(NamedTuple):
    """A row of `talent/agreements`."""

    record: str
    record_id: str
    market: Market
    kind: str
    year: int | None
    month: int | None
    day: int | None
    coming: bool
    title: Text
    place: Text
    city: str | None
    text: Text
    source_id: str


def agreements(*, today: date, markets: Sequence[str], words: Sequence[str]) -> tuple[AgreementsRow, ...]:
    """Which agreements, delegations, events and projects are about talent?"""
    return warehouse().rows("talent/agreements", AgreementsRow, today=today, markets=markets, words=words)


class InhabitantsRow(NamedTuple):
    """A row of `talent/inhabitants`."""

    region: str
    year: int
    value: float
    qualifier: Hedge
    source_id: str

    @property
    def quantity(self) -> Quantity:
        """The value with its unit and hedge."""
        return Quantity(self.value, Unit.COUNT, self.qualifier)


def inhabitants() -> tuple[InhabitantsRow, ...]:
    """Of which regions and years is the number of inhabitants published?"""
    return warehouse().rows("talent/inhabitants", InhabitantsRow)


class PipelineRow(NamedTuple):
    """A row of `talent/pipeline`."""

    stage: int
    indicator_id: str
    subject: str | None
    points: int
    first_year: int
    first_value: float
    first_qualifier: Hedge
    last_year: int
    last_value: float
    last_qualifier: Hedge
    times: float | None
    exact: bool
    source_ids: tuple[str, ...]


def pipeline(*, market: str, region: str) -> tuple[PipelineRow, ...]:
    """How did the numbers grow from students to employment and residence?"""
    return warehouse().rows("talent/pipeline", PipelineRow, market=market, region=region)


class RegionsRow(NamedTuple):
    """A row of `talent/regions`."""

    region: str
    figures: int


def regions(*, subjects: Sequence[str], markets: Sequence[str], measure: str) -> tuple[RegionsRow, ...]:
    """For which regions are figures about people published?"""
    return warehouse().rows("talent/regions", RegionsRow, subjects=subjects, markets=markets, measure=measure)


class ResidentsRow(NamedTuple):
    """A row of `talent/residents`."""

    market: Market
    indicator_id: str
    region: str
    year: int
    is_old: bool
    value: float
    unit: Unit
    qualifier: Hedge
    previous_year: int | None
    previous_qualifier: Hedge | None
    change: float | None
    source_id: str

    @property
    def quantity(self) -> Quantity:
        """The value with its unit and hedge."""
        return Quantity(self.value, self.unit, self.qualifier)


def residents(*, region: str, markets: Sequence[str]) -> tuple[ResidentsRow, ...]:
    """How many people from each market live in the region, by the newest good count?"""
    return warehouse().rows("talent/residents", ResidentsRow, region=region, markets=markets)


class SchoolsRow(NamedTuple):
    """A row of `talent/schools`."""

    institution_id: str
    market: Market
    name: Text
    since_year: int | None
    city: str | None
    description: Text
    source_id: str


def schools(*, markets: Sequence[str]) -> tuple[SchoolsRow, ...]:
    """Which schools are there for people from the markets?"""
    return warehouse().rows("talent/schools", SchoolsRow, markets=markets)


class SeriesRow(NamedTuple):
    """A row of `talent/series`."""

    position: int
    drawable: bool
    is_main: bool
    distance: int
    indicator_id: str
    region: str
    market: Market
    year: int
    value: float
    unit: Unit
    qualifier: Hedge
    shown: float
    inhabitants: float | None
    is_latest: bool
    source_id: str
    source_ids: tuple[str, ...]

    @property
    def quantity(self) -> Quantity:
        """The value with its unit and hedge."""
        return Quantity(self.value, self.unit, self.qualifier)


def series(*, subjects: Sequence[str], markets: Sequence[str], region: str, measure: str) -> tuple[SeriesRow, ...]:
    """Which published figures about people exist for the markets, and how did they develop?"""
    return warehouse().rows(
        "talent/series", SeriesRow, subjects=subjects, markets=markets, region=region, measure=measure
    )


class SignalsRow(NamedTuple):
    """A row of `talent/signals`."""

    signal_id: str
    market: Market
    direction: str
    year: int
    signal: Text
    source_id: str


def signals(*, markets: Sequence[str], words: Sequence[str]) -> tuple[SignalsRow, ...]:
    """Which signals are about talent?"""
    return warehouse().rows("talent/signals", SignalsRow, markets=markets, words=words)


class WordsRow(NamedTuple):
    """A row of `talent/words`."""

    word: str
    lang: str


def words() -> tuple[WordsRow, ...]:
    """By which words is an event, an institution or a signal recognised as one about talent?"""
    return warehouse().rows("talent/words", WordsRow)
