"""The balance of the towns: on the map, and as bars beside it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from dashboard.charts.base import AXIS, Chart, drawing, layout
from dashboard.charts.ground import Ground
from dashboard.charts.palette import INK, MUTED, OTHER, PAPER
from dashboard.charts.region import KEY, PHONE, Place, look, named
from dashboard.language import Language

if TYPE_CHECKING:
    from dashboard.questions.region import BalanceRow

LEAST = 9  # px across, of the smallest circle
ONE = 13  # px across, of the circle of a single company


def balance_map(rows: Sequence[BalanceRow], ground: Ground, lang: Language) -> Chart:
    """Circles with area in proportion to the net gain (full) or loss (hollow) by relocation."""
    rows = sorted(rows, key=lambda row: -abs(row.net))
    marker = {
        "color": [MUTED[0] if row.net > 0 else PAPER[0] for row in rows],
        "line": {"color": MUTED[0], "width": 2},
    }
    circles = named([_circle(row, lang) for row in rows], ground.frame, marker, above=KEY)
    key = "● " + lang.t("more came than left") + "  ○ " + lang.t("more left, or as many")
    return Chart(drawing([*ground.traces(), *circles], look(ground.frame, lang, key=key)), PHONE)


def _circle(row: BalanceRow, lang: Language) -> Place:
    moved = lang.t("{arrivals} came, {departures} left", arrivals=row.arrivals, departures=row.departures)
    hover = f"<b>{escape(lang.name('places', row.town), quote=False)}</b><br>{moved}"
    return Place(row.lat, row.lon, balanced(row, lang), hover, max(LEAST, ONE * math.sqrt(abs(row.net))))


def balanced(row: BalanceRow, lang: Language) -> str:
    """The town with its balance, as a chart writes it."""
    return f"{escape(lang.name('places', row.town), quote=False)} <b>{lang.number(row.net, signed=True)}</b>"


def balance_bars(rows: Sequence[BalanceRow], lang: Language) -> Chart:
    """Per town: who came to the right (full), who left to the left (hollow), the balance in figures."""
    most = max([1, *(number for row in rows for number in (row.arrivals, row.departures))])
    look = layout(
        lang,
        60 + 27 * max(len(rows), 3),
        barmode="relative",
        bargap=0.4,
        margin={"l": 8, "r": 8, "t": 4, "b": 8},
        xaxis={"visible": False, "fixedrange": True, "range": [-most * 1.2, most * 1.2]},
        yaxis={
            **AXIS,
            "range": [len(rows) - 0.5, -0.5],
            "tickvals": list(range(len(rows))),
            "ticktext": [balanced(row, lang) for row in rows],
            "tickfont": {"size": 13, "color": INK[0]},
        },
    )
    came = _bars([row.arrivals for row in rows], 1, {"color": OTHER[0]}, lang)
    left = _bars(
        [row.departures for row in rows], -1, {"color": PAPER[0], "line": {"color": MUTED[0], "width": 1.5}}, lang
    )
    return Chart(drawing([came, left], look))


def _bars(numbers: Sequence[int], way: int, marker: dict[str, Any], lang: Language) -> go.Bar:
    """Bars to the right (`way` 1) or to the left (-1), each with its number; none has no number."""
    return go.Bar(
        x=[way * number for number in numbers],
        y=list(range(len(numbers))),
        orientation="h",
        marker=marker,
        text=[lang.number(number) if number else "" for number in numbers],
        textposition="outside",
        textfont={"size": 12, "color": INK[0]},
        hoverinfo="skip",
        cliponaxis=False,
    )
