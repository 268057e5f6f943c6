"""Bars per year for each market or kind."""

from dashboard.app_pages.relations.charts.rhythm import cell, rhythm_bars
from dashboard.charts.palette import OTHER, PAPER
from dashboard.link import go
from dashboard.questions.relations import RhythmRow
from dashboard.speaking import language
from dashboard.values import Market, market

EN = language("en")
NAMES = {"JP": "Japan", "FR": "France & co", "all": "All countries"}
JAPAN = market("JP", colour="#b5301a")


def row(
    own: Market, year: int, coming: bool, kind: str, events: int, of_cell: int, of_year: int, of_row: int, peak: int
) -> RhythmRow:
    return RhythmRow(str(own), own, year, coming, kind, events, of_cell, of_year, of_row, peak, ())


ROWS = [
    row(JAPAN, 2019, False, "reception", 3, 4, 4, 8, 4),
    row(JAPAN, 2019, False, "festival", 1, 4, 4, 8, 4),
    row(JAPAN, 2020, False, "trade-fair", 1, 1, 1, 8, 4),
    row(JAPAN, 2026, False, "reception", 1, 1, 3, 8, 4),
    row(JAPAN, 2026, True, "trade-fair", 2, 2, 3, 8, 4),
    row(Market("FR"), 2020, False, "trade-fair", 1, 1, 1, 1, 1),
    row(Market("all"), 2028, True, "trade-fair", 1, 1, 1, 1, 1),
]


def opened_by(code: str, year: int) -> str:
    return go("relations", cell=cell(code, year)).encoded()


JP_2019, JP_2020, JP_2026 = (opened_by("JP", year) for year in (2019, 2020, 2026))
FR_2020, ALL_2028 = opened_by("FR", 2020), opened_by("all", 2028)


def test_a_bar_is_as_long_as_its_events_and_coming_ones_stand_on_the_past() -> None:
    past, coming, _ = rhythm_bars(ROWS, NAMES, EN).figure.data
    bars = {key: (base, base + y) for key, base, y in zip(past.customdata, past.base, past.y, strict=True)}
    hollow = {key: (base, base + y) for key, base, y in zip(coming.customdata, coming.base, coming.y, strict=True)}
    assert set(bars) == {JP_2019, JP_2020, JP_2026, FR_2020} and set(hollow) == {JP_2026, ALL_2028}
    foot, top = bars[JP_2019]
    assert round(foot - top, 9) == 4, "one axis unit is one event, in every row"
    assert bars[JP_2026][1] == hollow[JP_2026][0] and bars[JP_2026][0] == foot
    assert round(hollow[JP_2026][0] - hollow[JP_2026][1], 9) == 2


def test_rows_do_not_touch() -> None:
    look = rhythm_bars(ROWS, NAMES, EN).figure.layout
    feet = list(look.yaxis.tickvals)
    peaks = [4, 1, 1]
    tops = [foot - peak for foot, peak in zip(feet, peaks, strict=True)]
    assert all(top > foot for top, foot in zip(tops[1:], feet, strict=False))
    assert look.yaxis.range[0] >= feet[-1] and tops[0] > 0


def test_past_is_filled_coming_hollow_and_only_core_markets_have_colour() -> None:
    past, coming, _ = rhythm_bars(ROWS, NAMES, EN).figure.data
    colours = dict(zip(past.customdata, past.marker.color, strict=True))
    assert colours[JP_2019] == JAPAN.colour and colours[FR_2020] == OTHER[0]
    assert coming.marker.color == PAPER[0] and coming.marker.line.color[0] == JAPAN.colour


def test_rows_that_are_no_markets_are_grey() -> None:
    by_kind = [RhythmRow("festival", None, 2020, False, "festival", 2, 2, 2, 2, 2, ())]
    bars = rhythm_bars(by_kind, {"festival": "Festival"}, EN).figure.data[0]
    assert list(bars.marker.color) == [OTHER[0]] and bars.customdata[0] == opened_by("festival", 2020)


def test_words_carry_sums_and_kinds() -> None:
    chart = rhythm_bars(ROWS, NAMES, EN).figure
    names = ["Japan  <b>8</b>", "France &amp; co  <b>1</b>", "All countries  <b>1</b>"]
    assert list(chart.layout.yaxis.ticktext) == names
    assert chart.data[0].hovertext[0] == "<b>Japan 2019</b>: 4 events<br>Reception 3<br>Festival 1"
    assert chart.data[1].hovertext[0] == "<b>Japan 2026</b>: 2 events (coming)<br>Trade fair 2"
    assert chart.data[0].hovertext[3] == "<b>France &amp; co 2020</b>: 1 event<br>Trade fair 1"
    assert list(chart.data[2].text) == ["4"], "only bars of some height carry their number"
    assert list(chart.data[2].x) == [2019]


def test_few_years_are_not_stretched_and_a_phone_names_fewer() -> None:
    one = [ROWS[5]]
    low, high = rhythm_bars(one, NAMES, EN).figure.layout.xaxis.range
    assert high > 2020 and high - low > 10
    chart = rhythm_bars(ROWS, NAMES, EN)
    wide, narrow = list(chart.figure.layout.xaxis.tickvals), (chart.narrow or {})["xaxis"]["tickvals"]
    assert set(narrow) < set(wide) and narrow[-1] == wide[-1] and narrow == sorted(narrow)
