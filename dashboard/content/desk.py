"""Who looks after a market."""

from dataclasses import dataclass

from dashboard.content.part import Part
from dashboard.content.sources import Source


@dataclass(frozen=True)
class Desk(Part):
    """A desk: its name, `since` when it exists (`since 2016`), the focus of its work. `nobody` is said where there is
    none, whose name is empty."""

    name: str
    since: str = ""
    focus: str = ""
    source: Source | None = None
    nobody: str = ""
