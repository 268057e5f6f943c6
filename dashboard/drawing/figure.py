"""A figure of the screen as an SVG, drawn without a browser from the very Plotly figure that the screen shows."""

import json
from collections.abc import Sequence
from hashlib import md5
from typing import Any

from dashboard.charts.base import Chart
from dashboard.charts.palette import twins
from dashboard.content.figure import Caption
from dashboard.drawing import globe, labels, letters
from dashboard.drawing.axis import Axis
from dashboard.drawing.bars import bars
from dashboard.drawing.element import clean, element
from dashboard.drawing.heat import cells
from dashboard.drawing.known import Spec, check
from dashboard.drawing.lines import points
from dashboard.drawing.notes import notes, rules
from dashboard.drawing.plane import ON_AXES, Plane, name, plane
from dashboard.warehouse import warehouse

CLEAR = "rgba(0,0,0,0)"


def svg(
    chart: Chart, caption: Caption, width: int, height: int = 0, *, dark: bool = False, narrow: bool = False
) -> str:
    """The chart `width` px wide as an SVG document; its title and its takeaway are told to whoever cannot see it.

    `height`: px, 0 for the chart's own. `dark`: in the colours for dark paper. `narrow`: in the layout of a phone,
    where the chart has one. Raises `NotDrawn` where the chart asks for what the writer does not know.
    """
    figure = _figure(chart, dark=dark, narrow=narrow and chart.narrow is not None)
    check(figure)
    high = height or figure["layout"].get("height") or chart.height
    stamp = md5(f"{chart.stamp} {width} {high} {dark} {narrow}".encode(), usedforsecurity=False).hexdigest()[:12]
    about = f"title-{stamp}", f"desc-{stamp}"
    drawn = _drawn(figure["data"], figure["layout"], (width, high), f"window-{stamp}")
    return element(
        "svg", element("title", clean(caption.title), id=about[0]), element("desc", clean(caption.alt), id=about[1]),
        drawn, xmlns="http://www.w3.org/2000/svg", width=width, height=high, viewBox=f"0 0 {width} {high}", role="img",
        aria_labelledby=" ".join(about), font_family=letters.FAMILY, xml__space="preserve",
    )  # fmt: skip


def _figure(chart: Chart, *, dark: bool, narrow: bool) -> dict[str, Any]:
    """The figure as the screen would draw it: in its colours, with its traces, in its layout."""
    drawing, over = chart.drawing, json.dumps(chart.narrow if narrow else {})
    for light, twin in twins(warehouse().markets.values()).items() if dark else ():
        drawing, over = drawing.replace(light, twin), over.replace(light, twin)
    figure = json.loads(drawing)
    other = "wide" if narrow else "narrow"
    data = [trace for trace in figure["data"] if trace.get("meta") != other]
    return {"data": data, "layout": _merged(figure["layout"], json.loads(over))}


def _merged(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """Containers one in the other, as the screen does it; everything else is replaced."""
    both = {key: _merged(base[key], over[key]) for key in over if isinstance(base.get(key), dict) and over[key]}
    return {**base, **over, **both}


def _drawn(traces: Sequence[Spec], layout: Spec, size: tuple[int, int], window: str) -> str:
    """All that is in the picture, from the ground up."""
    made = plane(traces, layout, *size)
    shapes = {low: [s for s in layout.get("shapes", ()) if (s.get("layer") == "below") == low] for low in (True, False)}
    maps = [trace for trace in traces if trace.get("type") in globe.KINDS]
    drawn = [_paper(layout, made), rules(shapes[True], made)]
    drawn += [globe.globe(maps, layout, made.frame, window)] if layout.get("geo") else []
    drawn += [_subplot(traces, layout, *pair, f"{window}-{place}") for place, pair in enumerate(made.pairs(traces))]
    drawn += [labels.written(axis) for axis in made.axes.values()]
    return "".join([*drawn, rules(shapes[False], made), notes(layout.get("annotations", ()), made, layout["font"])])


def _paper(layout: Spec, made: Plane) -> str:
    frame = made.frame
    whole, plot = layout.get("paper_bgcolor", "#fff"), layout.get("plot_bgcolor", "#fff")
    ground = element("rect", width=frame.width, height=frame.height, fill=whole) if whole != CLEAR else ""
    wide, high = frame.right - frame.left, frame.bottom - frame.top
    inner = element("rect", x=frame.left, y=frame.top, width=wide, height=high, fill=plot) if made.axes else ""
    return ground + (inner if plot != CLEAR else "")


def _between(traces: Sequence[Spec], x: Axis, y: Axis) -> dict[str, list[Spec]]:
    """The traces between two axes by their type."""
    own = [trace for trace in traces if (name(trace, "x"), name(trace, "y")) == (x.key, y.key)]
    return {kind: [trace for trace in own if trace.get("type", "scatter") == kind] for kind in ON_AXES}


def _subplot(traces: Sequence[Spec], layout: Spec, x: Axis, y: Axis, name: str) -> str:
    """What stands between two axes: grid, cells, bars, points, and the axes' own lines."""
    kinds, area = _between(traces, x, y), f"url(#{name})"
    drawn = [x.grid(y), y.grid(x), *(cells(trace, layout, x, y) for trace in kinds["heatmap"])]
    drawn += [bars(kinds["bar"], layout, x, y, area)] if kinds["bar"] else []
    drawn += [points(trace, layout, x, y, area) for trace in kinds["scatter"]]
    inside = "".join(drawn)
    window = element("rect", x=x.start, y=y.end, width=x.end - x.start, height=y.start - y.end)
    return (element("clipPath", window, id=name) if area in inside else "") + inside + x.line() + y.line()
