"""The geography of a data folder, done while it is checked and built: what lies where, and what maps are drawn from.

`faults` compares the tables with the boundaries. `write` keeps in the warehouse what the pages need: `map_frame` (what
a map of the region shows), `map_areas` (what is outlined, with the point where a name stands best), `map_shapes` (the
outlines as GeoJSON, which the browser fetches) and `map_credits`.
"""

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import duckdb
import geopandas
import pandas as pd
import shapely
import shapely.affinity
from pyproj import CRS

from dashboard.values import Said
from dashboard.warehouse.boundaries import DEGREES, file_faults, layers, read_areas
from dashboard.warehouse.city import City
from dashboard.warehouse.fault import Fault
from dashboard.warehouse.large import kept_cells, quoted, view
from dashboard.warehouse.package import Table, read_package
from dashboard.warehouse.readable import read_rows

# Metres a point may lie outside its town, whose outline is simplified. The centres of all 203 postcodes of the ten
# towns with a range of postcodes of their own lie inside them; no town's own centre is within 900 m of its edge.
NEAR = 500
DETAIL = 100  # metres: smaller bends are left out; the shipped outlines have none, on a 4K screen a pixel is about 40
GRID = 4  # decimals of a degree that are kept, about 10 m
SIDE = 0.12  # of the width of the sites' towns that the frame leaves free at either side, for names
AROUND = 0.03  # degrees that the frame leaves around a place without an outline
REACH = 0.3  # of the frame's sides for which there are outlines beyond it, for maps of another shape

USED = ("place", "area", "city", "postcode", "lat", "lon")  # of a large table no more is read

SITES = """
select distinct places.area, places.lat, places.lon
from places
where places.place in (select companies.city from companies) or places.place = (select city.place from city)
"""


def faults(folder: Path, city: City) -> list[Fault]:
    """What is wrong with the boundary files; else which rows of the tables contradict the boundaries."""
    if found := [fault for layer in layers(city) for fault in file_faults(folder, layer)]:
        return found
    return list(_table_faults(folder, city))


def _table_faults(folder: Path, city: City) -> Iterator[Fault]:
    """Places outside the boundary whose code they carry, and sites whose postcode lies in another town."""
    towns = _towns(folder, city)
    tables = read_package(folder).tables
    places, postcodes, companies = (_rows(folder, tables[name]) for name in ("places", "postcodes", "companies"))
    outlined = places[places["area"] != ""]
    if city.map.towns:
        yield from _unknown_codes(outlined, towns, city.map.towns.file)
    for row, town, away in _outside(outlined, towns):
        point = ", ".join(str(outlined.at[row, column]) for column in ("lat", "lon"))
        rule = Said("the point lies {away} outside {town}", away=away, town=town)
        yield Fault("places.csv", row, "lat, lon", point, rule, Said("Correct the coordinates or the code."))
    site = ["city", "postcode"]
    sites = companies.drop_duplicates(site).reset_index(names="row")  # many companies share one
    sites = sites.merge(places[["place", "area"]], left_on="city", right_on="place")
    sites = sites.merge(postcodes, on="postcode").set_index("row")
    wrong = {tuple(sites.loc[row, site]): (town, away) for row, town, away in _outside(sites, towns)}
    held = companies[companies["postcode"].isin([postcode for _, postcode in wrong])]
    for row, place in zip(held.index, held[site].itertuples(index=False, name=None), strict=True):
        if place in wrong:
            town, away = wrong[place]
            rule = Said("the postcode's centre lies {away} outside {town}, the town of this row", away=away, town=town)
            mend = Said("Correct town or postcode by the source; if both are right, the coordinates in postcodes.csv.")
            yield Fault(tables["companies"].path, int(row), "postcode", place[1], rule, mend)


def _towns(folder: Path, city: City) -> geopandas.GeoDataFrame:
    """The outlines of the region's towns; none where the city names no file."""
    if city.map.towns:
        return read_areas(folder, city.map.towns)
    return geopandas.GeoDataFrame({"code": [], "name": []}, geometry=[], crs=DEGREES)


def _unknown_codes(places: pd.DataFrame, towns: geopandas.GeoDataFrame, file: str) -> Iterator[Fault]:
    """Places with a code that no boundary has."""
    known = set(towns["code"])
    for row, code in zip(places.index, places["area"], strict=True):
        if code not in known:
            mend = Said("Correct the code, empty the cell, or add the town's boundary to the file.")
            rule = Said("{file} has no boundary with this code", file=file)
            yield Fault("places.csv", row, "area", code, rule, mend)


def _rows(folder: Path, table: Table) -> pd.DataFrame:
    """The cells of a table as text, counted as faults count rows: the header is row 1."""
    with duckdb.connect() as connection:
        if kept_cells(connection, folder, table):
            chosen = [name for name in USED if any(column.name == name for column in table.columns)]
            texts = ", ".join(f"coalesce({quoted(name)}, '') as {name}" for name in chosen)
            cells = connection.execute(f"select {texts} from {view(table)}").df()  # noqa: S608 (names from the package)
            return cells.set_axis(range(2, len(cells) + 2))
    head, *lines = read_rows(folder / table.path)
    return pd.DataFrame(lines, range(2, len(lines) + 2), head, dtype=str)


