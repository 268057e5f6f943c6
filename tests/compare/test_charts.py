"""Charts that put markets side by side."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from dashboard.app_pages.compare.charts.heatmap import sector_heatmap
from dashboard.app_pages.compare.charts.lines import compared_lines
from dashboard.app_pages.compare.charts.ranking import ranking_bars
from dashboard.app_pages.compare.measure import Mode, shown_text
from dashboard.charts.palette import DASHES, OTHER
from dashboard.questions.compare import RankingRow, SectorsRow, ValuesRow
from dashboard.speaking import language
from dashboard.values import Hedge, Market, Text, Unit, market

DE, EN = language("de"), language("en")
JAPAN, FRANCE, DUTCH = market("JP", colour="#b5301a"), market("FR"), market("NL")


def value(of: Market, year: int, shown: float | None) -> ValuesRow:
    hedge = None if shown is None else Hedge.APPROX
    published = (of, year, 1.0, 1.0, 1.0, Unit.COUNT, Hedge.APPROX, Text())
    return ValuesRow(*published, "s", "publisher", "title", "https://example.org", shown, hedge, ("s",))


@pytest.fixture
def values() -> list[ValuesRow]:
    return [
        value(JAPAN, 2010, 200),
        value(JAPAN, 2022, 260),
        value(FRANCE, 2010, 100),
        value(DUTCH, 2022, 90),
        value(DUTCH, 2023, None),
    ]


def test_lines_show_published_points_only_and_always_as_many_traces(values: list[ValuesRow]) -> None:
    chart = compared_lines(values, Mode.ABSOLUTE, DE).figure
    assert len(chart.data) == len(DASHES)
    assert [(list(t.x), list(t.y)) for t in chart.data[:3]] == [
        ([2010, None, 2022], [200, None, 260]),  # twelve years apart: nobody knows what was between
        ([2010], [100]),
        ([2022], [90]),
    ]
    assert [t.line.color for t in chart.data[:3]] == [JAPAN.colour, OTHER[0], OTHER[0]]
    assert chart.data[1].line.dash != chart.data[2].line.dash, "grey markets are told apart"
    assert [note.text for note in chart.layout.annotations] == [
        "<b>Japan</b>",
        "<b>Frankreich</b> 2010",
        "<b>Niederlande</b>",
    ]


def test_six_grey_lines_are_all_told_apart() -> None:
    chart = compared_lines([value(market(code), 2020, 5) for code in "ABCDEF"], Mode.ABSOLUTE, EN).figure
    assert {trace.line.dash for trace in chart.data} == set(DASHES)


def test_on_a_phone_the_year_stands_below_a_long_name(values: list[ValuesRow]) -> None:
    phone = compared_lines([value(DUTCH, 2010, 80), *values[:2]], Mode.ABSOLUTE, EN).narrow
    assert phone is not None
    assert [note["text"] for note in phone["annotations"]] == ["<b>Netherlands</b><br>2010", "<b>Japan</b>"]


def test_labels_of_lines_that_end_together_do_not_touch() -> None:
    of_market = [value(market(code), 2020, shown) for code, shown in {"FR": 100, "NL": 101, "GB": 102}.items()]
    chart = compared_lines(of_market, Mode.ABSOLUTE, DE).figure
    places = [note.ay for note in chart.layout.annotations]
    line = 15.6 * 102 * 1.08 / (chart.layout.height - chart.layout.margin.t - chart.layout.margin.b)
    assert min(above - below for below, above in pairwise(places)) > line
    assert [note.y for note in chart.layout.annotations] == [100, 101, 102], "each is led to its line"


def test_hedges_are_shown_in_every_measure() -> None:
    assert shown_text(700, Unit.COUNT, Hedge.APPROX, Mode.ABSOLUTE, DE) == "≈\u202f700"
    assert shown_text(0.125, Unit.COUNT, Hedge.MORE_THAN, Mode.SHARE, EN) == ">\u202f12.5%"
    assert shown_text(1234.6, Unit.COUNT, Hedge.EXACT, Mode.INDEX, DE) == "1.235"
    assert shown_text(12, Unit.EUR_M, Hedge.EXACT, Mode.PER_MILLION, EN) == "12"


def ranked(common: bool) -> Sequence[RankingRow]:
    """Largest first."""
    return [
        RankingRow(of, year, shown, shown, Unit.COUNT, Hedge.EXACT, ("s",), common, 3, 3)
        for of, year, shown in [(JAPAN, 2022, 260.0), (FRANCE, 2010, 100.0), (DUTCH, 2022, 90.0)]
    ]


def test_ranking_is_largest_on_top_and_names_the_year_where_they_differ() -> None:
    same = ranking_bars(ranked(common=True), Mode.ABSOLUTE, DE).figure.data[0]
    assert list(same.y) == ["Niederlande", "Frankreich", "Japan"] and list(same.text) == ["90", "100", "260"]
    assert list(same.customdata) == [f"market?market={code}" for code in ("NL", "FR", "JP")]
    assert same.hoverinfo != "skip", "Plotly would not hear the click"
    assert list(same.marker.color) == [OTHER[0], OTHER[0], JAPAN.colour]
    assert ranking_bars(ranked(common=False), Mode.ABSOLUTE, DE).figure.data[0].text[-1] == "260 (2022)"


def test_heatmap_shows_counts_and_shades_shares() -> None:
    rows = [
        SectorsRow("it-software", JAPAN, 3, 5, 0.6, 4, ("s",)),
        SectorsRow("it-software", market("CN"), 1, 1, 1.0, 4, ("s",)),
        SectorsRow("automotive-mobility", JAPAN, 2, 5, 0.4, 2, ("s",)),
    ]
    heat = sector_heatmap(rows, ["CN", "KR", "JP"], DE).figure.data[0]
    assert list(heat.x) == ["China", "Japan"], "in the order chosen, without those that have no company"
    assert heat.y[-1] == "IT &amp; Software"
    assert [list(line) for line in heat.text] == [["", "2"], ["1", "3"]]
    assert [list(line) for line in heat.z] == [[0, 0.4], [1.0, 0.6]]
    assert heat.hovertext[0][0] == "" and heat.hovertext[1][1].endswith("<br>3 / 5 (60\xa0%)")
