"""Arrivals by period."""

from dashboard.charts.arrival_mix import arrival_mix
from dashboard.charts.base import PALE
from dashboard.questions.market import ArrivalsRow
from dashboard.speaking import language
from dashboard.values import market

EN = language("en")
CHINA = market("CN", colour="#b9860f")
NAMES = {"steel": "Steel", "energy": "Energy & water"}
PERIODS = ["before 2000", "2000–2009", "2010–2019", "2020 on"]


def row(sector: str, period: int, arrivals: int, total: int) -> ArrivalsRow:
    return ArrivalsRow(sector, 2010, period, arrivals, total, arrivals / total, 45, 50, ())


ARRIVALS = (row("steel", 1, 1, 2), row("energy", 3, 2, 25), row("energy", 4, 6, 18))


def test_arrivals_stand_in_their_period_in_proportion_to_their_share() -> None:
    bars = arrival_mix(ARRIVALS, NAMES, PERIODS, CHINA, EN).figure.data[0]
    assert list(bars.base) == [0, 2, 3]
    assert bars.x[0] / bars.x[1] == 0.5 / 0.08
    assert max(bars.x) < 1
    assert list(bars.y) == [0, 1, 1]
    assert list(bars.marker.opacity) == [PALE, 1, 1] and bars.marker.color == CHINA.colour


def test_periods_carry_their_number_of_arrivals() -> None:
    axes = arrival_mix(ARRIVALS, NAMES, PERIODS, CHINA, EN).figure.layout
    assert list(axes.xaxis.ticktext) == [
        f"<b>{name}</b><br>n = {n}" for name, n in zip(PERIODS, [2, 0, 25, 18], strict=True)
    ]
    assert list(axes.yaxis.ticktext) == ["Steel", "Energy &amp; water"]


def test_nothing_to_show() -> None:
    assert len(arrival_mix((), {}, PERIODS, CHINA, EN).figure.data[0].x) == 0
