"""Entries in groups: the months of a calendar, the institutions of each market, the partners of a project."""

from dataclasses import dataclass

from dashboard.content.part import Part
from dashboard.content.parts import Entry, HeadCell
from dashboard.content.sources import Source
from dashboard.values import Market


@dataclass(frozen=True)
class Member(Entry):
    """An entry that carries the mark of a market."""

    mark: Market | None = None


@dataclass(frozen=True)
class Group:
    """Entries under a head, which `text` describes."""

    head: HeadCell
    found: tuple[Member, ...]
    text: str = ""
    source: Source | None = None


@dataclass(frozen=True)
class Groups(Part):
    """Groups one after the other; `narrow` sets them in as many columns as find room."""

    key: str
    title: str
    subtitle: str
    found: tuple[Group, ...]
    narrow: bool = False


@dataclass(frozen=True)
class Calendar(Part):
    """Months with what is on in them, whose entries begin with the day; what is on now stands before them. `rest`
    speaks of months without an entry where these are not drawn."""

    key: str
    months: tuple[Group, ...]
    rest: str
