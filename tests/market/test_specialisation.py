"""Sectors against all markets."""

from dashboard.app_pages.market.charts.specialisation import SECTORS, specialisation_bars
from dashboard.charts.base import FEW, PALE
from dashboard.questions.market import SectorMixRow
from dashboard.speaking import language
from dashboard.values import market

DE, EN = language("de"), language("en")
CHINA = market("CN", colour="#b9860f")
MIX = (
    SectorMixRow("energy-environment", 9, 30, 200, 0.3, 0.1, 3.0, ()),
    SectorMixRow("banking-insurance", 2, 30, 200, 0.1, 0.2, 0.5, ()),
)


def test_share_in_the_market_and_everywhere_with_number_and_quotient() -> None:
    bars, ticks, numbers = specialisation_bars(MIX, CHINA, DE).figure.data
    assert list(bars.x) == [0.3, 0.1] and list(ticks.x) == [0.1, 0.2]
    assert bars.marker.color == CHINA.colour
    assert numbers.text[0] == "\u2002<b>9</b>  × 3"
    assert "20,0 %" in ticks.hovertext[1].replace("\xa0", " ")


def test_few_cases_are_said_and_pale() -> None:
    bars, _, numbers = specialisation_bars(MIX, CHINA, EN).figure.data
    assert list(bars.marker.opacity) == [1, PALE]
    assert "few cases" in numbers.text[1] and "few cases" not in numbers.text[0]
    assert [row.companies < FEW for row in MIX] == [False, True]


def test_numbers_stand_right_of_bar_and_tick() -> None:
    chart = specialisation_bars(MIX, CHINA, EN)
    assert list(chart.figure.data[2].x) == [0.3, 0.2]
    assert chart.narrow and chart.narrow["xaxis"]["range"][1] > chart.figure.layout.xaxis.range[1]


def test_at_most_eight_sectors_by_name() -> None:
    chart = specialisation_bars(MIX * 6, CHINA, EN).figure
    assert len(chart.data[0].x) == SECTORS
    assert chart.layout.yaxis.ticktext[0].replace("<br>", " ") == EN.name("sectors", MIX[0].sector_id).replace(
        "&", "&amp;"
    )


def test_nothing_to_show() -> None:
    assert len(specialisation_bars((), CHINA, EN).figure.data[0].x) == 0
