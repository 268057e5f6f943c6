"""What a number is made of: part by part, with the amounts of each and where they are from."""

from dataclasses import dataclass

from dashboard.content.part import Part
from dashboard.content.parts import HeadCell
from dashboard.content.sources import Source


@dataclass(frozen=True)
class Ingredient:
    """One part of a number: its amounts, and in words what they rest on."""

    title: str
    amounts: tuple[str, ...]
    text: str
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Breakdown(Part):
    """All parts of a number; `about` is whose it is, `heads` are those of the parts' titles and amounts."""

    about: HeadCell
    heads: tuple[str, ...]
    items: tuple[Ingredient, ...]
