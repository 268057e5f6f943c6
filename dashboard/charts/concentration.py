"""How concentrated something is on few kinds, period by period."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.base import AXIS, drawing, layout
from dashboard.charts.palette import INK, market_colour
from dashboard.charts.sector_mix import FEW, PALE
from dashboard.language import Language


def concentration_bars(rows: pd.DataFrame, periods: list[str], market: str, lang: Language) -> go.Figure:
    """A column per period: its Herfindahl index (0..1); line: that of all markets; pale where it rests on few cases.
    The value stands where the line does not strike it through.

    `rows`: one row per period (1..len(periods)) with period, arrivals, herfindahl, herfindahl_all.
    """
    places = [period - 1 for period in rows["period"]]
    most = max([0.3, *rows["herfindahl"], *rows["herfindahl_all"]])
    totals = dict(zip(rows["period"], rows["arrivals"], strict=True))
    look = layout(
        lang, 340, margin={"l": 8, "r": 8, "t": 20, "b": 44},
        xaxis={
            **AXIS, "range": [-0.5, len(periods) - 0.5], "tickvals": list(range(len(periods))), "tickangle": 0,
            "ticktext": [f"{name}<br>n = {lang.number(totals.get(n, 0))}" for n, name in enumerate(periods, 1)],
        },
        yaxis={**AXIS, "visible": False, "range": [0, most * 1.1]},
    )  # fmt: skip
    bars = go.Bar(
        x=places, y=rows["herfindahl"].tolist(), width=0.5, hoverinfo="skip",
        marker={"color": market_colour(market), "opacity": [PALE if n < FEW else 1 for n in rows["arrivals"]]},
    )  # fmt: skip
    every = go.Scatter(
        x=places, y=rows["herfindahl_all"].tolist(), mode="markers", hoverinfo="text",
        hovertext=[lang.t("all markets: {share}", share=lang.number(value, 2, fixed=True))
                   for value in rows["herfindahl_all"]],
        marker={"symbol": "line-ew", "size": 44, "line": {"width": 2.5, "color": INK[0]}},
    )  # fmt: skip
    values = go.Scatter(
        x=places, y=[clear(own, line, most) for own, line in
                     zip(rows["herfindahl"], rows["herfindahl_all"], strict=True)], mode="text", hoverinfo="skip",
        text=[f"<b>{lang.number(value, 2, fixed=True)}</b>" for value in rows["herfindahl"]],
        textposition="top center", textfont={"size": 13, "color": INK[0]}, cliponaxis=False,
    )  # fmt: skip
    return drawing([bars, every, values], look)


def clear(own: float, line: float, most: float) -> float:
    """Where the value stands: on its column, but above a line that is close above."""
    return (max(own, line) if line - own < 0.15 * most else own) + 0.015 * most
