"""Cities in rows: how many sites each has, which share of its list that is, and in which period they came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from dashboard.charts.arrival_mix import HEADS_ON_TOP
from dashboard.charts.base import AXIS, FEW, PALE, Chart, drawing, layout
from dashboard.charts.labels import wrapped
from dashboard.charts.palette import INK, MUTED
from dashboard.language import Language

if TYPE_CHECKING:
    from dashboard.questions.cities import ArrivalsRow

ROW, AROUND = 46, 44  # px: of a city's row, and of what stands above and below
TEXT, LONG = 0.34, 0.85  # of the longest bar: room for what stands behind a bar; for more than a number on a phone
LONGEST = 0.72  # of a period's column: its longest bar; the rest is for its number
PHONE: dict[str, Any] = {"xaxis": {"tickfont": {"size": 10}}, "yaxis": {"tickfont": {"size": 11}}}


@dataclass(frozen=True)
class Bar:
    """A city's row: its name, the length of its bar, what stands behind it; `few`: it rests on few cases."""

    name: str
    value: float
    text: str
    few: bool = False


def city_bars(bars: Sequence[Bar], colour: str, lang: Language, mark: float | None = None, said: str = "") -> Chart:
    """A bar for each city, in their order; `mark`: a line in each row at the value of all cities, `said`."""
    most = max([bar.value for bar in bars] + [mark or 0]) or 1
    rows = list(range(len(bars)))
    look = layout(
        lang,
        ROW * len(bars) + AROUND,
        margin={"l": 8, "r": 8, "t": 6, "b": 6},
        xaxis={**AXIS, "visible": False, "range": [0, most * (1 + TEXT)]},
        yaxis=_rows([bar.name for bar in bars]),
    )
    drawn = go.Bar(
        x=[bar.value for bar in bars],
        y=rows,
        orientation="h",
        width=0.56,
        hoverinfo="skip",
        marker={"color": colour, "opacity": [PALE if bar.few else 1 for bar in bars]},
    )
    lines = [] if mark is None else [_marks(rows, mark, said)]
    phone = {"yaxis": PHONE["yaxis"]} | ({} if mark is None else {"xaxis": {"range": [0, most * (1 + LONG)]}})
    return Chart(drawing([drawn, *lines, _texts(bars, most, mark)], look), phone)


def _rows(names: Sequence[str]) -> dict[str, Any]:
    """An axis of named rows, the first on top."""
    return {
        **AXIS,
        "range": [len(names) - 0.5, -0.5],
        "tickvals": list(range(len(names))),
        "ticktext": [f"{wrapped(name, 18)}\u2002" for name in names],  # a little apart from their bars
        "tickfont": {"size": 13, "color": INK[0]},
    }


def _marks(rows: list[int], mark: float, said: str) -> go.Scatter:
    """A short line in each row."""
    return go.Scatter(
        x=[mark] * len(rows),
        y=rows,
        mode="markers",
        hoverinfo="text",
        hovertext=[said] * len(rows),
        marker={"symbol": "line-ns", "size": 34, "line": {"width": 2.5, "color": INK[0]}},
    )


def _texts(bars: Sequence[Bar], most: float, mark: float | None) -> go.Scatter:
    """What stands behind each bar; behind the line where that would strike it through."""
    return go.Scatter(
        x=[behind(bar.value, most, mark) for bar in bars],
        y=list(range(len(bars))),
        mode="text",
        hoverinfo="skip",
        text=[f"<b>{bar.text}</b>" for bar in bars],
        textposition="middle right",
        textfont={"size": 13, "color": INK[0]},
        cliponaxis=False,
    )


def behind(value: float, most: float, mark: float | None) -> float:
    """Where the text of a bar begins."""
    struck = mark is not None and value - 0.02 * most <= mark < value + LONG * most
    return (max(value, mark) if struck and mark is not None else value) + 0.015 * most


def arrival_rows(
    rows: Sequence[ArrivalsRow], names: dict[str, str], periods: dict[int, str], colour: str, lang: Language
) -> Chart:
    """A column of bars per period, a row per city: each period's share of the city's arrivals, with their number.

    `names`: city -> name, in the order of the rows; `periods`: number -> name, in theirs.
    """
    across = {"range": [0, len(periods)], "tickvals": list(range(len(periods)))}
    heads = [f"<b>{wrapped(period, 12)}</b>" for period in periods.values()]
    look = layout(
        lang,
        ROW * len(names) + AROUND,
        margin={"l": 8, "r": 8, "t": 30, "b": 4},
        xaxis={**AXIS, **across, "ticktext": heads, **HEADS_ON_TOP},
        yaxis=_rows(list(names.values())),
    )
    return Chart(drawing([_arrivals(rows, list(names), list(periods), colour, lang)], look), PHONE)


def _arrivals(rows: Sequence[ArrivalsRow], places: list[str], spans: list[int], colour: str, lang: Language) -> go.Bar:
    """The bars, each from the left edge of its period's column; the longest leaves room for its number."""
    shares = [row.share or 0.0 for row in rows]
    scale = LONGEST / (max(shares) or 1)
    hovered = [f"{lang.number(row.arrivals)} / {lang.number(row.dated)} = {lang.percent(row.share)}" for row in rows]
    return go.Bar(
        base=[spans.index(row.span) for row in rows],
        x=[share * scale for share in shares],
        y=[places.index(row.list_city) for row in rows],
        orientation="h",
        width=0.56,
        cliponaxis=False,
        text=[lang.number(row.arrivals) for row in rows],
        textposition="outside",
        textfont={"size": 12, "color": MUTED[0]},
        marker={"color": colour, "opacity": [PALE if row.arrivals < FEW else 1 for row in rows]},
        hoverinfo="text",
        hovertext=hovered,
    )
