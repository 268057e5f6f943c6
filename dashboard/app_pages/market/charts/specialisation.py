"""What a market's companies do: its sectors against all markets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import plotly.graph_objects as go

from dashboard.charts.arrival_mix import named_rows
from dashboard.charts.base import AXIS, FEW, PALE, Chart, drawing, layout
from dashboard.charts.palette import INK, colour
from dashboard.language import Language
from dashboard.values import Market

if TYPE_CHECKING:
    from dashboard.questions.market import SectorMixRow as Row

SECTORS = 8
ROOM, ROOM_NARROW = 1.5, 2.025  # times the longest bar: how wide the figure is, with the words beside the bars


def specialisation_bars(mix: Sequence[Row], market: Market, lang: Language, height: int = 340) -> Chart:
    """Bars: share of each sector in the market; tick: its share in all markets; text: number and location quotient.

    `mix`: the largest sector first. Bars of few companies are pale.
    """
    rows = mix[:SECTORS]
    places = list(range(len(rows)))
    longest = max((_far(row) for row in rows), default=1)
    look = layout(
        lang,
        height,
        bargap=0.42,
        margin={"l": 8, "r": 8, "t": 4, "b": 26},
        xaxis={**AXIS, "range": [0, longest * ROOM], "tickformat": ".0%", "nticks": 4},
        yaxis=named_rows([lang.name("sectors", row.sector_id) for row in rows]),
    )
    figure = drawing([_bars(rows, places, market), _everywhere(rows, places, lang), _numbers(rows, places, lang)], look)
    return Chart(figure, {"xaxis": {"range": [0, longest * ROOM_NARROW]}})


def _bars(rows: Sequence[Row], places: list[int], market: Market) -> go.Bar:
    opacity = [PALE if row.companies < FEW else 1 for row in rows]
    return go.Bar(
        x=[row.share for row in rows],
        y=places,
        orientation="h",
        hoverinfo="skip",
        marker={"color": colour(market), "opacity": opacity},
    )


def _far(row: Row) -> float:
    """Where bar and tick end."""
    return max(row.share, row.share_all)


def _numbers(rows: Sequence[Row], places: list[int], lang: Language) -> go.Scatter:
    """Number of companies and specialisation, right of bar and tick."""
    few = lang.t("few cases")
    texts = [
        f"\u2002<b>{lang.number(row.companies)}</b>  × {lang.number(row.specialisation, 1)}"
        + (f"  ({few})" if row.companies < FEW else "")
        for row in rows
    ]
    return go.Scatter(
        x=[_far(row) for row in rows],
        y=places,
        mode="text",
        text=texts,
        hoverinfo="skip",
        textposition="middle right",
        textfont={"size": 12, "color": INK[0]},
        cliponaxis=False,
    )


def _everywhere(rows: Sequence[Row], places: list[int], lang: Language) -> go.Scatter:
    """A tick at the sector's share in all markets."""
    return go.Scatter(
        x=[row.share_all for row in rows],
        y=places,
        mode="markers",
        hoverinfo="text",
        hovertext=[lang.t("all markets: {share}", share=lang.percent(row.share_all, 1)) for row in rows],
        marker={"symbol": "line-ns", "size": 17, "line": {"width": 2.5, "color": INK[0]}},
    )
