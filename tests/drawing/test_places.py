"""What is drawn stands where its values say."""

import re
from typing import Any

import plotly.graph_objects as go
import pytest

from dashboard.drawing import NotDrawn
from tests.drawing.figures import SVG, UNSEEN, all_of, made, parsed, texts

HUNDRED = {"range": [0, 100]}
RED = {"color": "#AA0000"}


def numbers(data: str) -> list[float]:
    """The numbers of path data."""
    return [float(number) for number in re.findall(r"-?[\d.]+", data)]


def test_bars_are_as_long_as_their_values() -> None:
    bar = go.Bar(x=[10, 25, 50], y=[0, 1, 2], orientation="h", marker=RED, width=0.5)
    root = parsed(made([bar], xaxis=UNSEEN | HUNDRED, yaxis=UNSEEN | {"range": [2.5, -0.5]}))
    rects = all_of(root, "rect")
    assert [float(rect["width"]) for rect in rects] == [40, 100, 200]  # of 400 px
    assert [float(rect["y"]) for rect in rects] == pytest.approx([16.67, 83.33, 150], abs=0.01)
    assert {rect["height"] for rect in rects} == {"33.33"} and {rect["fill"] for rect in rects} == {"#AA0000"}


def test_bars_stand_on_their_base_and_on_each_other() -> None:
    axes = {"xaxis": UNSEEN | {"range": [-0.5, 0.5]}, "yaxis": UNSEEN | {"range": [-100, 100]}}
    based = parsed(made([go.Bar(x=[0], y=[50], base=[20], marker=RED)], **axes))
    assert (all_of(based, "rect")[0]["y"], all_of(based, "rect")[0]["height"]) == ("30", "50")
    both = [go.Bar(x=[0], y=[value], marker=RED) for value in (30, 20, -40)]
    stacked = all_of(parsed(made(both, barmode="relative", **axes)), "rect")
    assert [(rect["y"], rect["height"]) for rect in stacked] == [("70", "30"), ("50", "20"), ("100", "40")]


def test_a_bar_too_thin_to_be_seen_is_a_pixel_and_none_is_nothing() -> None:
    bar = go.Bar(x=[0.01, 0, None], y=[0, 1, 2], orientation="h", marker=RED)
    rects = all_of(parsed(made([bar], xaxis=UNSEEN | HUNDRED, yaxis=UNSEEN | {"range": [-0.5, 2.5]})), "rect")
    assert [rect["width"] for rect in rects] == ["1"]


def test_the_number_of_a_bar_stands_behind_its_end() -> None:
    bar = go.Bar(x=[50, -50], y=[0, 1], orientation="h", text=["<b>7</b>", "8"], textposition="outside", marker=RED)
    root = parsed(made([bar], xaxis=UNSEEN | {"range": [-100, 100]}, yaxis=UNSEEN | {"range": [-0.5, 1.5]}))
    first, second = (float(spans["x"]) for spans in all_of(root, "tspan"))
    assert 303 < first < 310 and 90 < second < 97
    assert texts(root) == ["7", "8"] and all_of(root, "tspan")[0]["font-weight"] == "700"


def test_a_line_goes_through_its_points_and_breaks_where_a_value_is_missing() -> None:
    line = go.Scatter(x=[0, 50, None, 75, 100], y=[0, 100, None, 50, 25], mode="lines", line=RED)
    [path] = all_of(parsed(made([line], xaxis=UNSEEN | HUNDRED, yaxis=UNSEEN | HUNDRED)), "path")
    assert path["d"] == "M0 200L200 0M300 100L400 150" and path["stroke"] == "#AA0000"


@pytest.mark.parametrize("symbol", ["square", "diamond", "triangle-up", "cross", "x-thin", "line-ew", "line-ns"])
def test_markers_stand_on_their_points_with_their_symbol(symbol: str) -> None:
    marker = {**RED, "symbol": symbol, "size": 10, "line": {"color": "#00AA00", "width": 2}}
    root = parsed(
        made(
            [go.Scatter(x=[25], y=[75], mode="markers", marker=marker)], xaxis=UNSEEN | HUNDRED, yaxis=UNSEEN | HUNDRED
        )
    )
    [path] = all_of(root, "path")
    assert path["transform"] == "translate(100 50)" and path["stroke"] == "#00AA00"
    assert 4 < max(map(abs, numbers(path["d"]))) < 8, "about 5 px from the middle to the end"


def test_markers_beyond_the_axes_are_not_drawn() -> None:
    points = go.Scatter(x=[-10, 50, 110], y=[50, 50, 50], mode="markers+text", text=["a", "b", "c"], marker=RED)
    root = parsed(made([points], xaxis=UNSEEN | HUNDRED, yaxis=UNSEEN | HUNDRED))
    assert [circle["cx"] for circle in all_of(root, "circle")] == ["200"] and texts(root) == ["b"]


