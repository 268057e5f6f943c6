"""The rhythm of relations: events per year, a row of bars for each market or kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from dashboard.charts.base import AXIS, Chart, drawing, layout
from dashboard.charts.palette import INK, MUTED, OTHER, PAPER, RULE, colour
from dashboard.charts.timeline import year_ticks
from dashboard.language import Language
from dashboard.link import go as towards

if TYPE_CHECKING:
    from dashboard.questions.relations import RhythmRow

UNIT = 6  # px an event is high
GAP = 2.6  # events' heights between the tallest bar of a row and the row above: room for a number
NAMED = 3  # a row's tallest bar carries its number from here on
FOOT = 30  # px
WIDE = 0.7  # of a year
SPAN = 12  # years shown at least

Names = Mapping[str, str]


def cell(row_code: str, year: int) -> str:
    """How an address names a bar: `JP.2024`."""
    return f"{row_code}.{year}"


def rhythm_bars(rows: Sequence[RhythmRow], names: Names, lang: Language) -> Chart:
    """Bars on one scale for every row, filled for past events, hollow for coming ones, which stand on top.

    `rows`: those of a bar follow each other, as do those of a row of the picture. `names`: row_code -> name.
    """
    heads = [next(own) for _, own in groupby(rows, lambda row: row.row_code)]
    feet = _feet(heads)
    years = [row.year for row in rows]
    last = max(years)
    first = min(*years, last - SPAN)
    depth = max(feet.values()) + 0.5
    ticks = year_ticks(first, last)
    look = layout(
        lang,
        round(depth * UNIT) + FOOT,
        barmode="overlay",
        margin={"l": 8, "r": 8, "t": 0, "b": FOOT},
        xaxis={**AXIS, "range": [first - 0.7, last + 0.7], "tickvals": ticks, "tickformat": "d", "tickangle": 0},
        yaxis=_named(heads, feet, depth, names, lang),
    )
    bars = [list(own) for _, own in groupby(rows, lambda row: (row.row_code, row.year, row.coming))]
    past, coming = ([own for own in bars if own[0].coming is ahead] for ahead in (False, True))
    traces = [_filled(past, feet, names, lang), _hollow(coming, feet, names, lang), _peaks(heads, rows, feet, lang)]
    return Chart(drawing(traces, look), {"xaxis": {"tickvals": ticks[::-2][::-1]}})


def _feet(heads: Sequence[RhythmRow]) -> dict[str, float]:
    """Where each row's bars stand, in events' heights from the top; a row is as high as its tallest bar."""
    feet, depth = {}, 0.0
    for row in heads:
        depth += row.row_peak + GAP
        feet[row.row_code] = depth
    return feet


def _named(
    heads: Sequence[RhythmRow], feet: Mapping[str, float], depth: float, names: Names, lang: Language
) -> dict[str, Any]:
    """The rows' names with their numbers of events, on the line the bars stand on."""
    return {
        **AXIS,
        "range": [depth, 0],
        "tickvals": list(feet.values()),
        "ticktext": [f"{_name(row, names)}  <b>{lang.number(row.row_events)}</b>" for row in heads],
        "showgrid": True,
        "gridcolor": RULE[0],
        "tickfont": {"size": 12, "color": INK[0]},
        "ticklabelshift": 7,
    }


def _name(row: RhythmRow, names: Names) -> str:
    return escape(names[row.row_code], quote=False)


def _filled(bars: list[list[RhythmRow]], feet: Mapping[str, float], names: Names, lang: Language) -> go.Bar:
    look = {"color": [_colour(own[0]) for own in bars], "line": {"width": 0}}
    return _bars(bars, [feet[own[0].row_code] for own in bars], look, names, lang)


def _hollow(bars: list[list[RhythmRow]], feet: Mapping[str, float], names: Names, lang: Language) -> go.Bar:
    look = {"color": PAPER[0], "line": {"width": 1.4, "color": [_colour(own[0]) for own in bars]}}
    on_top = [feet[row.row_code] - (row.year_events - row.cell_events) for row, *_ in bars]
    return _bars(bars, on_top, look, names, lang)


def _colour(row: RhythmRow) -> str:
    return colour(row.row_market) if row.row_market else OTHER[0]


def _bars(bars: list[list[RhythmRow]], base: list[float], look: dict[str, Any], names: Names, lang: Language) -> go.Bar:
    """`bars`: the kinds of events that each counts."""
    heads = [own[0] for own in bars]
    return go.Bar(
        x=[row.year for row in heads],
        y=[-row.cell_events for row in heads],
        base=base,
        width=WIDE,
        marker=look,
        customdata=[towards("relations", cell=cell(row.row_code, row.year)).encoded() for row in heads],
        hoverinfo="text",
        hovertext=[_hover(own, names, lang) for own in bars],
    )


def _hover(kinds: list[RhythmRow], names: Names, lang: Language) -> str:
    row = kinds[0]
    number = lang.n("{count} event", "{count} events", row.cell_events)
    head = f"<b>{_name(row, names)} {row.year}</b>: {number}"
    if row.coming:
        head += " (" + lang.t("coming") + ")"
    counts = [f"{escape(lang.label('events', 'kind', own.kind))} {lang.number(own.events)}" for own in kinds]
    return "<br>".join([head, *counts])


def _peaks(
    heads: Sequence[RhythmRow], rows: Sequence[RhythmRow], feet: Mapping[str, float], lang: Language
) -> go.Scatter:
    """The number above each row's first tallest bar."""
    tallest = {row.row_code: row.year for row in reversed(rows) if row.year_events == row.row_peak}
    named = [row for row in heads if row.row_peak >= NAMED]
    return go.Scatter(
        x=[tallest[row.row_code] for row in named],
        y=[feet[row.row_code] - row.row_peak for row in named],
        mode="text",
        text=[lang.number(row.row_peak) for row in named],
        textposition="top center",
        textfont={"size": 12, "color": MUTED[0]},
        hoverinfo="skip",
    )
