"""What every file says of itself: what it shows, by which filters, of which data and day, where it is shown."""

from datetime import date
from typing import NamedTuple

from dashboard.content.exhibit import Exhibit
from dashboard.content.sources import Source, Sources
from dashboard.content.view import View


class Told(NamedTuple):
    """A line of it: what is told, and what about it."""

    label: str
    value: str | date


def told(view: View, exhibit: Exhibit | None = None) -> list[Told]:
    """The lines about a whole page, or one of its exhibits; those that say nothing are left out."""
    t, caption = view.lang.t, exhibit.caption if exhibit else None
    lines = [
        Told(t("Title"), caption.title if caption else view.title),
        Told(t("Subtitle"), caption.subtitle if caption else ""),
        Told(t("What it shows"), caption.alt if caption else ""),
        Told(t("Page"), view.title if caption else ""),
        *(Told(label, words) for label, words in view.filters),
        Told(t("Data version"), view.version),
        Told(t("Date"), view.date),
        Told(t("Address"), view.address),
    ]
    return [line for line in lines if line.value]


def sources(exhibit: Exhibit) -> tuple[Source, ...]:
    """Where an exhibit is from, and where each of its lines is."""
    return tuple(dict.fromkeys([*exhibit.sources.found, *exhibit.sheet.sources]))


def source_line(view: View, exhibit: Exhibit) -> str:
    """The same in one line, as it stands below the exhibit."""
    return Sources(sources(exhibit), exhibit.sources.counted).line(view.lang)
