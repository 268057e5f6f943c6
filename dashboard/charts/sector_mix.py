"""What a market's companies do: its sectors against all markets, and the mix of arrivals period by period."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.base import AXIS, drawing, layout
from dashboard.charts.labels import wrapped
from dashboard.charts.palette import INK, MUTED, RULE, market_colour
from dashboard.language import Language

SECTORS = 8
FEW = 5  # below this a share says little
PALE = 0.45  # opacity of bars that rest on few cases


def specialisation_bars(mix: pd.DataFrame, market: str, lang: Language, height: int = 340) -> go.Figure:
    """Bars: share of each sector in the market; tick: its share in all markets; text: number and location quotient.

    `mix`: one row per sector, largest first, with name_*, companies, share, share_all (0..1), specialisation. Bars of
    fewer than five companies are pale.
    """
    rows = mix.head(SECTORS)
    places = list(range(len(rows)))
    longest = max(rows["share"].max(), rows["share_all"].max()) if len(rows) else 1
    look = layout(
        lang, height, bargap=0.42, margin={"l": 8, "r": 8, "t": 4, "b": 26},
        xaxis={**AXIS, "range": [0, longest * 1.5], "tickformat": ".0%", "nticks": 4},
        yaxis=_rows([lang.pick(row, "name") for _, row in rows.iterrows()]),
    )  # fmt: skip
    bars = go.Bar(
        x=rows["share"].tolist(), y=places, orientation="h", hoverinfo="skip",
        marker={"color": market_colour(market), "opacity": [PALE if n < FEW else 1 for n in rows["companies"]]},
    )  # fmt: skip
    return drawing([bars, _everywhere(rows, places, lang), _numbers(rows, places, lang)], look)


def _numbers(rows: pd.DataFrame, places: list[int], lang: Language) -> go.Scatter:
    """Number of companies and specialisation, right of bar and tick."""
    few = lang.t("few cases")
    texts = [
        f"\u2002<b>{lang.number(n)}</b>  × {lang.number(q, 1)}" + (f"  ({few})" if n < FEW else "")
        for n, q in zip(rows["companies"], rows["specialisation"], strict=True)
    ]
    return go.Scatter(
        x=rows[["share", "share_all"]].max(axis=1).tolist(), y=places, mode="text", text=texts, hoverinfo="skip",
        textposition="middle right", textfont={"size": 12, "color": INK[0]}, cliponaxis=False,
    )  # fmt: skip


def _everywhere(rows: pd.DataFrame, places: list[int], lang: Language) -> go.Scatter:
    return go.Scatter(
        x=rows["share_all"].tolist(), y=places, mode="markers", hoverinfo="text",
        hovertext=[lang.t("all markets: {share}", share=lang.percent(share, 1)) for share in rows["share_all"]],
        marker={"symbol": "line-ns", "size": 17, "line": {"width": 2.5, "color": INK[0]}},
    )  # fmt: skip


def arrival_mix(
    arrivals: pd.DataFrame, periods: list[str], market: str, lang: Language, height: int = 340
) -> go.Figure:
    """A column of bars per period: each sector's share of the period's arrivals, with their number.

    `arrivals`: one row per sector and period with sector_id, name_*, period (1..4), arrivals, period_total, share;
    sectors in the order of the rows. `periods`: the four periods' names.
    """
    sectors = arrivals.drop_duplicates("sector_id")
    place = {sector: number for number, sector in enumerate(sectors["sector_id"])}
    scale = 0.72 / arrivals["share"].max() if len(arrivals) else 1
    totals = dict(zip(arrivals["period"], arrivals["period_total"], strict=True))
    heads = [f"<b>{name}</b><br>n = {lang.number(totals.get(number, 0))}" for number, name in enumerate(periods, 1)]
    look = layout(
        lang, height, bargap=0.42, margin={"l": 8, "r": 8, "t": 40, "b": 4},
        xaxis={**AXIS, "side": "top", "range": [0, len(periods)], "tickvals": list(range(len(periods))),
               "ticktext": heads, "ticklabelposition": "outside right", "showgrid": True, "gridcolor": RULE[0]},
        yaxis=_rows([lang.pick(row, "name") for _, row in sectors.iterrows()]),
    )  # fmt: skip
    bars = go.Bar(
        base=[period - 1 for period in arrivals["period"]], x=[share * scale for share in arrivals["share"]],
        y=[place[sector] for sector in arrivals["sector_id"]], orientation="h", cliponaxis=False,
        text=[lang.number(n) for n in arrivals["arrivals"]], textposition="outside",
        textfont={"size": 12, "color": MUTED[0]},
        marker={"color": market_colour(market), "opacity": [PALE if n < FEW else 1 for n in arrivals["period_total"]]},
        hoverinfo="text",
        hovertext=[f"{lang.number(row['arrivals'])} / {lang.number(row['period_total'])} = {lang.percent(row['share'])}"
                   for _, row in arrivals.iterrows()],
    )  # fmt: skip
    return drawing([bars], look)


def _rows(names: list[str]) -> dict[str, object]:
    """An axis of named rows, the first on top, always as many so that bars glide from market to market."""
    return {
        **AXIS, "range": [max(len(names), 4) - 0.5, -0.5], "tickvals": list(range(len(names))),
        "ticktext": [wrapped(name, 24) for name in names], "tickfont": {"size": 12, "color": INK[0]}, "showgrid": False,
    }  # fmt: skip
