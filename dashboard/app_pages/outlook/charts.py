"""The outlook: scores with the components they are made of, and how far ranks move."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from dashboard import link
from dashboard.app_pages.outlook.choice import pair_code
from dashboard.app_pages.outlook.components import COMPONENTS
from dashboard.charts.base import AXIS, Chart, drawing, layout
from dashboard.charts.palette import INK, MUTED, OTHER, RULE, colour
from dashboard.language import Language

if TYPE_CHECKING:
    from dashboard.questions.outlook import LeadersRow

ROW = 34  # px a row takes
ROOM = 0.62  # of a column's width: the longest bar; the rest is for its number
SMALL = {"tickfont": {"size": 10}}
ON_TOP = {**AXIS, "side": "top", "showgrid": True, "gridcolor": RULE[0]}


def score_bars(rows: Sequence[LeadersRow], heads: list[str], names: list[str], lang: Language) -> Chart:
    """A row per market and sector: its score in the market's colour, then the level of each component, – where unknown.

    `heads`: of the components; `names`: of the rows. On a phone the components are left out: they are a tap away.
    """
    pairs = [link.go("outlook", of=pair_code(row.market, row.sector_id)).encoded() for row in rows]
    traces = [_bars(0, [row.score for row in rows], [colour(row.market) for row in rows], pairs, lang)]
    for place, component in enumerate(COMPONENTS, 1):
        traces.append(_bars(place, [component.level(row) for row in rows], [OTHER[0]] * len(rows), pairs, lang))
    look = layout(
        lang,
        64 + ROW * len(rows),
        bargap=0.42,
        barmode="overlay",
        margin={"l": 8, "r": 4, "t": 48, "b": 4},
        xaxis=_columns(["<b>" + lang.t("Score") + "</b>", *heads]),
        yaxis=_lines(names),
    )
    return Chart(drawing(traces, look), {"yaxis": SMALL, "xaxis": {"range": [0, 1]}})


def _columns(titles: list[str]) -> dict[str, Any]:
    return {
        **ON_TOP,
        "range": [0, len(titles)],
        "tickvals": list(range(len(titles))),
        "ticktext": titles,
        "ticklabelposition": "outside right",
        "tickangle": 0,
    }


def rank_ranges(rows: Sequence[LeadersRow], names: list[str], lang: Language) -> Chart:
    """A row per market and sector: the rank as a dot, the ranks it takes when weights move as a line."""
    places = list(range(len(rows)))
    last = max([10, *(row.lowest_rank for row in rows)])
    across = {**ON_TOP, "range": [0.5, last + 1.5], "nticks": 8}
    look = layout(
        lang, 64 + ROW * len(rows), margin={"l": 8, "r": 8, "t": 30, "b": 22}, xaxis=across, yaxis=_lines(names)
    )
    dots = go.Scatter(
        x=[row.rank for row in rows],
        y=places,
        mode="markers",
        hoverinfo="text",
        hovertext=[_told(row, lang) for row in rows],
        marker={"size": 11, "color": [colour(row.market) for row in rows]},
    )
    return Chart(drawing([_spans(rows), dots], look), {"yaxis": SMALL})


def _spans(rows: Sequence[LeadersRow]) -> go.Scatter:
    return go.Scatter(
        x=[end for row in rows for end in (row.highest_rank, row.lowest_rank, None)],
        y=[end for place in range(len(rows)) for end in (place, place, None)],
        mode="lines",
        line={"color": MUTED[0], "width": 2},
        hoverinfo="skip",
    )


def _told(row: LeadersRow, lang: Language) -> str:
    return lang.t(
        "rank {rank}, between {first} and {last}", rank=row.rank, first=row.highest_rank, last=row.lowest_rank
    )


def _bars(place: int, values: list[float | None], colours: list[str], pairs: list[str], lang: Language) -> go.Bar:
    return go.Bar(
        base=[place] * len(values),
        x=[(value or 0) * ROOM for value in values],
        y=list(range(len(values))),
        orientation="h",
        marker={"color": colours},
        customdata=pairs,
        hoverinfo="none",
        cliponaxis=False,
        meta="wide" if place else None,
        text=["–" if value is None else lang.number(100 * value) for value in values],
        textposition="outside",
        textfont={"size": 12, "color": INK[0] if place == 0 else MUTED[0]},
    )


def _lines(names: list[str]) -> dict[str, Any]:
    return {
        **AXIS,
        "range": [len(names) - 0.5, -0.5],
        "tickvals": list(range(len(names))),
        "ticktext": names,
        "tickfont": {"size": 12, "color": INK[0]},
        "showgrid": False,
    }
