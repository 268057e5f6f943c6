"""A small map of the region with one place on it, as SVG: the stand's pages have no room for a chart."""

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.content.kept import remembered
from dashboard.questions import shared
from dashboard.screen.html import render

WIDTH = 400.0  # of the drawing; how large it is shown is the page's choice
Ring = Sequence[Sequence[float]]


@dataclass(frozen=True)
class Plane:
    """A part of the world drawn flat, with the right proportions in its middle."""

    west: float
    north: float
    scale: float  # units of the drawing a degree of latitude takes
    shrink: float  # how much shorter a degree of longitude is
    height: float

    def spot(self, lon: float, lat: float) -> tuple[int, int]:
        """Where a place is in the drawing."""
        return round((lon - self.west) * self.scale * self.shrink), round((self.north - lat) * self.scale)


def plane() -> Plane:
    """The part of the world that maps of the region show."""
    frame = shared.map_frame()[0]
    shrink = math.cos(math.radians((frame.south + frame.north) / 2))
    scale = WIDTH / ((frame.east - frame.west) * shrink)
    return Plane(frame.west, frame.north, scale, shrink, round((frame.north - frame.south) * scale))


def minimap(lat: float, lon: float, area: str | None, name: str) -> str:
    """The region with its towns, the one with the code `area` filled, and a dot at the place."""
    flat = plane()
    x, y = flat.spot(lon, lat)
    shapes = [("own" if code and code == area else kind, path) for kind, code, path in outlines()]
    return render("stand/minimap", width=WIDTH, height=flat.height, shapes=shapes, x=x, y=y, name=name)


@remembered
def outlines() -> list[tuple[str, str, str]]:
    """Kind, code and SVG path of every town that has an outline, and of the larger areas around them."""
    flat = plane()
    return [
        (kind, str(feature["id"]), "".join(_path(ring, flat) for ring in _rings(feature["geometry"])))
        for kind in ("outlines", "towns")
        for row in shared.map_shapes(kind=kind)
        for feature in json.loads(row.json)["features"]
    ]


def _rings(geometry: dict[str, list[list[Ring]]]) -> Iterator[Ring]:
    """The rings of a GeoJSON Polygon or MultiPolygon."""
    shapes = geometry["coordinates"] if str(geometry["type"]) == "MultiPolygon" else [geometry["coordinates"]]
    for shape in shapes:
        yield from shape  # type: ignore[misc]


def _path(ring: Ring, flat: Plane) -> str:
    """One closed line; points that fall together in the drawing are one."""
    spots = dict.fromkeys(flat.spot(*point[:2]) for point in ring)
    return "M" + "L".join(f"{x} {y}" for x, y in spots) + "Z"
