"""Charts that put markets side by side."""

import pandas as pd
import pytest

from dashboard.charts.compare import MOST, compared_lines, ranking, sector_heatmap, shown_text
from dashboard.charts.palette import OTHER, market_colour
from dashboard.speaking import language

DE, EN = language("de"), language("en")


@pytest.fixture
def values() -> pd.DataFrame:
    rows = [("JP", 2010, 200.0), ("JP", 2022, 260.0), ("FR", 2010, 100.0), ("NL", 2022, 90.0), ("NL", 2023, None)]
    frame = pd.DataFrame(rows, columns=["market", "year", "shown"])
    return frame.assign(
        name_en=frame["market"],
        name_de=frame["market"],
        unit="count",
        qualifier="approx",
        shown_qualifier="approx",
        core=False,
    )


def test_lines_show_published_points_only_and_always_as_many_traces(values: pd.DataFrame) -> None:
    chart = compared_lines(values, "absolute", DE)
    assert len(chart.data) == MOST
    assert [(list(t.x), list(t.y)) for t in chart.data[:3]] == [
        ([2010, None, 2022], [200, None, 260]),  # twelve years apart: nobody knows what was between
        ([2010], [100]),
        ([2022], [90]),
    ]
    assert [t.line.color for t in chart.data[:3]] == [market_colour("JP"), OTHER[0], OTHER[0]]
    assert chart.data[1].line.dash != chart.data[2].line.dash, "grey markets are told apart"
    assert {note.text for note in chart.layout.annotations} == {"<b>JP</b>", "<b>FR</b> 2010", "<b>NL</b>"}


def test_hedges_are_shown_in_every_measure() -> None:
    assert shown_text(700, "absolute", "count", "approx", DE) == "≈\u202f700"
    assert shown_text(0.125, "share", "count", "more-than", EN) == ">\u202f12.5%"
    assert shown_text(1234.6, "index", "count", "exact", DE) == "1.235"


def test_ranking_is_largest_on_top_and_names_the_year_where_they_differ(values: pd.DataFrame) -> None:
    rows = values.dropna(subset=["shown"]).groupby("market").tail(1).sort_values("shown", ascending=False)
    same = ranking(rows.assign(common=True), "absolute", DE).data[0]
    assert list(same.y) == ["NL", "FR", "JP"] and list(same.customdata) == ["NL", "FR", "JP"]
    assert "(2022)" in ranking(rows.assign(common=False), "absolute", DE).data[0].text[-1]


def test_heatmap_shows_counts_and_shades_shares() -> None:
    rows = pd.DataFrame(
        {"sector_id": ["a", "a", "b"], "sector_de": ["A", "A", "B"], "sector_en": ["A", "A", "B"],
         "market": ["JP", "CN", "JP"], "companies": [3, 1, 2], "market_companies": [5, 1, 5], "share": [0.6, 1.0, 0.4]}
    )  # fmt: skip
    heat = sector_heatmap(rows, {"CN": "China", "JP": "Japan"}, DE).data[0]
    assert list(heat.x) == ["China", "Japan"] and list(heat.y) == ["B", "A"]
    assert [list(line) for line in heat.text] == [["", "2"], ["1", "3"]]
    assert [list(line) for line in heat.z] == [[0, 0.4], [1.0, 0.6]]
