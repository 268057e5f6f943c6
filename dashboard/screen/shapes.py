"""Where the browser fetches map shapes, and what they outline."""

import json
from functools import cache

from dashboard.screen.html import base_path
from dashboard.settings import GEO

TOWNS = "duesseldorf_region_towns.geojson"


def address(file: str) -> str:
    """The address of a file in data/geo on our own server."""
    return f"{base_path()}assets/geo/{file}"


@cache
def town_codes() -> tuple[str, ...]:
    """The municipality codes (ags) of the region's towns, as outlined in the GeoJSON."""
    shapes = json.loads((GEO / TOWNS).read_text(encoding="utf-8"))
    return tuple(feature["properties"]["ags"] for feature in shapes["features"])
