"""Maps of the region, and the balance of its towns."""

import itertools
import math
import re

import pytest

from dashboard.app_pages.region.charts.balance import balance_bars, balance_map
from dashboard.app_pages.region.charts.moves import move_map
from dashboard.app_pages.region.charts.sites import STEP, site_map, spread
from dashboard.app_pages.region.words import gains, move_text
from dashboard.charts.palette import LAND, OTHER, PAPER
from dashboard.charts.region import Place, colour_key, named, town_map
from dashboard.questions.region import BalanceRow, MovesRow, SitesRow, TownsRow
from dashboard.speaking import language
from dashboard.values import Text, market
from tests.charts.ground import FRAME, GROUND

DE = language("de")
JAPAN, BRITAIN = market("JP", core=True, colour="#b5301a"), market("GB")
MARKETS = [BRITAIN, JAPAN]
TOWNS = [
    TownsRow("Düsseldorf", "05111000", 51.22, 6.78, 1248, ("a",)),
    TownsRow("Neuss", "05162024", 51.17, 6.69, 21, ("a",)),
    TownsRow("Near <&>", None, 51.195, 6.74, 1, ("b",)),
]
BALANCE = [
    BalanceRow("Düsseldorf", 51.22, 6.78, 9, 2, 7, ("a",)),
    BalanceRow("Near", 51.30, 6.9, 1, 1, 0, ("a",)),
    BalanceRow("Neuss", 51.17, 6.69, 1, 4, -3, ("a",)),
]
MOVE = MovesRow(
    milestone_id="m",
    company_id="c",
    name="C <b>",
    market=JAPAN,
    year=2016,
    month=None,
    from_city="Ratingen",
    to_city="Düsseldorf",
    from_lat=51.3,
    from_lon=6.85,
    to_lat=51.22,
    to_lon=6.78,
    scope="whole",
    jobs=1200,
    area_sqm=None,
    description=Text(),
    source_id="s",
    lane=1,
)


def site(number: int, lat: float) -> SitesRow:
    return SitesRow(str(number), "n & m", JAPAN, "Düsseldorf", None, lat, 6.78, "s", 1)


def test_towns_are_toned_by_number_and_named_where_there_is_room() -> None:
    chart = town_map(TOWNS, GROUND, DE)
    ground, labels, _ = chart.figure.data
    assert list(ground.locations) == list(GROUND.towns.codes) and ground.z[0] == 1 > ground.z[1] > 0
    assert ground.colorscale[0][1] == LAND[0] and ground.colorscale[1][1] == OTHER[0]
    assert labels.text[0] == "Düsseldorf<br><b>1.248</b>"
    assert list(labels.textposition[:2]) == ["middle center"] * 2, "a name stands on its town"
    assert labels.text[2] == "" and labels.hovertext[2] == "Near &lt;&amp;&gt;<br><b>1</b>", "else it is told on touch"
    assert chart.narrow == {"height": 330}


def test_where_there_is_less_room_a_name_stands_beside_its_dot() -> None:
    _, wide, narrow = town_map(TOWNS[:2], GROUND, DE).figure.data
    assert (wide.meta, narrow.meta) == ("wide", "narrow")
    assert list(wide.textposition) == ["middle center"] * 2
    assert narrow.textposition[0] == "middle center" != narrow.textposition[1] and narrow.text[1]
    assert narrow.marker.size[1] > narrow.marker.size[0]


def test_a_name_without_an_outline_has_a_dot_and_none_leaves_the_map() -> None:
    south, west = (
        row._replace(area=None, lat=lat, lon=lon)
        for row, lat, lon in zip(TOWNS, (FRAME.south + 0.01, 51.2), (6.8, FRAME.west + 0.01), strict=False)
    )
    labels = town_map([south, west], GROUND, DE).figure.data[1]
    assert list(labels.textposition) == ["top center", "middle right"] and min(labels.marker.size) > 1


def test_larger_names_need_more_room() -> None:
    wide = [town_map(TOWNS[:2], GROUND, DE, larger=larger).figure.data[1] for larger in (1, 2, 8)]
    assert [sum(bool(text) for text in labels.text) for labels in wide] == [2, 2, 1]
    assert [labels.textposition[1] for labels in wide[:2]] == ["middle center", "bottom center"]


def test_names_are_smaller_circles_on_a_phone() -> None:
    wide, narrow = named([Place(51.2, 6.8, "N", "N", 20)], FRAME, {"color": "#000"})
    assert wide.marker.size[0] == 20 > narrow.marker.size[0] and wide.text[0] == narrow.text[0] == "N"


def test_dots_do_not_cover_each_other_at_one_place_nor_beside_it() -> None:
    spots = spread([(51.22, 6.78)] * 200 + [(51.24, 6.78)] * 60)
    shrink = math.cos(math.radians(51.22))
    points = [(lat, lon * shrink) for lat, lon in spots]
    assert min(math.dist(a, b) for a, b in itertools.combinations(points, 2)) >= STEP * 0.9
    assert points[0] == pytest.approx((51.22, 6.78 * shrink))


