"""Small multiples."""

import pandas as pd
import pytest

from dashboard.charts.palette import MARKETS
from dashboard.charts.panels import SHOWN, SPAN, panels, stacked
from dashboard.speaking import language

DE, EN = language("de"), language("en")


def series(*rows: tuple[int, str, int, float, str]) -> pd.DataFrame:
    """position, unit, year, value, qualifier."""
    frame = pd.DataFrame(rows, columns=["position", "unit", "year", "value", "qualifier"])
    return frame.assign(region_name="Düsseldorf", name_en="Residents", name_de="Einwohner")


TWO = series(
    (1, "count", 2015, 6161, "exact"), (1, "count", 2020, 6700, "exact"), (1, "count", 2024, 7795, "exact"),
    (4, "eur-m", 2023, 36, "approx"), (4, "eur-m", 2024, 60, "exact"),
)  # fmt: skip


def test_each_series_has_a_panel_of_its_own_from_zero() -> None:
    chart = panels(TWO, "KR", DE)
    assert len(chart.data) == SHOWN
    assert [trace.yaxis for trace in chart.data[:2]] == ["y", "y2"]
    assert chart.layout.yaxis.range[0] == chart.layout.yaxis2.range[0] == 0
    assert chart.layout.yaxis.range[1] > 7795
    assert chart.data[0].line.color == MARKETS["KR"][0]


def test_newest_value_is_written_and_the_first_where_there_is_room() -> None:
    chart = panels(TWO, "KR", DE)
    assert list(chart.data[0].text) == ["6.161", "", "<b>7.795</b>"]
    assert list(chart.data[1].text) == ["", "<b>60</b>"]
    assert list(chart.layout.xaxis.tickvals) == [2015, 2024]


def test_panels_end_with_the_same_year_and_old_series_reach_back() -> None:
    old = series((1, "count", 1971, 43, "exact"), (1, "count", 2019, 500, "approx"))
    chart = panels(pd.concat([old, TWO.assign(position=TWO["position"] + 1)]), "JP", EN)
    first, second = chart.layout.xaxis.range, chart.layout.xaxis2.range
    assert first[0] < 1971 and 2024 - SPAN - 2 < second[0] <= 2024 - SPAN
    assert first[1] > 2024 and second[1] > 2024


def test_heads_name_definition_region_and_unit() -> None:
    heads = [head.text for head in panels(TWO, "KR", EN).layout.annotations]
    assert heads == ["<b>Residents</b><br>Düsseldorf", "<b>Residents</b><br>Düsseldorf · EUR million"]


def test_at_most_six_panels_in_the_order_of_the_rows() -> None:
    many = pd.concat([TWO[TWO["position"] == 1].assign(position=n, name_en=f"S{n}") for n in (5, 1, 2, 3, 4, 6, 7)])
    heads = [head.text for head in panels(many, "KR", EN).layout.annotations]
    assert heads[0].startswith("<b>S5") and len(heads) == SHOWN


@pytest.mark.parametrize("count", [1, 2, 4, 6])
def test_panels_do_not_overlap_wide_or_stacked(count: int) -> None:
    rows = pd.concat([TWO[TWO["position"] == 1].assign(position=n) for n in range(count)])
    chart = panels(rows, "KR", EN)
    layouts = [chart.layout.to_plotly_json(), stacked(chart)]
    for layout in layouts:
        boxes = []
        for number in range(1, count + 1):
            suffix = "" if number == 1 else str(number)
            boxes.append((*layout[f"xaxis{suffix}"]["domain"], *layout[f"yaxis{suffix}"]["domain"]))
        for i, (left, right, low, high) in enumerate(boxes):
            assert 0 <= left < right <= 1 and 0 <= low < high <= 1
            for other in boxes[i + 1 :]:
                assert other[0] >= right or other[1] <= left or other[2] >= high or other[3] <= low


def test_no_series() -> None:
    assert panels(TWO.iloc[:0], "KR", EN).layout.height > 0
