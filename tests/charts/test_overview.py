"""The overview's charts: what goes in comes out, in the market's colour and the reader's numbers."""

from urllib.parse import unquote

import pandas as pd
import pytest

from dashboard.charts.overview import slopes, stacked, theme_bars
from dashboard.charts.palette import MARKETS, OTHER, market_colour
from dashboard.charts.sparkline import sparkline
from dashboard.charts.world import world_map
from dashboard.speaking import language

DE = language("de")


@pytest.fixture
def markets() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "market": ["JP", "GB"], "iso3": ["JPN", "GBR"], "name_en": ["Japan", "United Kingdom"],
            "name_de": ["Japan", "Vereinigtes Königreich"], "core": [True, False],
            "lat": [35.7, 51.5], "lon": [139.7, -0.1],
            "value": [1600.0, 400.0], "year": [2024, None], "qualifier": ["approx", "exact"],
        }
    )  # fmt: skip


CITY = (51.2232, 6.7793)


def test_world_circles_have_areas_in_proportion(markets: pd.DataFrame) -> None:
    circles = next(
        trace for trace in world_map(markets, CITY, DE).data if getattr(trace, "mode", None) == "markers+text"
    )
    assert circles.marker.size[0] / circles.marker.size[1] == pytest.approx(2)
    assert list(circles.marker.color) == [MARKETS["JP"][0], OTHER[0]]
    assert circles.text[0] == "Japan ≈\u202f1.600" and circles.text[1] == ""
    assert world_map(markets.assign(value=[400.0, 400.0]), CITY, DE).data[-2].text[1] == "Vereinigtes<br>Königreich 400"
    assert circles.hovertext[1] == "<b>Vereinigtes Königreich</b><br>400"


def test_on_the_stand_few_names_are_large_and_the_city_is_named(markets: pd.DataFrame) -> None:
    korea = markets.head(1).assign(market="KR", name_de="Südkorea", lat=37.6, lon=127.0, value=8.0)
    *_, circles, _, line, names = world_map(pd.concat([markets, korea]), CITY, DE, stage="Düsseldorf").data
    assert set(circles.text) == {""} and list(names.text) == ["Japan", "Südkorea", "<b>Düsseldorf</b>"]
    assert names.lat[0] == 35.7 and (names.lat[1], names.lon[1]) == (line.lat[1], line.lon[1]) != (37.6, 127.0)


def test_world_without_values_is_an_empty_map(markets: pd.DataFrame) -> None:
    assert not [trace for trace in world_map(markets.head(0), CITY, DE).data if trace.type == "scattergeo"]


@pytest.fixture
def studies() -> pd.DataFrame:
    rows = [("JP", True, 2010, 202), ("JP", True, 2022, 267), ("GB", False, 2010, 521), ("GB", False, 2022, 1704)]
    frame = pd.DataFrame(rows, columns=["market", "core", "year", "value"])
    return frame.assign(name_en=frame["market"], name_de=frame["market"])


def test_slopes_join_only_true_points(studies: pd.DataFrame) -> None:
    chart = slopes(studies, DE)
    assert {trace.customdata[0]: list(trace.y) for trace in chart.data} == {"JP": [202, 267], "GB": [521, 1704]}
    assert list(chart.layout.xaxis.tickvals) == [2010, 2022]
    assert [note.text for note in chart.layout.annotations] == ["JP <b>267</b>", "GB <b>1.704</b>"]
    assert chart.layout.yaxis.range[0] == 0


def test_a_line_over_a_study_that_does_not_name_the_market_is_dotted(studies: pd.DataFrame) -> None:
    between = studies.head(1).assign(market="GB", year=2019, value=500)
    dashes = {trace.customdata[0]: trace.line.dash for trace in slopes(pd.concat([studies, between]), DE).data}
    assert dashes == {"JP": "dot", "GB": "solid"}


def test_slope_labels_do_not_touch(studies: pd.DataFrame) -> None:
    studies.loc[studies["market"] == "GB", "value"] = [202, 268]
    heights = [note.y for note in slopes(studies, DE, height=400).layout.annotations]
    assert heights[1] - heights[0] > 268 * 1.06 * 15 / 400


def test_theme_bars_show_the_six_largest_from_the_top() -> None:
    rows = [("greentech", f"M{i}", 20 - i) for i in range(8)] + [("connectivity", "JP", 3)]
    themes = pd.DataFrame(rows, columns=["theme_id", "market", "companies"])
    for lang in ("en", "de"):
        themes[f"theme_{lang}"], themes[f"name_{lang}"] = themes["theme_id"], themes["market"]
    chart = theme_bars(themes, DE)
    assert [list(bar.x) for bar in chart.data] == [[15, 16, 17, 18, 19, 20], [3]]
    assert chart.data[1].marker.color[0] == market_colour("JP")
    phone = stacked(chart)
    assert phone["yaxis"]["domain"][0] >= phone["yaxis2"]["domain"][1]


def test_sparkline() -> None:
    assert sparkline([2020], [1]) == ""
    drawn = unquote(sparkline([2016, 2020], [5, 5]))
    assert drawn.startswith("<span") and drawn.count("L") == 1
    assert "L" not in unquote(sparkline([2010, 2020], [5, 5])), "too far apart to be joined"
