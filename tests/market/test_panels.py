"""Small multiples."""

import pytest

from dashboard.app_pages.market.charts.panels import SHOWN, panels
from dashboard.charts.panels import SPAN
from dashboard.questions.market import SeriesRow
from dashboard.speaking import language
from dashboard.values import Hedge, Unit, market
from tests.charts.panels import assert_apart

DE, EN = language("de"), language("en")
KOREA = market("KR", colour="#2350c4")


def row(
    position: int,
    year: int,
    value: float,
    *,
    unit: Unit = Unit.COUNT,
    hedge: Hedge = Hedge.EXACT,
    indicator: str = "residents-nationals",
) -> SeriesRow:
    return SeriesRow(position, True, indicator, "people", "DUS", unit, year, value, hedge, False, "", ())


ONE = (row(1, 2015, 6161), row(1, 2020, 6700), row(1, 2024, 7795))
TWO = (*ONE, row(4, 2023, 36, unit=Unit.EUR_M, hedge=Hedge.APPROX), row(4, 2024, 60, unit=Unit.EUR_M))


def test_each_series_has_a_panel_of_its_own_from_zero() -> None:
    chart = panels(TWO, KOREA, DE).figure
    assert len(chart.data) == SHOWN
    assert [trace.yaxis for trace in chart.data[:2]] == ["y", "y2"]
    assert chart.layout.yaxis.range[0] == chart.layout.yaxis2.range[0] == 0
    assert chart.layout.yaxis.range[1] > 7795
    assert chart.data[0].line.color == KOREA.colour


def test_newest_value_is_written_and_the_first_where_there_is_room() -> None:
    chart = panels(TWO, KOREA, DE).figure
    assert list(chart.data[0].text) == ["6.161", "", "<b>7.795</b>"]
    assert list(chart.data[1].text) == ["", "<b>60</b>"] and chart.data[1].hovertext[0] == "2023: ≈\u202f36"
    assert list(chart.layout.xaxis.tickvals) == [2015, 2024]


def test_panels_end_with_the_same_year_and_old_series_reach_back() -> None:
    old = [row(9, 1971, 43), row(9, 2019, 500, hedge=Hedge.APPROX)]
    axes = panels([*old, *TWO], KOREA, EN).figure.layout
    first, second = axes.xaxis.range, axes.xaxis2.range
    assert first[0] < 1971 and 2024 - SPAN - 2 < second[0] <= 2024 - SPAN
    assert first[1] > 2024 and second[1] > 2024


def test_heads_name_definition_region_and_unit() -> None:
    heads = [head.text for head in panels(TWO, KOREA, EN).figure.layout.annotations]
    name = EN.name("indicator_types", "residents-nationals")
    assert [head.replace("<br>", " ") for head in heads] == [
        f"<b>{name}</b> Düsseldorf",
        f"<b>{name}</b> Düsseldorf · EUR million",
    ]


def test_at_most_six_panels_in_the_order_of_the_rows() -> None:
    kinds = ["students-nationality", *["residents-nationals"] * 6]
    order = zip((5, 1, 2, 3, 4, 6, 7), kinds, strict=True)
    many = [row(n, year, 5, indicator=kind) for n, kind in order for year in (2020, 2024)]
    heads = [head.text for head in panels(many, KOREA, EN).figure.layout.annotations]
    assert heads[0].startswith(f"<b>{EN.name('indicator_types', 'students-nationality')[:20]}") and len(heads) == SHOWN


@pytest.mark.parametrize("count", [1, 2, 4, 6])
def test_panels_do_not_overlap_wide_or_stacked(count: int) -> None:
    chart = panels([row(n, each.year, each.value) for n in range(count) for each in ONE], KOREA, EN)
    assert chart.narrow
    for layout in (chart.figure.layout.to_plotly_json(), chart.narrow):
        assert_apart(layout, count)


def test_no_series() -> None:
    assert panels((), KOREA, EN).figure.layout.height > 0
