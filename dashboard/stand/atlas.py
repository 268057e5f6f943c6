"""The world as SVG paths, for a map that moves: Plotly would draw all of it anew for every picture.

Natural Earth projection, as on the dashboard's map of the world; a map is 1000 units wide.
"""

import json
import math
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from dashboard.assets import TOPOJSON

SEAM = -168.5  # degrees of longitude at which the map is cut open: between America and Asia
WIDTH = 1000.0
ACROSS = (0.8707, -0.131979, -0.013791, 0.003971, -0.001529)  # of latitude to the power 0, 2, 4, 10 and 12
UP = (1.007226, 0.015085, -0.044475, 0.028874, -0.005916)  # to the power 1, 3, 7, 9 and 11
SCALE = WIDTH / (2 * math.pi * ACROSS[0])
EMPTY = -60  # degrees: what lies south of it is not drawn
RISE = 0.28  # of an arc's length: how far it is lifted
TOP = -470.0  # no arc is lifted higher, so that it stays on the map

Point = tuple[float, float]


def spot(lat: float, lon: float) -> Point:
    """Where a place stands on the map: to the right from its left edge, down from the equator."""
    across, up = math.radians((lon - SEAM) % 360 - 180), math.radians(lat)
    x = across * sum(factor * up**power for factor, power in zip(ACROSS, (0, 2, 4, 10, 12), strict=True))
    y = sum(factor * up**power for factor, power in zip(UP, (1, 3, 7, 9, 11), strict=True))
    return round(WIDTH / 2 + SCALE * x, 1), round(-SCALE * y, 1)


def arc(start: Point, end: Point) -> str:
    """A curve from one spot to another, lifted towards the north (a quadratic Bézier curve)."""
    x = (start[0] + end[0]) / 2
    y = max(TOP, (start[1] + end[1]) / 2 - 2 * RISE * math.dist(start, end))
    return f"M{start[0]},{start[1]}Q{x:.1f},{y:.1f} {end[0]},{end[1]}"


@cache
def land() -> str:
    """All land but Antarctica as one path."""
    world = json.loads((TOPOJSON / "world_110m.json").read_text(encoding="utf-8"))
    lines = [list(_line(arc, world["transform"])) for arc in world["arcs"]]
    rings = [ring for shape in world["objects"]["land"]["geometries"] for ring in _rings(shape)]
    outlines = [[point for number in ring for point in _directed(lines, number)] for ring in rings]
    return "".join(_drawn(outline) for outline in outlines if max(lat for _, lat in outline) > EMPTY)


def _line(steps: Sequence[Sequence[int]], transform: dict[str, Any]) -> Iterator[Point]:
    """An arc of a TopoJSON file, whose points are steps from the one before, as longitude and latitude."""
    (across, up), (west, south) = transform["scale"], transform["translate"]
    x = y = 0
    for right, more in steps:
        x, y = x + right, y + more
        yield west + across * x, south + up * y


def _rings(shape: dict[str, Any]) -> list[list[int]]:
    """The rings of a polygon or of several, each as the numbers of its arcs."""
    return list(shape["arcs"]) if shape["type"] == "Polygon" else [ring for part in shape["arcs"] for ring in part]


def _directed(lines: Sequence[list[Point]], number: int) -> list[Point]:
    """An arc by its number; one that is run through backwards has its number's complement."""
    return lines[number] if number >= 0 else lines[~number][::-1]


def _drawn(outline: Sequence[Point]) -> str:
    return "M" + "L".join("{},{}".format(*spot(lat, lon)) for lon, lat in outline) + "Z"
