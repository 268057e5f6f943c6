"""Published counts: one line per definition, labelled, broken where years are missing."""

import pandas as pd

from dashboard.charts.base import GAP
from dashboard.charts.palette import MARKETS, OTHER
from dashboard.charts.published_lines import SHOWN, YEARS, in_view, numbered, published_lines
from dashboard.speaking import language

DE, EN = language("de"), language("en")


def series(*rows: tuple[int, str, int, float, str]) -> pd.DataFrame:
    """position, region, year, value, qualifier."""
    frame = pd.DataFrame(rows, columns=["position", "region", "year", "value", "qualifier"])
    frame["region_name"] = frame["region"].str.lower()
    frame["name_en"] = "Count " + frame["position"].astype(str)
    frame["name_de"] = "Zählung " + frame["position"].astype(str)
    return frame


TWO = series((1, "DUS", 2019, 390, "exact"), (1, "DUS", 2024, 1400, "approx"), (2, "NRW", 2020, 650, "more-than"))


def test_every_definition_is_a_line_of_its_own() -> None:
    chart = published_lines(TWO, "JP", EN)
    assert len(chart.data) == SHOWN
    assert [list(trace.x) for trace in chart.data[:2]] == [[2019, 2024], [2020]]
    assert chart.data[0].line.color == MARKETS["JP"][0]
    assert chart.data[0].line.width > chart.data[1].line.width
    assert chart.data[0].marker.symbol != chart.data[1].marker.symbol
    assert published_lines(TWO, "NO", EN).data[0].line.color == OTHER[0]


def test_each_line_is_named_with_number_definition_region_and_hedged_value() -> None:
    labels = [label.text for label in published_lines(TWO, "JP", DE).layout.annotations]
    assert "<b>1 ≈\u202f1.400 (2024)</b> dus<br>Zählung 1" in labels
    assert "<b>2 >\u202f650 (2020)</b> nrw<br>Zählung 2" in labels
    assert "1.400" in published_lines(TWO, "JP", DE).data[0].hovertext[1]


def test_a_long_gap_breaks_the_line() -> None:
    years = [2004, 2005 + GAP, 2006 + GAP]
    rows = series(*[(1, "DUS", year, value, "exact") for year, value in zip(years, (80, 90, 95), strict=True)])
    line = published_lines(rows, "JP", EN).data[0]
    assert list(line.y) == [80, None, 90, 95] and list(line.x) == [years[0], None, *years[1:]]
    assert line.hovertext[1] is None and "95" in line.hovertext[3]
    close = series((1, "DUS", 2010, 80, "exact"), (1, "DUS", 2010 + GAP, 90, "exact"))
    assert None not in list(published_lines(close, "JP", EN).data[0].y)


def test_only_the_newest_years_and_the_first_series_are_in_view() -> None:
    rows = series((1, "DUS", 1966, 68, "exact"), *[(n, "DUS", 2024, n, "exact") for n in range(1, SHOWN + 3)])
    seen = in_view(rows)
    assert seen["year"].min() >= 2024 - YEARS
    assert set(seen["position"]) == set(range(1, SHOWN + 1))
    assert len(published_lines(rows, "JP", EN).layout.annotations) == SHOWN


def test_counts_start_at_zero_and_labels_have_room() -> None:
    rows = series(*[(n, "DUS", 2024, 100 + n, "exact") for n in range(1, SHOWN + 1)])
    chart = published_lines(rows, "JP", EN, 100)
    assert chart.layout.yaxis.range[0] == 0
    places = sorted(label.ay for label in chart.layout.annotations)
    assert places[-1] <= chart.layout.yaxis.range[1]
    assert chart.layout.height > 100


def test_on_a_phone_the_labels_are_the_numbers() -> None:
    overrides = numbered(published_lines(TWO, "JP", EN))
    assert [mark["text"] for mark in overrides["annotations"]] == ["<b>1</b>", "<b>2</b>"]


def test_no_series() -> None:
    assert len(published_lines(TWO.iloc[:0], "JP", EN).layout.annotations) == 0
