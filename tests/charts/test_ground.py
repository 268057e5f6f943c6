"""The frame of the maps of the region, and what is drawn beneath them."""

import math

import pytest

from dashboard.charts.ground import Outlines
from dashboard.charts.palette import LAND, PAPER
from tests.charts.ground import FRAME, GROUND


def test_a_frame_fills_its_box_in_one_direction_and_keeps_its_shape() -> None:
    across, down = FRAME.pixels(2000, 300)
    assert down * (FRAME.north - FRAME.south) == pytest.approx(300)
    assert across / down == pytest.approx(math.cos(math.radians(51.205)))
    across, _ = FRAME.pixels(130, 3000)
    assert across * (FRAME.east - FRAME.west) == pytest.approx(130)


def test_a_frame_is_widened_to_both_sides_and_never_narrowed() -> None:
    wide = FRAME.shaped(2)
    assert (wide.south, wide.north) == (FRAME.south, FRAME.north)
    assert FRAME.west - wide.west == pytest.approx(wide.east - FRAME.east) and wide.east > FRAME.east
    across, down = wide.pixels(1000, 1000)
    assert across * (wide.east - wide.west) == pytest.approx(2 * down * (wide.north - wide.south))
    assert FRAME.shaped(0.5) == FRAME


def test_towns_stand_on_the_paler_areas_around_them() -> None:
    pale, towns = type(GROUND)(FRAME, GROUND.towns, Outlines(("0", "1"), "/around.json")).traces([0.5, 1])
    assert (pale.geojson, towns.geojson) == ("/around.json", "/assets/shapes/v/towns.json")
    assert list(pale.locations) == ["0", "1"] and list(towns.locations) == list(GROUND.towns.codes)
    assert pale.marker.opacity < towns.marker.opacity == 1 and list(towns.z) == [0.5, 1]
    assert towns.colorscale[0][1] == LAND[0] and towns.marker.line.color == PAPER[0]


def test_without_areas_around_only_towns_are_drawn() -> None:
    (towns,) = GROUND.traces()
    assert list(towns.z) == [0, 0]
