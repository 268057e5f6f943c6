"""The boundary files that `city.toml` names: read in any format and reference system, every fault told.

GeoPandas is imported with this module; whoever only serves what is built does without it.
"""

from collections.abc import Iterator
from pathlib import Path

import geopandas
import pyogrio
import shapely

from dashboard.values import Said
from dashboard.warehouse.city import City, Layer
from dashboard.warehouse.fault import Fault

DEGREES = "EPSG:4326"
MISSING = Said("Put the boundary file there, or correct its name in city.toml.")
UNREAD = Said("Restore the file: GeoJSON, GeoPackage and shapefile can be read.")
NO_SYSTEM = Said("Save the file with its coordinate reference system, such as EPSG:25832; a shapefile needs its .prj.")
NO_CODE = Said("Give each area its code.")
TWICE = Said("Give each area a code of its own; join the parts of one area into one feature.")
NO_AREA = Said("Draw the area as a polygon, or delete the feature.")
CROSSED = Said("Mend the outline (QGIS: Fix geometries), or restore the file.")


def layers(city: City) -> list[Layer]:
    """Every boundary file, the towns' first."""
    return [layer for layer in (city.map.towns, *city.map.outlines) if layer]


def read_areas(folder: Path, layer: Layer) -> geopandas.GeoDataFrame:
    """The areas of a file without faults: code, name and geometry in degrees."""
    areas = geopandas.read_file(folder / layer.file, layer=layer.layer).to_crs(DEGREES)
    named = {"code": areas[layer.code].astype(str), "name": areas[layer.name].astype(str)}
    return geopandas.GeoDataFrame(named, geometry=areas.geometry)


def file_faults(folder: Path, layer: Layer) -> list[Fault]:
    """What is wrong with a boundary file; an empty list means that `read_areas` can read it.

    The row of a fault is the feature's number from 1, as in the attribute table of a GIS.
    """
    if not (folder / layer.file).is_file():
        return [Fault(layer.file, None, None, None, Said("the file is missing"), MISSING)]
    try:
        areas = geopandas.read_file(folder / layer.file, layer=layer.layer)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, ValueError) as error:
        told = Said("the file cannot be read as a map: {error}", error=str(error))
        return [Fault(layer.file, None, None, None, told, UNREAD)]
    if not isinstance(areas, geopandas.GeoDataFrame):
        return [Fault(layer.file, None, None, None, Said("the file holds no geometry"), UNREAD)]
    faults = []
    if areas.crs is None:
        rule = Said("the file names no coordinate reference system")
        faults.append(Fault(layer.file, None, None, None, rule, NO_SYSTEM))
    held = ", ".join(column for column in areas.columns if column != "geometry")
    for column in dict.fromkeys((layer.code, layer.name)):
        if column not in areas:
            mend = Said("Name one of the file's columns in city.toml: {columns}.", columns=held)
            faults.append(Fault(layer.file, None, column, None, Said("the column is missing"), mend))
    return faults or list(_row_faults(areas, layer))


def _row_faults(areas: geopandas.GeoDataFrame, layer: Layer) -> Iterator[Fault]:
    """Areas without code, with the code of another, without a polygon or with one that crosses itself."""
    first: dict[str, int] = {}
    for row, (code, outline) in enumerate(zip(areas[layer.code], areas.geometry, strict=True), 1):
        value = "" if code is None or code != code else str(code).strip()  # a missing number is not equal to itself
        if not value:
            yield Fault(layer.file, row, layer.code, None, Said("must not be empty"), NO_CODE)
        elif value in first:
            rule = Said("the code stands twice; feature {number} has it too", number=first[value])
            yield Fault(layer.file, row, layer.code, value, rule, TWICE)
        first.setdefault(value, row)
        if outline is None or outline.is_empty or outline.geom_type not in ("Polygon", "MultiPolygon"):
            yield Fault(layer.file, row, "geometry", value, Said("the feature has no area"), NO_AREA)
        elif not outline.is_valid:
            rule = Said("the outline is broken: {reason}", reason=shapely.is_valid_reason(outline))
            yield Fault(layer.file, row, "geometry", value, rule, CROSSED)
