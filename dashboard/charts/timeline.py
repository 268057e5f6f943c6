"""Milestones on a timeline: a lane for each kind of step, a mark for each milestone."""

import math
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.base import AXIS, drawing, layout, records
from dashboard.charts.labels import moved, wrapped
from dashboard.charts.palette import INK, MUTED, PAPER, RULE, market_colour
from dashboard.language import Language

HOLLOW = (3, 5)  # relocations and partnerships: neither growth nor loss
LOSS = 6


def timeline(milestones: pd.DataFrame, lanes: list[str], market: str, lang: Language, height: int = 390) -> go.Figure:
    """Filled marks for arrivals and growth, hollow ones for relocations and partnerships, crosses for losses.

    `milestones`: one row each, newest first, with name, kind, lane (1..6), year, month, place (1.. within lane and
    year), crowd, from_*, to_*, jobs. `lanes`: the six lanes' names. The newest mark of each lane carries its name.
    """
    years = milestones["year"]
    first, last = (int(years.min()), int(years.max())) if len(milestones) else (2000, 2020)
    span = max(last - first, 8)
    look = layout(
        lang, height, margin={"l": 8, "r": 8, "t": 4, "b": 26},
        xaxis={**AXIS, "range": [last - span - 0.02 * span, last + 0.28 * span], "tickformat": "d",
               "tickvals": year_ticks(last - span, last)},
        yaxis={**AXIS, "range": [6.62, 0.38], "tickvals": list(range(1, 7)),
               "ticktext": [wrapped(name, 16) for name in lanes],
               "tickfont": {"size": 13, "color": INK[0]}, "showgrid": True, "gridcolor": RULE[0]},
        annotations=_names(milestones),
    )  # fmt: skip
    traces = [_marks(milestones[milestones["lane"] == lane], lane, market, lang) for lane in range(1, 7)]
    return drawing(traces, look)


def narrow(chart: go.Figure) -> dict[str, Any]:
    """Layout overrides for a phone: no names beside the marks, the list below has them."""
    first, last = chart.layout.xaxis.range[0], chart.layout.xaxis.tickvals[-1]
    axis = {"range": [first, last + 1.5], "tickvals": list(chart.layout.xaxis.tickvals[::-2])[::-1]}
    return {"annotations": [], "height": 360, "xaxis": axis}


def year_ticks(first: int, last: int) -> list[int]:
    """Round years, at most eight of them, and the last."""
    step = next(step for step in (1, 2, 5, 10, 20, 50) if (last - first) / step <= 8)
    rounded = [year for year in range(math.ceil(first / step) * step, last + 1, step) if last - year >= step * 0.4]
    return [*rounded, last]


def _spots(rows: pd.DataFrame) -> tuple[list[float], list[float]]:
    """Where the marks stand: month within the year across; those of one year above each other within the lane."""
    xs = [y + (0 if pd.isna(m) else (m - 1) / 12) for y, m in zip(rows["year"], rows["month"], strict=True)]
    steps = [min(0.2, 0.76 / max(crowd - 1, 1)) for crowd in rows["crowd"]]
    offsets = zip(rows["place"], rows["crowd"], steps, strict=True)
    ys = [lane + (p - (c + 1) / 2) * s for lane, (p, c, s) in zip(rows["lane"], offsets, strict=True)]
    return xs, ys


def _marks(rows: pd.DataFrame, lane: int, market: str, lang: Language) -> go.Scatter:
    xs, ys = _spots(rows)
    colour = INK[0] if lane == LOSS else market_colour(market)
    fill = PAPER[0] if lane in HOLLOW else colour
    edge = colour if lane in (*HOLLOW, LOSS) else PAPER[0]
    return go.Scatter(
        x=xs, y=ys, mode="markers", hoverinfo="text", hovertext=[_hover(row, lang) for row in records(rows)],
        marker={"size": 9, "color": fill, "opacity": 0.9, "symbol": "x-thin" if lane == LOSS else "circle",
                "line": {"width": 0.6 if edge == PAPER[0] else 1.6, "color": edge}},
    )  # fmt: skip


def _hover(row: dict[str, Any], lang: Language) -> str:
    parts = [
        f"<b>{wrapped(row['name'], 46)}</b>",
        f"{lang.month(row['year'], row['month'])} · {lang.label('milestones', 'kind', row['kind'])}",
    ]
    if text := moved(row, lang):
        parts.append(text)
    if pd.notna(row["jobs"]):
        parts.append(lang.t("{jobs} jobs", jobs=lang.number(row["jobs"])))
    return "<br>".join(parts)


def _names(milestones: pd.DataFrame) -> list[dict[str, Any]]:
    """The newest of each lane by name, to the right of its mark."""
    newest = milestones.drop_duplicates("lane")
    xs, ys = _spots(newest)
    return [
        {
            "x": x, "y": y, "text": f"{wrapped(row['name'], 34)} <b>{int(row['year'])}</b>", "showarrow": False,
            "xanchor": "left", "align": "left", "xshift": 10, "bgcolor": PAPER[0],
            "font": {"size": 12, "color": MUTED[0]},
        }
        for x, y, (_, row) in zip(xs, ys, newest.iterrows(), strict=True)
    ]  # fmt: skip
