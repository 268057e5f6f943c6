"""Concentration by period."""

from dashboard.app_pages.sectors.charts import concentration_bars
from dashboard.charts.base import PALE
from dashboard.questions.sectors import ConcentrationRow
from dashboard.speaking import language
from dashboard.values import market

PERIODS = ["before 2000", "2000–2009", "2010–2019", "2020 on"]
CHINA = market("CN", colour="#b9860f")


def row(period: int, arrivals: int, own: float, everywhere: float) -> ConcentrationRow:
    return ConcentrationRow(period, arrivals, 3, own, everywhere, ())


def test_columns_stand_at_their_period_and_few_cases_are_pale() -> None:
    rows = [row(1, 2, 0.5, 0.1), row(3, 25, 0.094, 0.2)]
    bars, every, values = concentration_bars(rows, PERIODS, CHINA, language("de")).figure.data
    assert list(bars.x) == list(every.x) == [0, 2]
    assert list(bars.y) == [0.5, 0.094] and list(every.y) == [0.1, 0.2]
    assert list(values.text) == ["<b>0,50</b>", "<b>0,09</b>"] and values.y[0] > 0.5
    assert 0.094 < values.y[1] < 0.2, "on its column: the line is far above"
    assert list(bars.marker.opacity) == [PALE, 1] and bars.marker.color == CHINA.colour


def test_the_axis_names_every_period_with_its_number() -> None:
    rows = [row(4, 1234, 0.1, 0.1)]
    texts = concentration_bars(rows, PERIODS, CHINA, language("en")).figure.layout.xaxis.ticktext
    assert [text.split("<br>")[1] for text in texts] == ["n = 0", "n = 0", "n = 0", "n = 1,234"]


def test_a_value_close_below_the_line_stands_above_it() -> None:
    rows = [row(1, 20, 0.06, 0.08)]
    *_, values = concentration_bars(rows, PERIODS, CHINA, language("de")).figure.data
    assert values.y[0] > 0.08
