"""How old the facts are: a row of columns for each kind, a column for each year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

import plotly.graph_objects as go

from dashboard.charts.base import AXIS, PALE, Chart, drawing, layout
from dashboard.charts.labels import wrapped
from dashboard.charts.palette import INK, OTHER, RULE
from dashboard.charts.timeline import year_ticks
from dashboard.language import Language
from dashboard.link import go as towards

if TYPE_CHECKING:
    from dashboard.questions.data import AgesRow

ROW, HIGH, FOOT = 52, 0.72, 30  # px of a row; the part of it that its tallest column fills; px below
NARROW = {"yaxis": {"tickfont": {"size": 11}}}


def age_columns(rows: Sequence[AgesRow], names: Mapping[str, str], lang: Language) -> Chart:
    """Columns as tall as their share of the tallest of their row; pale where a fact is older than it may be."""
    kinds = [next(own) for _, own in groupby(rows, lambda row: row.recheck)]
    feet = {row.recheck: place for place, row in enumerate(kinds, 1)}
    last = max(row.year for row in rows)
    first = min(row.year for row in rows)
    ticks = year_ticks(first, last)
    told = [f"{wrapped(names[row.recheck], 26)}  <b>{lang.number(row.row_found)}</b>" for row in kinds]
    look = layout(
        lang,
        ROW * len(kinds) + FOOT,
        margin={"l": 8, "r": 8, "t": 0, "b": FOOT},
        barmode="overlay",
        xaxis={**AXIS, "range": [first - 0.7, last + 0.7], "tickvals": ticks, "tickformat": "d", "tickangle": 0},
        yaxis={
            **AXIS,
            "range": [len(kinds) + 0.05, 0],
            "tickvals": list(feet.values()),
            "ticktext": told,
            "showgrid": True,
            "gridcolor": RULE[0],
            "tickfont": {"size": 12, "color": INK[0]},
            "ticklabelshift": 12,
        },
    )
    return Chart(
        drawing([_columns(rows, feet, names, lang)], look), NARROW | {"xaxis": {"tickvals": ticks[::-2][::-1]}}
    )


def _columns(rows: Sequence[AgesRow], feet: Mapping[str, int], names: Mapping[str, str], lang: Language) -> go.Bar:
    return go.Bar(
        x=[row.year for row in rows],
        y=[-HIGH * row.found / row.peak for row in rows],
        base=[feet[row.recheck] for row in rows],
        width=0.7,
        marker={"color": OTHER[0], "opacity": [PALE if row.is_old else 1 for row in rows], "line": {"width": 0}},
        customdata=[towards("data", recheck=row.recheck).encoded() for row in rows],
        hoverinfo="text",
        hovertext=[
            f"{escape(names[row.recheck], quote=False)}<br>{row.year}: <b>{lang.number(row.found)}</b>" for row in rows
        ],
    )
