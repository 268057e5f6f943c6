"""Small bars that filter: how many companies each value of a filter stands for, what is chosen standing out."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go
from plotly.graph_objs import Layout

from dashboard.charts.base import AXIS, Chart, drawing, layout
from dashboard.charts.labels import wrapped
from dashboard.charts.palette import INK, MUTED, OTHER
from dashboard.language import Language

PALE = 0.28  # opacity of what is not chosen
LEAST = 5  # places on the axis: a single column is no wall
NARROW = {"height": 220, "margin": {"b": 76, "l": 28}, "xaxis": {"tickfont": {"size": 11}, "tickangle": -42}}


@dataclass(frozen=True)
class Bar:
    """A value of a filter: its name, its number, its colour, where a click leads, whether it is among those chosen."""

    name: str
    companies: int
    towards: str
    is_shown: bool = True
    colour: str = OTHER[0]


def facet_bars(bars: Sequence[Bar], lang: Language, height: int = 190) -> Chart:
    """A column for each, in their order."""
    columns = go.Bar(
        x=list(range(len(bars))),
        y=[bar.companies for bar in bars],
        customdata=[bar.towards for bar in bars],
        hoverinfo="none",
        width=0.62,
        text=[f"<b>{lang.number(bar.companies)}</b>" for bar in bars],
        textposition="outside",
        cliponaxis=False,
        textfont={"size": 12, "color": INK[0]},
        marker={"color": [bar.colour for bar in bars], "opacity": [1 if bar.is_shown else PALE for bar in bars]},
    )
    return Chart(drawing([columns], _look(bars, lang, height)), NARROW)


def _look(bars: Sequence[Bar], lang: Language, height: int) -> Layout:
    names = {"tickvals": list(range(len(bars))), "ticktext": [wrapped(bar.name, 13) for bar in bars], "tickangle": 0}
    across = [-0.5, max(len(bars), LEAST) - 0.5]
    return layout(
        lang,
        height,
        margin={"l": 4, "r": 4, "t": 18, "b": 40},
        xaxis={**AXIS, **names, "range": across, "tickfont": {"size": 12, "color": MUTED[0]}},
        yaxis={**AXIS, "visible": False, "range": [0, max(bar.companies for bar in bars) * 1.12]},
    )
