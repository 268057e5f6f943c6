"""Outlines of countries and areas, from the files that the browser gets, as rings of longitudes and latitudes."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from dashboard.assets import TOPOJSON
from dashboard.drawing.known import NotDrawn
from dashboard.drawing.projection import Numbers, Projection
from dashboard.warehouse import warehouse

SEAM = 180  # degrees from the middle of the world, where the map is cut open
BEYOND = 100  # px around the window within which outlines are kept
GRAIN = 2  # to a px, within which one point of an outline is enough


@dataclass(frozen=True)
class Rings:
    """Rings one behind the other, longitude and latitude of each point; `starts`: where each begins."""

    points: Numbers
    starts: NDArray[np.int_]


class World(NamedTuple):
    """The land, all borders, and each country by its ISO code."""

    land: Rings
    borders: Rings
    countries: dict[str, Rings]


@cache
def world(resolution: int) -> World:
    """The world in a resolution of 50 or 110 (1 to so many million)."""
    topology = json.loads((TOPOJSON / f"world_{resolution}m.json").read_text(encoding="utf-8"))
    arcs = [_degrees(arc, topology["transform"]) for arc in topology["arcs"]]
    land, countries = (list(_shapes(topology["objects"][name], arcs)) for name in ("land", "countries"))
    whole, borders = (_joined([ring for _, rings in shapes for ring in rings]) for shapes in (land, countries))
    return World(whole, borders, {code: _joined(rings) for code, rings in countries})


def _joined(rings: list[Numbers]) -> Rings:
    """Of many rings one; holes are rings like all others."""
    sizes = [len(ring) for ring in rings]
    return Rings(np.concatenate([np.empty((0, 2)), *rings]), np.cumsum([0, *sizes])[:-1])


def _degrees(arc: list[list[int]], transform: dict[str, list[float]]) -> Numbers:
    """A TopoJSON arc, whose points are steps from one to the next in whole numbers."""
    return np.cumsum(np.asarray(arc, float), axis=0) * transform["scale"] + transform["translate"]


def _shapes(found: dict[str, Any], arcs: list[Numbers]) -> Iterator[tuple[str, list[Numbers]]]:
    for shape in found["geometries"]:
        polygons = {"Polygon": [shape.get("arcs")], "MultiPolygon": shape.get("arcs")}.get(shape["type"]) or []
        yield str(shape.get("id")), [_ring(ring, arcs) for polygon in polygons for ring in polygon]


def _ring(numbers: list[int], arcs: list[Numbers]) -> Numbers:
    """The arcs joined; a negative number means one that runs backwards."""
    parts = [arcs[number] if number >= 0 else arcs[~number][::-1] for number in numbers]
    return np.concatenate([parts[0], *(part[1:] for part in parts[1:])])


def areas(geojson: Any) -> dict[str, Rings]:
    """Areas by their id, of GeoJSON or of the address of ours."""
    return _served(geojson) if isinstance(geojson, str) else _of(geojson)


@lru_cache(8)
def _served(address: str) -> dict[str, Rings]:
    """The shapes that our server has at `assets/shapes/<data version>/<kind>.json`."""
    version, kind = address.removesuffix(".json").split("/")[-2:]
    found = warehouse().snapshot.ask("shared/map_shapes", kind=kind)["json"]
    if found.empty:
        raise NotDrawn(f"no shapes of {kind} in data {version}")
    return _of(json.loads(found.iloc[0]))


def _of(geojson: dict[str, Any]) -> dict[str, Rings]:
    return {str(feature["id"]): _joined(list(_rings(feature["geometry"]))) for feature in geojson["features"]}


def _rings(geometry: dict[str, Any]) -> Iterator[Numbers]:
    polygons = geometry["coordinates"]
    for polygon in [polygons] if geometry["type"] == "Polygon" else polygons:
        yield from (np.asarray(ring, float)[:, :2] for ring in polygon)


def path(rings: Rings, projection: Projection) -> str:
    """Path data of the rings, as far as they are in the window."""
    if not len(rings.points):
        return ""
    east, ends = projection.turned(rings.points[:, 0]), np.append(rings.starts[1:], len(rings.points))
    wide = np.maximum.reduceat(east, rings.starts) - np.minimum.reduceat(east, rings.starts) > SEAM
    spots = projection.flat(east, rings.points[:, 1])
    low, high = (extreme.reduceat(spots, rings.starts) for extreme in (np.minimum, np.maximum))
    seen = ~wide & ((low < projection.window[2:]) & (high > projection.window[:2])).all(axis=1)
    pieces = [spots[start:end] for start, end in zip(rings.starts[seen], ends[seen], strict=True)]
    for start, end in zip(rings.starts[wide], ends[wide], strict=True):
        pieces += [projection.flat(*piece) for piece in _cut(rings.points[start:end], projection)]
    return "".join(_data(piece, projection) for piece in pieces)


def _cut(ring: Numbers, projection: Projection) -> Iterator[tuple[Numbers, Numbers]]:
    """The ring in degrees east of the middle; what runs over the seam comes back on the other side."""
    east = np.unwrap(projection.turned(ring[:, 0]), period=360)
    lat = ring[:, 1]
    if abs(east[-1] - east[0]) > SEAM:  # around a pole
        pole = np.copysign(90, lat.mean())
        east, lat = np.append(east, [east[-1], east[0]]), np.append(lat, [pole, pole])
    for shift in (-360, 0, 360):
        if east.min() + shift < SEAM and east.max() + shift > -SEAM:
            yield np.clip(east + shift, -SEAM, SEAM), lat


def _data(spots: Numbers, projection: Projection) -> str:
    left, top, right, bottom = projection.window
    spots = spots.clip((left - BEYOND, top - BEYOND), (right + BEYOND, bottom + BEYOND))
    new = np.append(True, np.diff((GRAIN * spots).round(), axis=0).any(axis=1))
    tenths = (10 * spots[new]).round()  # whole numbers, so that the steps add up
    (x, y), steps = tenths[0] / 10, np.diff(tenths, axis=0) / 10
    return f"M{x:g} {y:g}" + "".join(f"l{across:g} {down:g}" for across, down in steps.tolist()) + "Z"
