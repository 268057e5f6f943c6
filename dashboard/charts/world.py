"""The world map: each market's weight as a circle at its capital, arcs from the core markets to the city."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from dashboard.charts.base import CLEAR, Chart, drawing, layout
from dashboard.charts.labels import wrapped
from dashboard.charts.palette import INK, LAND, OTHER, PAPER, colour
from dashboard.language import Language
from dashboard.link import go as towards

if TYPE_CHECKING:
    from dashboard.questions.overview import WorldRow

Spot = tuple[float, float]  # latitude, longitude
LARGE = {"size": 18, "color": INK[0], "shadow": f"0 0 3px {PAPER[0]}, 0 0 3px {PAPER[0]}"}
LARGEST = 46  # diameter in px of the largest circle
NAMED = 0.75  # of the largest value: from here on markets without a colour of their own are named too
BESIDE = {"left": (-30, 0), "right": (30, 0)}  # degrees that a label's middle lies off its circle on a phone
STEPS = 40  # of an arc
BELOW = "bottom center"
SOUTH, NORTH, WEST, EAST = -34, 71, -126, 188  # degrees that are always shown; in the east the names have room
SEAM = -168  # where the map is cut open: between America and Asia
EDGE = 5  # degrees between a circle and the edge
GEO = {
    "projection": {"type": "natural earth", "rotation": {"lon": SEAM + 180}},
    "showframe": False,
    "showcoastlines": False,
    "showocean": False,
    "showlakes": False,
    "showland": True,
    "landcolor": LAND[0],
    "showcountries": True,
    "countrycolor": PAPER[0],
    "countrywidth": 0.6,
    "bgcolor": CLEAR,
    "resolution": 110,
    "domain": {"x": [0, 1], "y": [0, 1]},
}


def world_map(markets: Sequence[WorldRow], city: Spot, lang: Language, height: int = 380, *, stage: str = "") -> Chart:
    """Circles with area in proportion to `value`; `city`: where the arcs end.

    `stage`: the city's name, if the map is seen from afar; names are then large and few, numbers stand beside the map.
    """
    core = [row for row in markets if row.market.core]
    others = [row for row in markets if not row.market.core]
    traces = [_countries(others, OTHER[0], 0.35)] if markets else []
    traces += [_countries([row], colour(row.market), 0.3) for row in core]
    arcs = [_arc((row.lat, row.lon), city, colour(row.market)) for row in core]
    traces += arcs
    if markets:
        circles = _circles(markets, lang, named=not stage)
        few = go.Scattergeo({**circles.to_plotly_json(), "text": _apart(markets, list(circles.text)), "meta": "narrow"})
        traces += [circles, *([] if stage else [few]), _city(city)]
        circles.meta = None if stage else "wide"
    if stage:
        traces += [*_lines(core), _names(core, city, lang, stage)]
    margin = {"l": 0, "r": 0, "t": 0, "b": 0}
    geo = GEO | _frame([city, *((row.lat, row.lon) for row in markets)], arcs)
    look = layout(lang, height, margin=margin, geo=geo, transition=None, xaxis=None, yaxis=None)
    return Chart(drawing(traces, look), {"height": 190})


def _frame(spots: Sequence[Spot], arcs: Sequence[go.Scattergeo]) -> dict[str, Any]:
    """The edges of the map: the inhabited world, and more where a circle or an arc would lie outside."""
    lats, lons = [lat for lat, _ in spots], [lon if lon > SEAM else lon + 360 for _, lon in spots]
    north = max([NORTH, max(lats) + EDGE, *(max(arc.lat) for arc in arcs)])
    west, east = min(WEST, min(lons) - EDGE), max(EAST, max(lons) + EDGE)
    return {
        "lataxis": {"range": [min(SOUTH, min(lats) - EDGE), min(north, 90)]},
        "lonaxis": {"range": [max(west, SEAM), min(east, SEAM + 360)]},
    }


def _countries(rows: Sequence[WorldRow], shade: str, opacity: float) -> go.Choropleth:
    return go.Choropleth(
        locations=[row.market.iso3 for row in rows],
        z=[1] * len(rows),
        colorscale=[[0, shade], [1, shade]],
        showscale=False,
        marker={"opacity": opacity, "line": {"color": PAPER[0], "width": 0.6}},
        customdata=_towards(rows),
        hoverinfo="skip",
    )


def _towards(rows: Sequence[WorldRow]) -> list[str]:
    return [towards("market", market=row.market).encoded() for row in rows]


def _arc(start: Spot, end: Spot, shade: str) -> go.Scattergeo:
    """A raised curve on the map, not a great circle: those from East Asia would leave the picture over the pole."""
    (lat, lon), shares = start, [i / STEPS for i in range(STEPS + 1)]
    lift = 0.22 * abs(lon - end[1])
    return go.Scattergeo(
        lat=[lat + s * (end[0] - lat) + lift * math.sin(math.pi * s) * (1 - 0.25 * s) for s in shares],
        lon=[lon + s * (end[1] - lon) for s in shares],
        mode="lines",
        line={"width": 1.6, "color": shade},
        hoverinfo="skip",
        opacity=0.9,
    )


def _sizes(markets: Sequence[WorldRow]) -> list[float]:
    """Diameters of the circles in px; if every value is 0, the smallest."""
    largest = max((row.value for row in markets), default=0) or 1
    return [max(5, LARGEST * math.sqrt(row.value / largest)) for row in markets]


def _lines(core: Sequence[WorldRow]) -> list[go.Scattergeo]:
    """A line from each circle whose name has no room beside it to where the name stands."""
    return [
        go.Scattergeo(
            lat=[row.lat, spot[0]],
            lon=[row.lon, spot[1]],
            mode="lines",
            line={"width": 1, "color": colour(row.market)},
            hoverinfo="skip",
        )
        for row in core
        if (spot := row.market.stage_spot)
    ]


def _names(core: Sequence[WorldRow], city: Spot, lang: Language, stage: str) -> go.Scattergeo:
    sizes = [4.0 if row.market.stage_spot else size for row, size in zip(core, _sizes(core), strict=True)]
    spots = [row.market.stage_spot or (row.lat, row.lon) for row in core]
    names = [wrapped(lang.name("markets", row.market), 10) for row in core]
    return go.Scattergeo(
        lat=[*(lat for lat, _ in spots), city[0]],
        lon=[*(lon for _, lon in spots), city[1]],
        mode="markers+text",
        hoverinfo="skip",
        text=[*names, f"<b>{wrapped(stage, 24)}</b>"],
        textposition=[*(row.market.stage_side or BELOW for row in core), "bottom left"],
        textfont=LARGE,
        marker={"size": [*sizes, 8], "color": CLEAR, "line": {"width": 0}},
    )


def _circles(markets: Sequence[WorldRow], lang: Language, *, named: bool) -> go.Scattergeo:
    names = [wrapped(lang.name("markets", row.market), 46) for row in markets]
    return go.Scattergeo(
        lat=[row.lat for row in markets],
        lon=[row.lon for row in markets],
        customdata=_towards(markets),
        mode="markers+text",
        text=_labels(markets, lang) if named else [""] * len(markets),
        textposition=[row.market.label_side or BELOW for row in markets],
        textfont={"size": 13, "color": INK[0]},
        hovertext=[
            f"<b>{name}</b><br>{lang.quantity(row.quantity)}{_year(row)}"
            for name, row in zip(names, markets, strict=True)
        ],
        hoverinfo="text",
        marker={
            "size": _sizes(markets),
            "color": [colour(row.market) for row in markets],
            "opacity": 0.85,
            "line": {"color": PAPER[0], "width": 1},
        },
    )


def _labels(markets: Sequence[WorldRow], lang: Language) -> list[str]:
    """Name and value of the core markets and the largest others; the year where the years differ."""
    largest = max((row.value for row in markets), default=0) or 1
    dated = len({row.year for row in markets}) > 1
    return [
        f"{wrapped(lang.name('markets', row.market), 12)} {lang.quantity(row.quantity)}{_year(row) if dated else ''}"
        if row.market.core or row.value >= NAMED * largest
        else ""
        for row in markets
    ]


def _apart(markets: Sequence[WorldRow], labels: list[str]) -> list[str]:
    """The labels that stand free on a phone, the largest market's first."""
    taken: list[Spot] = []
    kept = [""] * len(labels)
    for i in sorted(range(len(labels)), key=lambda i: -markets[i].value):
        across, down = BESIDE.get((markets[i].market.label_side or BELOW).split()[-1], (0, -14))
        lat, lon = markets[i].lat + down, markets[i].lon + across
        if labels[i] and not any(abs(lat - y) < 13 and abs(lon - x) < 45 for y, x in taken):
            kept[i] = labels[i]
            taken.append((lat, lon))
    return kept


def _year(row: WorldRow) -> str:
    return "" if row.year is None else f", {row.year}"


def _city(city: Spot) -> go.Scattergeo:
    return go.Scattergeo(
        lat=[city[0]],
        lon=[city[1]],
        mode="markers",
        hoverinfo="skip",
        marker={"size": 8, "color": INK[0], "line": {"color": PAPER[0], "width": 1.5}},
    )
