"""An empty data folder for another city: valid from the start, with the code lists that are the same everywhere."""

import csv
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dashboard.language import LANGUAGES
from dashboard.settings import DATA as SHIPPED
from dashboard.warehouse.city import FILE
from dashboard.warehouse.package import Package, Table, read_package

Row = dict[str, str]
# copied as they are
SAME = (
    "sectors",
    "sector_groups",
    "periods",
    "indicator_groups",
    "subjects",
    "talent_words",
    "anniversaries",
    "rechecks",
)
OWN = ("core", "desk_id", "rank", "colour", "colour_dark", "label_side", "stage_side", "stage_lat", "stage_lon")

CITY_TOML = """\
# What this city is. `pocket check` names what is wrong here; the README beside it says how to go on.

[city]
place = {name} # as in places.csv
country = "{country}" # the city's own country, as in markets.csv
region = "{region}" # the city itself among the areas of regions.csv

# Who serves the companies and whose name stands on the contact that visitors of the stand take along.
[organisation]
en = {name}
de = {name}

# What the pages show first, as codes of markets.csv; without it the data's own order decides.
# [first]
# market = "<code>"
# arrivals = "<code>"
# way = {{ market = "<code>", region = "{country}" }}

# The languages that visitors of the stand can choose: {languages}.
[stand]
languages = ["en", "de"]

# Boundary files in geo/, as GeoJSON, GeoPackage or shapefile in any coordinate reference system that the file names.
# towns: the municipalities whose code stands in places.csv; outlines: larger areas around them. Without towns the maps
# of the region show dots on plain ground.
# [map]
# towns = {{ file = "geo/towns.gpkg", code = "code", name = "name", credit = "© who made it" }}
# [[map.outlines]]
# file = "geo/districts.gpkg"
# code = "code"
# name = "name"
# credit = "© who made it"
"""


@dataclass(frozen=True)
class Place:
    """Where the city is: its name, the ISO 3166 code of its country, latitude and longitude."""

    name: str
    country: str
    lat: float
    lon: float

    @property
    def region(self) -> str:
        """The code of the city itself among the regions."""
        return re.sub(r"[^A-Z0-9]+", "-", self.name.upper()).strip("-") or "CITY"


def new_city(folder: Path, place: Place) -> None:
    """Write the folder.

    Raises
    ------
    ValueError
        when the folder holds something already, or the country is not known.
    """
    if folder.exists() and any(folder.iterdir()):
        raise ValueError(f"{folder} is not empty; nothing was written")
    package = read_package(SHIPPED)
    rows = _rows(place)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "geo").mkdir()
    for table in package.tables.values():
        _write(folder, table, rows.get(table.name, ()))
    described = json.dumps(_described(package, place), ensure_ascii=False, indent=1)
    (folder / "datapackage.json").write_text(described + "\n", encoding="utf-8")
    name = json.dumps(place.name, ensure_ascii=False)  # what JSON escapes, TOML escapes alike
    languages = ", ".join(LANGUAGES)
    city = CITY_TOML.format(name=name, country=place.country, region=place.region, languages=languages)
    (folder / FILE).write_text(city, encoding="utf-8")
    (folder / "README.md").write_text(_guide(package, place), encoding="utf-8")


def _rows(place: Place) -> dict[str, Iterable[Row]]:
    """What the tables hold from the start."""
    markets = [{**row, **dict.fromkeys(OWN, ""), "core": "false"} for row in _shipped("markets")]
    if place.country not in {row["market"] for row in markets}:
        known = ", ".join(sorted({row["market"] for row in markets} - {"all"}))
        raise ValueError(f"no country {place.country} among those known: {known}")
    capitals = {row["capital"] for row in markets}
    places = [{**row, "area": ""} for row in _shipped("places") if row["place"] in capitals - {place.name}]
    own = {"place": place.name, "name_en": place.name, "name_de": place.name, "country": place.country}
    sources = {row["source_id"] for row in markets}
    region = {"region": place.region, "rank": "1"} | {
        f"{column}_{lang}": place.name for column in ("name", "definition") for lang in ("en", "de")
    }
    same: dict[str, Iterable[Row]] = {name: _shipped(name) for name in SAME}
    return same | {
        "markets": markets,
        "places": [*places, own | {"lat": str(place.lat), "lon": str(place.lon)}],
        "sources": [row for row in _shipped("sources") if row["source_id"] in sources],
        "regions": [region],
    }


def _shipped(table: str) -> list[Row]:
    with (SHIPPED / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _write(folder: Path, table: Table, rows: Iterable[Row]) -> None:
    with (folder / table.path).open("w", encoding="utf-8", newline="") as file:
        names = [column.name for column in table.columns]
        writer = csv.DictWriter(file, names, restval="", extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _described(package: Package, place: Place) -> dict[str, object]:
    """The package's description with the city's name; tables and columns stay as they are."""
    slug = re.sub(r"[^a-z0-9]+", "-", place.name.lower()).strip("-")
    return package.raw | {
        "name": f"pocket-world-{slug or 'city'}",
        "title": f"Pocket World {place.name}: international companies, people and relations",
        "title_de": f"Die Welt im Pocketformat: internationale Unternehmen, Menschen und Beziehungen in {place.name}",
        "version": f"{date.today():%Y.%m}",
    }


def _guide(package: Package, place: Place) -> str:
    """How to fill the folder, table by table."""
    tables = "\n".join(f"- `{table.path}`: {table.raw['description']}" for table in package.tables.values())
    return f"""# The facts of {place.name}

Every table is a CSV; `datapackage.json` describes every column. Begin with `sources.csv` (each fact names its source),
then `companies.csv` and `milestones.csv`; mark the core markets in `markets.csv` (`core`, `rank`, `colour`,
`colour_dark`); published figures go to `indicator_types.csv` and `indicators.csv`, the five at the top of the overview
to `headlines.csv`. `city.toml` says what the city is and where its boundaries are.

To be compared with other cities, use their codes of sectors, themes and topics (`themes.csv` and `topics.csv` are empty
at first: take their rows). As long as no company has a theme or a topic, choices by that leave this city out.

    pocket check .          # every fault with file, row and remedy
    pocket run --data .     # the dashboard on these facts; pages that have nothing yet say what to add

## The tables, those that others point to first
{tables}
"""
