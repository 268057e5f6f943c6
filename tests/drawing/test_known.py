"""Whatever the writer does not know raises, so that no chart is drawn wrong."""

from typing import Any

import plotly.graph_objects as go
import pytest

from dashboard.charts.base import Chart
from dashboard.drawing import NotDrawn, svg
from tests.drawing.figures import CAPTION, made

AXES = {"xaxis": {"range": [0, 9], "automargin": False}, "yaxis": {"range": [0, 9], "automargin": False}}
POINTS: dict[str, Any] = {
    "x": [1, 2],
    "y": [3, 4],
    "mode": "lines+markers+text",
    "text": ["a", "b"],
    "line": {"color": "#AA0000"},
}
BAR: dict[str, Any] = {"x": [1, 2], "y": [3, 4], "marker": {"color": "#AA0000"}}
PLACE = go.Scattergeo(lon=[1], lat=[1], marker={"color": "#AA0000"})


def points(**more: Any) -> Chart:
    """A chart of two points."""
    return made([go.Scatter({**POINTS, **more})], **AXES)


def looking(**look: Any) -> Chart:
    """The same in another layout."""
    return made([go.Scatter(POINTS)], **{**AXES, **look})


def axis(**look: Any) -> Chart:
    """The same with another x axis."""
    return looking(xaxis={**AXES["xaxis"], **look})


def test_what_is_known_is_drawn() -> None:
    assert svg(points(), CAPTION, 400) and svg(made([go.Bar(BAR)], **AXES), CAPTION, 400)


@pytest.mark.parametrize(
    ("chart", "said"),
    [
        (made([go.Pie(values=[1, 2])]), "pie"),
        (made([go.Box(y=[1, 2])], **AXES), "box"),
        (points(marker={"symbol": "star"}), "symbol star"),
        (points(marker={"gradient": {"type": "radial"}}), "scatter.marker.gradient"),
        (points(error_y={"array": [1, 1]}), "scatter.error_y"),
        (points(line={"shape": "spline"}), "scatter.line.shape"),
        (points(fill="tozeroy"), "scatter.fill"),
        (points(text=["<i>a</i>", "b"]), "<i>"),
        (points(textfont={"family": "Times"}), "scatter.textfont.family"),
        (made([go.Bar(**BAR, textposition="inside")], **AXES), "bar.textposition"),
        (made([go.Bar(BAR), go.Bar(BAR)], **AXES), "side by side"),
        (axis(tickformat=".3s"), "tick format"),
        (axis(type="log"), "layout.xaxis.type"),
        (axis(title={"text": "Year"}), "layout.xaxis.title"),
        (axis(range=[0, 90_000]), "without a tick format"),
        (looking(xaxis2={"range": [0, 1], "overlaying": "x"}), "layout.xaxis.overlaying"),
        (axis(showgrid=True), "gridcolor"),
        (looking(annotations=[{"text": "a", "x": 1, "y": 1}]), "axref"),
        (looking(annotations=[{"text": "a", "x": 1, "y": 1, "xref": "x domain", "showarrow": False}]), "xaxis domain"),
        (points(line={"width": 2}), "colo"),
        (made([go.Bar(**BAR, opacity=0.5)], **AXES), "bar.opacity"),
        (looking(title={"text": "Everything"}), "layout.title"),
        (looking(showlegend=True), "layout.showlegend"),
        (looking(barmode="stack"), "layout.barmode"),
        (looking(images=[{"source": "x.png"}]), "layout.images"),
        (looking(shapes=[{"type": "rect", "x0": 0, "x1": 1, "y0": 0, "y1": 1}]), "layout.shapes.type"),
        (looking(annotations=[{"text": "a", "x": 1, "y": 1, "textangle": 90}]), "layout.annotations.textangle"),
        (made([PLACE], geo={"projection": {"type": "orthographic"}}), "orthographic"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_what_is_not_known_raises(chart: Chart, said: str) -> None:
    with pytest.raises(NotDrawn, match=said):
        svg(chart, CAPTION, 400)


def test_a_phone_s_layout_is_looked_at_too() -> None:
    chart = made([go.Scatter(POINTS)], {"title": {"text": "Everything"}}, **AXES)
    assert svg(chart, CAPTION, 400)
    with pytest.raises(NotDrawn, match="title"):
        svg(chart, CAPTION, 400, narrow=True)


def test_a_map_says_what_it_shows() -> None:
    geo = {"projection": {"type": "mercator"}, "lonaxis": {"range": [0, 9]}, "lataxis": {"range": [0, 9]}}
    with pytest.raises(NotDrawn, match="showland"):
        svg(made([PLACE], geo=geo), CAPTION, 400)
