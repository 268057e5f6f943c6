"""Bars per year for each market or kind."""

import pandas as pd

from dashboard.charts.palette import MARKETS, OTHER, PAPER
from dashboard.charts.relations import narrow, rhythm
from dashboard.speaking import language

EN = language("en")
NAMES = {"JP": "Japan", "FR": "France", "all": "All countries"}
ROWS = pd.DataFrame(
    [
        ("JP", 2019, False, "reception", 3, 4, 4, 8, 4),
        ("JP", 2019, False, "festival", 1, 4, 4, 8, 4),
        ("JP", 2026, False, "reception", 1, 1, 3, 8, 4),
        ("JP", 2026, True, "trade-fair", 2, 2, 3, 8, 4),
        ("JP", 2020, False, "trade-fair", 1, 1, 1, 8, 4),
        ("FR", 2020, False, "trade-fair", 1, 1, 1, 1, 1),
        ("all", 2028, True, "trade-fair", 1, 1, 1, 1, 1),
    ],
    columns=["row_code", "year", "coming", "kind", "events", "cell_events", "year_events", "row_events", "row_peak"],
)


def test_a_bar_is_as_long_as_its_events_and_coming_ones_stand_on_the_past() -> None:
    past, coming, _ = rhythm(ROWS, NAMES, EN).data
    bars = {key: (base, base + y) for key, base, y in zip(past.customdata, past.base, past.y, strict=True)}
    hollow = {key: (base, base + y) for key, base, y in zip(coming.customdata, coming.base, coming.y, strict=True)}
    assert set(bars) == {"JP|2019", "JP|2026", "JP|2020", "FR|2020"} and set(hollow) == {"JP|2026", "all|2028"}
    foot, top = bars["JP|2019"]
    assert round(foot - top, 9) == 4, "one axis unit is one event, in every row"
    assert bars["JP|2026"][1] == hollow["JP|2026"][0] and bars["JP|2026"][0] == foot
    assert round(hollow["JP|2026"][0] - hollow["JP|2026"][1], 9) == 2


def test_rows_do_not_touch() -> None:
    chart = rhythm(ROWS, NAMES, EN)
    feet = list(chart.layout.yaxis.tickvals)
    peaks = [4, 1, 1]
    tops = [foot - peak for foot, peak in zip(feet, peaks, strict=True)]
    assert all(top > foot for top, foot in zip(tops[1:], feet, strict=False))
    assert chart.layout.yaxis.range[0] >= feet[-1] and tops[0] > 0


def test_past_is_filled_coming_hollow_and_only_core_markets_have_colour() -> None:
    past, coming, _ = rhythm(ROWS, NAMES, EN).data
    colours = dict(zip(past.customdata, past.marker.color, strict=True))
    assert colours["JP|2019"] == MARKETS["JP"][0] and colours["FR|2020"] == OTHER[0]
    assert coming.marker.color == PAPER[0] and coming.marker.line.color[0] == MARKETS["JP"][0]


def test_words_carry_sums_and_kinds() -> None:
    chart = rhythm(ROWS, NAMES, EN)
    assert list(chart.layout.yaxis.ticktext) == ["Japan  <b>8</b>", "France  <b>1</b>", "All countries  <b>1</b>"]
    assert chart.data[0].hovertext[0] == "<b>Japan 2019</b>: 4 events<br>Reception 3<br>Festival 1"
    assert chart.data[1].hovertext[0] == "<b>Japan 2026</b>: 2 events (coming)<br>Trade fair 2"
    assert list(chart.data[2].text) == ["4"], "only bars of some height carry their number"


def test_few_years_are_not_stretched() -> None:
    one = ROWS[ROWS["year"] == 2020]
    low, high = rhythm(one, NAMES, EN).layout.xaxis.range
    assert high > 2020 and high - low > 10
    assert len(narrow(rhythm(ROWS, NAMES, EN))["xaxis"]["tickvals"]) < len(
        rhythm(ROWS, NAMES, EN).layout.xaxis.tickvals
    )


def test_nothing_is_drawn_of_nothing() -> None:
    assert [len(trace.x) for trace in rhythm(ROWS.head(0), NAMES, EN).data] == [0, 0, 0]
