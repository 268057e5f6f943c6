"""What reading matter is made of: a few kinds of piece, to which all content comes down where nobody can click."""

from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from dashboard.content.figure import Figure
from dashboard.content.sources import Source, Sources

T = TypeVar("T")


@dataclass(frozen=True)
class Piece:
    """One piece under its own small heading; empty where it needs none."""

    title: str = ""
    subtitle: str = ""

    @property
    def more(self) -> int:
        """How much of it is not here."""
        return 0


@dataclass(frozen=True)
class Several(Piece, Generic[T]):
    """A piece of several alike, of which some may be left out: `of` is how many there are in all."""

    items: tuple[T, ...] = ()
    of: int = 0

    @property
    def more(self) -> int:
        """How many are not here."""
        return max(self.of, len(self.items)) - len(self.items)

    def first(self, most: int) -> "Several[T]":
        """So many of them at most."""
        return replace(self, items=self.items[:most], of=max(self.of, len(self.items)))


@dataclass(frozen=True)
class Sentences(Several[str]):
    """A few sentences."""


@dataclass(frozen=True)
class Number:
    """A large number, what it counts, where and when, how it changed; `share` (0..1) is the length of a bar."""

    value: str
    label: str
    meta: str = ""
    change: str = ""
    share: float | None = None
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Numbers(Several[Number]):
    """Large numbers; `headline`: side by side, those that everything else explains."""

    headline: bool = False


@dataclass(frozen=True)
class Line:
    """A line of a list: what stands before it (a date, a number), its name, what is said of it, a note."""

    name: str
    lead: str = ""
    text: str = ""
    note: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Lines(Several[Line]):
    """A list; `nothing` is said of an empty one. `whole`: its numbers stand in a figure, so none may be left out."""

    nothing: str = ""
    whole: bool = False


@dataclass(frozen=True)
class Box:
    """A cell of a table: its text and a note below it; `strength` (0..1) is its tone, `url` leads outside."""

    text: str = ""
    note: str = ""
    strength: float = 0
    url: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Table(Several[tuple[Box, ...]]):
    """A table: the first cell of each line names it; `numbers`: all others are numbers; `long`: it is to be looked up
    rather than read."""

    heads: tuple[Box, ...] = ()
    numbers: bool = True
    long: bool = False
    sources: Sources | None = None


@dataclass(frozen=True)
class Drawn(Piece):
    """A figure."""

    figure: Figure | None = None


def silent(step: int, of: int, words: str) -> None:
    """For whoever does not want to hear of it."""
