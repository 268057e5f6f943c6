"""What has an address of its own and can be taken along: a figure, a table, a list. To outlets all are the same."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from dashboard.content.extract import Cell, Heading, Sheet
from dashboard.content.figure import Caption, Figure
from dashboard.content.plotted import Panel, panels
from dashboard.content.sources import Source, Sources
from dashboard.language import Language


@dataclass(frozen=True)
class Exhibit:
    """A part of a page as what it says and the table behind it, which is asked for when someone wants it.

    `key` names it on its page; `figure` is the chart, where it is one; `said` is the table as it is read on the page,
    where that says more than its values. `steady`: its columns are the same whatever is chosen.
    """

    key: str
    caption: Caption
    make: Callable[[], Sheet]
    sources: Sources = field(default_factory=Sources)
    definitions: tuple[str, ...] = ()
    figure: Figure | None = None
    said: Sheet | None = None
    steady: bool = True

    @cached_property
    def sheet(self) -> Sheet:
        """Its table."""
        return self.make()

    def emptied(self, title: str, why: str) -> "Exhibit":
        """The same columns without a line, and nothing to draw."""
        none = Sheet(self.sheet.headings, ())
        caption = Caption(title, why, "")
        return Exhibit(self.key, caption, lambda: none)

    def panels(self, lang: Language) -> tuple[Panel, ...]:
        """What of it a spreadsheet can draw; nothing of what is no chart."""
        drawn = self.figure and self.figure.plotted
        return panels(self.figure.rows, drawn, lang) if self.figure and drawn else ()


class Line(NamedTuple):
    """A line of a list, and where it is from."""

    cells: tuple[Cell, ...]
    source: Source | None = None


def listed(key: str, caption: Caption, headings: Sequence[Heading], lines: Sequence[Line], lang: Language) -> Exhibit:
    """A list; the source of each line is two columns more. A column in which nothing is said is left out."""
    columns = [*headings, Heading("source", lang.t("Source")), Heading("url", lang.t("Address"), "url")]
    told = [(*line.cells, *((line.source.title, line.source.url) if line.source else ("", ""))) for line in lines]
    kept = [n for n in range(len(columns)) if not told or any(cells[n] not in ("", None) for cells in told)]
    sheet = Sheet(tuple(columns[n] for n in kept), tuple(tuple(cells[n] for n in kept) for cells in told))
    sources = Sources(tuple(dict.fromkeys(line.source for line in lines if line.source)))
    return Exhibit(key, caption, lambda: sheet, sources)


def numbers(lang: Language) -> tuple[Heading, ...]:
    """The columns of a list of numbers."""
    titles = (lang.t("Figure"), lang.t("Number"), lang.t("As shown"), lang.t("Where and when"), lang.t("Change"))
    return tuple(map(Heading, ("figure", "number", "shown", "where", "change"), titles))


def meanings(lang: Language) -> tuple[Heading, ...]:
    """The columns of a list of what figures count."""
    titles = (lang.t("Figure"), lang.t("Region"), lang.t("Market"), lang.t("As shown"), lang.t("What is counted"))
    return tuple(map(Heading, ("figure", "region", "market", "shown", "definition"), titles))


def happenings(lang: Language, kinds: str = "") -> tuple[Heading, ...]:
    """The columns of a list of what is, was or will be; `kinds`: what their kind is called, if it is something else."""
    keys = ("group", "date", "when", "market", "name", "kind", "text")
    t = lang.t
    titles = (t("Group"), t("Date"), t("When"), t("Market"), t("Name"), kinds or t("Kind"), t("Text"))
    return tuple(Heading(key, title, "date" if key == "date" else "") for key, title in zip(keys, titles, strict=True))
