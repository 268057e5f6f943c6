"""The overview's charts: what goes in comes out, in the market's colour and the reader's numbers."""

from urllib.parse import unquote

import pytest

from dashboard.app_pages.overview.charts import slopes, theme_bars
from dashboard.charts.palette import OTHER
from dashboard.charts.sparkline import sparkline
from dashboard.charts.world import world_map
from dashboard.questions.overview import StudiesRow, ThemesRow, WorldRow
from dashboard.speaking import language
from dashboard.values import Hedge, Market, market

DE = language("de")
CITY = (51.2232, 6.7793)
JP = market("JP", iso3="JPN", core=True, colour="#b5301a", dark="#ef5b34")
KR = market(
    "KR", iso3="KOR", core=True, colour="#2350c4", dark="#5c8df6", stage_side="bottom left", stage_spot=(21, 127)
)
GB = market("GB", iso3="GBR")


def circle(of: Market, lat: float, lon: float, value: float, year: int | None, hedge: Hedge = Hedge.EXACT) -> WorldRow:
    return WorldRow(of, lat, lon, value, year, hedge, ())


MARKETS = [circle(JP, 35.7, 139.7, 1600.0, 2024, Hedge.APPROX), circle(GB, 51.5, -0.1, 400.0, None)]


def test_world_circles_have_areas_in_proportion() -> None:
    drawn = world_map(MARKETS, CITY, DE).figure.data
    circles = next(trace for trace in drawn if getattr(trace, "mode", None) == "markers+text")
    assert circles.marker.size[0] / circles.marker.size[1] == pytest.approx(2)
    assert list(circles.marker.color) == [JP.colour, OTHER[0]]
    assert circles.text[0] == "Japan ≈\u202f1.600, 2024" and circles.text[1] == ""
    assert circles.hovertext[1] == "<b>Vereinigtes Königreich</b><br>400"
    assert circles.customdata[1] == "market?market=GB"


def test_the_largest_others_are_named_and_one_year_is_not_repeated() -> None:
    level = [circle(JP, 35.7, 139.7, 400.0, 2024), circle(GB, 51.5, -0.1, 400.0, 2024)]
    assert world_map(level, CITY, DE).figure.data[-3].text == ("Japan 400", "Vereinigtes<br>Königreich 400")


def test_on_the_stand_few_names_are_large_and_the_city_is_named() -> None:
    rows = [*MARKETS, circle(KR, 37.6, 127.0, 8.0, 2024)]
    *_, circles, _, line, names = world_map(rows, CITY, DE, stage="Averne").figure.data
    assert set(circles.text) == {""} and list(names.text) == ["Japan", "Südkorea", "<b>Averne</b>"]
    assert names.lat[0] == 35.7 and (names.lat[1], names.lon[1]) == (line.lat[1], line.lon[1]) == KR.stage_spot


@pytest.mark.parametrize("capital", [(-35.3, 149.1), (-41.3, 174.8), (-34.6, -58.4), (64.1, -21.9), (-13.8, -171.8)])
@pytest.mark.parametrize("city", [CITY, (-33.9, 18.4), (21.3, -157.9), (35.7, 139.7)])
def test_every_circle_and_arc_lies_within_the_frame(capital: tuple[float, float], city: tuple[float, float]) -> None:
    """Canberra, Wellington, Buenos Aires, Reykjavík, Apia, seen from Europe, Cape Town, Honolulu, Tokyo."""
    figure = world_map([*MARKETS, circle(GB, *capital, 8.0, 2024)], city, DE).figure
    south, north = figure.layout.geo.lataxis.range
    west, east = figure.layout.geo.lonaxis.range
    middle = figure.layout.geo.projection.rotation.lon
    assert middle - 180 <= west < east <= middle + 180
    for trace in (trace for trace in figure.data if trace.type == "scattergeo"):
        assert south <= min(trace.lat) and max(trace.lat) <= north
        assert all(west <= lon <= east or west <= lon + 360 <= east for lon in trace.lon)


def test_world_without_values_is_an_empty_map() -> None:
    assert not [trace for trace in world_map([], CITY, DE).figure.data if trace.type == "scattergeo"]


def study(of: Market, year: int, value: float) -> StudiesRow:
    return StudiesRow(of, "companies-commercial-register", "IHK-DUS", year, value, Hedge.EXACT, "a")


STUDIES = [study(JP, 2010, 202), study(GB, 2010, 521), study(GB, 2022, 1704), study(JP, 2022, 267)]


def test_slopes_join_only_true_points() -> None:
    chart = slopes(STUDIES, DE).figure
    assert {trace.customdata[0]: list(trace.y) for trace in chart.data} == {"JP": [202, 267], "GB": [521, 1704]}
    assert list(chart.layout.xaxis.tickvals) == [2010, 2022]
    names = [note.text for note in chart.layout.annotations]
    assert names == ["Japan <b>267</b>", "Vereinigtes Königreich <b>1.704</b>"]
    assert chart.layout.yaxis.range[0] == 0


def test_a_line_over_a_study_that_does_not_name_the_market_is_dotted() -> None:
    chart = slopes([*STUDIES, study(GB, 2019, 500)], DE).figure
    assert {trace.customdata[0]: trace.line.dash for trace in chart.data} == {"JP": "dot", "GB": "solid"}


def test_slope_labels_do_not_touch() -> None:
    level = [study(JP, 2010, 202), study(GB, 2010, 202), study(GB, 2022, 268), study(JP, 2022, 267)]
    heights = [note.y for note in slopes(level, DE).figure.layout.annotations]
    assert heights[1] - heights[0] > 268 * 1.06 * 15 / 400


def test_theme_bars_show_the_six_largest_from_the_top() -> None:
    rows = [ThemesRow("greentech", market(f"M{i}"), 20 - i, ()) for i in range(8)]
    chart = theme_bars([*rows, ThemesRow("connectivity", JP, 3, ())], DE)
    assert [list(bar.x) for bar in chart.figure.data] == [[15, 16, 17, 18, 19, 20], [3]]
    assert chart.figure.data[1].marker.color[0] == JP.colour
    assert chart.narrow and chart.narrow["yaxis"]["domain"][0] >= chart.narrow["yaxis2"]["domain"][1]


def test_sparkline() -> None:
    assert sparkline([2020], [1]) == ""
    drawn = unquote(sparkline([2016, 2020], [5, 5]))
    assert drawn.startswith("<span") and drawn.count("L") == 1
    solid, dotted = unquote(sparkline([2010, 2020], [5, 5])).split("<path")[1:]
    assert "L" not in solid and "stroke-dasharray" in dotted, "too far apart to be joined, and still one line"
