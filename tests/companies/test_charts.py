"""Bars that filter."""

from dashboard.app_pages.companies.charts import PALE, Bar, facet_bars
from dashboard.charts.palette import OTHER
from dashboard.speaking import language

DE = language("de")
COLOUR = "#123456"


def test_bars_carry_numbers_colours_and_where_a_click_leads() -> None:
    rows = [Bar("Japan", 1400, "companies?market=JP", colour=COLOUR), Bar("Vereinigtes Königreich", 32, "elsewhere")]
    bars = facet_bars(rows, DE).figure.data[0]
    assert list(bars.y) == [1400, 32] and list(bars.customdata) == ["companies?market=JP", "elsewhere"]
    assert list(bars.text) == ["<b>1.400</b>", "<b>32</b>"]
    assert list(bars.marker.color) == [COLOUR, OTHER[0]]
    assert list(bars.marker.opacity) == [1, 1]


def test_what_is_not_chosen_is_pale() -> None:
    bars = facet_bars([Bar("A", 1, "a", is_shown=False), Bar("B", 2, "b")], DE).figure.data[0]
    assert list(bars.marker.opacity) == [PALE, 1]
