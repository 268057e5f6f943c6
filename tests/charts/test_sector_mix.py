"""Sectors against all markets, and arrivals by period."""

import pandas as pd

from dashboard.charts.palette import MARKETS
from dashboard.charts.sector_mix import FEW, PALE, SECTORS, arrival_mix, specialisation_bars
from dashboard.speaking import language

DE, EN = language("de"), language("en")
MIX = pd.DataFrame({
    "name_en": ["Energy", "Banking"], "name_de": ["Energie", "Banken"], "companies": [9, 2], "share": [0.3, 0.1],
    "share_all": [0.1, 0.2], "specialisation": [3.0, 0.5],
})  # fmt: skip
ARRIVALS = pd.DataFrame({
    "sector_id": ["steel", "energy", "energy"], "name_en": ["Steel", "Energy", "Energy"],
    "name_de": ["Stahl", "Energie", "Energie"], "period": [1, 3, 4], "arrivals": [1, 2, 6], "period_total": [2, 25, 18],
    "share": [0.5, 0.08, 1 / 3],
})  # fmt: skip
PERIODS = ["before 2000", "2000–2009", "2010–2019", "2020 on"]


def test_share_in_the_market_and_everywhere_with_number_and_quotient() -> None:
    bars, ticks, numbers = specialisation_bars(MIX, "CN", DE).data
    assert list(bars.x) == [0.3, 0.1] and list(ticks.x) == [0.1, 0.2]
    assert bars.marker.color == MARKETS["CN"][0]
    assert numbers.text[0] == "\u2002<b>9</b>  × 3"
    assert "20,0 %" in ticks.hovertext[1].replace("\xa0", " ")


def test_few_cases_are_said_and_pale() -> None:
    bars, _, numbers = specialisation_bars(MIX, "CN", EN).data
    assert list(bars.marker.opacity) == [1, PALE]
    assert "few cases" in numbers.text[1] and "few cases" not in numbers.text[0]
    assert (MIX["companies"] < FEW).tolist() == [False, True]


def test_numbers_stand_right_of_bar_and_tick() -> None:
    assert list(specialisation_bars(MIX, "CN", EN).data[2].x) == [0.3, 0.2]


def test_at_most_eight_sectors() -> None:
    many = pd.concat([MIX] * 6, ignore_index=True)
    assert len(specialisation_bars(many, "CN", EN).data[0].x) == SECTORS


def test_arrivals_stand_in_their_period_in_proportion_to_their_share() -> None:
    bars = arrival_mix(ARRIVALS, PERIODS, "CN", EN).data[0]
    assert list(bars.base) == [0, 2, 3]
    assert bars.x[0] / bars.x[1] == 0.5 / 0.08
    assert max(bars.x) < 1
    assert list(bars.y) == [0, 1, 1]
    assert list(bars.marker.opacity) == [PALE, 1, 1]


def test_periods_carry_their_number_of_arrivals() -> None:
    chart = arrival_mix(ARRIVALS, PERIODS, "CN", EN)
    assert list(chart.layout.xaxis.ticktext) == [
        f"<b>{name}</b><br>n = {n}" for name, n in zip(PERIODS, [2, 0, 25, 18], strict=True)
    ]
    assert list(chart.layout.yaxis.ticktext) == ["Steel", "Energy"]


def test_nothing_to_show() -> None:
    assert len(specialisation_bars(MIX.iloc[:0], "CN", EN).data[0].x) == 0
    assert len(arrival_mix(ARRIVALS.iloc[:0], PERIODS, "CN", EN).data[0].x) == 0
