"""Charts that can be edited in PowerPoint, of a figure's panels."""

from collections.abc import Callable, Mapping
from typing import Any

from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.util import Pt

from dashboard.briefing.deck.chart_forms import LOOKS
from dashboard.briefing.deck.drawn import Drawn
from dashboard.briefing.deck.workbook import own_workbook
from dashboard.briefing.deck.writing import speak
from dashboard.content.plotted import Form, X
from dashboard.export.clean import clean

LONGEST = 120  # letters of a name
Data = CategoryChartData | XyChartData


def data_of(drawn: Drawn) -> tuple[XL_CHART_TYPE, Data]:
    """The kind of chart and what is in it."""
    kind, make = KINDS[drawn.charts.form]
    return kind, make(drawn)


def finish(chart: Any, drawn: Drawn) -> None:
    """The chart as ours look, with a workbook of our own behind it."""
    chart.has_title = False
    chart.has_legend = False
    chart.font.size = Pt(drawn.size)
    chart.font.color.theme_color = MSO_THEME_COLOR.TEXT_2
    LOOKS[drawn.charts.form](chart, drawn)
    speak(chart._chartSpace, drawn.tongue, anew=True)
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


Make = Callable[[Drawn], Data]
KINDS: Mapping[Form, tuple[XL_CHART_TYPE, Make]] = {
    Form.LINES: (XL_CHART_TYPE.XY_SCATTER_LINES, _years),
    Form.BARS: (XL_CHART_TYPE.BAR_CLUSTERED, _categories),
    Form.COLUMNS: (XL_CHART_TYPE.COLUMN_CLUSTERED, _categories),
    Form.STACKED_COLUMNS: (XL_CHART_TYPE.COLUMN_STACKED, _categories),
    Form.WHOLES: (XL_CHART_TYPE.BAR_STACKED_100, _categories),
}


def mend(root: Any) -> None:
    """Numbers of axes that are none: python-pptx writes negative ones, which no schema allows."""
    for tag in ("axId", "crossAx"):
        for element in root.iter(f"{{*}}{tag}"):
            element.set("val", element.get("val").lstrip("-"))
