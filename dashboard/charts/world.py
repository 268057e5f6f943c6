"""The world map: each market's weight as a circle at its capital, arcs from the core markets to the city."""

import math

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.base import CLEAR, drawing, layout, records
from dashboard.charts.labels import wrapped
from dashboard.charts.palette import INK, LAND, OTHER, PAPER, market_colour
from dashboard.language import Language

Point = tuple[float, float]  # latitude and longitude
LABELS = {
    "CN": "middle left",
    "KR": "bottom left",
    "GB": "bottom left",
    "NL": "bottom right",
}  # where names do not collide
STAGE = {"US": "middle left", "CN": "middle left", "JP": "middle right", "KR": "middle right", "IN": "bottom center"}
AWAY = {"KR": (21, 127)}  # on the stage, whose name has no room beside its circle: it stands here, at a line's end
LARGE = {"size": 18, "color": INK[0], "shadow": f"0 0 3px {PAPER[0]}, 0 0 3px {PAPER[0]}"}
LARGEST = 46  # diameter in px of the largest circle
NAMED = 0.75  # of the largest value: from here on markets without a colour of their own are named too


def world_map(markets: pd.DataFrame, city: Point, lang: Language, height: int = 380, *, stage: str = "") -> go.Figure:
    """Circles with area in proportion to `value`.

    `city`: its latitude and longitude; `stage`: its name, if the map is seen from afar; names are then large and few,
    numbers stand beside the map.
    `markets`: one row per market with market, iso3, name_*, core, lat, lon, value, year, qualifier.
    """
    look = layout(
        lang,
        height,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        geo=_geo(),
        transition=None,
        xaxis=None,
        yaxis=None,
    )
    core = markets[markets["core"]]
    traces = [_countries(markets[~markets["core"]], 0.35)] if not markets.empty else []
    traces += [_countries(core[core["market"] == market], 0.3) for market in core["market"]]
    traces += [_arc(row, city) for _, row in core.iterrows()]
    if not markets.empty:
        traces += [_circles(markets, lang, named=not stage), _city(city)]
    traces += [*_lines(core), _names(core, city, lang, stage)] if stage else []
    return drawing(traces, look)


def _geo() -> dict[str, object]:
    return {
        "projection": {"type": "natural earth", "rotation": {"lon": 12}},
        "lataxis": {"range": [-34, 71]},
        "lonaxis": {"range": [-126, 188]},  # in the east the names have room
        "showframe": False, "showcoastlines": False, "showocean": False, "showlakes": False,
        "showland": True, "landcolor": LAND[0],
        "showcountries": True, "countrycolor": PAPER[0], "countrywidth": 0.6,
        "bgcolor": "rgba(0,0,0,0)", "resolution": 110,
        "domain": {"x": [0, 1], "y": [0, 1]},
    }  # fmt: skip


def _countries(rows: pd.DataFrame, opacity: float) -> go.Choropleth:
    colour = market_colour(rows["market"].iloc[0]) if len(rows) else OTHER[0]
    return go.Choropleth(
        locations=rows["iso3"], z=[1] * len(rows), colorscale=[[0, colour], [1, colour]], showscale=False,
        marker={"opacity": opacity, "line": {"color": PAPER[0], "width": 0.6}},
        customdata=rows["market"], hoverinfo="skip",
    )  # fmt: skip


def _arc(row: pd.Series, city: Point, steps: int = 40) -> go.Scattergeo:
    """A raised curve on the map, not a great circle: those from East Asia would leave the picture over the pole."""
    (lat, lon), shares = city, [i / steps for i in range(steps + 1)]
    lift = 0.22 * abs(row["lon"] - lon)
    return go.Scattergeo(
        lat=[row["lat"] + s * (lat - row["lat"]) + lift * math.sin(math.pi * s) * (1 - 0.25 * s) for s in shares],
        lon=[row["lon"] + s * (lon - row["lon"]) for s in shares],
        mode="lines", line={"width": 1.6, "color": market_colour(row["market"])}, hoverinfo="skip", opacity=0.9,
    )  # fmt: skip


def _sizes(markets: pd.DataFrame) -> list[float]:
    """Diameters of the circles in px; if every value is 0, the smallest."""
    largest = markets["value"].max() or 1
    return [max(5, LARGEST * math.sqrt(value / largest)) for value in markets["value"]]


def _lines(core: pd.DataFrame) -> list[go.Scattergeo]:
    return [
        go.Scattergeo(
            lat=[row["lat"], AWAY[row["market"]][0]], lon=[row["lon"], AWAY[row["market"]][1]], mode="lines",
            line={"width": 1, "color": market_colour(row["market"])}, hoverinfo="skip",
        )
        for row in records(core) if row["market"] in AWAY
    ]  # fmt: skip


def _names(core: pd.DataFrame, city: Point, lang: Language, name: str) -> go.Scattergeo:
    rows = records(core)
    spots = [(*AWAY[row["market"]], 4) if row["market"] in AWAY else (row["lat"], row["lon"], size)
             for row, size in zip(rows, _sizes(core), strict=True)] + [(*city, 8)]  # fmt: skip
    return go.Scattergeo(
        lat=[lat for lat, _, _ in spots], lon=[lon for _, lon, _ in spots], mode="markers+text", hoverinfo="skip",
        text=[*(wrapped(lang.pick(row, "name"), 10) for row in rows), f"<b>{name}</b>"],
        textposition=[*(STAGE.get(row["market"], "bottom center") for row in rows), "bottom left"], textfont=LARGE,
        marker={"size": [size for _, _, size in spots], "color": CLEAR, "line": {"width": 0}},
    )  # fmt: skip


def _circles(markets: pd.DataFrame, lang: Language, *, named: bool) -> go.Scattergeo:
    largest = markets["value"].max() or 1
    names = [lang.pick(row, "name") for _, row in markets.iterrows()]
    values = [lang.value(row["value"], "count", row["qualifier"]) for _, row in markets.iterrows()]
    years = ["" if pd.isna(year) else f", {int(year)}" for year in markets["year"]]
    dated = years if markets["year"].nunique() > 1 else [""] * len(years)
    important = named & (markets["core"] | (markets["value"] >= NAMED * largest))
    labels = [
        f"{wrapped(name, 12)} {value}{year}" if shown else ""
        for name, value, year, shown in zip(names, values, dated, important, strict=True)
    ]
    return go.Scattergeo(
        lat=markets["lat"], lon=markets["lon"], customdata=markets["market"], mode="markers+text", text=labels,
        textposition=[LABELS.get(market, "bottom center") for market in markets["market"]],
        textfont={"size": 13, "color": INK[0]},
        hovertext=[f"<b>{n}</b><br>{v}{y}" for n, v, y in zip(names, values, years, strict=True)], hoverinfo="text",
        marker={
            "size": _sizes(markets),
            "color": [market_colour(market) for market in markets["market"]],
            "opacity": 0.85, "line": {"color": PAPER[0], "width": 1},
        },
    )  # fmt: skip


def _city(city: Point) -> go.Scattergeo:
    return go.Scattergeo(
        lat=[city[0]], lon=[city[1]], mode="markers", hoverinfo="skip",
        marker={"size": 8, "color": INK[0], "line": {"color": PAPER[0], "width": 1.5}},
    )  # fmt: skip
