"""Published counts over time: one line per series, because two definitions are never one line."""

import math
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.base import AXIS, broken, drawing, layout
from dashboard.charts.labels import LINE, lines, spread, wrapped
from dashboard.charts.palette import INK, MUTED, OTHER, RULE, market_colour
from dashboard.language import Language

SHOWN = 8  # series drawn; always as many traces, so that lines glide when the market changes
SYMBOLS = {"DUS": "circle", "DUS-REGION": "square", "IHK-DUS": "diamond", "NRW": "triangle-up", "DE": "cross"}
YEARS = 24  # the newest years shown; what lies further back stays in the list below the figure
MARGIN = {"l": 8, "r": 285, "t": 14, "b": 26}
GRID = {"showgrid": True, "gridcolor": RULE[0], "nticks": 5}


def published_lines(series: pd.DataFrame, market: str, lang: Language, height: int = 400) -> go.Figure:
    """Lines with markers, each named at the right with its number, definition, region and newest value.

    `series`: one row per series and year with position (1 = main series), points, region, region_name, name_*, year,
    value, qualifier. Series beyond the eighth are left to the list below the figure.
    """
    drawn = in_view(series)
    groups = [rows for _, rows in drawn.groupby("position")]
    top = float(drawn["value"].max()) * 1.08 if len(drawn) else 1.0
    first, last = (int(drawn["year"].min()), int(drawn["year"].max())) if len(drawn) else (2000, 2020)
    texts = [_label(rows.iloc[-1], lang) for rows in groups]
    height = max(height, math.ceil(sum(map(_room, texts))) + MARGIN["t"] + MARGIN["b"])
    look = layout(
        lang, height, margin=MARGIN, annotations=_end_labels(groups, texts, last, top, height),
        xaxis={**AXIS, "range": [min(first, last - 8) - 0.6, last + 0.6], "tickformat": "d", "nticks": 8},
        yaxis={**AXIS, **GRID, "range": [0, top], "tickformat": ",d"},
    )  # fmt: skip
    empty = [go.Scatter(x=[], y=[], hoverinfo="skip")] * (SHOWN - len(groups))
    return drawing([_line(rows, market, lang) for rows in groups] + empty, look)


def in_view(series: pd.DataFrame) -> pd.DataFrame:
    """The rows that are drawn: the first eight series, the newest years."""
    drawn = series[series["position"] <= SHOWN]
    newest: pd.DataFrame = drawn[drawn["year"] >= drawn["year"].max() - YEARS]
    return newest


def numbered(chart: go.Figure) -> dict[str, Any]:
    """Layout overrides for a phone: the labels shrink to their numbers, which the list below explains."""
    marks = [
        {
            "x": label.x, "y": label.y, "text": label.text.split(" ", 1)[0] + "</b>", "showarrow": False,
            "xshift": 11, "font": {"size": 12, "color": INK[0]},
        }
        for label in chart.layout.annotations
    ]  # fmt: skip
    return {"height": 300, "margin": {**MARGIN, "r": 24}, "annotations": marks}


def _line(rows: pd.DataFrame, market: str, lang: Language) -> go.Scatter:
    main, colour = rows["position"].iloc[0] == 1, market_colour(market)
    name = f"<b>{wrapped(lang.pick(rows.iloc[0], 'name'), 44)}</b><br>{rows['region_name'].iloc[0]}"
    values = [lang.value(value, "count", hedge) for value, hedge in zip(rows["value"], rows["qualifier"], strict=True)]
    return broken(go.Scatter(
        x=rows["year"].tolist(), y=rows["value"].tolist(), mode="lines+markers", opacity=1 if main else 0.75,
        line={"color": colour, "width": 3 if main else 1.5}, hoverinfo="text",
        marker={"size": 8 if main else 7, "color": colour, "symbol": SYMBOLS[rows["region"].iloc[0]]},
        hovertext=[f"{name}<br>{year}: {text}" for year, text in zip(rows["year"], values, strict=True)],
    ))  # fmt: skip


def _room(text: str) -> float:
    return lines(text) * LINE + 5


def _end_labels(
    groups: list[pd.DataFrame], texts: list[str], last: int, top: float, height: int
) -> list[dict[str, Any]]:
    """A label for each line in the right margin, tied to the line's end by a thin rule."""
    ends = [rows.iloc[-1] for rows in groups]
    unit = top / (height - MARGIN["t"] - MARGIN["b"])  # data units per px
    places = spread([row["value"] for row in ends], [_room(text) * unit for text in texts], 0, top)
    return [
        {
            "x": int(row["year"]), "y": row["value"], "ax": last + 0.7, "ay": place, "axref": "x",
            "ayref": "y", "text": text, "showarrow": True, "arrowhead": 0, "arrowwidth": 1, "arrowcolor": OTHER[0],
            "standoff": 6, "borderpad": 3,
            "xanchor": "left", "align": "left", "font": {"size": 12, "color": INK[0] if number == 0 else MUTED[0]},
        }
        for number, (row, text, place) in enumerate(zip(ends, texts, places, strict=True))
    ]  # fmt: skip


def _label(row: pd.Series, lang: Language) -> str:
    value = f"{lang.value(row['value'], 'count', row['qualifier'])} ({int(row['year'])})"
    return f"<b>{row['position']} {value}</b> {row['region_name']}<br>{wrapped(lang.pick(row, 'name'), 44)}"
