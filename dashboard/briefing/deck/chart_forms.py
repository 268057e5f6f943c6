"""How each form of a chart looks: what is labelled, in which colours, where the names stand."""

from collections.abc import Callable, Mapping
from typing import Any

from dashboard.briefing.deck import chart_axes as axes
from dashboard.briefing.deck.chart_series import label, line_look, put_labels, solid, text_look
from dashboard.briefing.deck.drawn import Drawn
from dashboard.content.plotted import Form, X

ABOVE = 90  # letters of names that stand in one line above the plot
MANY, APART = 6, 0.06  # lines; of a chart's height: so far apart must their numbers be


def _lines(chart: Any, drawn: Drawn) -> None:
    """Lines with their newest numbers; their names beside them, or in a legend where they would not find room."""
    series = drawn.panel.series
    axes.over_years(chart, [int(year) for one in series for year, _ in one.points], drawn)
    labelled: list[tuple[X, float]] = []
    for at, (line, one, colour) in enumerate(zip(chart.plots[0].series, series, drawn.colours(), strict=True)):
        line_look(line, colour, at, drawn.small)
        known = [(number, value) for number, (_, value) in enumerate(one.points) if value is not None]
        number, value = known[-1] if known else (0, None)
        if value is not None and _finds_room(end := (one.points[number][0], value), labelled, drawn):
            labelled.append(end)
            put_labels(line, [label(number, drawn.hedged(one, end[0]), drawn.size, place="r")])
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


def _bars(chart: Any, drawn: Drawn) -> None:
    chart.plots[0].gap_width, chart.plots[0].overlap = 45, 0
    axes.of_names(chart, drawn, across=False)
    _filled(chart, drawn)


def _columns(chart: Any, drawn: Drawn) -> None:
    chart.plots[0].gap_width = 60
    axes.of_names(chart, drawn, across=True)
    _filled(chart, drawn)


def _filled(chart: Any, drawn: Drawn) -> None:
    """Bars or columns with their numbers; the second of two is what the first is measured by."""
    for series, one, colour in zip(chart.plots[0].series, drawn.panel.series, _contrasts(drawn), strict=True):
        solid(series, colour)
        hedged = []
        for at, name in enumerate(drawn.panel.categories):
            if owner := drawn.charts.owners.get(name):
                solid(series.points[at], drawn.looks.owned(owner))
            if name in one.hedges:
                hedged.append(label(at, drawn.hedged(one, name), drawn.size, place="outEnd"))
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
    axes.of_names(chart, drawn, across=True, scale=True)
    _shaded(chart, drawn)


def _wholes(chart: Any, drawn: Drawn) -> None:
    """Bars that are all as long, of parts in their order; the numbers stand in them."""
    chart.plots[0].gap_width, chart.plots[0].overlap = 40, 100
    axes.of_names(chart, drawn, across=False)
    _shaded(chart, drawn)


def _shaded(chart: Any, drawn: Drawn) -> None:
    for series, colour in zip(chart.plots[0].series, drawn.looks.shades(len(drawn.panel.series)), strict=True):
        solid(series, colour, edge=True)
        put_labels(series, [text_look(drawn.number_format, drawn.size, "ctr", drawn.looks.text_on(colour))])
    axes.legend_right(chart, drawn.size, share=0.28)


LOOKS: Mapping[Form, Callable[[Any, Drawn], None]] = {
    Form.LINES: _lines,
    Form.BARS: _bars,
    Form.COLUMNS: _columns,
    Form.STACKED_COLUMNS: _stacked,
    Form.WHOLES: _wholes,
}
