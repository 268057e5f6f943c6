"""When institutions began: a timeline by market on which every institution stands by name."""

import math
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.base import AXIS, drawing, layout, records
from dashboard.charts.labels import wrapped
from dashboard.charts.palette import INK, MUTED, RULE, market_colour
from dashboard.charts.timeline import year_ticks
from dashboard.language import Language

SYMBOLS = {1: "circle", 2: "square", 3: "diamond", 4: "circle-open"}  # kind_group -> form
LINE, GAP = 18, 10  # px a line of names is high, and between markets
SMALL = 9  # px a line is high on a phone, where the names are left out
WIDTH = 1010  # px the names are laid out for
LETTER = 6.5  # px a letter of 12 px text takes on average
LONGEST = 56  # letters of a name
DECADE = 10


def beginnings(institutions: pd.DataFrame, names: dict[str, str], lang: Language) -> go.Figure:
    """A mark at each institution's first year with year and name beside it; forms tell the four groups of kinds apart.

    `institutions`: one row each with a known since_year, with market, name_*, kind, kind_group (1..4), town_*; markets
    in the order of the rows, earliest first. `names`: market -> name.
    """
    first = math.floor(institutions["since_year"].min() / DECADE) * DECADE
    last = int(institutions["since_year"].max())
    spots = _spots(records(institutions), first, max(last, first + DECADE), lang)
    tops: dict[str, float] = {}
    for spot in spots:
        tops.setdefault(spot["market"], spot["y"])
    depth = spots[-1]["bottom"]
    look = layout(
        lang, depth + 30, margin={"l": 8, "r": 8, "t": 4, "b": 26},
        xaxis={**AXIS, "range": [first - 0.6, last + 0.9], "tickvals": year_ticks(first, last), "tickformat": "d",
               "showgrid": True, "gridcolor": RULE[0], "tickangle": 0},
        yaxis={**AXIS, "range": [depth, 0], "tickvals": list(tops.values()), "ticktext": [names[m] for m in tops],
               "tickfont": {"size": 13, "color": INK[0]}, "showgrid": False},
        annotations=[_label(spot) for spot in spots],
        shapes=[_rule(y - LINE / 2 - GAP / 2) for y in list(tops.values())[1:]],
    )  # fmt: skip
    return drawing([_marks(spots, group, lang) for group in SYMBOLS], look)


def narrow(chart: go.Figure) -> dict[str, Any]:
    """Layout overrides for a phone: marks without names (the list below has them) and fewer years."""
    lines = chart.layout.yaxis.range[0] / LINE
    axis = {"tickvals": list(chart.layout.xaxis.tickvals[::-2])[::-1]}
    return {"annotations": [], "height": max(round(lines * SMALL), len(chart.layout.yaxis.tickvals) * 19) + 30,
            "xaxis": axis, "yaxis": {"tickfont": {"size": 12}}}  # fmt: skip


def _spots(rows: list[dict[str, Any]], first: int, last: int, lang: Language) -> list[dict[str, Any]]:
    """Each institution with y, bottom of its market and side of its name, so that no two names touch.

    A name takes the first line of its market on which it finds room.
    """
    found: list[dict[str, Any]] = []
    ends: list[float] = []  # how far each line of the present market is filled, in px
    top = float(LINE)
    scale = WIDTH / (last - first + 1)
    for row in rows:
        if found and row["market"] != found[-1]["market"]:
            top, ends = top + len(ends) * LINE + GAP, []
        text = _text(row, lang)
        width, at = len(text) * LETTER + 16, (row["since_year"] - first) * scale
        left = at + width > WIDTH
        start = at - width if left else at - 8
        line = next((number for number, end in enumerate(ends) if end <= start), len(ends))
        ends[line:] = [max(at + 8, start + width), *ends[line + 1:]]  # fmt: skip
        found.append({**row, "text": text, "left": left, "y": top + line * LINE, "bottom": 0})
    bottom = math.ceil(top + max(len(ends) - 1, 0) * LINE + LINE / 2 + GAP)
    return [{**spot, "bottom": bottom} for spot in found]


def _text(row: dict[str, Any], lang: Language) -> str:
    name = lang.pick(row, "name")
    name = name if len(name) <= LONGEST else name[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,–(/") + " …"
    return f"{int(row['since_year'])} {name}"


def _label(spot: dict[str, Any]) -> dict[str, Any]:
    year, name = spot["text"].split(" ", 1)
    return {
        "x": spot["since_year"], "y": spot["y"], "text": f"<b>{year}</b> {wrapped(name, LONGEST + 1)}",
        "showarrow": False, "xanchor": "right" if spot["left"] else "left", "xshift": -7 if spot["left"] else 7,
        "font": {"size": 12, "color": MUTED[0]},
    }  # fmt: skip


def _rule(y: float) -> dict[str, Any]:
    """A thin line between two markets."""
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": y, "y1": y, "layer": "below",
            "line": {"color": RULE[0], "width": 1}}  # fmt: skip


def _marks(spots: list[dict[str, Any]], group: int, lang: Language) -> go.Scatter:
    own = [spot for spot in spots if spot["kind_group"] == group]
    colours = [market_colour(spot["market"]) for spot in own]
    return go.Scatter(
        x=[spot["since_year"] for spot in own], y=[spot["y"] for spot in own], mode="markers", hoverinfo="text",
        hovertext=[_hover(spot, lang) for spot in own], cliponaxis=False,
        marker={"symbol": SYMBOLS[group], "size": 9, "color": colours, "line": {"width": 2 if group == 4 else 0,
                                                                               "color": colours}},
    )  # fmt: skip


def _hover(spot: dict[str, Any], lang: Language) -> str:
    kind, town = lang.label("institutions", "kind", spot["kind"]), lang.pick(spot, "town")
    place = " · ".join(filter(None, [str(int(spot["since_year"])), kind, town]))
    return f"<b>{wrapped(lang.pick(spot, 'name'), 46)}</b><br>{place}"
