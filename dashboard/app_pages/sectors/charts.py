"""How concentrated arrivals are on few sectors, period by period."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import plotly.graph_objects as go

from dashboard.charts.base import AXIS, FEW, PALE, Chart, drawing, layout
from dashboard.charts.palette import INK, colour
from dashboard.language import Language
from dashboard.values import Market

if TYPE_CHECKING:
    from dashboard.questions.sectors import ConcentrationRow


def concentration_bars(rows: Sequence[ConcentrationRow], periods: list[str], market: Market, lang: Language) -> Chart:
    """A column per period: its Herfindahl index (0..1); line: that of all markets; pale where it rests on few cases.
    The value stands where the line does not strike it through."""
    places = [row.period - 1 for row in rows]
    most = max(0.3, *(value for row in rows for value in (row.herfindahl, row.herfindahl_all)))
    totals = {row.period: row.arrivals for row in rows}
    heads = [f"{name}<br>n = {lang.number(totals.get(number, 0))}" for number, name in enumerate(periods, 1)]
    across = {"range": [-0.5, len(periods) - 0.5], "tickvals": list(range(len(periods))), "tickangle": 0}
    look = layout(
        lang,
        340,
        margin={"l": 8, "r": 8, "t": 20, "b": 44},
        xaxis={**AXIS, **across, "ticktext": heads},
        yaxis={**AXIS, "visible": False, "range": [0, most * 1.1]},
    )
    opacity = [PALE if row.arrivals < FEW else 1 for row in rows]
    bars = go.Bar(
        x=places,
        y=[row.herfindahl for row in rows],
        width=0.5,
        hoverinfo="skip",
        marker={"color": colour(market), "opacity": opacity},
    )
    return Chart(drawing([bars, _everywhere(rows, places, lang), _values(rows, places, most, lang)], look))


def _everywhere(rows: Sequence[ConcentrationRow], places: list[int], lang: Language) -> go.Scatter:
    """A short line at the index of all markets."""
    shares = [lang.number(row.herfindahl_all, 2, fixed=True) for row in rows]
    return go.Scatter(
        x=places,
        y=[row.herfindahl_all for row in rows],
        mode="markers",
        hoverinfo="text",
        hovertext=[lang.t("all markets: {share}", share=share) for share in shares],
        marker={"symbol": "line-ew", "size": 44, "line": {"width": 2.5, "color": INK[0]}},
    )


def _values(rows: Sequence[ConcentrationRow], places: list[int], most: float, lang: Language) -> go.Scatter:
    """The index in figures, above its column."""
    return go.Scatter(
        x=places,
        y=[clear(row.herfindahl, row.herfindahl_all, most) for row in rows],
        mode="text",
        hoverinfo="skip",
        text=[f"<b>{lang.number(row.herfindahl, 2, fixed=True)}</b>" for row in rows],
        textposition="top center",
        textfont={"size": 13, "color": INK[0]},
        cliponaxis=False,
    )


def clear(own: float, line: float, most: float) -> float:
    """Where the value stands: on its column, but above a line that is close above."""
    return (max(own, line) if line - own < 0.15 * most else own) + 0.015 * most
