"""Map shapes: what is outlined is in the file the browser fetches, and the server serves it."""

import json

from starlette.routing import Mount

from dashboard import server
from dashboard.screen.shapes import TOWNS, address, town_codes
from dashboard.settings import GEO


def test_every_town_of_the_file_is_outlined_once() -> None:
    shapes = json.loads((GEO / TOWNS).read_text(encoding="utf-8"))
    assert sorted(town_codes()) == sorted({feature["properties"]["ags"] for feature in shapes["features"]})
    assert "05111000" in town_codes()


def test_the_address_is_served_from_the_folder_of_shapes() -> None:
    folder, _, file = address(TOWNS).rpartition("/")
    mounts = {route.path: route for route in server.ROUTES if isinstance(route, Mount)}
    assert folder in mounts and (GEO / file).is_file()
