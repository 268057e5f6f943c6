"""Maps of places: a market's sites in the region's towns, and the cities its parent companies come from."""

import math
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.base import CLEAR, drawing, layout
from dashboard.charts.palette import INK, LAND, PAPER, market_colour
from dashboard.language import Language

TOWNS = "assets/geo/duesseldorf_region_towns.geojson"  # fetched once by the browser, never part of a figure
REGION = {"lonaxis": {"range": [5.94, 7.32]}, "lataxis": {"range": [50.9, 51.7]}}
LARGEST = 44  # diameter in px of the largest circle
NAMED = 7  # towns that carry their name


def region_map(
    sites: pd.DataFrame,
    towns: list[str],
    market: str,
    lang: Language,
    *,
    shapes: Any = TOWNS,
    height: int = 430,
) -> go.Figure:
    """Circles with area in proportion to `companies` on the outlines of the region's towns.

    `sites`: one row per place with name_*, lat, lon, companies, town_companies, place_in_town, largest town first.
    `towns`: the municipality codes (ags) to outline; `shapes`: address of their GeoJSON, or the GeoJSON itself.
    """
    geo = {"projection": {"type": "mercator"}, "visible": False, "bgcolor": CLEAR, **REGION}
    look = layout(lang, height, margin=dict.fromkeys("lrtb", 0), geo=geo, transition=None, xaxis=None, yaxis=None)
    outline = go.Choropleth(
        geojson=shapes, featureidkey="properties.ags", locations=towns, z=[0] * len(towns), showscale=False,
        colorscale=[[0, LAND[0]], [1, LAND[0]]], marker={"line": {"color": PAPER[0], "width": 1}}, hoverinfo="skip",
    )  # fmt: skip
    firsts = sites["place_in_town"] == 1
    named = firsts & (firsts.cumsum() <= NAMED)
    labels = [
        f"{lang.pick(row, 'name')} <b>{lang.number(row['town_companies'])}</b>" if show else ""
        for show, (_, row) in zip(named, sites.iterrows(), strict=True)
    ]
    return drawing([outline, _circles(sites, labels, market, lang)], look)


def home_map(cities: pd.DataFrame, iso3: str, market: str, lang: Language, height: int = 300) -> go.Figure:
    """Circles at the parents' cities, the market's own country a shade darker.

    `cities`: one row per city with name_*, lat, lon, companies, largest first; `iso3`: the country's code.
    """
    geo = {
        "projection": {"type": "mercator"}, "bgcolor": CLEAR, "showframe": False, "showcoastlines": False, "showlakes": False,
        "showland": True, "landcolor": LAND[0], "showcountries": True, "countrycolor": PAPER[0], "resolution": 110,
        "lonaxis": {"range": _window(cities["lon"], 9)}, "lataxis": {"range": _window(cities["lat"], 5)},
    }  # fmt: skip
    look = layout(lang, height, margin=dict.fromkeys("lrtb", 0), geo=geo, transition=None, xaxis=None, yaxis=None)
    colour = market_colour(market)
    country = go.Choropleth(
        locations=[iso3], z=[1], colorscale=[[0, colour], [1, colour]], showscale=False, hoverinfo="skip",
        marker={"opacity": 0.22, "line": {"color": PAPER[0], "width": 0.6}},
    )  # fmt: skip
    labels = [lang.pick(row, "name") if number < NAMED else "" for number, (_, row) in enumerate(cities.iterrows())]
    return drawing([country, _circles(cities, labels, market, lang, largest=26)], look)


def _window(degrees: pd.Series, least: float) -> list[float]:
    """The range that shows all places with room around them, `least` degrees to each side of the middle at least."""
    if degrees.empty:
        return [-180, 180] if least > 6 else [-60, 75]
    low, high = degrees.min(), degrees.max()
    half = max((high - low) * 0.62, least)
    return [float((low + high) / 2 - half), float((low + high) / 2 + half)]


def _circles(
    places: pd.DataFrame, labels: list[str], market: str, lang: Language, largest: int = LARGEST
) -> go.Scattergeo:
    most = places["companies"].max() if len(places) else 1
    hover = [
        f"<b>{lang.pick(row, 'name')}</b><br>" + lang.n("{count} company", "{count} companies", int(row["companies"]))
        for _, row in places.iterrows()
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
