"""The overview's two charts below the map: the studies as slopes, the focus themes as bars."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from dashboard.charts.base import AXIS, Chart, drawing, layout
from dashboard.charts.labels import spread, text_width, wrapped
from dashboard.charts.palette import INK, MUTED, OTHER, RULE, colour
from dashboard.language import Language
from dashboard.link import go as towards

if TYPE_CHECKING:
    from dashboard.questions.overview import StudiesRow, ThemesRow

SHOWN = 6  # markets shown for each theme
LABEL = 19  # px a name beside a line takes
HEIGHT = 420
PHONE = 700  # px that the themes take on a phone, below one another
PHONE_WIDTH = 340  # px that a chart has on a phone


def slopes(studies: Sequence[StudiesRow], lang: Language) -> Chart:
    """One line per market across the study years, named at its end."""
    years = sorted({row.year for row in studies})
    top = max((row.value for row in studies), default=1) * 1.06
    markets = list(dict.fromkeys(row.market for row in studies))
    lines = [sorted((row for row in studies if row.market == market), key=lambda row: row.year) for market in markets]
    span = [years[0] - 0.3, years[-1] + 0.3] if years else None
    look = layout(
        lang,
        HEIGHT,
        margin={"l": 40, "r": 190, "t": 12, "b": 28},
        xaxis={**AXIS, "tickvals": years, "range": span},
        yaxis={**AXIS, "range": [0, top], "showgrid": True, "gridcolor": RULE[0], "nticks": 5},
        annotations=_end_labels([line[-1] for line in lines], top, lang),
    )
    chart = drawing([_slope(line, years, lang) for line in lines], look)
    return Chart(chart, {"margin": {"r": 184, "l": 26}})


def _slope(line: list[StudiesRow], years: list[int], lang: Language) -> go.Scatter:
    """A market's line; dotted if a study between its first and its last does not name it."""
    market, own = line[0].market, [row.year for row in line]
    shade = colour(market) if market.core else OTHER[0]
    skips = any(own[0] < year < own[-1] and year not in own for year in years)
    name = wrapped(lang.name("markets", market), 46)
    return go.Scatter(
        x=own,
        y=[row.value for row in line],
        mode="lines+markers",
        customdata=[market] * len(line),
        line={"color": shade, "width": 2.6 if market.core else 1.6, "dash": "dot" if skips else "solid"},
        marker={"size": 8, "color": shade},
        hovertext=[f"<b>{name}</b><br>{row.year}: {lang.quantity(row.quantity)}" for row in line],
        hoverinfo="text",
    )


def _end_labels(ends: list[StudiesRow], top: float, lang: Language) -> list[dict[str, Any]]:
    """Name and last value to the right of each line, moved apart where they would touch."""
    ends = sorted(ends, key=lambda row: row.value)
    room = top * LABEL / (HEIGHT - 40)
    places = spread([row.value for row in ends], [room] * len(ends), 0, top * 2)
    return [
        {
            "x": 1,
            "xref": "paper",
            "xanchor": "left",
            "xshift": 10,
            "y": place,
            "text": f"{wrapped(lang.name('markets', row.market), 46)} <b>{lang.number(row.value)}</b>",
            "showarrow": False,
            "font": {"size": 13, "color": INK[0] if row.market.core else MUTED[0]},
        }
        for row, place in zip(ends, places, strict=True)
    ]


def theme_bars(themes: Sequence[ThemesRow], lang: Language, height: int = 290) -> Chart:
    """Panels side by side, the strongest markets of each theme as bars with their count; strongest first."""
    panels = [list(rows)[:SHOWN][::-1] for _, rows in groupby(themes, key=lambda row: row.theme_id)]
    largest = max((row.companies for row in themes), default=1)
    axes = {key: axis for number in range(len(panels)) for key, axis in _axes(number, len(panels), largest).items()}
    titles = [_title(rows[0].theme_id, number / len(panels), lang) for number, rows in enumerate(panels)]
    look = layout(lang, height, margin={"l": 8, "r": 8, "t": 30, "b": 4}, annotations=titles, bargap=0.35, **axes)
    chart = drawing([_theme(rows, lang, number) for number, rows in enumerate(panels)], look)
    names = max((text_width(lang.name("markets", row.market)) for rows in panels for row in rows), default=0)
    return Chart(chart, _stacked(titles, names))


def _axes(number: int, count: int, largest: float) -> dict[str, Any]:
    """The axes of a panel beside the others."""
    mark, left, wide = _mark(number), number / count, 1 / count
    across = {"range": [0, largest * 1.15], "domain": [left + 0.33 * wide, left + 0.9 * wide], "anchor": f"y{mark}"}
    down = {"anchor": f"x{mark}", "tickfont": {"size": 13, "color": INK[0]}, "automargin": False}
    return {f"xaxis{mark}": {**AXIS, "visible": False, **across}, f"yaxis{mark}": {**AXIS, **down}}


def _mark(number: int) -> str:
    return "" if number == 0 else str(number + 1)


def _title(theme: str, left: float, lang: Language) -> dict[str, Any]:
    return {
        "text": f"<b>{wrapped(lang.name('themes', theme), 46)}</b>",
        "x": left,
        "y": 1,
        "xref": "paper",
        "yref": "paper",
        "xanchor": "left",
        "yanchor": "bottom",
        "yshift": 8,
        "showarrow": False,
        "font": {"size": 14},
    }


def _stacked(titles: list[dict[str, Any]], names: float) -> dict[str, Any]:
    """The panels below one another, for a phone; `names`: px that the longest name takes beside its bar."""
    start = min(max(0.3, (1.15 * names + 8) / PHONE_WIDTH), 0.5)
    share = 1 / max(len(titles), 1)
    overrides: dict[str, Any] = {"height": PHONE}
    for number in range(len(titles)):
        mark, top = _mark(number), 1 - number * share
        overrides[f"yaxis{mark}"] = {"domain": [top - share * 0.82, top]}
        overrides[f"xaxis{mark}"] = {"domain": [start, 1]}
    heads = [{**title, "x": 0, "y": 1 - number * share} for number, title in enumerate(titles)]
    return {**overrides, "annotations": heads}


def _theme(rows: list[ThemesRow], lang: Language, number: int) -> go.Bar:
    return go.Bar(
        x=[row.companies for row in rows],
        y=[wrapped(lang.name("markets", row.market), 46) for row in rows],
        orientation="h",
        marker={"color": [colour(row.market) for row in rows]},
        customdata=[towards("market", market=row.market).encoded() for row in rows],
        text=[row.companies for row in rows],
        textposition="outside",
        cliponaxis=False,
        hoverinfo="skip",
        xaxis=f"x{_mark(number)}",
        yaxis=f"y{_mark(number)}",
    )