def test_a_dot_leads_to_its_company() -> None:
    rows = [site(1, 51.22), site(2, 51.24)._replace(since=1999)]
    dots = site_map(rows, GROUND, MARKETS, DE).figure.data[1]
    assert list(dots.customdata) == ["companies?company=1", "companies?company=2"]
    assert list(dots.hovertext) == [
        "<b>n &amp; m</b><br>Düsseldorf",
        "<b>n &amp; m</b><br>Düsseldorf<br>seit 1999",
    ]
    assert set(dots.marker.color) == {JAPAN.colour}


def test_gain_is_full_and_loss_hollow() -> None:
    circles = balance_map(BALANCE, GROUND, DE).figure.data[1]
    assert list(circles.text[:2]) == ["Düsseldorf <b>+7</b>", "Neuss <b>−3</b>"], "the largest first"
    assert circles.marker.color[0] != PAPER[0] == circles.marker.color[1]
    assert circles.marker.size[0] > circles.marker.size[1] > circles.marker.size[2]


def test_bars_to_both_sides() -> None:
    came, left = balance_bars(BALANCE, DE).figure.data
    assert list(came.x) == [9, 1, 1] and list(left.x) == [-2, -1, -4]
    assert left.marker.color == PAPER[0]


def test_an_arrow_points_where_the_company_went() -> None:
    back = MOVE._replace(
        from_city=MOVE.to_city,
        to_city=MOVE.from_city,
        from_lat=MOVE.to_lat,
        from_lon=MOVE.to_lon,
        to_lat=MOVE.from_lat,
        to_lon=MOVE.from_lon,
    )
    there, home = (arrow.marker.angle for arrow in move_map([MOVE, back], GROUND, MARKETS, DE).figure.data[1:3])
    assert -180 < there < -90, "south-west, in degrees clockwise from north"
    assert home - there == pytest.approx(180, abs=1)


def test_the_colours_have_a_key() -> None:
    key = colour_key([BRITAIN, JAPAN, JAPAN], MARKETS, DE)
    assert re.sub("<[^>]*>", "", key) == "● Japan  ● andere Länder" and JAPAN.colour in key
    assert colour_key([JAPAN], MARKETS, DE).count("●") == 1


def test_an_arrow_leads_from_town_to_town_and_the_second_is_bent_more() -> None:
    chart = move_map([MOVE, MOVE._replace(lane=2)], GROUND, MARKETS, DE)
    first, second = chart.figure.data[1:3]
    for arrow in (first, second):
        assert (arrow.lat[0], arrow.lon[0]) == pytest.approx((51.3, 6.85))
        assert (arrow.lat[-1], arrow.lon[-1]) == pytest.approx((51.22, 6.78))
        assert arrow.line.color == JAPAN.colour and set(arrow.customdata) == {"companies?company=c"}
        assert arrow.hovertext.startswith("<b>C &lt;b&gt;</b><br>")
        assert sum(size > 0 for size in arrow.marker.size) == 1
    assert first.lat[6] != second.lat[6]


def test_a_town_is_named_once_wherever_its_companies_come_from() -> None:
    near = MOVE._replace(to_lat=51.2232, to_lon=6.7793)
    far = near._replace(from_city="Basingstoke", from_lat=51.2625, from_lon=-1.0871)
    names = move_map([near, far], GROUND, MARKETS, DE).figure.data[-2]
    assert list(names.hovertext).count("Düsseldorf") == 1 and len(names.lat) == 3


def test_a_move_from_beyond_the_frame_enters_it_where_it_can_be_named() -> None:
    move = MOVE._replace(from_city="Berlin", from_lat=52.52, from_lon=13.41)
    arrow, names = move_map([move], GROUND, MARKETS, DE).figure.data[1:3]
    assert FRAME.west < arrow.lon[0] < FRAME.east and FRAME.south < arrow.lat[0] < FRAME.north
    slope = (arrow.lat[0] - 51.22) / (arrow.lon[0] - 6.78)
    assert slope == pytest.approx((52.52 - 51.22) / (13.41 - 6.78)), "still on the way to Berlin"
    assert "Berlin" in names.text and -110 < arrow.marker.angle < -60, "it comes from the east"


def test_rows_in_words() -> None:
    assert move_text(MOVE, DE) == "Ratingen → Düsseldorf, 2016 · 1.200 Arbeitsplätze"
    part = MOVE._replace(scope="part", area_sqm=3500)
    assert move_text(part, DE) == "Ratingen → Düsseldorf, 2016 · ein Teil · 1.200 Arbeitsplätze · 3.500 m²"
    assert gains(BALANCE, DE) == ["Düsseldorf +7", "Near ±0", "Neuss −3"]
