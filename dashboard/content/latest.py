"""What happened most recently, each with its market."""

from dataclasses import dataclass

from dashboard.content.part import Part
from dashboard.link import Go
from dashboard.values import Market


@dataclass(frozen=True)
class Happened:
    """One line: when, which company (of which `market`, called `country`; `about` leads to its card) and where, what it
    was; `date` is `when` in ISO 8601; `url` is the source's address, `source` what a link to it is called; `tag` is
    said beside the name."""

    when: str
    name: str
    market: Market
    country: str
    about: Go
    town: str
    text: str
    kind: str
    url: str
    source: str
    date: str = ""
    tag: str = ""


@dataclass(frozen=True)
class Latest(Part):
    """The list, newest first; `nothing` is said of an empty one."""

    title: str
    subtitle: str
    items: tuple[Happened, ...]
    nothing: str
