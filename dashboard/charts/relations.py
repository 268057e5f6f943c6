"""The rhythm of relations: events per year, a row of bars for each market or kind."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.base import AXIS, drawing, layout, records
from dashboard.charts.palette import INK, MUTED, PAPER, RULE, market_colour
from dashboard.charts.timeline import year_ticks
from dashboard.language import Language

UNIT = 6  # px an event is high
GAP = 2.6  # events' heights between the tallest bar of a row and the row above: room for a number
NAMED = 3  # a row's tallest bar carries its number from here on
FOOT = 30  # px
WIDE = 0.7  # of a year
SPAN = 12  # years shown at least


def rhythm(events: pd.DataFrame, names: dict[str, str], lang: Language) -> go.Figure:
    """Bars on one scale for every row, filled for past events, hollow for coming ones, which stand on top.

    `events`: one row per picture row, year, coming and kind with row_code, year, coming, kind, events, cell_events,
    year_events, row_events, row_peak; picture rows in the order of the rows. `names`: row_code -> name. A bar's
    customdata is `code|year`.
    """
    heads = events.drop_duplicates("row_code")
    feet = _feet(heads)
    first, last = (int(events["year"].min()), int(events["year"].max())) if len(events) else (2000, 2020)
    first = min(first, last - SPAN)
    depth = max(feet.values(), default=0) + 0.5
    look = layout(
        lang, round(depth * UNIT) + FOOT, barmode="overlay", margin={"l": 8, "r": 8, "t": 0, "b": FOOT},
        xaxis={**AXIS, "range": [first - 0.7, last + 0.7], "tickvals": year_ticks(first, last), "tickformat": "d",
               "tickangle": 0},
        yaxis=_names(heads, feet, depth, names, lang),
    )  # fmt: skip
    cells = events.drop_duplicates(["row_code", "year", "coming"])
    bars = [_bars(cells[cells["coming"] == coming], events, feet, names, coming, lang) for coming in (False, True)]
    return drawing([*bars, _peaks(cells, feet, lang)], look)


def narrow(chart: go.Figure) -> dict[str, Any]:
    """Layout overrides for a phone: every other year."""
    return {"xaxis": {"tickvals": list(chart.layout.xaxis.tickvals[::-2])[::-1]}}


def _feet(heads: pd.DataFrame) -> dict[str, float]:
    """Where each row's bars stand, in events' heights from the top; a row is as high as its tallest bar."""
    feet, depth = {}, 0.0
    for row in records(heads):
        depth += row["row_peak"] + GAP
        feet[row["row_code"]] = depth
    return feet


def _names(
    heads: pd.DataFrame, feet: dict[str, float], depth: float, names: dict[str, str], lang: Language
) -> dict[str, Any]:
    """The rows' names with their numbers of events, on the line the bars stand on."""
    words = [f"{names[row['row_code']]}  <b>{lang.number(row['row_events'])}</b>" for row in records(heads)]
    return {
        **AXIS, "range": [depth, 0], "tickvals": list(feet.values()), "ticktext": words, "showgrid": True,
        "gridcolor": RULE[0], "tickfont": {"size": 12, "color": INK[0]}, "ticklabelshift": 7,
    }  # fmt: skip


def _bars(
    cells: pd.DataFrame, events: pd.DataFrame, feet: dict[str, float], names: dict[str, str], coming: bool,
    lang: Language,
) -> go.Bar:  # fmt: skip
    rows = records(cells)
    kinds = {key: records(group) for key, group in events.groupby(["row_code", "year", "coming"], sort=False)}
    below = [row["year_events"] - row["cell_events"] if coming else 0 for row in rows]
    colours = [market_colour(row["row_code"]) for row in rows]
    return go.Bar(
        x=[row["year"] for row in rows], y=[-row["cell_events"] for row in rows],
        base=[feet[row["row_code"]] - under for row, under in zip(rows, below, strict=True)],
        marker={"color": PAPER[0] if coming else colours, "line": {"color": colours, "width": 1.4 if coming else 0}},
        customdata=[f"{row['row_code']}|{row['year']}" for row in rows], hoverinfo="text", width=WIDE,
        hovertext=[_hover(row, kinds[row["row_code"], row["year"], coming], names, lang) for row in rows],
    )  # fmt: skip


def _hover(row: dict[str, Any], kinds: list[dict[str, Any]], names: dict[str, str], lang: Language) -> str:
    number = lang.n("{count} event", "{count} events", row["cell_events"])
    head = f"<b>{names[row['row_code']]} {row['year']}</b>: {number}"
    if row["coming"]:
        head += " (" + lang.t("coming") + ")"
    return "<br>".join([
        head, *(f"{lang.label('events', 'kind', kind['kind'])} {lang.number(kind['events'])}" for kind in kinds),
    ])  # fmt: skip


def _peaks(cells: pd.DataFrame, feet: dict[str, float], lang: Language) -> go.Scatter:
    """The number above each row's first tallest bar."""
    tallest = cells[(cells["year_events"] == cells["row_peak"]) & (cells["row_peak"] >= NAMED)]
    rows = records(tallest.drop_duplicates("row_code"))
    return go.Scatter(
        x=[row["year"] for row in rows], y=[feet[row["row_code"]] - row["year_events"] for row in rows], mode="text",
        text=[lang.number(row["year_events"]) for row in rows], textposition="top center", hoverinfo="skip",
        textfont={"size": 12, "color": MUTED[0]},
    )  # fmt: skip
