"""Panels of figures about people: a line for each market, a panel for each definition and region."""

from itertools import pairwise

import pandas as pd
import pytest

from dashboard.charts.palette import MARKETS, MUTED, OTHER
from dashboard.charts.talent_panels import line_dashes, market_panels, shown_text, stacked
from dashboard.speaking import language

DE, EN = language("de"), language("en")
NAMES = {"JP": "Japan", "CN": "China", "TR": "Turkey", "PL": "Poland", "all": "All countries"}


def series(*rows: tuple[int, str, int, float, str]) -> pd.DataFrame:
    """position, market, year, shown, qualifier."""
    frame = pd.DataFrame(rows, columns=["position", "market", "year", "shown", "qualifier"])
    names = frame["market"].map(NAMES)
    return frame.assign(
        region_name=[f"Region {position}" for position in frame["position"]], unit="count", name_en="Residents",
        name_de="Einwohner", market_en=names, market_de=names,
    )  # fmt: skip


TWO = series(
    (1, "JP", 2019, 6161, "exact"), (1, "JP", 2024, 7795, "exact"), (1, "CN", 2024, 6445, "approx"),
    (7, "JP", 1950, 5000, "exact"), (7, "JP", 1992, 7443, "exact"),
)  # fmt: skip


def test_a_line_for_each_market_in_its_own_panel_from_zero() -> None:
    chart = market_panels(TWO, "absolute", DE)
    assert [(trace.yaxis, trace.line.color) for trace in chart.data] == [
        ("y", MARKETS["JP"][0]), ("y", MARKETS["CN"][0]), ("y2", MARKETS["JP"][0]),
    ]  # fmt: skip
    assert [list(trace.y) for trace in chart.data] == [[6161, 7795], [6445], [5000, None, 7443]]
    assert chart.layout.yaxis.range[0] == chart.layout.yaxis2.range[0] == 0
    assert chart.layout.yaxis.range[1] > 7795 and chart.layout.yaxis2.range[1] > 7443


def test_panels_end_with_the_same_year_and_old_series_reach_back() -> None:
    chart = market_panels(TWO, "absolute", DE)
    assert list(chart.layout.xaxis.tickvals) == [2019, 2024]
    assert chart.layout.xaxis.range[0] < 2012 and chart.layout.xaxis2.range[0] < 1950
    assert chart.layout.xaxis.range[1] > 2024 and chart.layout.xaxis2.range[1] > 2024, "room for the names"


def test_heads_name_region_and_definition_and_lines_are_named_with_value_and_year() -> None:
    texts = [label.text for label in market_panels(TWO, "absolute", DE).layout.annotations]
    assert texts[0] == "<b>Region 1</b><br>Einwohner"
    assert texts[1].endswith("Japan <b>7.795</b> (2024)") and MARKETS["JP"][0] in texts[1]
    assert texts[2].endswith("China <b>≈\u202f6.445</b> (2024)")
    assert texts[4].endswith("Japan <b>7.443</b> (1992)")


def test_only_a_line_alone_carries_its_first_value() -> None:
    chart = market_panels(TWO, "absolute", EN)
    assert [list(trace.text) for trace in chart.data] == [["", ""], [""], ["5,000", None, ""]]


@pytest.mark.parametrize(
    ("first", "newest", "said"),
    [(600, 1000, ("600", "bottom right")), (1000, 600, ("1,000", "top right")), (43, 1000, ("", "bottom right"))],
)
def test_a_first_value_is_never_struck_through_by_its_line(first: int, newest: int, said: tuple[str, str]) -> None:
    line = market_panels(
        series((1, "JP", 2000, first, "exact"), (1, "JP", 2020, newest, "exact")), "absolute", EN
    ).data[0]
    assert (line.text[0], line.textposition) == said


def test_names_that_would_touch_are_moved_apart() -> None:
    close = series(*[(1, market, 2020, 1000 + number, "exact") for number, market in enumerate(NAMES)])
    chart = market_panels(close, "absolute", EN)
    places = sorted(label.y for label in chart.layout.annotations if label.yref == "y")
    assert min(b - a for a, b in pairwise(places)) > 60
    assert places[0] >= 0 and places[-1] <= chart.layout.yaxis.range[1]


def test_markets_without_a_colour_are_told_apart_by_dashes() -> None:
    rows = series((1, "JP", 2020, 1, "exact"), (1, "TR", 2020, 2, "exact"), (1, "PL", 2020, 3, "exact"))
    dashes = line_dashes(rows)
    assert dashes["JP"] == "solid" and dashes["TR"] != dashes["PL"]
    colours = [trace.line.color for trace in market_panels(rows, "absolute", EN).data]
    assert colours == [MARKETS["JP"][0], OTHER[0], OTHER[0]]
    assert market_panels(series((1, "all", 2020, 9, "exact")), "absolute", EN).data[0].line.color == MUTED[0]


@pytest.mark.parametrize(
    ("shown", "measure", "text"),
    [
        (7795, "absolute", "7.795"),
        (10.4, "per-1000", "10,4"),
        (0.774, "per-1000", "0,77"),
        (5989.2, "per-million", "5.989"),
    ],
)
def test_shown_text(shown: float, measure: str, text: str) -> None:
    row = {"shown": shown, "unit": "count", "qualifier": "exact"}
    assert shown_text(row, measure, DE) == text
    assert shown_text(row | {"qualifier": "approx"}, measure, DE) == f"≈\u202f{text}"


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_panels_do_not_overlap_wide_or_stacked(count: int) -> None:
    rows = pd.concat([TWO[TWO["position"] == 1].assign(position=number) for number in range(count)])
    chart = market_panels(rows, "absolute", EN)
    for layout in (chart.layout.to_plotly_json(), stacked(rows, "absolute", EN)):
        boxes = []
        for number in range(1, count + 1):
            suffix = "" if number == 1 else str(number)
            boxes.append((*layout[f"xaxis{suffix}"]["domain"], *layout[f"yaxis{suffix}"]["domain"]))
        for i, (left, right, low, high) in enumerate(boxes):
            assert 0 <= left < right <= 1 and 0 <= low < high <= 1
            for other in boxes[i + 1 :]:
                assert other[0] >= right or other[1] <= left or other[2] >= high or other[3] <= low


def test_on_a_phone_a_long_name_is_a_code() -> None:
    rows = series((1, "TR", 2020, 5, "exact")).assign(market_en="A very long name of a country")
    assert " TR <b>5</b>" in stacked(rows, "absolute", EN)["annotations"][1]["text"]
    assert "A very long name" in market_panels(rows, "absolute", EN).layout.annotations[1].text


def test_no_series() -> None:
    chart = market_panels(TWO.iloc[:0], "absolute", EN)
    assert not chart.data and chart.layout.height > 0
