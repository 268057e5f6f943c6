"""Panels on their way into charts: numbers below zero, hedges, the order of periods."""

from typing import NamedTuple

import pytest

from dashboard.briefing.deck.chart_axes import tick
from dashboard.briefing.deck.drawn import Drawn
from dashboard.briefing.deck.looks import Looks
from dashboard.briefing.deck.slide import Charts
from dashboard.briefing.deck.tongues import Tongue, tag
from dashboard.content.figure import Figure
from dashboard.content.plotted import Form, Panel, Plotted, Series, panels
from dashboard.speaking import language
from tests.briefing.decks import about, charts, file_of, opened
from tests.made import within


def drawn(*numbers: float, unit: str = "count", sign: str = "") -> Drawn:
    """One series of these numbers."""
    points = tuple((f"x{at}", number) for at, number in enumerate(numbers))
    panel = Panel("", (Series("s", points, unit=unit, hedges={points[-1][0]: sign} if sign else {}),))
    return Drawn(Charts(Form.BARS, (panel,), "alt"), panel, Looks(), Tongue("en"))


def test_lowest_and_highest() -> None:
    assert (drawn(3, 7).lowest, drawn(3, 7).highest) == (0, 7)
    assert (drawn(-3, 7).lowest, drawn(-3, -1).highest) == (-3, 0)


@pytest.mark.parametrize(
    ("numbers", "unit", "expected"),
    [([1000], "count", "#,##0"), ([0.5], "count", "#,##0.0"), ([0.5], "share", "0%"), ([0.14], "index", "0.00")],
)
def test_numbers_look_as_their_unit_says(numbers: list[float], unit: str, expected: str) -> None:
    assert drawn(*numbers, unit=unit).number_format == expected


def test_a_number_that_is_not_exact_says_so() -> None:
    own = drawn(400, 400, sign="≈\u202f")
    [series] = own.panel.series
    assert own.hedged(series, "x1") == '"≈\u202f"#,##0' and own.hedged(series, "x0") == "#,##0"


class Row(NamedTuple):
    """A published value."""

    year: int
    market: str
    value: float
    qualifier: str


def test_equal_numbers_keep_hedges_of_their_own() -> None:
    rows = (Row(2020, "JP", 650.0, "approx"), Row(2020, "KR", 650.0, "exact"), Row(2021, "KR", 650.0, "more-than"))
    [panel] = panels(rows, Plotted(Form.LINES, x=("year",), y=("value",), by=("market",)), language("en"))
    assert [dict(one.hedges) for one in panel.series] == [{2020: "≈\u202f"}, {2021: ">\u202f"}]
    [bars] = panels(rows[:2], Plotted(Form.BARS, x=("market",), y=("value",)), language("en"))
    assert list(bars.series[0].hedges) == [bars.categories[0]]


@pytest.mark.parametrize("highest", [0, 0.33, 1, 7, 60, 99, 1800, 230_000])
def test_there_are_a_few_lines(highest: float) -> None:
    assert highest == 0 or 3 <= highest / tick(highest) < 7.5


def test_rounded_numbers_are_marked_in_the_chart() -> None:
    rounded = {
        (row.year, float(row.value))
        for figure in within(about("compare", "en", "JP", "KR").chapters)
        if isinstance(figure, Figure) and figure.key == "compared"
        for row in figure.rows
        if row.qualifier == "approx"
    }
    [chart, *_] = charts(opened(file_of("compare", "en", "JP", "KR")))
    formats = [
        found.get("formatCode") for found in chart._chartSpace.iter("{*}dLbl") for found in found.iter("{*}numFmt")
    ]
    assert rounded and any(one.startswith('"≈') for one in formats)


def test_periods_stand_in_their_order() -> None:
    told = about("market", "de", "JP")
    [figure] = [one for one in within(told.chapters) if isinstance(one, Figure) and one.key == "market-arrivals"]
    found = [chart for chart in charts(opened(file_of("market", "de", "JP"))) if len(chart.plots[0].categories) == 4]
    assert [list(chart.plots[0].categories) for chart in found if len(chart.plots[0].series) > 4] == [
        ["vor 2000", "2000–2009", "2010–2019", "ab 2020"]
    ]
    assert sorted({row.period for row in figure.rows}) == [1, 2, 3, 4]


@pytest.mark.parametrize(("code", "expected"), [("de", "de-DE"), ("ja", "ja-JP"), ("zh", "zh-CN"), ("ko", "ko-KR")])
def test_languages_are_tagged(code: str, expected: str) -> None:
    assert tag(code) == expected


def test_east_asian_letters_are_of_the_language_that_they_tell() -> None:
    assert list(Tongue("de", "KR").pieces("Kia 기아 AG")) == [
        ("Kia ", "de-DE", ""),
        ("기아", "ko-KR", "Malgun Gothic"),
        (" AG", "de-DE", ""),
    ]
    assert [piece[1] for piece in Tongue("en", "JP").pieces("日本")] == ["ja-JP"]
    assert [piece[1] for piece in Tongue("en").pieces("日本")] == ["zh-CN"]
    assert [piece[1] for piece in Tongue("en", "CN").pieces("トヨタ自動車")] == ["ja-JP"]
