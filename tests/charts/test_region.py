"""Maps of the region."""

import itertools
import math
import re

import pandas as pd
import pytest

from dashboard.charts.palette import LAND, MARKETS, OTHER, PAPER
from dashboard.charts.region import STEP, colour_key, site_map, town_map
from dashboard.charts.region_moves import balance_bars, balance_map, move_map, move_text, signed
from dashboard.speaking import language
from tests.charts.ground import FRAME, GROUND

DE = language("de")
TOWNS = pd.DataFrame(
    {
        "town": ["Düsseldorf", "Neuss", "Near"], "name_de": ["Düsseldorf", "Neuss", "Near"],
        "ags": ["05111000", "05162024", None], "lat": [51.22, 51.17, 51.221], "lon": [6.78, 6.69, 6.781],
        "companies": [1248, 21, 1], "arrivals": [9, 1, 1], "departures": [2, 4, 1], "net": [7, -3, 0],
    }
)  # fmt: skip
MOVE = {
    "company_id": "c", "name": "C", "market": "JP", "year": 2016, "from_de": "Ratingen", "to_de": "Düsseldorf",
    "from_lat": 51.3, "from_lon": 6.85, "to_lat": 51.22, "to_lon": 6.78, "jobs": 1200, "area_sqm": None, "place": 1,
    "scope": "whole", "market_de": "Japan",
}  # fmt: skip


def test_towns_are_toned_by_number_and_named_where_there_is_room() -> None:
    ground, labels, few = town_map(TOWNS, GROUND, DE).data
    assert list(ground.locations) == list(GROUND.towns.codes) and ground.z[0] == 1 > ground.z[1] > 0
    assert ground.colorscale[0][1] == LAND[0] and ground.colorscale[1][1] == OTHER[0]
    assert labels.text[0] == "Düsseldorf<br><b>1.248</b>" and (labels.meta, few.meta) == ("wide", "narrow")
    assert list(labels.textposition[:2]) == ["middle center"] * 2, "a name stands on its town"
    assert few.text[1] and few.textposition[1] == "bottom center", "or, where there is less room, beside its dot"
    assert few.marker.size[1] > few.marker.size[0]
    assert labels.text[2] == "" and labels.hovertext[2] == "Near<br><b>1</b>", "what has no room is told on touch"


def test_a_name_without_an_outline_has_a_dot_and_none_leaves_the_map() -> None:
    edges = TOWNS.head(2).assign(ags=[None, None], lat=[FRAME.south + 0.01, 51.2], lon=[6.8, FRAME.west + 0.01])
    labels = town_map(edges, GROUND, DE).data[1]
    assert list(labels.textposition) == ["top center", "middle right"] and min(labels.marker.size) > 1


def test_dots_do_not_cover_each_other_at_one_place_nor_beside_it() -> None:
    count = 260
    sites = pd.DataFrame(
        {"company_id": map(str, range(count)), "name": "n", "market": "JP", "market_de": "Japan",
         "town_de": "Düsseldorf", "since": None, "lat": [51.22] * 200 + [51.24] * 60, "lon": 6.78}
    )  # fmt: skip
    dots = site_map(sites, GROUND, DE).data[1]
    assert list(dots.customdata) == list(sites["company_id"])
    shrink = math.cos(math.radians(51.22))
    points = list(zip(dots.lat, [lon * shrink for lon in dots.lon], strict=True))
    assert min(math.dist(a, b) for a, b in itertools.combinations(points, 2)) >= STEP * 0.9
    assert points[0] == pytest.approx((51.22, 6.78 * shrink))


def test_gain_is_full_and_loss_hollow() -> None:
    circles = balance_map(TOWNS, GROUND, DE).data[1]
    assert circles.text[0] == "Düsseldorf <b>+7</b>" and circles.text[1] == "Neuss <b>−3</b>"
    assert circles.marker.color[0] != PAPER[0] == circles.marker.color[1]
    assert circles.marker.size[0] > circles.marker.size[1] > circles.marker.size[2]


def test_an_arrow_points_where_the_company_went() -> None:
    back = {side + rest: MOVE[other + rest] for side, other in (("from", "to"), ("to", "from"))
            for rest in ("_lat", "_lon", "_de")}  # fmt: skip
    chart = move_map(pd.DataFrame([MOVE, {**MOVE, **back}]), GROUND, DE)
    there, home = (arrow.marker.angle for arrow in chart.data[1:3])
    assert -180 < there < -90, "south-west, in degrees clockwise from north"
    assert home - there == pytest.approx(180, abs=1)


def test_the_colours_have_a_key() -> None:
    rows = pd.DataFrame({"market": ["GB", "JP"], "market_de": ["Vereinigtes Königreich", "Japan"]})
    assert re.sub("<[^>]*>", "", colour_key(rows, DE)) == "● Japan  ● andere Länder"


def test_an_arrow_leads_from_town_to_town_and_the_second_is_bent_more() -> None:
    chart = move_map(pd.DataFrame([MOVE, {**MOVE, "place": 2}]), GROUND, DE)
    first, second = chart.data[1:3]
    for arrow in (first, second):
        assert (arrow.lat[0], arrow.lon[0]) == pytest.approx((51.3, 6.85))
        assert (arrow.lat[-1], arrow.lon[-1]) == pytest.approx((51.22, 6.78))
        assert arrow.line.color == MARKETS["JP"][0] and set(arrow.customdata) == {"c"}
        assert sum(size > 0 for size in arrow.marker.size) == 1
    assert first.lat[6] != second.lat[6]


def test_a_move_from_beyond_the_frame_enters_it_where_it_can_be_named() -> None:
    move = {**MOVE, "from_de": "Berlin", "from_lat": 52.52, "from_lon": 13.41}
    chart = move_map(pd.DataFrame([move]), GROUND, DE)
    arrow, names = chart.data[1:3]
    assert FRAME.west < arrow.lon[0] < FRAME.east and FRAME.south < arrow.lat[0] < FRAME.north
    slope = (arrow.lat[0] - 51.22) / (arrow.lon[0] - 6.78)
    assert slope == pytest.approx((52.52 - 51.22) / (13.41 - 6.78)), "still on the way to Berlin"
    assert "Berlin" in names.text and -110 < arrow.marker.angle < -60, "it comes from the east"


def test_a_move_in_words() -> None:
    assert move_text(MOVE, DE) == "Ratingen → Düsseldorf, 2016 · 1.200 Arbeitsplätze"
    assert move_text({**MOVE, "scope": "part"}, DE) == "Ratingen → Düsseldorf, 2016 · ein Teil · 1.200 Arbeitsplätze"
    assert [signed(n, DE) for n in (3, 0, -2)] == ["+3", "±0", "−2"]


def test_bars_to_both_sides() -> None:
    came, left = balance_bars(TOWNS, DE).data
    assert list(came.x) == [9, 1, 1] and list(left.x) == [-2, -4, -1]
    assert left.marker.color == PAPER[0]
