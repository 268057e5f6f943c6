"""Concentration by period."""

import pandas as pd

from dashboard.charts.concentration import concentration_bars
from dashboard.charts.palette import MARKETS
from dashboard.charts.sector_mix import PALE
from dashboard.language import language

PERIODS = ["before 2000", "2000–2009", "2010–2019", "2020 on"]


def test_columns_stand_at_their_period_and_few_cases_are_pale() -> None:
    rows = pd.DataFrame(
        {"period": [1, 3], "arrivals": [2, 25], "herfindahl": [0.5, 0.094], "herfindahl_all": [0.1, 0.2]}
    )
    bars, every, values = concentration_bars(rows, PERIODS, "CN", language("de")).data
    assert list(bars.x) == list(every.x) == [0, 2]
    assert list(bars.y) == [0.5, 0.094] and list(every.y) == [0.1, 0.2]
    assert list(values.text) == ["<b>0,50</b>", "<b>0,09</b>"] and values.y[0] > 0.5
    assert 0.094 < values.y[1] < 0.2, "on its column: the line is far above"
    assert list(bars.marker.opacity) == [PALE, 1] and bars.marker.color == MARKETS["CN"][0]


def test_the_axis_names_every_period_with_its_number() -> None:
    rows = pd.DataFrame({"period": [4], "arrivals": [1234], "herfindahl": [0.1], "herfindahl_all": [0.1]})
    texts = concentration_bars(rows, PERIODS, "CN", language("en")).layout.xaxis.ticktext
    assert [text.split("<br>")[1] for text in texts] == ["n = 0", "n = 0", "n = 0", "n = 1,234"]


def test_a_value_close_below_the_line_stands_above_it() -> None:
    rows = pd.DataFrame({"period": [1], "arrivals": [20], "herfindahl": [0.06], "herfindahl_all": [0.08]})
    *_, values = concentration_bars(rows, PERIODS, "CN", language("de")).data
    assert values.y[0] > 0.08
