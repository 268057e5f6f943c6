"""Small bars that filter: how many companies each value of a filter stands for, what is chosen standing out."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.base import AXIS, drawing, layout
from dashboard.charts.labels import wrapped
from dashboard.charts.palette import INK, MUTED, OTHER, market_colour
from dashboard.language import Language

PALE = 0.28  # opacity of what is not chosen


def facet_bars(
    rows: pd.DataFrame, chosen: tuple[str, ...], lang: Language, *, markets: bool, height: int = 190
) -> go.Figure:
    """Columns with their numbers; `customdata` is the value, so that a click can choose it.

    `rows`: one row per value with value, name, companies, in the order of the columns. With `markets` the values are
    market codes and have their colours.
    """
    values = rows["value"].tolist()
    colours = [market_colour(value) if markets else OTHER[0] for value in values]
    most = max(float(rows["companies"].max()), 1) if len(rows) else 1.0
    bars = go.Bar(
        x=list(range(len(rows))), y=rows["companies"].tolist(), customdata=values, hoverinfo="none", width=0.62,
        text=[f"<b>{lang.number(n)}</b>" for n in rows["companies"]], textposition="outside", cliponaxis=False,
        textfont={"size": 12, "color": INK[0]},
        marker={"color": colours, "opacity": [1 if not chosen or value in chosen else PALE for value in values]},
    )  # fmt: skip
    look = layout(
        lang, height, margin={"l": 4, "r": 4, "t": 18, "b": 40},
        xaxis={
            **AXIS, "range": [-0.5, max(len(rows), 1) - 0.5], "tickvals": list(range(len(rows))),
            "ticktext": [wrapped(name, 13) for name in rows["name"]], "tickangle": 0,
            "tickfont": {"size": 12, "color": MUTED[0]},
        },
        yaxis={**AXIS, "visible": False, "range": [0, most * 1.12]},
    )  # fmt: skip
    return drawing([bars], look)
