"""Maps of sites and home cities."""

import pandas as pd
import pytest

from dashboard.charts.palette import MARKETS
from dashboard.charts.places_map import MANY, home_map, region_map
from dashboard.speaking import language
from tests.charts.ground import FRAME, GROUND

DE, EN = language("de"), language("en")
SITES = pd.DataFrame(
    [
        ("Düsseldorf", "Düsseldorf", 51.22, 6.78, 40, 41, 1),
        ("Düsseldorf", "Düsseldorf", 51.20, 6.74, 1, 41, 2),
        ("Cologne", "Köln", 50.93, 6.95, 10, 10, 1),
        ("Neuss", "Neuss", 51.21, 6.70, 2, 2, 1),
    ],
    columns=["name_en", "name_de", "lat", "lon", "companies", "town_companies", "place_in_town"],
)


def test_shapes_are_an_address_and_circles_grow_with_area() -> None:
    outline, circles = region_map(SITES, GROUND, "JP", DE).data
    assert outline.geojson == GROUND.towns.shapes and list(outline.locations) == list(GROUND.towns.codes)
    assert circles.marker.color == MARKETS["JP"][0]
    assert (circles.marker.size[0] / circles.marker.size[2]) ** 2 == pytest.approx(4)


def test_a_town_is_named_once_with_all_its_companies_and_no_name_hides_another() -> None:
    text = list(region_map(SITES, GROUND, "JP", DE).data[1].text)
    assert text == ["Düsseldorf <b>41</b>", "", "Köln <b>10</b>", ""]  # Neuss would stand on Düsseldorf's name


def test_a_single_company_is_a_small_circle() -> None:
    single = SITES.iloc[[1]].assign(place_in_town=1)
    assert max(region_map(single, GROUND, "JP", EN).data[1].marker.size) < 44 / MANY**0.5 + 1


def test_the_map_shows_the_frame_and_more_to_its_sides() -> None:
    geo = region_map(SITES, GROUND, "JP", DE).layout.geo
    assert tuple(geo.lataxis.range) == (FRAME.south, FRAME.north)
    assert geo.lonaxis.range[0] < FRAME.west < FRAME.east < geo.lonaxis.range[1]


def test_home_cities_are_in_the_window_and_the_country_is_marked() -> None:
    cities = SITES.rename(columns={"name_en": "name_en"}).assign(
        lat=[35.7, 34.7, 43.1, 33.9], lon=[139.7, 135.5, 141.3, 130.8]
    )
    chart = home_map(cities, "JPN", "JP", EN)
    assert list(chart.data[0].locations) == ["JPN"]
    west, east = chart.layout.geo.lonaxis.range
    south, north = chart.layout.geo.lataxis.range
    assert west < 130.8 and east > 141.3 and south < 33.9 and north > 43.1


def test_windows_end_at_the_edge_of_the_map() -> None:
    far = SITES.iloc[:2].assign(lat=[-33.9, 61.2], lon=[-150.0, 151.2])
    chart = home_map(far, "USA", "US", EN)
    assert chart.layout.geo.lonaxis.range[0] >= -180 and chart.layout.geo.lonaxis.range[1] <= 180
    assert chart.layout.geo.lataxis.range[1] <= 80


def test_empty_maps_draw() -> None:
    assert len(region_map(SITES.iloc[:0], GROUND, "JP", EN).data) == 2
    assert len(home_map(SITES.iloc[:0], "JPN", "JP", EN).data) == 2
