"""Map shapes: what a map names is in the shapes the browser fetches, and the server serves them for good."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard import server
from dashboard.content.ground import address, city_point, credits, region_ground
from dashboard.warehouse import Warehouse
from tests.conftest import Rows


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=list(server.ROUTES)), follow_redirects=False)


@pytest.mark.parametrize("kind", ["towns", "around"])
def test_every_area_of_the_ground_is_a_feature_of_its_shapes(client: TestClient, kind: str) -> None:
    outlines = getattr(region_ground(), kind)
    answer = client.get(outlines.shapes)
    assert answer.status_code == 200 and answer.headers["content-type"] == "application/geo+json"
    ids = [feature["id"] for feature in answer.json()["features"]]
    assert sorted(ids) == sorted(outlines.codes) and len(set(ids)) == len(ids) > 10


def test_the_address_carries_the_version_and_may_be_kept_for_good(client: TestClient, served: Warehouse) -> None:
    assert served.version in address("towns")
    kept = client.get(address("towns")).headers["cache-control"]
    assert "immutable" in kept and "max-age=31536000" in kept


def test_the_address_of_other_data_leads_to_these_and_is_not_kept(client: TestClient) -> None:
    answer = client.get("/assets/shapes/0123456789abcdef/towns.json")
    assert answer.is_redirect and answer.headers["location"] == "../" + address("towns").split("/", 2)[2]
    assert "immutable" not in answer.headers.get("cache-control", "")


@pytest.mark.parametrize("path", ["{}/states.json", "{}/towns.csv", "{}/..%2f..%2fcompanies.json", "towns.json"])
def test_what_is_no_shape_is_not_found(client: TestClient, served: Warehouse, path: str) -> None:
    assert client.get("/assets/shapes/" + path.format(served.version)).status_code == 404


def test_the_city_and_its_credits_come_from_the_data(facts: dict[str, Rows]) -> None:
    place = next(row for row in facts["places"] if row["place"] == "Düsseldorf")
    assert city_point() == (float(place["lat"]), float(place["lon"]))
    assert credits() == "© GeoBasis-DE / BKG 2017 (GeoNutzV)", "named once, though two files are from there"
