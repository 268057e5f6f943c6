"""Axes, legend and the room of the plot in a chart: quiet, as on the screen."""

import math
from collections.abc import Sequence
from typing import Any

from pptx.enum.chart import XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.util import Pt

from dashboard.briefing.deck.drawn import Drawn

SPACE = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
INK, MUTED, RULE = MSO_THEME_COLOR.TEXT_1, MSO_THEME_COLOR.TEXT_2, MSO_THEME_COLOR.BACKGROUND_2
ROOM = 1.02  # times the highest number: there the axis may end
STEPS = ((6, 1), (13, 2), (32, 5), (80, 10), (1000, 25))  # span of years -> years between ticks


def over_years(chart: Any, years: Sequence[int], drawn: Drawn) -> None:
    """Years from left to right, numbers from zero up."""
    first, last = min(years), max(years)
    step = next(step for span, step in STEPS if last - first <= span)
    axis = chart.category_axis
    axis.minimum_scale = first - 1 if step == 1 else first // step * step
    axis.maximum_scale = max(-(-last // step) * step, axis.minimum_scale + step)
    axis.major_unit = step
    axis.has_major_gridlines = False
    _quiet(axis, "0")
    axis.format.line.color.theme_color = RULE
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    _scale(chart.value_axis, drawn)


def of_names(chart: Any, drawn: Drawn, *, across: bool, scale: bool = False) -> None:
    """Names below columns or beside bars, of which the first stands on top; `scale`: the numbers have an axis, as bars
    do not say their own."""
    axis = chart.category_axis
    axis.reverse_order = not across
    axis.has_major_gridlines = False
    _quiet(axis)
    axis.format.line.color.theme_color = RULE
    axis.tick_labels.font.color.theme_color = INK
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if scale:
        _scale(chart.value_axis, drawn)
    else:
        chart.value_axis.minimum_scale = drawn.lowest * ROOM or 0
        chart.value_axis.has_major_gridlines = False
        chart.value_axis.visible = False


def _scale(axis: Any, drawn: Drawn) -> None:
    """From zero (or a round number below the lowest) to one above the highest, with a few lines between."""
    step = tick(max(drawn.highest, -drawn.lowest), 2 if drawn.small else 3)
    axis.minimum_scale, axis.major_unit = step * math.floor(drawn.lowest / step), step
    axis.maximum_scale = step * math.ceil(drawn.highest / step * ROOM or 1)
    axis.has_major_gridlines = True
    axis.major_gridlines.format.line.color.theme_color = RULE
    axis.major_gridlines.format.line.width = Pt(0.75)
    _quiet(axis, drawn.number_format)
    axis.format.line.fill.background()


def tick(highest: float, least: int = 3) -> float:
    """A round distance between lines, of which there are at least so many up to the highest number, but not many."""
    most = highest / least
    exponent: float = 10.0 ** math.floor(math.log10(most)) if highest > 0 else 1.0
    return next(times * exponent for times in (10, 5, 2, 1) if highest == 0 or times * exponent <= most)


def _quiet(axis: Any, number_format: str = "") -> None:
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.format.line.width = Pt(0.75)
    axis.tick_labels.font.color.theme_color = MUTED
    if number_format:
        axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = number_format, False


def legend_right(chart: Any, size: float, share: float = 0.34) -> None:
    """The names on the right, over that share of the chart's width."""
    _legend(chart, size, XL_LEGEND_POSITION.RIGHT, (1 - share + 0.02, 0.02, share - 0.02, 0.96))
    plot_area(chart, 1 - share - 0.02)


def legend_top(chart: Any, size: float) -> None:
    """The names above the plot."""
    _legend(chart, size, XL_LEGEND_POSITION.TOP, None)


def _legend(
    chart: Any, size: float, position: XL_LEGEND_POSITION, box: tuple[float, float, float, float] | None
) -> None:
    chart.has_legend = True
    legend = chart.legend
    legend.position, legend.include_in_layout = position, False
    legend.font.size = Pt(size - 1)
    legend.font.color.theme_color = INK
    if box:
        legend._element.get_or_add_layout().getparent().replace(legend._element.get_or_add_layout(), _layout(box))


def plot_area(chart: Any, right: float) -> None:
    """The plot from the left edge as far as that share of the chart's width."""
    area = chart._chartSpace.chart.plotArea
    for old in area.findall("{*}layout"):
        area.remove(old)
    area.insert(0, _layout((0.0, 0.02, right, 0.96), "outer"))


def _layout(box: tuple[float, float, float, float], target: str = "") -> Any:
    inner = f'<c:layoutTarget val="{target}"/>' if target else ""
    modes = '<c:xMode val="edge"/><c:yMode val="edge"/>'
    sizes = "".join(f'<c:{name} val="{value:.3f}"/>' for name, value in zip(("x", "y", "w", "h"), box, strict=True))
    return parse_xml(f"<c:layout {SPACE}><c:manualLayout>{inner}{modes}{sizes}</c:manualLayout></c:layout>")
