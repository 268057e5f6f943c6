"""Published counts: one line per definition, labelled, broken where years are missing."""

from dashboard.app_pages.market.charts.published import SHOWN, YEARS, in_view, published_lines
from dashboard.charts.base import GAP
from dashboard.charts.palette import OTHER
from dashboard.questions.market import CompanyCountsRow
from dashboard.speaking import language
from dashboard.values import Hedge, Market, market

DE, EN = language("de"), language("en")
JAPAN = market("JP", colour="#b5301a")
DISTANCE = {"DUS": 1, "NRW": 4}


def row(position: int, region: str, year: int, value: float, hedge: Hedge = Hedge.EXACT) -> CompanyCountsRow:
    indicator = "companies-city-count" if region == "DUS" else "companies-state-agency"
    return CompanyCountsRow(position, indicator, region, DISTANCE[region], year, value, hedge, "", ())


TWO = (
    row(1, "DUS", 2019, 390),
    row(1, "DUS", 2024, 1400, Hedge.APPROX),
    row(2, "NRW", 2020, 650, Hedge.MORE_THAN),
)


def test_every_definition_is_a_line_of_its_own() -> None:
    lines = published_lines(TWO, JAPAN, EN).figure.data
    assert len(lines) == SHOWN
    assert [list(trace.x) for trace in lines[:2]] == [[2019, 2024], [2020]]
    assert lines[0].line.color == JAPAN.colour
    assert lines[0].line.width > lines[1].line.width
    assert (lines[0].marker.symbol, lines[1].marker.symbol) == ("circle", "triangle-up")
    assert published_lines(TWO, Market("NO"), EN).figure.data[0].line.color == OTHER[0]


def test_each_line_is_named_with_number_definition_region_and_hedged_value() -> None:
    chart = published_lines(TWO, JAPAN, DE).figure
    labels = [label.text for label in chart.layout.annotations]
    assert "<b>1 ≈\u202f1.400 (2024)</b> Düsseldorf<br>Unternehmen (Angabe der Stadt)" in labels
    assert any(
        text.startswith("<b>2 >\u202f650 (2020)</b> Nordrhein-Westfalen<br>Unternehmen in NRW") for text in labels
    )
    assert "1.400" in chart.data[0].hovertext[1]


def test_a_long_gap_breaks_the_line() -> None:
    years = [2004, 2005 + GAP, 2006 + GAP]
    rows = [row(1, "DUS", year, value) for year, value in zip(years, (80, 90, 95), strict=True)]
    line = published_lines(rows, JAPAN, EN).figure.data[0]
    assert list(line.y) == [80, None, 90, 95] and list(line.x) == [years[0], None, *years[1:]]
    assert line.hovertext[1] is None and "95" in line.hovertext[3]
    close = [row(1, "DUS", 2010, 80), row(1, "DUS", 2010 + GAP, 90)]
    assert None not in list(published_lines(close, JAPAN, EN).figure.data[0].y)


def test_only_the_newest_years_and_the_first_series_are_in_view() -> None:
    rows = [row(1, "DUS", 1966, 68), *[row(n, "DUS", 2024, n) for n in range(1, SHOWN + 3)]]
    seen = in_view(rows)
    assert min(shown.year for shown in seen) >= 2024 - YEARS
    assert {shown.position for shown in seen} == set(range(1, SHOWN + 1))
    assert len(published_lines(rows, JAPAN, EN).figure.layout.annotations) == SHOWN


def test_counts_start_at_zero_and_labels_have_room() -> None:
    rows = [row(n, "DUS", 2024, 100 + n) for n in range(1, SHOWN + 1)]
    chart = published_lines(rows, JAPAN, EN, 100).figure
    assert chart.layout.yaxis.range[0] == 0
    places = sorted(label.ay for label in chart.layout.annotations)
    assert places[-1] <= chart.layout.yaxis.range[1]
    assert chart.layout.height > 100


def test_on_a_phone_the_labels_are_the_numbers() -> None:
    narrow = published_lines(TWO, JAPAN, EN).narrow
    assert narrow and [mark["text"] for mark in narrow["annotations"]] == ["<b>1</b>", "<b>2</b>"]


def test_no_series() -> None:
    assert len(published_lines((), JAPAN, EN).figure.layout.annotations) == 0
