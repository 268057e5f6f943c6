"""Charts that can be edited in PowerPoint, of a figure's panels."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE

from dashboard.briefing.deck import chart_axes as axes
from dashboard.briefing.deck.chart_series import label, line_look, put_labels, solid, text_look
from dashboard.briefing.deck.looks import Looks
from dashboard.briefing.deck.slide import Charts
from dashboard.briefing.deck.tongues import Tongue
from dashboard.briefing.deck.workbook import own_workbook
from dashboard.briefing.deck.writing import speak
from dashboard.content.plotted import Form, Panel, X
from dashboard.export.clean import clean

LONGEST = 120  # letters of a name
ABOVE = 90  # letters of names that stand in one line above the plot
MANY, APART = 6, 0.06  # lines; of a chart's height: so far apart must their numbers be
FORMATS = {"share": "0%", "percent": '0.0"%"', "index": "0.00", "ratio": "0.0", "years": "0.0"}  # unit -> how numbers look
Data = CategoryChartData | XyChartData


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
        values = [value for series in self.panel.series for _, value in series.points if value is not None]
        plain = "#,##0" if all(value == round(value) for value in values) else "#,##0.0"
        return next((FORMATS[one.unit] for one in self.panel.series if one.unit in FORMATS), plain)

    @property
    def highest(self) -> float:
        """The highest number; of columns of parts, the highest sum."""
        if self.charts.form is Form.STACKED_COLUMNS:
            found = [dict(one.points) for one in self.panel.series]
            return max(sum(points.get(name) or 0 for points in found) for name in self.panel.categories)
        return max((value or 0 for one in self.panel.series for _, value in one.points), default=0)

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


def data_of(drawn: Drawn) -> tuple[XL_CHART_TYPE, Data]:
    """The kind of chart and what is in it."""
    kind, make = KINDS[drawn.charts.form]
    return kind, make(drawn)


def finish(chart: Any, drawn: Drawn) -> None:
    """The chart as ours look, with a workbook of our own behind it."""
    chart.has_title = False
    chart.has_legend = False
    chart.font.size = axes.Pt(drawn.size)
    chart.font.color.theme_color = axes.MUTED
    LOOKS[drawn.charts.form](chart, drawn)
    speak(chart._chartSpace, drawn.tongue)
    own_workbook(chart)


def _named(text: X) -> str:
    return clean(str(text))[:LONGEST]


def _number(value: float | None) -> float | None:
    return None if value is None or value != value else float(value)


def _years(drawn: Drawn) -> XyChartData:
    """Lines of equally many points: some viewers lose a line that stands before a longer one."""
    data = XyChartData(number_format=drawn.number_format)
    longest = max(len(series.points) for series in drawn.panel.series)
    for series in drawn.panel.series:
        line = data.add_series(_named(series.name))
        blank = [(series.points[-1][0], None)] * (longest - len(series.points))
        for year, value in [*series.points, *blank]:
            line.add_data_point(year, _number(value))
    return data


def _categories(drawn: Drawn) -> CategoryChartData:
    data = CategoryChartData(number_format=drawn.number_format)
    data.categories = [_named(name) for name in drawn.panel.categories]
    for series in drawn.panel.series:
        found = dict(series.points)
        data.add_series(_named(series.name), [_number(found.get(name)) for name in drawn.panel.categories])
    return data


def _lines(chart: Any, drawn: Drawn) -> None:
    """Lines with their newest numbers; their names beside them, or in a legend where they would not find room."""
    series = drawn.panel.series
    axes.over_years(chart, [int(year) for one in series for year, _ in one.points], drawn.highest, drawn.number_format)
    labelled: list[tuple[X, float]] = []
    for at, (line, one, colour) in enumerate(zip(chart.plots[0].series, series, drawn.colours(), strict=True)):
        line_look(line, colour, at, drawn.small)
        known = [(number, value) for number, (_, value) in enumerate(one.points) if value is not None]
        number, value = known[-1] if known else (0, None)
        if value is not None and _finds_room(end := (one.points[number][0], value), labelled, drawn):
            labelled.append(end)
            put_labels(line, [label(number, _hedged(drawn, end), drawn.size, place="r")])
    _named_lines(chart, drawn)


def _named_lines(chart: Any, drawn: Drawn) -> None:
    """A legend of several lines: above the plot where their names are short."""
    series = drawn.panel.series
    if len(series) > 1 and sum(len(one.name) for one in series) <= ABOVE:
        axes.legend_top(chart, drawn.size)
    elif len(series) > 1:
        axes.legend_right(chart, drawn.size)
    else:
        axes.plot_area(chart, 0.86 if drawn.small else 0.92)


def _finds_room(end: tuple[X, float], labelled: list[tuple[X, float]], drawn: Drawn) -> bool:
    """Is no number written near the end of this line? Of many lines, the first alone has one."""
    if len(drawn.panel.series) > MANY and labelled:
        return False
    return all(year != end[0] or abs(value - end[1]) > APART * drawn.highest for year, value in labelled)


def _hedged(drawn: Drawn, point: tuple[X, float]) -> str:
    """How that number looks, with the sign of one that is not exact."""
    sign = drawn.charts.hedges.get(point, "")
    return f'"{sign}"{drawn.number_format}' if sign else drawn.number_format


def _bars(chart: Any, drawn: Drawn) -> None:
    chart.plots[0].gap_width, chart.plots[0].overlap = 45, 0
    axes.of_names(chart, across=False)
    _filled(chart, drawn)


def _columns(chart: Any, drawn: Drawn) -> None:
    chart.plots[0].gap_width = 60
    axes.of_names(chart, across=True)
    _filled(chart, drawn)


def _filled(chart: Any, drawn: Drawn) -> None:
    """Bars or columns with their numbers; the second of two is what the first is measured by."""
    for series, one, colour in zip(chart.plots[0].series, drawn.panel.series, _contrasts(drawn), strict=True):
        solid(series, colour)
        found, hedged = dict(one.points), []
        for at, name in enumerate(drawn.panel.categories):
            if owner := drawn.charts.owners.get(name):
                solid(series.points[at], drawn.looks.owned(owner))
            if drawn.charts.hedges.get(point := (name, found.get(name) or 0.0)):
                hedged.append(label(at, _hedged(drawn, point), drawn.size, place="outEnd"))
        put_labels(series, [*hedged, text_look(drawn.number_format, drawn.size, "outEnd")])
    if len(drawn.panel.series) > 1:
        axes.legend_top(chart, drawn.size)


def _contrasts(drawn: Drawn) -> list[str]:
    series = drawn.panel.series
    if len(series) == 1 or all(one.market for one in series):
        return drawn.colours()
    return [drawn.looks.accent, drawn.looks.measure, *drawn.looks.greys][: len(series)]


def _stacked(chart: Any, drawn: Drawn) -> None:
    """Columns of parts, which have an order."""
    chart.plots[0].gap_width, chart.plots[0].overlap = 50, 100
    axes.of_names(chart, across=True, scale=drawn.number_format, highest=drawn.highest)
    _shaded(chart, drawn)


def _wholes(chart: Any, drawn: Drawn) -> None:
    """Bars that are all as long, of parts in their order; the numbers stand in them."""
    chart.plots[0].gap_width, chart.plots[0].overlap = 40, 100
    axes.of_names(chart, across=False)
    _shaded(chart, drawn)


def _shaded(chart: Any, drawn: Drawn) -> None:
    for series, colour in zip(
        chart.plots[0].series, drawn.looks.shades(len(drawn.panel.series)), strict=True
    ):
        solid(series, colour, edge=True)
        put_labels(series, [text_look(drawn.number_format, drawn.size, "ctr", drawn.looks.text_on(colour))])
    axes.legend_right(chart, drawn.size, share=0.28)


Make = Callable[[Drawn], Data]
KINDS: Mapping[Form, tuple[XL_CHART_TYPE, Make]] = {
    Form.LINES: (XL_CHART_TYPE.XY_SCATTER_LINES, _years),
    Form.BARS: (XL_CHART_TYPE.BAR_CLUSTERED, _categories),
    Form.COLUMNS: (XL_CHART_TYPE.COLUMN_CLUSTERED, _categories),
    Form.STACKED_COLUMNS: (XL_CHART_TYPE.COLUMN_STACKED, _categories),
    Form.WHOLES: (XL_CHART_TYPE.BAR_STACKED_100, _categories),
}
LOOKS: Mapping[Form, Callable[[Any, Drawn], None]] = {
    Form.LINES: _lines,
    Form.BARS: _bars,
    Form.COLUMNS: _columns,
    Form.STACKED_COLUMNS: _stacked,
    Form.WHOLES: _wholes,
}


def mend(root: Any) -> None:
    """Numbers of axes that are none: python-pptx writes negative ones, which no schema allows."""
    for tag in ("axId", "crossAx"):
        for element in root.iter(f"{{*}}{tag}"):
            element.set("val", element.get("val").lstrip("-"))
