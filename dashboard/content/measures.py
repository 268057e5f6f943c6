"""Large numbers that stand beside a figure and measure it."""

from dataclasses import dataclass

from dashboard.content.part import Part
from dashboard.content.sources import Source
from dashboard.values import Market, Quantity


@dataclass(frozen=True)
class Measure:
    """A number and, in words, what follows it (`of 400`, `years`); `share` (0..1) is the length of a bar below it, None
    where there is no whole; `text` says what is counted."""

    value: str
    unit: str
    share: float | None = None
    text: str = ""
    source: Source | None = None
    quantity: Quantity | None = None


@dataclass(frozen=True)
class Measures(Part):
    """Numbers under a title, their bars in the market's colour; `nothing` is said where there is none."""

    title: str
    subtitle: str
    items: tuple[Measure, ...]
    nothing: str = ""
    market: Market | None = None
