"""What a card says of one subject: who it is, what is known of it, who is near."""

from dataclasses import dataclass

from dashboard.content.part import Part
from dashboard.content.sources import Source
from dashboard.link import Go
from dashboard.values import Market


@dataclass(frozen=True)
class Profile(Part):
    """A name with its market, label and words of every fact that is known, a text, and who says all this; `tag` is said
    beside the name."""

    name: str
    market: Market
    origin: str
    towards: Go
    facts: tuple[tuple[str, str], ...]
    text: str = ""
    source: Source | None = None
    tag: str = ""


@dataclass(frozen=True)
class Neighbour:
    """A name that leads to its own card, with a note and a tag beside it."""

    name: str
    market: Market
    towards: Go
    note: str = ""
    tag: str = ""


@dataclass(frozen=True)
class Neighbours(Part):
    """Who is near in some respect; `nothing` is said where nobody is."""

    key: str
    title: str
    found: tuple[Neighbour, ...]
    nothing: str
