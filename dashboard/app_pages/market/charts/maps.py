"""Maps of places: a market's sites in the region's towns, and the cities its parent companies come from."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape
from statistics import mean
from typing import TYPE_CHECKING

import plotly.graph_objects as go

from dashboard.charts.base import CLEAR, Chart, drawing, layout
from dashboard.charts.ground import Ground
from dashboard.charts.palette import INK, LAND, PAPER, colour
from dashboard.language import Language
from dashboard.values import Market

if TYPE_CHECKING:
    from dashboard.questions.market import HomeCitiesRow, SitesRow

    Places = Sequence[SitesRow | HomeCitiesRow]

LARGEST, LARGEST_HOME = 44, 26  # diameter in px of the largest circle
MANY = 12  # companies that a circle of that size stands for at least
SHAPE = 1.5  # width to height of both maps
NAMED = 9  # places that may carry their name, the largest first
MAP = {"margin": dict.fromkeys("lrtb", 0), "transition": None, "xaxis": None, "yaxis": None}


def region_map(sites: Sequence[SitesRow], ground: Ground, market: Market, lang: Language, height: int = 430) -> Chart:
    """Circles with area in proportion to `companies` on the outlines of the region's towns, the largest town first."""
    frame = ground.frame.shaped(SHAPE)
    towns = [row for row in sites if row.place_in_town == 1]
    named = _named(towns, frame.east - frame.west, frame.north - frame.south)
    labels = [
        f"{_name(row, lang)} <b>{lang.number(row.town_companies)}</b>"
        if row.place_in_town == 1 and row.city in named
        else ""
        for row in sites
    ]
    circles = _circles(sites, labels, market, lang, LARGEST)
    return Chart(drawing([*ground.traces(), circles], layout(lang, height, geo=frame.geo(), **MAP)), {"height": 270})


def home_map(cities: Sequence[HomeCitiesRow], market: Market, lang: Language, height: int = 430) -> Chart:
    """Circles at the parents' cities, largest first, the market's own country a shade darker."""
    across, down = _window([row.lon for row in cities], [row.lat for row in cities])
    geo = {
        "projection": {"type": "mercator"},
        "bgcolor": CLEAR,
        "showframe": False,
        "showcoastlines": False,
        "showlakes": False,
        "showland": True,
        "landcolor": LAND[0],
        "showcountries": True,
        "countrycolor": PAPER[0],
        "resolution": 50,  # of one country its islands and bays are seen
        "lonaxis": {"range": across},
        "lataxis": {"range": down},
    }
    named = _named(cities, across[1] - across[0], down[1] - down[0])
    labels = [_name(row, lang) if row.city in named else "" for row in cities]
    circles = _circles(cities, labels, market, lang, LARGEST_HOME)
    return Chart(drawing([_country(market), circles], layout(lang, height, geo=geo, **MAP)), {"height": 260})


def _country(market: Market) -> go.Choropleth:
    own = colour(market)
    return go.Choropleth(
        locations=[market.iso3],
        z=[1],
        colorscale=[[0, own], [1, own]],
        showscale=False,
        hoverinfo="skip",
        marker={"opacity": 0.22, "line": {"color": PAPER[0], "width": 0.6}},
    )


def _window(lons: list[float], lats: list[float]) -> tuple[list[float], list[float]]:
    """Longitudes and latitudes that show all places with room for their names, in the shape of the figure."""
    if not lons:
        return [-180, 180], [-60, 75]
    x, y = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    shrink = math.cos(math.radians(y))  # a degree of longitude against one of latitude
    high = max((max(lats) - min(lats)) * 0.7, (max(lons) - min(lons)) * 0.8 * shrink / SHAPE, 7)
    wide = high * SHAPE / shrink
    return [max(x - wide, -180), min(x + wide, 180)], [max(y - high, -75), min(y + high, 80)]


def _named(places: Places, width: float, height: float) -> set[str]:
    """The places whose names stand free: the largest first, none beside another's name."""
    named: dict[str, tuple[float, float]] = {}
    for row in places[:NAMED]:
        near = [abs(row.lon - x) < 0.2 * width and abs(row.lat - y) < 0.04 * height for x, y in named.values()]
        if not any(near):
            named[row.city] = (row.lon, row.lat)
    return set(named)


def _name(row: SitesRow | HomeCitiesRow, lang: Language) -> str:
    return escape(lang.name("places", row.city), quote=False)


def _hover(row: SitesRow | HomeCitiesRow, lang: Language) -> str:
    return f"<b>{_name(row, lang)}</b><br>" + lang.n("{count} site", "{count} sites", row.companies)


def _circles(places: Places, labels: list[str], market: Market, lang: Language, largest: int) -> go.Scattergeo:
    most = max([MANY, *(row.companies for row in places)])
    middle = mean(row.lon for row in places) if places else 0
    return go.Scattergeo(
        lat=[row.lat for row in places],
        lon=[row.lon for row in places],
        mode="markers+text",
        text=labels,  # they point away from the middle, so that neighbours' names part
        textposition=["middle right" if row.lon >= middle else "middle left" for row in places],
        textfont={"size": 12, "color": INK[0]},
        hoverinfo="text",
        hovertext=[_hover(row, lang) for row in places],
        marker={
            "size": [max(7, largest * math.sqrt(row.companies / most)) for row in places],
            "opacity": 0.85,
            "color": colour(market),
            "line": {"color": PAPER[0], "width": 1},
        },
    )
