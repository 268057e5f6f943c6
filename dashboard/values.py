"""The values that rows are made of: markets, published quantities, texts of the facts."""

from enum import StrEnum
from typing import NamedTuple


class Unit(StrEnum):
    """What a value is counted in, as `indicator_types.unit` allows (a test compares the two)."""

    COUNT = "count"
    EUR_M = "eur-m"
    USD_M = "usd-m"
    EUR_MONTH = "eur-month"
    PERCENT = "percent"
    PER_100000 = "per-100000"
    RANK = "rank"
    SQM = "sqm"


class Hedge(StrEnum):
    """How sure a value is, as `indicators.qualifier` allows (a test compares the two)."""

    EXACT = "exact"
    APPROX = "approx"
    MORE_THAN = "more-than"
    LESS_THAN = "less-than"

    @property
    def is_bound(self) -> bool:
        """Whether only a bound is known, so that nothing can be computed from the value."""
        return self in (Hedge.MORE_THAN, Hedge.LESS_THAN)


class Quantity(NamedTuple):
    """A number with its unit and hedge."""

    value: float
    unit: Unit = Unit.COUNT
    hedge: Hedge = Hedge.EXACT


class Text(NamedTuple):
    """A text of the facts in the languages of the data; empty where there is none."""

    en: str = ""
    de: str = ""


class Market(str):
    """A country of origin: its code (`JP`), which it is compared and looked up by, and how it is drawn.

    `core` markets have a colour of their own, on light paper (`colour`) and on dark (`dark`); all others share a grey.
    """

    iso3: str = ""
    core: bool = False
    colour: str = ""
    dark: str = ""


def market(code: str, *, iso3: str = "", core: bool = False, colour: str = "", dark: str = "") -> Market:
    """A market with its looks; colours are `#rrggbb` or empty."""
    made = Market(code)
    made.iso3, made.core, made.colour, made.dark = iso3, core, colour, dark
    return made
