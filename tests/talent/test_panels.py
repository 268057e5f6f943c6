"""Panels of figures about people: a line for each market, a panel for each definition and region."""

from itertools import pairwise
from typing import Any

import pytest

from dashboard.app_pages.talent.charts.lines import line_dashes
from dashboard.app_pages.talent.charts.panels import market_panels
from dashboard.app_pages.talent.measure import Measure, shown
from dashboard.charts.palette import MUTED, OTHER
from dashboard.language import Language, Vocabulary
from dashboard.questions.talent import SeriesRow
from dashboard.values import Hedge, Text, Unit, market
from tests.charts.panels import assert_apart

NAMES = {"JP": "Japan", "CN": "China", "TR": "Turkey", "PL": "Poland", "all": "All countries", "XX": "A" * 40 + "<b>"}
TEXTS = {
    ("markets", "name"): {code: Text(name, name) for code, name in NAMES.items()},
    ("regions", "name"): {"one": Text("Region 1", "Region 1"), "seven": Text("Region 7", "Region 7")},
    ("indicator_types", "name"): {"residents": Text("Residents", "Einwohner")},
}
DE, EN = (Language(code, Vocabulary("made up", TEXTS)) for code in ("de", "en"))
MARKETS = {code: market(code) for code in NAMES} | {
    "JP": market("JP", colour="#b5301a"),
    "CN": market("CN", colour="#b9860f"),
}


def row(position: int, code: str, year: int, value: float, hedge: Hedge = Hedge.EXACT) -> SeriesRow:
    return SeriesRow(
        position=position,
        drawable=True,
        is_main=False,
        distance=1,
        indicator_id="residents",
        region="one" if position == 1 else "seven",
        market=MARKETS[code],
        year=year,
        value=value,
        unit=Unit.COUNT,
        qualifier=hedge,
        shown=value,
        inhabitants=None,
        is_latest=False,
        source_id="s",
        source_ids=("s",),
    )


TWO = [
    row(1, "JP", 2019, 6161),
    row(1, "JP", 2024, 7795),
    row(1, "CN", 2024, 6445, Hedge.APPROX),
    row(7, "JP", 1950, 5000),
    row(7, "JP", 1992, 7443),
]


def wide(rows: list[SeriesRow], lang: Language = EN) -> Any:
    return market_panels(rows, Measure.ABSOLUTE, lang).figure


def narrow(rows: list[SeriesRow]) -> dict[str, Any]:
    return market_panels(rows, Measure.ABSOLUTE, EN).narrow or {}


def test_a_line_for_each_market_in_its_own_panel_from_zero() -> None:
    chart = wide(TWO)
    japan, china = MARKETS["JP"].colour, MARKETS["CN"].colour
    assert [(trace.yaxis, trace.line.color) for trace in chart.data] == [("y", japan), ("y", china), ("y2", japan)]
    assert [list(trace.y) for trace in chart.data] == [[6161, 7795], [6445], [5000, None, 7443]]
    assert chart.layout.yaxis.range[0] == chart.layout.yaxis2.range[0] == 0
    assert chart.layout.yaxis.range[1] > 7795 and chart.layout.yaxis2.range[1] > 7443


def test_panels_end_with_the_same_year_and_old_series_reach_back() -> None:
    chart = wide(TWO)
    assert list(chart.layout.xaxis.tickvals) == [2019, 2024]
    assert chart.layout.xaxis.range[0] < 2012 and chart.layout.xaxis2.range[0] < 1950
    assert chart.layout.xaxis.range[1] > 2024 and chart.layout.xaxis2.range[1] > 2024, "room for the names"


def test_heads_name_region_and_definition_and_lines_are_named_with_value_and_year() -> None:
    texts = [label.text for label in wide(TWO, DE).layout.annotations]
    assert texts[0] == "<b>Region 1</b><br>Einwohner"
    assert texts[1].endswith("Japan <b>7.795</b> (2024)") and MARKETS["JP"].colour in texts[1]
    assert texts[2].endswith("China <b>≈\u202f6.445</b> (2024)")
    assert texts[4].endswith("Japan <b>7.443</b> (1992)")


def test_only_a_line_alone_carries_its_first_value() -> None:
    assert [list(trace.text) for trace in wide(TWO).data] == [["", ""], [""], ["5,000", None, ""]]


@pytest.mark.parametrize(
    ("first", "newest", "said"),
    [(600, 1000, ("600", "bottom right")), (1000, 600, ("1,000", "top right")), (43, 1000, ("", "bottom right"))],
)
def test_a_first_value_is_never_struck_through_by_its_line(first: int, newest: int, said: tuple[str, str]) -> None:
    line = wide([row(1, "JP", 2000, first), row(1, "JP", 2020, newest)]).data[0]
    assert (line.text[0], line.textposition) == said


def test_names_that_would_touch_are_moved_apart() -> None:
    chart = wide([row(1, code, 2020, 1000 + number) for number, code in enumerate(NAMES)])
    places = sorted(label.y for label in chart.layout.annotations if label.yref == "y")
    assert min(b - a for a, b in pairwise(places)) > 60
    assert places[0] >= 0 and places[-1] <= chart.layout.yaxis.range[1]


def test_markets_without_a_colour_are_told_apart_by_dashes() -> None:
    rows = [row(1, "JP", 2020, 1), row(1, "TR", 2020, 2), row(1, "PL", 2020, 3)]
    dashes = line_dashes(row.market for row in rows)
    assert dashes[MARKETS["JP"]] == "solid" and dashes[MARKETS["TR"]] != dashes[MARKETS["PL"]]
    colours = [trace.line.color for trace in wide(rows).data]
    assert colours == [MARKETS["JP"].colour, OTHER[0], OTHER[0]]
    assert wide([row(1, "all", 2020, 9)]).data[0].line.color == MUTED[0]


@pytest.mark.parametrize(
    ("value", "measure", "text"),
    [
        (7795, Measure.ABSOLUTE, "7.795"),
        (10.4, Measure.PER_1000, "10,4"),
        (0.774, Measure.PER_1000, "0,77"),
        (5989.2, Measure.PER_MILLION, "5.989"),
    ],
)
def test_a_value_in_its_measure(value: float, measure: Measure, text: str) -> None:
    assert shown(row(1, "JP", 2020, value), measure, DE) == text
    assert shown(row(1, "JP", 2020, value, Hedge.APPROX), measure, DE) == f"≈\u202f{text}"


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_panels_do_not_overlap_wide_or_on_a_phone(count: int) -> None:
    rows = [row(number, "JP", year, 9) for number in range(count) for year in (2019, 2024)]
    for layout in (wide(rows).layout.to_plotly_json(), narrow(rows)):
        assert_apart(layout, count)


def test_on_a_phone_a_long_name_is_a_code() -> None:
    rows = [row(1, "XX", 2020, 5)]
    assert " XX <b>5</b>" in narrow(rows)["annotations"][1]["text"]
    assert "A" * 40 in wide(rows).layout.annotations[1].text


def test_names_are_escaped() -> None:
    chart = wide([row(1, "XX", 2020, 5)])
    assert "A&lt;b&gt;" in chart.layout.annotations[1].text and "A&lt;b&gt;</b>" in chart.data[0].hovertext[0]


def test_no_row() -> None:
    chart = market_panels([], Measure.ABSOLUTE, EN).figure
    assert not chart.data and chart.layout.height > 0
