"""From lecture hall to residence: first and newest published number of each stage, on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from dashboard.charts.base import AXIS, PALE, Chart, drawing, layout
from dashboard.charts.labels import wrapped
from dashboard.charts.palette import INK, MUTED, colour
from dashboard.language import Language
from dashboard.values import Hedge, Market, Quantity

if TYPE_CHECKING:
    from dashboard.questions.talent import PipelineRow

STAGE = 92  # px
THICK = 0.22  # of a stage's height: a bar


def stage_bars(stages: Sequence[PipelineRow], names: Sequence[str], market: Market, lang: Language) -> Chart:
    """A pair of bars per stage in the market's colour, the first value pale, the newest full, with number and year.
    `names`: of the stages. On a phone the lines above the bars are shorter, and there is more room beside them."""
    longest = max((max(row.first_value, row.last_value) for row in stages), default=1)
    pairs = [(place, row) for place, row in enumerate(stages) if row.last_year > row.first_year]
    first = _bars(
        [place - 0.02 for place, _ in pairs],
        [row.first_value for _, row in pairs],
        [_first(row, lang) for _, row in pairs],
        {"color": colour(market), "opacity": PALE},
    )
    newest = _bars(
        [place + (0.24 if (place, row) in pairs else 0.1) for place, row in enumerate(stages)],
        [row.last_value for row in stages],
        [_newest(row, lang) for row in stages],
        {"color": colour(market), "opacity": 1},
    )
    phone = {"annotations": _heads(names, 44), "xaxis": {"range": [0, longest * 1.75]}}
    return Chart(drawing([first, newest], _look(names, longest, lang)), phone)


def _look(names: Sequence[str], longest: float, lang: Language) -> go.Layout:
    return layout(
        lang,
        max(len(names), 1) * STAGE,
        bargap=0,
        margin={"l": 4, "r": 4, "t": 0, "b": 4},
        barmode="overlay",
        annotations=_heads(names, 80),
        xaxis={**AXIS, "range": [0, longest * 1.35], "visible": False},
        yaxis={**AXIS, "range": [len(names) - 0.42, -0.5], "visible": False},
    )


def _bars(places: list[float], values: list[float], texts: list[str], marker: dict[str, Any]) -> go.Bar:
    """Bars of one kind, each at its height."""
    return go.Bar(
        x=values,
        y=places,
        orientation="h",
        width=[THICK] * len(values),
        cliponaxis=False,
        hoverinfo="skip",
        textposition="outside",
        text=texts,
        textfont={"size": 13, "color": INK[0]},
        marker=marker,
    )


def _first(row: PipelineRow, lang: Language) -> str:
    """`17.570 (2017)`."""
    return f" {lang.quantity(Quantity(row.first_value, hedge=row.first_qualifier))} ({row.first_year})"


def _newest(row: PipelineRow, lang: Language) -> str:
    """`49.483 (2023), 2,8-fach`."""
    said = f" <b>{lang.quantity(Quantity(row.last_value, hedge=row.last_qualifier))}</b> ({row.last_year})"
    if row.times is None:
        return said
    times = lang.hedged(lang.number(row.times, 1), Hedge.EXACT if row.exact else Hedge.APPROX)
    return said + ", " + lang.t("{number} times", number=times)


def _heads(names: Sequence[str], width: int) -> list[dict[str, Any]]:
    """Each stage's number and name above its bars, in lines of at most `width` letters."""
    return [
        {
            "x": 0,
            "y": place - 0.15,
            "xref": "x",
            "yref": "y",
            "xanchor": "left",
            "yanchor": "bottom",
            "xshift": -3,
            "showarrow": False,
            "align": "left",
            "text": f"<b>{place + 1}</b>  {wrapped(name, width)}",
            "font": {"size": 13, "color": MUTED[0]},
        }
        for place, name in enumerate(names)
    ]