def _outside(points: pd.DataFrame, towns: geopandas.GeoDataFrame) -> Iterator[tuple[int, str, str]]:
    """Row, town and distance of each point (area, lat, lon) that lies too far outside the town of its code."""
    points = points[points["area"].isin(towns["code"])]
    if points.empty:
        return
    metric = _in_metres(*towns.total_bounds)
    own = towns.set_index("code").loc[points["area"]].to_crs(metric)
    spots = geopandas.points_from_xy(points["lon"].astype(float), points["lat"].astype(float), crs=DEGREES)
    away = own.distance(geopandas.GeoSeries(spots.to_crs(metric), index=own.index), align=False)
    for row, town, metres in zip(points.index, own["name"], away, strict=True):
        if metres > NEAR:
            yield int(row), town, f"{metres / 1000:.1f} km"


@lru_cache(16)
def _in_metres(west: float, south: float, east: float, north: float) -> CRS:
    """The reference system for what lies within these degrees; to look for it takes as long as all else here."""
    area = geopandas.GeoSeries([shapely.box(west, south, east, north)], crs=DEGREES)
    return CRS(area.estimate_utm_crs())


def write(connection: duckdb.DuckDBPyConnection, folder: Path, city: City) -> None:
    """Add what maps are drawn from to a warehouse whose tables are filled."""
    towns = _towns(folder, city)
    frame = _frame(towns, connection.execute(SITES).df())
    shown = _scaled(frame, 1 + 2 * REACH)
    towns = towns[towns.intersects(shown)]
    outlines = _around(towns, [read_areas(folder, layer) for layer in city.map.outlines], shown)
    sides = dict(zip(("west", "south", "east", "north"), frame, strict=True))
    shapes = {"kind": ["towns", "outlines"], "json": [geojson(towns), geojson(outlines)]}
    credits = list(dict.fromkeys(layer.credit for layer in layers(city)))
    _keep(connection, "map_frame", pd.DataFrame([{"place": city.place, **sides}]))
    _keep(connection, "map_areas", pd.concat([_named("towns", towns), _named("outlines", outlines)]))
    _keep(connection, "map_shapes", pd.DataFrame(shapes))
    _keep(connection, "map_credits", pd.DataFrame({"position": range(len(credits)), "credit": credits}))


def _named(kind: str, areas: geopandas.GeoDataFrame) -> pd.DataFrame:
    """Code, name and the point in the area where a name has most room to both sides."""
    points = areas.representative_point()
    return pd.DataFrame({"kind": kind, "code": areas["code"], "name": areas["name"], "lat": points.y, "lon": points.x})


def _frame(towns: geopandas.GeoDataFrame, sites: pd.DataFrame) -> tuple[float, float, float, float]:
    """West, south, east and north of what has sites: towns, and places without an outline (the city itself always)."""
    outlined = towns.loc[towns["code"].isin(sites["area"]), "geometry"]
    bare = sites[~sites["area"].isin(towns["code"])]
    points = [
        shapely.box(lon - AROUND, lat - AROUND, lon + AROUND, lat + AROUND)
        for lat, lon in zip(bare["lat"], bare["lon"], strict=True)
    ]
    west, south, east, north = shapely.total_bounds([*outlined, *points])
    side = SIDE * (east - west)
    return west - side, south, east + side, north


def _scaled(frame: tuple[float, float, float, float], factor: float) -> shapely.Polygon:
    """The frame made larger around its middle."""
    return shapely.affinity.scale(shapely.box(*frame), factor, factor)


def _around(
    towns: geopandas.GeoDataFrame, larger: list[geopandas.GeoDataFrame], shown: shapely.Polygon
) -> geopandas.GeoDataFrame:
    """The larger areas within `shown` that do not consist of outlined towns; their codes are running numbers."""
    areas = pd.concat(larger, ignore_index=True) if larger else towns.iloc[:0]
    areas = areas[areas.intersects(shown) & ~areas.representative_point().within(towns.union_all())]
    areas = areas.assign(code=[str(number) for number in range(len(areas))])
    return areas.set_geometry(shapely.clip_by_rect(areas.geometry.values, *shown.bounds))


def geojson(areas: geopandas.GeoDataFrame) -> str:
    """The areas as small GeoJSON: neighbours keep a common line; wound clockwise, as Plotly's globe wants it."""
    metric = areas.to_crs(_in_metres(*areas.total_bounds)) if len(areas) else areas
    simple = metric.set_geometry(metric.simplify_coverage(DETAIL)).to_crs(DEGREES).geometry
    snapped = shapely.orient_polygons(shapely.set_precision(simple.values, 10**-GRID), exterior_cw=True)
    outlines = shapely.transform(snapped, lambda xy: xy.round(GRID))
    features = [
        {"type": "Feature", "id": code, "properties": {}, "geometry": json.loads(shapely.to_geojson(outline))}
        for code, outline in zip(areas["code"], outlines, strict=True)
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":"))


def _keep(connection: duckdb.DuckDBPyConnection, table: str, rows: pd.DataFrame) -> None:
    """Write rows as a table."""
    connection.register("rows_to_keep", rows)
    connection.execute(f"create table {table} as select * from rows_to_keep")  # noqa: S608 (names from above)
    connection.unregister("rows_to_keep")
