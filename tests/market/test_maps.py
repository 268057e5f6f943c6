"""Maps of sites and home cities."""

import pytest

from dashboard.app_pages.market.charts.maps import MANY, home_map, region_map
from dashboard.questions.market import HomeCitiesRow, SitesRow
from dashboard.speaking import language
from dashboard.values import market
from tests.charts.ground import FRAME, GROUND

DE, EN = language("de"), language("en")
JAPAN = market("JP", colour="#b5301a", iso3="JPN")


def site(city: str, lat: float, lon: float, companies: int, of_town: int, number: int = 1) -> SitesRow:
    return SitesRow(city, lat, lon, companies, of_town, number, 53, 60, ())


def home(city: str, lat: float, lon: float) -> HomeCitiesRow:
    return HomeCitiesRow(city, lat, lon, 3, 12, 20, ())


SITES = (
    site("Düsseldorf", 51.22, 6.78, 40, 41),
    site("Düsseldorf", 51.20, 6.74, 1, 41, 2),
    site("Köln", 50.93, 6.95, 10, 10),
    site("Neuss", 51.21, 6.70, 2, 2),
)
HOMES = (
    home("Tokyo", 35.7, 139.7),
    home("Osaka", 34.7, 135.5),
    home("Sapporo", 43.1, 141.3),
    home("X & Y", 33.9, 130.8),
)


def test_shapes_are_an_address_and_circles_grow_with_area() -> None:
    outline, circles = region_map(SITES, GROUND, JAPAN, DE).figure.data
    assert outline.geojson == GROUND.towns.shapes and list(outline.locations) == list(GROUND.towns.codes)
    assert circles.marker.color == JAPAN.colour
    assert (circles.marker.size[0] / circles.marker.size[2]) ** 2 == pytest.approx(4)


def test_a_town_is_named_once_with_all_its_companies_and_no_name_hides_another() -> None:
    text = list(region_map(SITES, GROUND, JAPAN, DE).figure.data[1].text)
    assert text == ["Düsseldorf <b>41</b>", "", "Köln <b>10</b>", ""]  # Neuss would stand on Düsseldorf's name


def test_a_single_company_is_a_small_circle() -> None:
    single = region_map([site("Düsseldorf", 51.20, 6.74, 1, 1)], GROUND, JAPAN, EN)
    assert max(single.figure.data[1].marker.size) < 44 / MANY**0.5 + 1


def test_the_map_shows_the_frame_and_more_to_its_sides() -> None:
    geo = region_map(SITES, GROUND, JAPAN, DE).figure.layout.geo
    assert tuple(geo.lataxis.range) == (FRAME.south, FRAME.north)
    assert geo.lonaxis.range[0] < FRAME.west < FRAME.east < geo.lonaxis.range[1]


def test_home_cities_are_in_the_window_and_the_country_is_marked() -> None:
    chart = home_map(HOMES, JAPAN, EN).figure
    assert list(chart.data[0].locations) == ["JPN"]
    west, east = chart.layout.geo.lonaxis.range
    south, north = chart.layout.geo.lataxis.range
    assert west < 130.8 and east > 141.3 and south < 33.9 and north > 43.1
    assert chart.data[1].hovertext[3] == "<b>X &amp; Y</b><br>3 sites"


def test_windows_end_at_the_edge_of_the_map() -> None:
    geo = home_map([home("Auckland", -33.9, -150.0), home("Magadan", 61.2, 151.2)], JAPAN, EN).figure.layout.geo
    assert geo.lonaxis.range[0] >= -180 and geo.lonaxis.range[1] <= 180
    assert geo.lataxis.range[1] <= 80


def test_empty_maps_draw() -> None:
    assert len(region_map((), GROUND, JAPAN, EN).figure.data) == 2
    assert len(home_map((), JAPAN, EN).figure.data) == 2
