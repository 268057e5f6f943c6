"""Small multiples: each series in a panel of its own."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from dashboard.charts.base import AXIS, Chart, broken, drawing, grouped, layout
from dashboard.charts.labels import wrapped
from dashboard.charts.palette import INK, RULE, colour
from dashboard.charts.panels import HEAD, HEADS, SPAN, domain, suffix
from dashboard.language import Language
from dashboard.values import Hedge, Market, Quantity, Unit

if TYPE_CHECKING:
    from dashboard.questions.market import SeriesRow as Row

SHOWN = 6  # panels drawn; always as many traces, so that lines glide when the market changes
ACROSS = 3
PANEL = 112  # px


def panels(rows: Sequence[Row], market: Market, lang: Language) -> Chart:
    """Up to six panels on one time axis, in the order of the rows, each from zero, first and newest value written."""
    series = grouped(rows, lambda row: row.position)[:SHOWN]
    last = max((row.year for own in series for row in own), default=2020)
    axes = {key: axis for number, own in enumerate(series, 1) for key, axis in _axes(own, number, last).items()}
    look = layout(lang, _height(len(series), ACROSS), margin={"l": 4, "r": 4, "t": 0, "b": 0}, **axes)
    lines = [_line(own, number, last, market, lang) for number, own in enumerate(series, 1)]
    empty = [go.Scatter(x=[], y=[], hoverinfo="skip")] * (SHOWN - len(series))
    figure = drawing(lines + empty, look).update_layout(_placed(series, ACROSS, lang))
    return Chart(figure, {"height": _height(len(series), 1), **_placed(series, 1, lang)})


def _height(count: int, across: int) -> int:
    return max(math.ceil(count / across), 1) * (PANEL + HEAD)


def _placed(series: list[list[Row]], across: int, lang: Language) -> dict[str, Any]:
    """Where panels and their heads stand with so many of them side by side."""
    found: dict[str, Any] = {"annotations": []}
    for number, own in enumerate(series, 1):
        left, right, low, high, top = domain(number, len(series), across, PANEL)
        found[f"xaxis{suffix(number)}"] = {"domain": [left, right]}
        found[f"yaxis{suffix(number)}"] = {"domain": [low, high]}
        found["annotations"].append({"x": left, "y": top, "text": _head(own[0], lang), **HEADS})
    return found


def _axes(rows: list[Row], number: int, last: int) -> dict[str, Any]:
    """Both axes of a panel: its years, and values from zero."""
    first = _start(rows, last)
    pad = (last - first) * 0.08
    across = {
        **AXIS,
        "anchor": f"y{suffix(number)}",
        "range": [first - pad, last + pad],
        "tickvals": [rows[at].year for at in _marked(rows, last)],
        "tickangle": 0,
        "tickformat": "d",
        "showline": True,
        "linecolor": RULE[0],
        "automargin": False,
    }
    top = max(row.value for row in rows) * 1.3 or 1
    up = {**AXIS, "anchor": f"x{suffix(number)}", "visible": False, "range": [0, top]}
    return {f"xaxis{suffix(number)}": across, f"yaxis{suffix(number)}": up}


def _head(row: Row, lang: Language) -> str:
    unit = "" if row.unit is Unit.COUNT else " · " + lang.label("indicator_types", "unit", row.unit)
    below = escape(lang.name("regions", row.region) + unit, quote=False)
    return f"<b>{wrapped(lang.name('indicator_types', row.indicator_id), 52)}</b><br>{below}"


def _start(rows: list[Row], last: int) -> int:
    """First year of a panel: all end with the same year; only old series reach further back."""
    return min(rows[0].year, last - SPAN)


def _marked(rows: list[Row], last: int) -> list[int]:
    """Numbers of the points that carry year and value: the newest, and the first where there is room."""
    apart = (rows[-1].year - rows[0].year) / (last - _start(rows, last))
    return [0, len(rows) - 1] if apart > 0.22 else [len(rows) - 1]


def _line(rows: list[Row], number: int, last: int, market: Market, lang: Language) -> go.Scatter:
    values = [_bare(row, lang) for row in rows]
    texts = [value if at in _marked(rows, last) else "" for at, value in enumerate(values)]
    return broken(
        go.Scatter(
            x=[row.year for row in rows],
            y=[row.value for row in rows],
            mode="lines+markers+text",
            cliponaxis=False,
            line={"color": colour(market), "width": 2},
            marker={"size": 6, "color": colour(market)},
            text=[*texts[:-1], f"<b>{values[-1]}</b>"],
            textposition="top center",
            textfont={"size": 12, "color": INK[0]},
            hovertext=[f"{row.year}: {value}" for row, value in zip(rows, values, strict=True)],
            hoverinfo="text",
            xaxis=f"x{suffix(number)}",
            yaxis=f"y{suffix(number)}",
        )
    )


def _bare(row: Row, lang: Language) -> str:
    """The value without its unit, which stands in the head."""
    return lang.quantity(Quantity(row.value, hedge=Hedge(row.qualifier)))
