"""Maps of places: a market's sites in the region's towns, and the cities its parent companies come from."""

import math
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.base import CLEAR, drawing, layout, records
from dashboard.charts.ground import Ground
from dashboard.charts.palette import INK, LAND, PAPER, market_colour
from dashboard.language import Language

LARGEST = 44  # diameter in px of the largest circle
MANY = 12  # companies that a circle of that size stands for at least
SHAPE = 1.5  # width to height of both maps
NAMED = 9  # places that may carry their name, the largest first


def region_map(sites: pd.DataFrame, ground: Ground, market: str, lang: Language, *, height: int = 430) -> go.Figure:
    """Circles with area in proportion to `companies` on the outlines of the region's towns.

    `sites`: one row per place with name_*, lat, lon, companies, town_companies, place_in_town, largest town first.
    """
    frame = ground.frame.shaped(SHAPE)
    margin = dict.fromkeys("lrtb", 0)
    look = layout(lang, height, margin=margin, geo=frame.geo(), transition=None, xaxis=None, yaxis=None)
    named = _named(sites[sites["place_in_town"] == 1], frame.east - frame.west, frame.north - frame.south)
    labels = [
        f"{lang.pick(row, 'name')} <b>{lang.number(row['town_companies'])}</b>" if index in named else ""
        for index, row in sites.iterrows()
    ]
    return drawing([*ground.traces(), _circles(sites, labels, market, lang)], look)


def home_map(cities: pd.DataFrame, iso3: str, market: str, lang: Language, height: int = 430) -> go.Figure:
    """Circles at the parents' cities, the market's own country a shade darker.

    `cities`: one row per city with name_*, lat, lon, companies, largest first; `iso3`: the country's code.
    """
    across, down = _window(cities["lon"].tolist(), cities["lat"].tolist())
    geo = {
        "projection": {"type": "mercator"}, "bgcolor": CLEAR, "showframe": False, "showcoastlines": False,
        "showlakes": False, "showland": True, "landcolor": LAND[0], "showcountries": True,
        "countrycolor": PAPER[0], "resolution": 110,
        "lonaxis": {"range": across}, "lataxis": {"range": down},
    }  # fmt: skip
    look = layout(lang, height, margin=dict.fromkeys("lrtb", 0), geo=geo, transition=None, xaxis=None, yaxis=None)
    colour = market_colour(market)
    country = go.Choropleth(
        locations=[iso3], z=[1], colorscale=[[0, colour], [1, colour]], showscale=False, hoverinfo="skip",
        marker={"opacity": 0.22, "line": {"color": PAPER[0], "width": 0.6}},
    )  # fmt: skip
    named = _named(cities, across[1] - across[0], down[1] - down[0])
    labels = [lang.pick(row, "name") if index in named else "" for index, row in cities.iterrows()]
    return drawing([country, _circles(cities, labels, market, lang, largest=26)], look)


def _window(lons: list[float], lats: list[float]) -> tuple[list[float], list[float]]:
    """Longitudes and latitudes that show all places with room for their names, in the shape of the figure."""
    if not lons:
        return [-180, 180], [-60, 75]
    x, y = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    shrink = math.cos(math.radians(y))  # a degree of longitude against one of latitude
    high = max((max(lats) - min(lats)) * 0.7, (max(lons) - min(lons)) * 0.8 * shrink / SHAPE, 7)
    wide = high * SHAPE / shrink
    return [max(x - wide, -180), min(x + wide, 180)], [max(y - high, -75), min(y + high, 80)]


def _named(places: pd.DataFrame, width: float, height: float) -> set[Any]:
    """Index labels of the places whose names stand free: the largest first, none beside another's name."""
    named: dict[Any, tuple[float, float]] = {}
    for index, row in places.head(NAMED).iterrows():
        near = [abs(row["lon"] - x) < 0.2 * width and abs(row["lat"] - y) < 0.04 * height for x, y in named.values()]
        if not any(near):
            named[index] = (row["lon"], row["lat"])
    return set(named)


def _circles(
    places: pd.DataFrame, labels: list[str], market: str, lang: Language, largest: int = LARGEST
) -> go.Scattergeo:
    most = max(places["companies"].max(), MANY) if len(places) else MANY
    hover = [
        f"<b>{lang.pick(row, 'name')}</b><br>" + lang.n("{count} company", "{count} companies", int(row["companies"]))
        for row in records(places)
    ]
    return go.Scattergeo(
        lat=places["lat"].tolist(), lon=places["lon"].tolist(), mode="markers+text", text=labels,
        textposition=_sides(places), textfont={"size": 12, "color": INK[0]}, hovertext=hover, hoverinfo="text",
        marker={"size": [max(7, largest * math.sqrt(n / most)) for n in places["companies"]], "opacity": 0.85,
                "color": market_colour(market), "line": {"color": PAPER[0], "width": 1}},
    )  # fmt: skip


def _sides(places: pd.DataFrame) -> list[str]:
    """Labels point away from the middle of the places, so that neighbours' names part."""
    middle = places["lon"].mean() if len(places) else 0
    return ["middle right" if lon >= middle else "middle left" for lon in places["lon"]]
