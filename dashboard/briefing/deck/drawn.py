"""A panel on its way into a chart: its numbers, colours and sizes."""

from dataclasses import dataclass

from dashboard.briefing.deck.looks import Looks
from dashboard.briefing.deck.slide import Charts
from dashboard.briefing.deck.tongues import Tongue
from dashboard.content.plotted import Form, Panel, Series, X
from dashboard.content.units import format_of


@dataclass(frozen=True)
class Drawn:
    """A panel to be drawn, for readers of a deck; `small`: one of several on a slide."""

    charts: Charts
    panel: Panel
    looks: Looks
    tongue: Tongue
    small: bool = False

    @property
    def number_format(self) -> str:
        """How its numbers look."""
        series = self.panel.series
        return format_of((one.unit for one in series), (value for one in series for _, value in one.points))

    @property
    def highest(self) -> float:
        """The highest number; of columns of parts, the highest sum."""
        if self.charts.form is Form.STACKED_COLUMNS:
            found = [dict(one.points) for one in self.panel.series]
            return max(sum(points.get(name) or 0 for points in found) for name in self.panel.categories)
        return max([0.0, *(value or 0 for one in self.panel.series for _, value in one.points)])

    @property
    def lowest(self) -> float:
        """The lowest number, if it is below zero."""
        return min([0.0, *(value or 0 for one in self.panel.series for _, value in one.points)])

    @property
    def size(self) -> float:
        """Of its texts, in points."""
        return 10 if self.small else 12

    def colours(self) -> list[str]:
        """One for each series: its market's, or the accent and greys."""
        series = self.panel.series
        if all(one.market for one in series):
            return [self.looks.owned(one.market) for one in series]
        greys = self.looks.greys
        return [self.looks.accent, *(greys[at % len(greys)] for at in range(len(series) - 1))]

    def hedged(self, series: Series, x: X) -> str:
        """How its number there looks, with the sign of one that is not exact."""
        sign = series.hedges.get(x, "")
        return f'"{sign}"{self.number_format}' if sign else self.number_format
