"""Markets side by side: lines, a ranking, and a heatmap of sectors."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.base import AXIS, broken, drawing, layout
from dashboard.charts.labels import LINE, lines, spread, wrapped
from dashboard.charts.palette import DASHES, INK, LAND, MARKETS, OTHER, PAPER, RULE, market_colour
from dashboard.language import Language

MOST = 6  # markets; always as many traces, so that lines glide when the choice changes
MARGIN = {"l": 8, "r": 150, "t": 14, "b": 26}


def shown_text(value: float, mode: str, unit: str, qualifier: str, lang: Language) -> str:
    """A compared value as text; `mode` absolute, index, per-million or share (0..1)."""
    if mode == "absolute":
        return lang.value(value, unit, qualifier)
    text = lang.percent(value, 1) if mode == "share" else lang.number(value, 1 if abs(value) < 100 else 0)
    return lang.hedged(text, qualifier)


def compared_lines(values: pd.DataFrame, mode: str, lang: Language, height: int = 400) -> go.Figure:
    """One line per market through its published points, named at its end.

    `values`: one row per market and year with market, name_*, core, year, shown, unit, shown_qualifier; rows
    without `shown` are left out.
    """
    drawn = values.dropna(subset=["shown"])
    groups = [rows for _, rows in drawn.groupby("market", sort=False)]
    top = float(drawn["shown"].max()) * 1.08 if len(drawn) else 1.0
    first, last = (int(drawn["year"].min()), int(drawn["year"].max())) if len(drawn) else (2010, 2020)
    ticks = {"tickformat": ".0%"} if mode == "share" else {"tickformat": ",d" if top > 20 else ",.1f"}
    look = layout(
        lang, height, margin=MARGIN, annotations=_end_labels(groups, last, top, height, lang),
        xaxis={**AXIS, "range": [first - 0.6, max(last, first + 3) + 0.6], "tickformat": "d", "nticks": 8},
        yaxis={**AXIS, "showgrid": True, "gridcolor": RULE[0], "nticks": 5, "range": [0, top], **ticks},
    )  # fmt: skip
    dashes = _dashes(groups)
    drawn_lines = [_line(rows, dash, mode, lang) for rows, dash in zip(groups, dashes, strict=True)]
    return drawing(drawn_lines + [go.Scatter(x=[], y=[], hoverinfo="skip")] * (MOST - len(drawn_lines)), look)


def _dashes(groups: list[pd.DataFrame]) -> list[str]:
    """Core markets have their colour; the others share one grey and are told apart by dashes."""
    greys = iter(DASHES[1:])
    return ["solid" if rows["market"].iloc[0] in MARKETS else next(greys, "solid") for rows in groups]


def _line(rows: pd.DataFrame, dash: str, mode: str, lang: Language) -> go.Scatter:
    colour, name = market_colour(rows["market"].iloc[0]), lang.pick(rows.iloc[0], "name")
    texts = [shown_text(row["shown"], mode, row["unit"], row["shown_qualifier"], lang) for _, row in rows.iterrows()]
    return broken(go.Scatter(
        x=rows["year"].tolist(), y=rows["shown"].tolist(), mode="lines+markers", hoverinfo="text",
        line={"color": colour, "width": 2.4, "dash": dash}, marker={"size": 7, "color": colour},
        hovertext=[f"<b>{name}</b><br>{year}: {text}" for year, text in zip(rows["year"], texts, strict=True)],
    ))  # fmt: skip


def _end_labels(groups: list[pd.DataFrame], last: int, top: float, height: int, lang: Language) -> list[dict[str, Any]]:
    """Each name at the height of its line's end: led to it if that is the last year, else with the year and no leader,
    which would look like a continued line."""
    ends = [rows.iloc[-1] for rows in groups]
    room = (LINE + 4) * top / (height - MARGIN["t"] - MARGIN["b"])
    names = [wrapped(lang.pick(row, "name"), 14) for row in ends]
    places = spread([row["shown"] for row in ends], [room * lines(name) for name in names], 0, top)
    return [
        {
            "x": last if old else int(row["year"]), "y": row["shown"], "ax": last + 0.7, "ay": place, "axref": "x",
            "ayref": "y", "text": f"<b>{name}</b> {row['year']}" if old else f"<b>{name}</b>", "showarrow": True,
            "arrowhead": 0, "arrowwidth": 1, "arrowcolor": "rgba(0,0,0,0)" if old else OTHER[0], "standoff": 6,
            "align": "left", "xanchor": "left", "font": {"size": 13, "color": INK[0]},
        }
        for row, name, place, old in zip(ends, names, places, [row["year"] < last for row in ends], strict=True)
    ]  # fmt: skip


def ranking(rows: pd.DataFrame, mode: str, lang: Language) -> go.Figure:
    """Bars, the largest on top, each with its value; the year stands beside it where the years differ.

    `rows`: one row per market, largest first, with market, name_*, year, shown, unit, qualifier, common.
    """
    rows = rows.iloc[::-1]
    texts = [shown_text(row["shown"], mode, row["unit"], row["qualifier"], lang) for _, row in rows.iterrows()]
    if not rows["common"].all():
        texts = [f"{text} ({year})" for text, year in zip(texts, rows["year"], strict=True)]
    bar = go.Bar(
        x=rows["shown"].tolist(), y=[lang.pick(row, "name") for _, row in rows.iterrows()], orientation="h",
        marker={"color": [market_colour(market) for market in rows["market"]]}, customdata=rows["market"].tolist(),
        text=texts, textposition="outside", cliponaxis=False, hoverinfo="skip", width=0.55,
    )  # fmt: skip
    largest = float(rows["shown"].max()) if len(rows) else 1.0
    look = layout(
        lang, 60 + 48 * max(len(rows), 1),
        xaxis={**AXIS, "visible": False, "range": [0, largest * 1.45]},
        yaxis={**AXIS, "tickfont": {"size": 13, "color": INK[0]}},
    )  # fmt: skip
    return drawing([bar], look)


def sector_heatmap(rows: pd.DataFrame, markets: dict[str, str], lang: Language) -> go.Figure:
    """Companies by sector and market; the stronger the tone, the larger the share of the market's companies.

    `rows`: one row per sector and market with sector_id, sector_*, market, companies, market_companies, share; the
    strongest sectors first. `markets`: code -> name, in the order of the columns.
    """
    cells = {(row["sector_id"], row["market"]): row for _, row in rows.iterrows()}
    sectors = dict(zip(rows["sector_id"], rows[f"sector_{lang.code}"], strict=True))
    columns = [market for market in markets if (rows["market"] == market).any()]
    grid = [[cells.get((sector, market)) for market in columns] for sector in reversed(sectors)]
    heat = go.Heatmap(
        x=[markets[market] for market in columns], y=list(reversed(sectors.values())), xgap=3, ygap=3, showscale=False,
        z=[[0 if cell is None else cell["share"] for cell in line] for line in grid], zmin=0, zmax=0.35,
        text=[["" if cell is None else str(cell["companies"]) for cell in line] for line in grid],
        texttemplate="%{text}", textfont={"size": 13, "color": INK[0]},
        colorscale=[[0, LAND[0]], [1, OTHER[0]]], hoverinfo="text",
        hovertext=[[_cell(cell, markets, lang) for cell in line] for line in grid],
    )  # fmt: skip
    look = layout(
        lang, 60 + 27 * len(sectors),
        xaxis={**AXIS, "side": "top", "tickfont": {"size": 13, "color": INK[0]}},
        yaxis={**AXIS, "tickfont": {"size": 13, "color": INK[0]}, "showgrid": False}, plot_bgcolor=PAPER[0],
    )  # fmt: skip
    return drawing([heat], look)


def _cell(cell: pd.Series | None, markets: dict[str, str], lang: Language) -> str:
    if cell is None:
        return ""
    of_all = f"{lang.number(cell['companies'])} / {lang.number(cell['market_companies'])}"
    return f"<b>{markets[cell['market']]}, {lang.pick(cell, 'sector')}</b><br>{of_all} ({lang.percent(cell['share'])})"
