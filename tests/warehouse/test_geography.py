"""Boundaries in any format and system, what must lie within them, and what maps are drawn from."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import geopandas
import pandas as pd
import pytest
import shapely

from dashboard.settings import ROOT, settings
from dashboard.warehouse import Fault, FromFolder, Warehouse, check, geography
from dashboard.warehouse.build import data_version
from dashboard.warehouse.city import read_city
from tests.conftest import Rows
from tests.warehouse.test_check import only, read, set_cell, write

TOWNS = "geo/duesseldorf_region_towns.geojson"
Areas = geopandas.GeoDataFrame


def named(folder: Path, old: str, new: str) -> None:
    """Change a text of city.toml."""
    path = folder / "city.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def shapes(house: Warehouse, kind: str = "towns") -> dict[str, shapely.Geometry]:
    """The outlines the browser gets, by code."""
    found = json.loads(house.ask("shared/map_shapes", kind=kind)["json"].iloc[0])
    return {area["id"]: shapely.from_geojson(json.dumps(area["geometry"])) for area in found["features"]}


def faults(folder: Path) -> list[Fault]:
    """What the geography of a folder has to say."""
    return geography.faults(folder, read_city(folder))


def line(folder: Path, table: str, column: str, value: str) -> int:
    """The number of the first row of a table with that value."""
    rows = read(folder / f"{table}.csv")
    return next(n for n, row in enumerate(rows, 1) if row[rows[0].index(column)] == value)


@pytest.mark.parametrize(("file", "system"), [("geo/towns.gpkg", 25832), ("geo/towns.shp", 3035)])
def test_another_format_in_another_system_gives_the_same_shapes(
    data_folder: Path, tmp_path: Path, served: Warehouse, file: str, system: int
) -> None:
    geopandas.read_file(data_folder / TOWNS).to_crs(system).to_file(data_folder / file)
    (data_folder / TOWNS).unlink()
    named(data_folder, TOWNS, file)
    house = FromFolder(data_folder, tmp_path / "store")
    before, after = shapes(served), shapes(house)
    assert before.keys() == after.keys() and house.version != served.version
    assert max(before[code].hausdorff_distance(after[code]) for code in before) < 2e-4, "degrees, about 20 m"


def test_shapes_are_small_whole_and_wound_for_plotly(served: Warehouse) -> None:
    towns = shapes(served)
    assert shapely.coverage_is_valid(list(towns.values())), "neighbours share their lines, so no gap shows"
    for kind in ("towns", "outlines"):
        assert len(served.ask("shared/map_shapes", kind=kind)["json"].iloc[0]) < 110_000
        for area in shapes(served, kind).values():
            assert area.is_valid and area.geom_type in ("Polygon", "MultiPolygon")
            assert not any(part.exterior.is_ccw for part in shapely.get_parts(area))
    true = geopandas.read_file(settings().data / TOWNS).set_index("ags").geometry
    assert all(area.symmetric_difference(true[code]).area < 0.01 * area.area for code, area in towns.items())


def test_outlines_much_finer_than_a_pixel_are_made_smaller(data_folder: Path, tmp_path: Path) -> None:
    towns = geopandas.read_file(data_folder / TOWNS)
    fine = towns.set_geometry(shapely.segmentize(towns.geometry.values, 0.001))
    fine.to_file(data_folder / TOWNS)
    points = shapely.get_num_coordinates(list(shapes(FromFolder(data_folder, tmp_path / "store")).values())).sum()
    assert points < shapely.get_num_coordinates(fine.geometry.values).sum() / 3


def test_names_stand_on_their_towns_and_the_frame_holds_all_sites(served: Warehouse, facts: dict[str, Rows]) -> None:
    points = served.run("select code, name, lat, lon from map_areas where kind = 'towns'").set_index("code")
    outlines = shapes(served)
    assert set(points.index) == outlines.keys() and points["name"]["05111000"] == "Düsseldorf"
    inside = [outlines[str(row.Index)].contains(shapely.Point(row.lon, row.lat)) for row in points.itertuples()]
    assert all(inside) and len(inside) > 30
    frame = served.ask("shared/map_frame").iloc[0]
    towns = {row["city"] for row in facts["companies"]}
    for place in (row for row in facts["places"] if row["place"] in towns):
        assert frame["south"] < float(place["lat"]) < frame["north"], place
        assert frame["west"] + 0.05 < float(place["lon"]) < frame["east"] - 0.05, "with room for its name"
    assert frame["east"] - frame["west"] < 1.6, "and little else"


def test_larger_areas_stand_only_where_no_town_is(served: Warehouse) -> None:
    around, towns = shapes(served, "outlines"), shapely.union_all(list(shapes(served).values()))
    assert len(around) > 10
    assert not any(area.representative_point().within(towns) for area in around.values())


BROKEN: dict[str, tuple[Callable[[Areas], Areas], int | None, str, str]] = {
    "twice": (lambda a: a.assign(ags=["05111000", "05111000", *a["ags"][2:]]), 2, "ags", "stands twice"),
    "no code": (lambda a: a.assign(ags=[None, *a["ags"][1:]]), 1, "ags", "must not be empty"),
    "no column": (lambda a: a.drop(columns="ags"), None, "ags", "the column is missing"),
    "points": (lambda a: a.set_geometry(a.representative_point()), 1, "geometry", "has no area"),
    "crossed": (
        lambda a: a.set_geometry([shapely.Polygon([(6, 51), (7, 52), (7, 51), (6, 52)]), *a.geometry[1:]]),
        1,
        "geometry",
        "Self-intersection",
    ),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_boundary_is_named_with_file_row_and_remedy(data_folder: Path, fault: str) -> None:
    broken, row, column, rule = BROKEN[fault]
    broken(geopandas.read_file(data_folder / TOWNS)).to_file(data_folder / TOWNS)
    found = faults(data_folder)[0]
    assert (found.file, found.row, found.column) == (TOWNS, row, column)
    assert rule in found.rule and found.mend


def test_a_missing_and_an_unreadable_file_are_named(data_folder: Path) -> None:
    (data_folder / TOWNS).write_text("{", encoding="utf-8")
    (data_folder / "geo" / "nrw_districts.geojson").unlink()
    unread, missing = faults(data_folder)
    assert unread.file == TOWNS and "cannot be read" in unread.rule
    assert missing == Fault("geo/nrw_districts.geojson", None, None, None, "the file is missing", missing.mend)


def test_a_shapefile_without_its_system_is_named(data_folder: Path) -> None:
    geopandas.read_file(data_folder / TOWNS).to_crs(25832).to_file(data_folder / "geo" / "towns.shp")
    (data_folder / "geo" / "towns.prj").unlink()
    named(data_folder, TOWNS, "geo/towns.shp")
    fault = only(faults(data_folder))
    assert fault.file == "geo/towns.shp" and "coordinate reference system" in fault.rule and ".prj" in fault.mend


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ('code = "ags"', 'cod = "ags"', "map.towns.code"),
        (TOWNS, "../companies.csv", "geo/"),
        (TOWNS, "geo/../companies.csv", "geo/"),
        ("[map]", "[map", "no TOML"),
        ('"zh", "ko"]', '"zh", "fr"]', "stand.languages.4: Value error, the stand does not speak 'fr'"),
        ('place = "Düsseldorf"', 'place = "Atlantis"', "no row of places.csv"),
    ],
)
def test_a_city_file_that_cannot_be_used_is_one_fault(data_folder: Path, old: str, new: str, rule: str) -> None:
    named(data_folder, old, new)
    fault = only(check(data_folder))
    assert fault.file == "city.toml"
    assert rule in fault.rule and fault.mend


def test_a_folder_without_a_city_file_is_one_fault(data_folder: Path) -> None:
    (data_folder / "city.toml").unlink()
    assert only(check(data_folder)).file == "city.toml"


def test_a_place_outside_the_boundary_of_its_code_is_named(data_folder: Path) -> None:
    row = line(data_folder, "places", "place", "Neuss")
    set_cell(data_folder, "places", row, "lon", "6.9")
    fault = only(faults(data_folder))
    assert (fault.file, fault.row, fault.column) == ("places.csv", row, "lat, lon")
    assert "outside Neuss" in fault.rule and "6.9" in str(fault.value) and fault.mend


def test_a_code_without_a_boundary_and_a_code_that_stands_twice_are_named(data_folder: Path) -> None:
    row = line(data_folder, "places", "place", "Neuss")
    set_cell(data_folder, "places", row, "area", "09999999")
    fault = only(check(data_folder))
    assert (fault.file, fault.row, fault.column, fault.value) == ("places.csv", row, "area", "09999999")
    set_cell(data_folder, "places", row, "area", "05111000")
    assert {(fault.file, fault.column) for fault in check(data_folder)} == {("places.csv", "area")}


def test_a_postcode_in_another_town_is_named(data_folder: Path) -> None:
    """40210 is in Düsseldorf, 50667 in Köln, 25 km away."""
    rows = read(data_folder / "companies.csv")
    city, postcode = rows[0].index("city"), rows[0].index("postcode")
    row = next(n for n, cells in enumerate(rows, 1) if cells[city] == "Düsseldorf")
    rows[row - 1][postcode] = "40210"
    write(data_folder / "companies.csv", rows)
    assert faults(data_folder) == []
    set_cell(data_folder, "companies", row, "postcode", "50667")
    fault = only(check(data_folder))
    assert (fault.file, fault.row, fault.column, fault.value) == ("companies.csv", row, "postcode", "50667")
    assert "outside Düsseldorf" in fault.rule and " km " in fault.rule and fault.mend


def test_the_tolerance_is_as_the_data_justify_it() -> None:
    """Postcodes of Köln (50667 to 51149) and Düsseldorf (40210 to 40629) lie inside them, no other does."""
    towns = geopandas.read_file(settings().data / TOWNS).set_index("ags").geometry
    rows = pd.read_csv(settings().data / "postcodes.csv")
    for code, low, high in (("05315000", 50667, 51149), ("05111000", 40210, 40629)):
        inside = shapely.contains_xy(towns[code], rows["lon"], rows["lat"])
        assert (inside == rows["postcode"].between(low, high)).all() and inside.sum() > 30


def test_new_boundaries_are_new_data(data_folder: Path, tmp_path: Path) -> None:
    house = FromFolder(data_folder, tmp_path / "store")
    before = house.version
    towns = geopandas.read_file(data_folder / TOWNS)
    towns.assign(name=towns["name"].str.upper()).to_file(data_folder / TOWNS)
    house.refresh(force=True)
    assert house.version != before
    assert "NEUSS" in set(house.run("select name from map_areas")["name"])


def test_a_boundary_file_in_a_folder_of_its_own_is_data_too(data_folder: Path, tmp_path: Path) -> None:
    inner = data_folder / "geo" / "towns"
    inner.mkdir()
    (data_folder / TOWNS).rename(inner / "towns.geojson")
    named(data_folder, TOWNS, "geo/towns/towns.geojson")
    house = FromFolder(data_folder, tmp_path / "store")
    before = house.version
    towns = geopandas.read_file(inner / "towns.geojson")
    towns.assign(name=towns["name"].str.upper()).to_file(inner / "towns.geojson")
    house.refresh(force=True)
    assert house.version != before and "NEUSS" in set(house.run("select name from map_areas")["name"])
    inner.rename(data_folder / "geo" / "other")
    assert data_version(data_folder) != house.version, "the city's file names it by its path"


def test_serving_what_is_built_does_without_geopandas(served: Warehouse) -> None:
    store = settings().store.resolve()
    program = (
        "import sys, dashboard.server\nfrom pathlib import Path\nfrom dashboard.warehouse import FromFolder\n"
        f"house = FromFolder(Path({str(served.data.resolve())!r}), Path({str(store)!r}))\n"
        "assert len(house.ask('shared/map_codes')) > 50\n"
        "print([name for name in ('geopandas', 'shapely', 'pyogrio', 'pyproj') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip().splitlines()[-1] == "[]"
