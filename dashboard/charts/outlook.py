"""The outlook: scores with the components they are made of, and how far ranks move."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.base import AXIS, drawing, layout, records
from dashboard.charts.palette import INK, MUTED, OTHER, RULE, market_colour
from dashboard.language import Language

ROW = 34  # px a row takes
ROOM = 0.62  # of a column's width: the longest bar; the rest is for its number


def score_bars(
    scores: pd.DataFrame, levels: pd.DataFrame, columns: dict[str, str], names: list[str], lang: Language
) -> go.Figure:
    """A row per market and sector: its score in the market's colour, then the level of each component, – where unknown.

    `scores`: one row per pair, highest first, with market, sector_id, score (0..1). `levels`: one row per pair and
    component with market, sector_id, component, level (0..1). `columns`: component -> title; `names`: of the rows. On a
    phone the components are left out: they are a tap away.
    """
    rows = records(scores)
    known = {(r["market"], r["sector_id"], r["component"]): r["level"] for r in records(levels)}
    pairs = [f"{row['market']}.{row['sector_id']}" for row in rows]
    traces = [_bars(0, [row["score"] for row in rows], [market_colour(row["market"]) for row in rows], pairs, lang)]
    for place, component in enumerate(columns, 1):
        values = [known.get((row["market"], row["sector_id"], component)) for row in rows]
        traces.append(_bars(place, values, [OTHER[0]] * len(rows), pairs, lang))
    score = lang.t("Score")
    heads = [f"<b>{score}</b>", *columns.values()]
    look = layout(
        lang, 64 + ROW * max(len(rows), 1), bargap=0.42, barmode="overlay", margin={"l": 8, "r": 4, "t": 48, "b": 4},
        xaxis={**AXIS, "side": "top", "range": [0, len(heads)], "tickvals": list(range(len(heads))),
               "ticktext": heads, "ticklabelposition": "outside right", "showgrid": True, "gridcolor": RULE[0]},
        yaxis=_rows(names),
    )  # fmt: skip
    return drawing(traces, look)


def rank_ranges(scores: pd.DataFrame, names: list[str], lang: Language) -> go.Figure:
    """A row per market and sector: the rank as a dot, the ranks it takes when weights move as a line.

    `scores`: one row per pair, highest first, with market, rank, highest_rank, lowest_rank.
    """
    rows, places = records(scores), list(range(len(scores)))
    last = max([10, *scores["lowest_rank"]]) if len(scores) else 10
    look = layout(
        lang, 64 + ROW * max(len(rows), 1), margin={"l": 8, "r": 8, "t": 30, "b": 22},
        xaxis={**AXIS, "side": "top", "range": [0.5, last + 1.5], "nticks": 8, "showgrid": True, "gridcolor": RULE[0]},
        yaxis=_rows(names),
    )  # fmt: skip
    spans: dict[str, list[Any]] = {"x": [], "y": []}
    for row, place in zip(rows, places, strict=True):
        spans["x"] += [row["highest_rank"], row["lowest_rank"], None]
        spans["y"] += [place, place, None]
    lines = go.Scatter(**spans, mode="lines", line={"color": MUTED[0], "width": 2}, hoverinfo="skip")
    dots = go.Scatter(
        x=scores["rank"].tolist(), y=places, mode="markers", hoverinfo="text",
        hovertext=[lang.t("rank {rank}, between {first} and {last}", rank=row["rank"], first=row["highest_rank"],
                          last=row["lowest_rank"]) for row in rows],
        marker={"size": 11, "color": [market_colour(row["market"]) for row in rows]},
    )  # fmt: skip
    return drawing([lines, dots], look)


def _bars(place: int, values: list[float | None], colours: list[str], pairs: list[str], lang: Language) -> go.Bar:
    return go.Bar(
        base=[place] * len(values), x=[(value or 0) * ROOM for value in values], y=list(range(len(values))),
        orientation="h", marker={"color": colours}, customdata=pairs, hoverinfo="none", cliponaxis=False,
        meta="wide" if place else None,
        text=["–" if value is None else lang.number(100 * value) for value in values], textposition="outside",
        textfont={"size": 12, "color": INK[0] if place == 0 else MUTED[0]},
    )  # fmt: skip


def _rows(names: list[str]) -> dict[str, Any]:
    return {
        **AXIS, "range": [len(names) - 0.5, -0.5], "tickvals": list(range(len(names))), "ticktext": names,
        "tickfont": {"size": 12, "color": INK[0]}, "showgrid": False,
    }  # fmt: skip
