"""A file that the own server makes."""

from dataclasses import dataclass

from dashboard.content.part import Part


@dataclass(frozen=True)
class OwnFile(Part):
    """A link to such a file: its words, the file's name below the server's address, what is asked of it."""

    label: str
    name: str
    values: tuple[tuple[str, str], ...] = ()


def calendar_link(label: str, markets: tuple[str, ...]) -> OwnFile:
    """The calendar of these markets, to subscribe to."""
    return OwnFile(label, "calendar.ics", tuple(("market", market) for market in markets))
