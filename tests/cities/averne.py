"""A second city for the tests: Averne, an invented port in France, with four core markets and themes of its own.

Made of `pocket new-city` and the rows of `averne_rows`. Nothing in it is a fact: every source says that it was made up
for tests.
"""

import csv
from pathlib import Path

import geopandas
import shapely

from dashboard.warehouse.new_city import Place, new_city
from tests.cities.averne_rows import CODES, TABLES, TOWNS, Rows

AVERNE = Place("Averne", "FR", 47.60, -2.80)
CORE = {  # rank, colour on light paper, on dark
    "SE": ("1", "#0B5FA5", "#6CB6F5"),
    "JP": ("2", "#B5301A", "#EF5B34"),
    "TR": ("3", "#8A6D00", "#E7C84A"),
    "US": ("4", "#5B2A86", "#C9A2F2"),
}


def averne(folder: Path) -> Path:
    """Write the city's data folder and return it."""
    new_city(folder, AVERNE)
    for table, rows in TABLES.items():
        _append(folder / f"{table}.csv", rows)
    _mark_core(folder / "markets.csv")
    _code_city(folder / "places.csv")
    _boundaries(folder / "geo" / "towns.gpkg")
    city = (folder / "city.toml").read_text(encoding="utf-8")
    (folder / "city.toml").write_text(city + CITY, encoding="utf-8")
    return folder


CITY = """
[first]
market = "SE"
arrivals = "TR"
way = { market = "TR", region = "FR" }

[map]
towns = { file = "geo/towns.gpkg", code = "insee", name = "nom", credit = "© Averne survey (made up)" }
"""


def _append(path: Path, rows: Rows) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        names = next(csv.reader(file))
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, restval="", lineterminator="\n")
        writer.writerows(rows)


def _edit(path: Path, change: dict[str, dict[str, str]]) -> None:
    """Change cells of the rows whose first cell is a key."""
    with path.open(encoding="utf-8", newline="") as file:
        names, *rows = csv.reader(file)
    found = [dict(zip(names, row, strict=True)) for row in rows]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, lineterminator="\n")
        writer.writeheader()
        writer.writerows({**row, **change.get(row[names[0]], {})} for row in found)


def _mark_core(path: Path) -> None:
    looks = {
        code: {"core": "true", "rank": rank, "colour": light, "colour_dark": dark, "desk_id": "north"}
        for code, (rank, light, dark) in CORE.items()
    }
    _edit(path, looks | {"NO": {"desk_id": "north"}})


def _code_city(path: Path) -> None:
    _edit(path, {"Averne": {"area": CODES["Averne"]}})


def _boundaries(path: Path) -> None:
    """A square around each town, in the French national grid."""
    squares = [shapely.box(lon - 0.04, lat - 0.03, lon + 0.04, lat + 0.03) for lat, lon in TOWNS.values()]
    areas = geopandas.GeoDataFrame({"insee": list(CODES.values()), "nom": list(TOWNS)}, geometry=squares, crs=4326)
    areas.to_crs(2154).to_file(path, driver="GPKG")
