"""What maps of the region stand on: the part of the world they show, and the outlines drawn there."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from dashboard.charts.base import CLEAR
from dashboard.charts.palette import LAND, OTHER, PAPER

PALE = 0.4  # opacity of the larger areas: land, but not the region


@dataclass(frozen=True)
class Frame:
    """The part of the world a map shows, in degrees."""

    west: float
    east: float
    south: float
    north: float

    def geo(self) -> dict[str, Any]:
        """Layout of a map that shows the frame and nothing else."""
        return {
            "projection": {"type": "mercator"},
            "visible": False,
            "bgcolor": CLEAR,
            "lonaxis": {"range": [self.west, self.east]},
            "lataxis": {"range": [self.south, self.north]},
        }

    def pixels(self, width: float, height: float) -> tuple[float, float]:
        """How many px a degree of longitude and of latitude takes where the map fills a box of this size."""
        shrink = math.cos(math.radians((self.south + self.north) / 2))
        across = min(width / (self.east - self.west), height / (self.north - self.south) * shrink)
        return across, across / shrink

    def spot(self, lat: float, lon: float, height: float) -> tuple[float, float]:
        """About where a place stands on a map of this height, in px from the upper left."""
        across, down = self.pixels(math.inf, height)
        return (lon - self.west) * across, (self.north - lat) * down

    def shaped(self, shape: float) -> "Frame":
        """The frame widened to both sides until it is `shape` times as wide as high on the map."""
        across, down = self.pixels(1, 1)
        wide, high = across * (self.east - self.west), down * (self.north - self.south)
        more = max(0.0, (shape * high - wide) / across / 2)
        return Frame(self.west - more, self.east + more, self.south, self.north)


@dataclass(frozen=True)
class Outlines:
    """Areas by code; `shapes` is the address of their GeoJSON (fetched once by the browser), or the GeoJSON itself."""

    codes: tuple[str, ...]
    shapes: Any


@dataclass(frozen=True)
class Ground:
    """A map's frame, the towns toned on it and the larger areas paler around them."""

    frame: Frame
    towns: Outlines
    around: Outlines

    def traces(self, tones: Sequence[float] | None = None) -> list[go.Choropleth]:
        """The larger areas, then the towns, each in its tone (0 to 1; none: all in the lightest)."""
        pale = _areas(self.around, [0.0] * len(self.around.codes), opacity=PALE)
        toned = _areas(self.towns, list(tones or [0.0] * len(self.towns.codes)))
        return [pale, toned] if self.around.codes else [toned]


def _areas(areas: Outlines, tones: list[float], opacity: float = 1) -> go.Choropleth:
    return go.Choropleth(
        geojson=areas.shapes,
        locations=areas.codes,
        z=tones,
        zmin=0,
        zmax=1,
        showscale=False,
        colorscale=[[0, LAND[0]], [1, OTHER[0]]],
        marker={"line": {"color": PAPER[0], "width": 1}, "opacity": opacity},
        hoverinfo="skip",
    )
