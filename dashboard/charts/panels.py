"""Small multiples: each series in a panel of its own, because definitions and regions do not compare."""

import math
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.base import AXIS, broken, drawing, layout
from dashboard.charts.labels import wrapped
from dashboard.charts.palette import INK, MUTED, RULE, market_colour
from dashboard.language import Language

SPAN = 12  # years every panel shows at least
SHOWN = 6  # panels drawn; always as many traces, so that lines glide when the market changes
ACROSS = 3
PANEL, HEAD, FOOT = 112, 66, 24  # px


def panels(series: pd.DataFrame, market: str, lang: Language) -> go.Figure:
    """Up to six panels on one time axis, each from zero, first and newest value written.

    `series`: one row per series and year with position, region_name, unit, name_*, year, value, qualifier.
    """
    groups = [rows for _, rows in series.groupby("position", sort=False)][:SHOWN]
    last = int(max((rows["year"].max() for rows in groups), default=2020))
    axes, heads = _grid(groups, lang, last)
    height = math.ceil(len(groups) / ACROSS) * (PANEL + HEAD)
    look = layout(lang, max(height, PANEL), margin={"l": 4, "r": 4, "t": 0, "b": 0}, annotations=heads, **axes)
    lines = [_line(rows, number, last, market, lang) for number, rows in enumerate(groups, 1)]
    empty = [go.Scatter(x=[], y=[], hoverinfo="skip")] * (SHOWN - len(groups))
    return drawing(lines + empty, look)


def stacked(chart: go.Figure) -> dict[str, Any]:
    """Layout overrides for a phone: the panels below one another."""
    heads = [annotation.to_plotly_json() for annotation in chart.layout.annotations]
    overrides: dict[str, Any] = {"height": max(len(heads), 1) * (PANEL + HEAD), "annotations": heads}
    for number, head in enumerate(heads, 1):
        left, right, low, high, top = domain(number, len(heads), 1)
        overrides[f"xaxis{suffix(number)}"] = {"domain": [left, right]}
        overrides[f"yaxis{suffix(number)}"] = {"domain": [low, high]}
        head.update(x=left, y=top)
    return overrides


def suffix(number: int) -> str:
    """What Plotly puts behind `x`, `y`, `xaxis` and `yaxis` of the panel of that number."""
    return "" if number == 1 else str(number)


def domain(number: int, count: int, across: int, panel: int = PANEL) -> tuple[float, float, float, float, float]:
    """left, right, low, high of a panel `panel` px high and the top of its head, as shares of the figure."""
    down = math.ceil(count / across)
    row, column = divmod(number - 1, across)
    top, share = 1 - row / down, 1 / down
    head, foot = HEAD / (panel + HEAD) * share, FOOT / (panel + HEAD) * share
    return column / across, (column + 0.9) / across, top - share + foot, top - head, top


def _grid(groups: list[pd.DataFrame], lang: Language, last: int) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    axes: dict[str, Any] = {}
    heads = []
    for number, rows in enumerate(groups, 1):
        left, right, low, high, top = domain(number, len(groups), ACROSS)
        span = _span(rows, last)
        pad = (span[1] - span[0]) * 0.08
        years = [int(rows["year"].iloc[at]) for at in _marked(rows, last)]
        axes[f"xaxis{suffix(number)}"] = {
            **AXIS, "anchor": f"y{suffix(number)}", "domain": [left, right], "range": [span[0] - pad, span[1] + pad],
            "tickvals": years, "tickangle": 0, "tickformat": "d", "showline": True, "linecolor": RULE[0],
            "automargin": False,
        }  # fmt: skip
        axes[f"yaxis{suffix(number)}"] = {
            **AXIS, "anchor": f"x{suffix(number)}", "domain": [low, high], "visible": False,
            "range": [0, float(rows["value"].max()) * 1.3 or 1],
        }  # fmt: skip
        heads.append({
            "x": left, "y": top, "xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "top", "align": "left",
            "showarrow": False, "text": _head(rows.iloc[0], lang), "font": {"size": 12, "color": MUTED[0]},
        })  # fmt: skip
    return axes, heads


def _head(row: pd.Series, lang: Language) -> str:
    unit = "" if row["unit"] == "count" else " · " + lang.label("indicator_types", "unit", row["unit"])
    return f"<b>{wrapped(lang.pick(row, 'name'), 52)}</b><br>{row['region_name']}{unit}"


def _span(rows: pd.DataFrame, last: int) -> tuple[int, int]:
    """First and last year of a panel: all end with the same year; only old series reach further back."""
    return min(int(rows["year"].min()), last - SPAN), last


def _marked(rows: pd.DataFrame, last: int) -> list[int]:
    """Row numbers of the points that carry year and value: the newest, and the first where there is room."""
    span = _span(rows, last)
    apart = (rows["year"].iloc[-1] - rows["year"].iloc[0]) / (span[1] - span[0])
    return [0, len(rows) - 1] if apart > 0.22 else [len(rows) - 1]


def _line(rows: pd.DataFrame, number: int, last: int, market: str, lang: Language) -> go.Scatter:
    values = [lang.value(value, "count", hedge) for value, hedge in zip(rows["value"], rows["qualifier"], strict=True)]
    marked, newest = _marked(rows, last), len(values) - 1
    return broken(go.Scatter(
        x=rows["year"].tolist(), y=rows["value"].tolist(), mode="lines+markers+text", cliponaxis=False,
        line={"color": market_colour(market), "width": 2}, marker={"size": 6, "color": market_colour(market)},
        text=[f"<b>{v}</b>" if i == newest else v if i in marked else "" for i, v in enumerate(values)],
        textposition="top center", textfont={"size": 12, "color": INK[0]},
        hovertext=[f"{y}: {v}" for y, v in zip(rows["year"], values, strict=True)], hoverinfo="text",
        xaxis=f"x{suffix(number)}", yaxis=f"y{suffix(number)}",
    ))  # fmt: skip