def test_margins_grow_until_every_label_is_in_the_picture() -> None:
    long = "A rather long name of a category"
    look = {"range": [-0.5, 0.5], "tickvals": [0], "ticktext": [long], "automargin": True, "showgrid": False}
    root = parsed(made([go.Bar(x=[100], y=[0], orientation="h", marker=RED)], xaxis=UNSEEN | HUNDRED, yaxis=look))
    [bar], [label] = all_of(root, "rect"), all_of(root, "text")
    assert texts(root) == [long] and label["text-anchor"] == "end"
    assert 100 < float(bar["x"]) < 220 and float(bar["x"]) + float(bar["width"]) == 400


def test_ticks_are_round_numbers_in_the_reader_s_notation() -> None:
    look = {"range": [0, 5200], "nticks": 4, "tickformat": ",d", "automargin": False, "showgrid": False}
    margin = {"l": 40, "r": 0, "t": 10, "b": 10}
    line = go.Scatter(x=[], y=[], mode="lines")
    root = parsed(made([line], xaxis=UNSEEN | HUNDRED, yaxis=look, margin=margin))
    assert texts(root) == ["0", "2,000", "4,000"]


def test_an_annotation_stands_beside_its_point_with_a_line_to_it() -> None:
    note = {"x": 25, "y": 50, "ax": 75, "ay": 50, "axref": "x", "ayref": "y", "text": "here"}
    note |= {
        "xanchor": "left",
        "align": "left",
        "arrowhead": 0,
        "arrowcolor": "#00AA00",
        "arrowwidth": 1,
        "standoff": 6,
    }
    line = go.Scatter(x=[0, 100], y=[50, 50], mode="lines", line=RED)
    root = parsed(made([line], annotations=[note], xaxis=UNSEEN | HUNDRED, yaxis=UNSEEN | HUNDRED))
    [pointer] = all_of(root, "line")
    assert (pointer["x1"], pointer["x2"], pointer["y1"]) == ("106", "300", "100")
    assert 300 <= float(all_of(root, "tspan")[0]["x"]) <= 303


def test_a_phone_has_its_layout_and_its_traces() -> None:
    bars = [
        go.Bar(x=[0], y=[50], marker={"color": colour}, meta=meta)
        for colour, meta in (("#AA0000", "wide"), ("#00AA00", "narrow"))
    ]
    chart = made(
        bars, {"height": 100}, barmode="overlay", xaxis=UNSEEN | {"range": [-0.5, 0.5]}, yaxis=UNSEEN | HUNDRED
    )
    wide, narrow = parsed(chart), parsed(chart, narrow=True)
    assert (wide.get("height"), narrow.get("height")) == ("200", "100")
    assert [rect["fill"] for root in (wide, narrow) for rect in all_of(root, "rect")] == ["#AA0000", "#00AA00"]


def test_the_dark_has_the_dark_twins() -> None:
    line = go.Scatter(x=[0, 100], y=[0, 100], mode="lines", line={"color": "#1C1917"})
    chart = made([line], xaxis=UNSEEN | HUNDRED, yaxis=UNSEEN | HUNDRED)
    assert all_of(parsed(chart, dark=True), "path")[0]["stroke"] == "#ECE9E2"


def test_a_place_stands_where_mercator_has_it() -> None:
    geo = {
        "projection": {"type": "mercator"},
        "visible": False,
        "lonaxis": {"range": [0, 20]},
        "lataxis": {"range": [-5, 5]},
    }
    places = go.Scattergeo(lon=[10, 0.001], lat=[0, 0], mode="markers", marker={**RED, "size": 8})
    middle, west = all_of(parsed(made([places], geo=geo, xaxis=None, yaxis=None)), "circle")
    assert (middle["cx"], middle["cy"]) == ("200", "100")
    assert abs(float(west["cx"])) < 1, "the window is as wide as the picture"


def test_an_axis_of_numbers_needs_a_range() -> None:
    with pytest.raises(NotDrawn, match="range"):
        parsed(made([go.Scatter(x=[1, 2], y=[1, 2], mode="lines", line=RED)]))


def test_what_goes_beyond_the_axes_is_cut_unless_the_trace_says_otherwise() -> None:
    look: dict[str, Any] = {"x": [50, 150], "y": [50, 150], "mode": "lines+markers", "marker": RED, "line": RED}
    cut, whole = (
        parsed(made([go.Scatter(**look, cliponaxis=cut)], xaxis=UNSEEN | HUNDRED, yaxis=UNSEEN | HUNDRED))
        for cut in (True, False)
    )
    [area] = all_of(cut, "clipPath")
    frame = {"x": "0", "y": "0", "width": "400", "height": "200"}
    assert [rect.attrib for rect in cut.iterfind(f".//{SVG}clipPath/{SVG}rect")] == [frame]
    assert [group["clip-path"] for group in all_of(cut, "g")] == 2 * [f"url(#{area['id']})"]
    assert len(all_of(whole, "g")) == 1, "only its line is cut"
