"""Published counts over time: one line per series, because two definitions are never one line."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from dashboard.charts.base import AXIS, Chart, broken, drawing, grouped, layout
from dashboard.charts.labels import LINE, lines, spread, wrapped
from dashboard.charts.palette import INK, MUTED, OTHER, RULE, colour
from dashboard.language import Language
from dashboard.values import Market

if TYPE_CHECKING:
    from dashboard.questions.market import CompanyCountsRow as Row

SHOWN = 8  # series drawn; always as many traces, so that lines glide when the market changes
SYMBOLS = ("circle", "square", "diamond", "triangle-up", "cross")  # of regions, the closest to the city first
YEARS = 24  # the newest years shown; what lies further back stays in the list below the figure
MARGIN = {"l": 8, "r": 285, "t": 14, "b": 26}
GRID = {"showgrid": True, "gridcolor": RULE[0], "nticks": 5}
WRAP = 44  # letters a line of a definition's name takes


def published_lines(rows: Sequence[Row], market: Market, lang: Language, height: int = 400) -> Chart:
    """Lines with markers, each named at the right with its number, definition, region and newest value."""
    series = by_position(in_view(rows))
    years = [row.year for own in series for row in own] or [2020]
    first, last = min(years), max(years)
    top = max((row.value for own in series for row in own), default=1) * 1.08
    texts = [_label(own[-1], lang) for own in series]
    height = max(height, math.ceil(sum(map(_room, texts))) + MARGIN["t"] + MARGIN["b"])
    ends = _end_labels([own[-1] for own in series], texts, last, top, height)
    look = layout(
        lang,
        height,
        margin=MARGIN,
        annotations=ends,
        xaxis={**AXIS, "range": [min(first, last - 8) - 0.6, last + 0.6], "tickformat": "d", "nticks": 8},
        yaxis={**AXIS, **GRID, "range": [0, top], "tickformat": ",d"},
    )
    empty = [go.Scatter(x=[], y=[], hoverinfo="skip")] * (SHOWN - len(series))
    return Chart(drawing([_line(own, market, lang) for own in series] + empty, look), _numbered(ends))


def in_view(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows that are drawn: the first eight series, the newest years."""
    drawn = [row for row in rows if row.position <= SHOWN]
    newest = max((row.year for row in drawn), default=0)
    return tuple(row for row in drawn if row.year >= newest - YEARS)


def by_position(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows of each series."""
    return grouped(rows, lambda row: row.position)


def _numbered(ends: list[dict[str, Any]]) -> dict[str, Any]:
    """Layout for a phone: the labels shrink to their numbers, which the list below explains."""
    look = {"showarrow": False, "xshift": 11, "font": {"size": 12, "color": INK[0]}}
    marks = [
        {"x": label["x"], "y": label["y"], "text": label["text"].split(" ", 1)[0] + "</b>", **look} for label in ends
    ]
    return {"height": 300, "margin": {**MARGIN, "r": 24}, "annotations": marks}


def _line(rows: list[Row], market: Market, lang: Language) -> go.Scatter:
    first, own = rows[0], colour(market)
    is_main = first.position == 1
    hover = [f"{_name(first, lang)}<br>{_region(first, lang)}<br>{row.year}: {_value(row, lang)}" for row in rows]
    return broken(
        go.Scatter(
            x=[row.year for row in rows],
            y=[row.value for row in rows],
            mode="lines+markers",
            opacity=1 if is_main else 0.75,
            line={"color": own, "width": 3 if is_main else 1.5},
            marker={"size": 8 if is_main else 7, "color": own, "symbol": SYMBOLS[(first.distance - 1) % len(SYMBOLS)]},
            hoverinfo="text",
            hovertext=hover,
        )
    )


def _room(text: str) -> float:
    return lines(text) * LINE + 5


def _end_labels(ends: list[Row], texts: list[str], last: int, top: float, height: int) -> list[dict[str, Any]]:
    """A label for each line in the right margin, tied to the line's end by a thin rule."""
    unit = top / (height - MARGIN["t"] - MARGIN["b"])  # data units per px
    places = spread([row.value for row in ends], [_room(text) * unit for text in texts], 0, top)
    rule = {"showarrow": True, "arrowhead": 0, "arrowwidth": 1, "arrowcolor": OTHER[0], "standoff": 6, "borderpad": 3}
    at = {"ax": last + 0.7, "axref": "x", "ayref": "y", "xanchor": "left", "align": "left"}
    fonts = [{"size": 12, "color": INK[0] if number == 0 else MUTED[0]} for number in range(len(ends))]
    return [
        {"x": row.year, "y": row.value, "ay": place, "text": text, "font": font, **at, **rule}
        for row, text, place, font in zip(ends, texts, places, fonts, strict=True)
    ]


def _label(row: Row, lang: Language) -> str:
    head = f"<b>{row.position} {_value(row, lang)} ({row.year})</b> {_region(row, lang)}"
    return f"{head}<br>{wrapped(lang.name('indicator_types', row.indicator_id), WRAP)}"


def _name(row: Row, lang: Language) -> str:
    return f"<b>{wrapped(lang.name('indicator_types', row.indicator_id), WRAP)}</b>"


def _region(row: Row, lang: Language) -> str:
    return escape(lang.name("regions", row.region), quote=False)


def _value(row: Row, lang: Language) -> str:
    return lang.quantity(row.quantity)
