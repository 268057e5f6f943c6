"""The mix of arrivals, period by period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from dashboard.charts.base import AXIS, FEW, PALE, Chart, drawing, layout
from dashboard.charts.labels import wrapped
from dashboard.charts.palette import INK, MUTED, RULE, colour
from dashboard.language import Language
from dashboard.values import Market

if TYPE_CHECKING:
    from dashboard.questions.market import ArrivalsRow
    from dashboard.questions.sectors import ShiftRow

LONGEST = 0.72  # of a period's column: its longest bar; the rest is for its number
PHONE = {"yaxis": {"tickfont": {"size": 11}}, "xaxis": {"tickfont": {"size": 10}}}


def arrival_mix(
    arrivals: Sequence[ArrivalsRow | ShiftRow],
    names: Mapping[str, str],
    periods: list[str],
    market: Market,
    lang: Language,
    height: int = 340,
) -> Chart:
    """A column of bars per period: each sector's share of the period's arrivals, with their number.

    `arrivals`: sectors in the order of the rows; `names`: sector -> name; `periods`: the names of the periods 1, 2 ...
    """
    totals = {row.period: row.period_total for row in arrivals}
    heads = [f"<b>{name}</b><br>n = {lang.number(totals.get(number, 0))}" for number, name in enumerate(periods, 1)]
    across = {"range": [0, len(periods)], "tickvals": list(range(len(periods))), "ticktext": heads}
    sectors = list(dict.fromkeys(row.sector_id for row in arrivals))
    look = layout(
        lang,
        height,
        bargap=0.42,
        margin={"l": 8, "r": 8, "t": 40, "b": 4},
        xaxis={**AXIS, **across, **HEADS_ON_TOP},
        yaxis=named_rows([names[sector] for sector in sectors]),
    )
    return Chart(drawing([_bars(arrivals, sectors, market, lang)], look), PHONE)


HEADS_ON_TOP = {"side": "top", "ticklabelposition": "outside right", "showgrid": True, "gridcolor": RULE[0]}


def _bars(arrivals: Sequence[ArrivalsRow | ShiftRow], sectors: list[str], market: Market, lang: Language) -> go.Bar:
    scale = LONGEST / max((row.share for row in arrivals), default=1)
    hover = [
        f"{lang.number(row.arrivals)} / {lang.number(row.period_total)} = {lang.percent(row.share)}" for row in arrivals
    ]
    opacity = [PALE if row.period_total < FEW else 1 for row in arrivals]
    return go.Bar(
        base=[row.period - 1 for row in arrivals],
        x=[row.share * scale for row in arrivals],
        y=[sectors.index(row.sector_id) for row in arrivals],
        orientation="h",
        cliponaxis=False,
        text=[lang.number(row.arrivals) for row in arrivals],
        textposition="outside",
        textfont={"size": 12, "color": MUTED[0]},
        marker={"color": colour(market), "opacity": opacity},
        hoverinfo="text",
        hovertext=hover,
    )


def named_rows(names: list[str]) -> dict[str, Any]:
    """An axis of named rows, the first on top, always as many so that bars glide from market to market."""
    return {
        **AXIS,
        "range": [max(len(names), 4) - 0.5, -0.5],
        "tickvals": list(range(len(names))),
        "ticktext": [wrapped(name, 24) for name in names],
        "tickfont": {"size": 12, "color": INK[0]},
        "showgrid": False,
    }
