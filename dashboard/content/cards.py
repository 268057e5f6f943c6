"""A card for each of a few markets."""

from dataclasses import dataclass

from dashboard.content.part import Part
from dashboard.content.sources import Sources
from dashboard.link import Go
from dashboard.values import Market, Quantity


@dataclass(frozen=True)
class Card:
    """A market's number (`value`; `quantity` is the number), where and when (`where`) and what it counts, its series
    (`spark`: years, values), its strongest sectors, who looks after it."""

    market: Market
    name: str
    towards: Go
    value: str
    counted: str
    where: str = ""
    spark: tuple[tuple[float, ...], tuple[float, ...]] = ((), ())
    sectors: str = ""
    desk: str = ""
    quantity: Quantity | None = None


@dataclass(frozen=True)
class Cards(Part):
    """The cards side by side, and the sources of their numbers (`title` names them)."""

    key: str
    title: str
    cards: tuple[Card, ...]
    sources: Sources
