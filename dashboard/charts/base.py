"""What all charts share: margins, quiet axes, direct labels, the reader's number format."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

import plotly.graph_objects as go
import plotly.io
from plotly.graph_objs import Layout

from dashboard.charts.palette import INK, MUTED, RULE
from dashboard.language import Language

Row = TypeVar("Row")
CLEAR = "rgba(0,0,0,0)"
GAP = 5  # years; what lies further apart is not joined, because nobody knows what was between
FEW = 5  # below this a share or an index says little
PALE = 0.45  # opacity of what rests on few cases, or is first of two
HEIGHT = 320  # px, where a chart does not say
GLIDE = {"duration": 400, "easing": "cubic-in-out"}
AXIS = {
    "showgrid": False,
    "zeroline": False,
    "showline": False,
    "ticks": "",
    "fixedrange": True,
    "automargin": True,
    "tickfont": {"color": MUTED[0], "size": 12},
}


@dataclass(frozen=True)
class Chart:
    """A Plotly figure with its phone layout.

    `narrow` holds layout values for less than 520 px; there, traces with meta "narrow" stand for those with "wide".
    A point's customdata is where a click on it leads (`dashboard.link.Go`, encoded).
    """

    figure: go.Figure
    narrow: dict[str, Any] | None = None

    @cached_property
    def drawing(self) -> str:
        """The figure as JSON, as the browser gets it."""
        return str(plotly.io.to_json(self.figure, validate=False))

    @cached_property
    def stamp(self) -> str:
        """Tells this drawing from any other."""
        return hashlib.md5(self.drawing.encode(), usedforsecurity=False).hexdigest()

    @property
    def height(self) -> int:
        """In px, where there is room for the wide layout."""
        return int(self.figure.layout.height or HEIGHT)


def grouped(rows: Iterable[Row], key: Callable[[Row], object]) -> list[list[Row]]:
    """The rows in lists of one key each, in the order in which the keys come."""
    groups: dict[object, list[Row]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return list(groups.values())


def broken(line: go.Scatter) -> go.Scatter:
    """The line over years with a break wherever more than `GAP` years lie between two of its values."""
    years = line.x
    for at in reversed(range(1, len(years))):
        if years[at] - years[at - 1] > GAP:
            for column in ("x", "y", "text", "hovertext"):
                if (cells := line[column]) is not None:
                    line[column] = [*cells[:at], None, *cells[at:]]
    return line


def layout(lang: Language, height: int, **more: Any) -> Layout:
    """The common layout; `more` overrides or adds (Plotly layout keys)."""
    values: dict[str, Any] = {
        "height": height,
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "font": {"color": INK[0], "size": 13},
        "separators": lang.separators,
        "showlegend": False,
        "dragmode": False,
        "hoverlabel": {"align": "left", "font": {"size": 13}},
        "transition": GLIDE,
        "xaxis": AXIS,
        "yaxis": {**AXIS, "showgrid": True, "gridcolor": RULE[0]},
    }
    return Layout(template=None, **{**values, **more})


def drawing(traces: list[Any], look: Layout) -> go.Figure:
    """A figure without Plotly's default template (6 kB less to send for each chart)."""
    chart = go.Figure(layout=look)
    chart.layout.template = None
    chart.add_traces(traces)
    return chart
