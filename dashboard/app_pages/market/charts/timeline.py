"""Milestones on a timeline: a lane for each kind of step, a mark for each milestone."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from dashboard.charts.base import AXIS, Chart, drawing, grouped, layout
from dashboard.charts.labels import wrapped
from dashboard.charts.palette import INK, MUTED, PAPER, RULE, colour
from dashboard.charts.timeline import year_ticks
from dashboard.content.moves import moved
from dashboard.language import Language
from dashboard.values import Market

if TYPE_CHECKING:
    from dashboard.questions.market import MilestonesRow as Row

HOLLOW = (3, 5)  # relocations and partnerships: neither growth nor loss
LOSS = 6


def timeline(rows: Sequence[Row], lanes: list[str], market: Market, lang: Language, height: int = 390) -> Chart:
    """Filled marks for arrivals and growth, hollow ones for relocations and partnerships, crosses for losses.

    `rows`: the newest first; `lanes`: the names of the lanes 1, 2 ... The newest mark of each carries its name.
    """
    years = [row.year for row in rows] or [2020]
    last, span = max(years), max(max(years) - min(years), 8)
    left, ticks = last - 1.02 * span, year_ticks(last - span, last)
    look = layout(
        lang,
        height,
        margin={"l": 8, "r": 8, "t": 4, "b": 26},
        xaxis={**AXIS, "range": [left, last + 0.28 * span], "tickformat": "d", "tickvals": ticks},
        yaxis=_lanes(lanes),
        annotations=_names(rows),
    )
    traces = [
        _marks([row for row in rows if row.lane == lane], lane, market, lang) for lane in range(1, len(lanes) + 1)
    ]
    axis = {"range": [left, last + 1.5], "tickvals": ticks[::-2][::-1]}
    return Chart(drawing(traces, look), {"annotations": [], "height": 360, "xaxis": axis})  # the list has the names


def _lanes(names: list[str]) -> dict[str, Any]:
    return {
        **AXIS,
        "range": [len(names) + 0.62, 0.38],
        "tickvals": list(range(1, len(names) + 1)),
        "ticktext": [wrapped(name, 16) for name in names],
        "tickfont": {"size": 13, "color": INK[0]},
        "showgrid": True,
        "gridcolor": RULE[0],
    }


def _spot(row: Row) -> tuple[float, float]:
    """Where a mark stands: month within the year across; those of one year above each other within the lane."""
    step = min(0.2, 0.76 / max(row.crowd - 1, 1))
    return row.year + ((row.month or 1) - 1) / 12, row.lane + (row.number - (row.crowd + 1) / 2) * step


def _marks(rows: list[Row], lane: int, market: Market, lang: Language) -> go.Scatter:
    own = INK[0] if lane == LOSS else colour(market)
    fill = PAPER[0] if lane in HOLLOW else own
    edge = own if lane in (*HOLLOW, LOSS) else PAPER[0]
    return go.Scatter(
        x=[_spot(row)[0] for row in rows],
        y=[_spot(row)[1] for row in rows],
        mode="markers",
        hoverinfo="text",
        hovertext=[_hover(row, lang) for row in rows],
        marker={
            "size": 9,
            "color": fill,
            "opacity": 0.9,
            "symbol": "x-thin" if lane == LOSS else "circle",
            "line": {"width": 0.6 if edge == PAPER[0] else 1.6, "color": edge},
        },
    )


def _hover(row: Row, lang: Language) -> str:
    parts = [
        f"<b>{wrapped(row.name, 46)}</b>",
        f"{lang.month(row.year, row.month)} · {escape(lang.label('milestones', 'kind', row.kind), quote=False)}",
        escape(moved(row.from_city, row.to_city, lang), quote=False),
        "" if row.jobs is None else lang.n("{count} job", "{count} jobs", row.jobs),
    ]
    return "<br>".join(filter(None, parts))


def _names(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """The newest of each lane by name, to the right of its mark."""
    look = {"showarrow": False, "xanchor": "left", "align": "left", "xshift": 10, "bgcolor": PAPER[0]}
    newest = [own[0] for own in grouped(rows, lambda row: row.lane)]
    return [
        {
            "x": _spot(row)[0],
            "y": _spot(row)[1],
            "text": f"{wrapped(row.name, 34)} <b>{row.year}</b>",
            "font": {"size": 12, "color": MUTED[0]},
            **look,
        }
        for row in newest
    ]
