"""From lecture hall to residence: first and newest published number of each stage, on one scale."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.base import AXIS, drawing, layout, records
from dashboard.charts.labels import wrapped
from dashboard.charts.palette import INK, MUTED, market_colour
from dashboard.language import Language

STAGE = 92  # px
PALE = 0.45  # opacity of the first value's bar
THICK = 0.22  # of a stage's height: a bar


def pipeline(stages: pd.DataFrame, market: str, lang: Language) -> go.Figure:
    """A pair of bars per stage, the first value pale, the newest full, each with number and year.

    `stages`: one row each in their order with name_*, first_year, first_value, first_qualifier, last_year, last_value,
    last_qualifier, times (newest / first, missing with a single year), exact.
    """
    rows = records(stages)
    longest = max((max(row["first_value"], row["last_value"]) for row in rows), default=1)
    look = layout(
        lang, max(len(rows), 1) * STAGE, bargap=0, margin={"l": 4, "r": 4, "t": 0, "b": 4}, barmode="overlay",
        annotations=_heads(rows, 80, lang),
        xaxis={**AXIS, "range": [0, longest * 1.35], "visible": False},
        yaxis={**AXIS, "range": [len(rows) - 0.42, -0.5], "visible": False},
    )  # fmt: skip
    pairs = [row["last_year"] > row["first_year"] for row in rows]
    first = [(place - 0.02, row, "first") for place, row in enumerate(rows) if pairs[place]]
    last = [(place + (0.24 if pairs[place] else 0.1), row, "last") for place, row in enumerate(rows)]
    return drawing([_bars(first, market, lang), _bars(last, market, lang)], look)


def narrow(stages: pd.DataFrame, lang: Language) -> dict[str, Any]:
    """Layout overrides for a phone: shorter lines above the bars, more room beside them; `stages` as in `pipeline`."""
    rows = records(stages)
    longest = max((max(row["first_value"], row["last_value"]) for row in rows), default=1)
    return {"annotations": _heads(rows, 44, lang), "xaxis": {"range": [0, longest * 1.75]}}


def _bars(bars: list[tuple[float, dict[str, Any], str]], market: str, lang: Language) -> go.Bar:
    """Bars of one kind (`first` or `last`), each at its height."""
    return go.Bar(
        x=[row[f"{end}_value"] for _, row, end in bars], y=[place for place, _, _ in bars], orientation="h",
        width=[THICK] * len(bars), cliponaxis=False, hoverinfo="skip", textposition="outside",
        text=[_text(row, end, lang) for _, row, end in bars], textfont={"size": 13, "color": INK[0]},
        marker={"color": market_colour(market), "opacity": [PALE if end == "first" else 1 for _, _, end in bars]},
    )  # fmt: skip


def _text(row: dict[str, Any], end: str, lang: Language) -> str:
    """`49.483 (2023), 2,8-fach`."""
    value = lang.value(row[f"{end}_value"], "count", row[f"{end}_qualifier"])
    year = int(row[f"{end}_year"])
    if end == "first":
        return f" {value} ({year})"
    if pd.isna(row["times"]):
        return f" <b>{value}</b> ({year})"
    times = lang.hedged(lang.number(row["times"], 1), "exact" if row["exact"] else "approx")
    return f" <b>{value}</b> ({year}), " + lang.t("{number} times", number=times)


def _heads(rows: list[dict[str, Any]], width: int, lang: Language) -> list[dict[str, Any]]:
    """Each stage's number and name above its bars, in lines of at most `width` letters."""
    return [
        {
            "x": 0, "y": place - 0.15, "xref": "x", "yref": "y", "xanchor": "left", "yanchor": "bottom", "xshift": -3,
            "showarrow": False, "align": "left",
            "text": f"<b>{place + 1}</b>  {wrapped(lang.pick(row, 'name'), width)}",
            "font": {"size": 13, "color": MUTED[0]},
        }
        for place, row in enumerate(rows)
    ]  # fmt: skip
