"""A figure: a chart and all that stands around it, with the rows behind it."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from dashboard.charts.base import Chart
from dashboard.content.columns import Column, columns_of
from dashboard.content.part import Part
from dashboard.content.plotted import Plotted
from dashboard.content.sources import Sources


@dataclass(frozen=True)
class Caption:
    """What stands around a chart: `title` names the subject, `subtitle` unit and period, `alt` the takeaway; `hint`
    says what a click does, where one can click; `marks` what lines and signs in the drawing mean, which a table of the
    same rows, or another program's chart of them, does not have."""

    title: str
    subtitle: str
    alt: str
    hint: str = ""
    marks: str = ""

    @property
    def drawn(self) -> str:
        """The subtitle above our own drawing."""
        return "; ".join(filter(None, [self.subtitle, self.marks]))


@dataclass(frozen=True)
class Figure(Part):
    """A chart, its caption, the rows that are drawn in it and where they are from.

    `key` names it on its page, in addresses and downloads. `rows` are what a question answered; `definitions` say what
    is counted. `clickable`: its points lead somewhere. `plotted`: what of the rows is drawn; None where no spreadsheet
    has such a chart (a map, a time line).
    """

    key: str
    chart: Chart
    caption: Caption
    rows: tuple[NamedTuple, ...]
    sources: Sources
    definitions: tuple[str, ...] = field(default=())
    clickable: bool = False
    plotted: Plotted | None = None

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns of its rows, with titles in both languages and units."""
        return columns_of(self.rows)
