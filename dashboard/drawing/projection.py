"""From longitude and latitude to px, as the maps of Plotly (and d3 below it) have it."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from dashboard.drawing.known import NotDrawn, Spec, asked
from dashboard.drawing.plane import Frame

Numbers = NDArray[np.float64]
Places = Sequence[float] | Numbers
Raw = Callable[[Numbers, Numbers], tuple[Numbers, Numbers]]  # of radians, east and north of the middle
EDGE = 0.001  # degrees that the window is smaller than asked for, on every side
FINE = 2.0  # degrees; a longer line is drawn along the great circle
POLE = math.radians(89.9)


def natural_earth(lon: Numbers, lat: Numbers) -> tuple[Numbers, Numbers]:
    """Šavrič's polynomial for Patterson's Natural Earth projection."""
    two, four = lat**2, lat**4
    x = lon * (0.8707 - 0.131979 * two + four * (-0.013791 + four * (0.003971 * two - 0.001529 * four)))
    return x, lat * (1.007226 + two * (0.015085 + four * (-0.044475 + 0.028874 * two - 0.005916 * four)))


def mercator(lon: Numbers, lat: Numbers) -> tuple[Numbers, Numbers]:
    """Mercator's, up to almost the poles."""
    return lon, np.log(np.tan(math.pi / 4 + np.clip(lat, -POLE, POLE) / 2))


RAW: dict[str, Raw] = {"natural earth": natural_earth, "mercator": mercator}


@dataclass(frozen=True)
class Projection:
    """`window`: left, top, right, bottom of what is seen, in px."""

    raw: Raw
    middle: float  # longitude in the middle of the world
    scale: float
    moved: tuple[float, float]
    window: tuple[float, float, float, float]

    def turned(self, lon: Numbers) -> Numbers:
        """Degrees east of the middle, -180 to 180."""
        return (lon - self.middle + 180) % 360 - 180

    def flat(self, turned: Numbers, lat: Numbers) -> Numbers:
        """px of degrees east of the middle, one row a point."""
        x, y = self.raw(np.radians(turned), np.radians(lat))
        return np.column_stack([self.moved[0] + self.scale * x, self.moved[1] - self.scale * y])

    def __call__(self, lon: Places, lat: Places) -> Numbers:
        """px of places, one row a point."""
        return self.flat(self.turned(np.asarray(lon, float)), np.asarray(lat, float))


def fitted(geo: Spec, frame: Frame) -> Projection:
    """The projection that shows the figure's longitudes and latitudes as large as the frame allows."""
    kind = geo.get("projection", {}).get("type")
    if kind not in RAW:
        raise NotDrawn(f"the projection {kind}")
    (west, east), (south, north) = (asked(geo.get(name, {}), "range") for name in ("lonaxis", "lataxis"))
    middle = geo["projection"].get("rotation", {}).get("lon", (west + east) / 2)
    unit = Projection(RAW[kind], middle, 1, (0, 0), (0, 0, 0, 0))
    edge = unit(*_edge(west + EDGE, east - EDGE, south + EDGE, north - EDGE))
    low, high = edge.min(axis=0), edge.max(axis=0)
    across, down = geo.get("domain", {}).get("x", (0, 1)), geo.get("domain", {}).get("y", (0, 1))
    left, right, top, bottom = frame.x(across[0]), frame.x(across[1]), frame.y(down[1]), frame.y(down[0])
    scale = min((right - left) / (high[0] - low[0]), (bottom - top) / (high[1] - low[1]))
    x, y = (left + right) / 2, (top + bottom) / 2
    half = scale * (high - low) / 2
    window = (x - half[0], y - half[1], x + half[0], y + half[1])
    # In the middle of the window stands the middle of the latitudes, not that of their pictures.
    centre = unit.flat(np.zeros(1), np.array([(south + north) / 2]))[0]
    return Projection(RAW[kind], middle, float(scale), (x - scale * centre[0], y - scale * centre[1]), window)


def _edge(west: float, east: float, south: float, north: float) -> tuple[Numbers, Numbers]:
    """The window's edge: great circles between its corners and three places on its upper and lower side."""
    lons = np.linspace(west, east, 5)
    ring = [(west, south), *((lon, north) for lon in lons), *((lon, south) for lon in lons[::-1])]
    return along([lon for lon, _ in ring], [lat for _, lat in ring])


def along(lon: Places, lat: Places) -> tuple[Numbers, Numbers]:
    """A line through places, along the great circle wherever two of them lie far apart."""
    spots = _sphere(np.asarray(lon, float), np.asarray(lat, float))
    found = [spots[:1]]
    for one, two in pairwise(spots):
        angle = math.acos(min(max(float(one @ two), -1), 1))
        steps = max(1, math.ceil(math.degrees(angle) / FINE))
        shares = np.arange(1, steps + 1)[:, None] / steps
        between = np.sin((1 - shares) * angle) * one + np.sin(shares * angle) * two
        found.append(between / math.sin(angle) if steps > 1 else two[None])
    x, y, z = np.concatenate(found).T
    return np.degrees(np.arctan2(y, x)), np.degrees(np.arcsin(np.clip(z, -1, 1)))


def _sphere(lon: Numbers, lat: Numbers) -> Numbers:
    across, up = np.radians(lon), np.radians(lat)
    return np.column_stack([np.cos(up) * np.cos(across), np.cos(up) * np.sin(across), np.sin(up)])
