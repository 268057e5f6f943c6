"""When institutions began: a timeline by market on which every institution stands by name."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from dashboard.charts.base import AXIS, Chart, drawing, layout
from dashboard.charts.labels import text_width, wrapped
from dashboard.charts.palette import INK, MUTED, OTHER, RULE, colour
from dashboard.charts.timeline import year_ticks
from dashboard.language import Language
from dashboard.values import Market

if TYPE_CHECKING:
    from dashboard.questions.relations import InstitutionsRow

SYMBOLS = {1: "circle", 2: "square", 3: "diamond", 4: "circle-open"}  # kind_group -> form
LINE, GAP = 18, 10  # px a line of names is high, and between markets
SMALL, SMALLEST = 9, 19  # px a line is high on a phone, where the names are left out, and a market at least
FOOT = 30  # px
WIDTH = 1010  # px the names are laid out for
LONGEST = 56  # letters of a name
DECADE = 10

Names = Mapping[Market | None, str]


@dataclass(frozen=True)
class Spot:
    """Where an institution stands: y in px from the top; its name left of its mark or right of it."""

    row: InstitutionsRow
    year: int
    name: str
    left: bool
    y: float


def beginnings(rows: Sequence[InstitutionsRow], names: Names, lang: Language) -> Chart:
    """A mark at each institution's first year with year and name beside it; forms tell the four groups of kinds apart.

    `rows`: those with a known year, market by market, the earliest first. `names`: market -> name. On a phone the names
    are left out: the list below has them.
    """
    years = [row.since_year or 0 for row in rows]
    first, last = min(years) // DECADE * DECADE, max(years)
    spots, depth = _spots(rows, first, max(last, first + DECADE), lang)
    tops = {market: next(own).y for market, own in groupby(spots, lambda spot: spot.row.market)}
    ticks = year_ticks(first, last)
    look = layout(
        lang,
        depth + FOOT,
        margin={"l": 8, "r": 8, "t": 4, "b": 26},
        xaxis=_years(first, last, ticks),
        yaxis=_markets(tops, depth, names),
        annotations=[_label(spot) for spot in spots],
        shapes=[_rule(y - LINE / 2 - GAP / 2) for y in list(tops.values())[1:]],
    )
    height = max(round(depth / LINE * SMALL), len(tops) * SMALLEST) + FOOT
    axes = {"xaxis": {"tickvals": ticks[::-2][::-1]}, "yaxis": {"tickfont": {"size": 12}}}
    phone = {"annotations": [], "height": height, **axes}
    return Chart(drawing([_marks(spots, group, lang) for group in SYMBOLS], look), phone)


def _markets(tops: dict[Market | None, float], depth: float, names: Names) -> dict[str, Any]:
    return {
        **AXIS,
        "range": [depth, 0],
        "tickvals": list(tops.values()),
        "ticktext": [escape(names[market], quote=False) for market in tops],
        "tickfont": {"size": 13, "color": INK[0]},
    }


def _years(first: int, last: int, ticks: list[int]) -> dict[str, Any]:
    reach = {"range": [first - 0.6, last + 0.9], "tickvals": ticks, "tickformat": "d", "tickangle": 0}
    return {**AXIS, **reach, "showgrid": True, "gridcolor": RULE[0]}


def _spots(rows: Sequence[InstitutionsRow], first: int, last: int, lang: Language) -> tuple[list[Spot], int]:
    """The institutions so that no two names touch, and how high all are; a name takes the first line of its market on
    which it finds room."""
    found: list[Spot] = []
    top = float(LINE)
    scale = WIDTH / (last - first + 1)
    for _, own in groupby(rows, lambda row: row.market):
        ends: list[float] = []  # how far each line of the market is filled, in px
        for row in own:
            year, name = row.since_year or 0, _short(lang.text(row.name))
            at, width = (year - first) * scale, text_width(f"{year} {name}") + 16
            left = at + width > WIDTH
            start = at - width if left else at - 8
            line = next((number for number, end in enumerate(ends) if end <= start), len(ends))
            ends[line:] = [max(at + 8, start + width), *ends[line + 1 :]]
            found.append(Spot(row, year, name, left, top + line * LINE))
        top += len(ends) * LINE + GAP
    return found, math.ceil(top - LINE / 2)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,–(/") + " …"


def _label(spot: Spot) -> dict[str, Any]:
    return {
        "x": spot.year,
        "y": spot.y,
        "text": f"<b>{spot.year}</b> {wrapped(spot.name, LONGEST + 1)}",
        "showarrow": False,
        "xanchor": "right" if spot.left else "left",
        "xshift": -7 if spot.left else 7,
        "font": {"size": 12, "color": MUTED[0]},
    }


def _rule(y: float) -> dict[str, Any]:
    """A thin line between two markets."""
    line = {"color": RULE[0], "width": 1}
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": y, "y1": y, "layer": "below", "line": line}


def _marks(spots: Sequence[Spot], group: int, lang: Language) -> go.Scatter:
    own = [spot for spot in spots if spot.row.kind_group == group]
    colours = [colour(spot.row.market) if spot.row.market else OTHER[0] for spot in own]
    edge = {"width": 2 if SYMBOLS[group].endswith("open") else 0, "color": colours}
    return go.Scatter(
        x=[spot.year for spot in own],
        y=[spot.y for spot in own],
        mode="markers",
        hoverinfo="text",
        hovertext=[_hover(spot, lang) for spot in own],
        cliponaxis=False,
        marker={"symbol": SYMBOLS[group], "size": 9, "color": colours, "line": edge},
    )


def _hover(spot: Spot, lang: Language) -> str:
    kind, town = lang.label("institutions", "kind", spot.row.kind), lang.name("places", spot.row.city)
    place = " · ".join(filter(None, [str(spot.year), kind, town]))
    return f"<b>{wrapped(lang.text(spot.row.name), 46)}</b><br>{escape(place, quote=False)}"
