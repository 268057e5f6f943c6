"""Bars that filter."""

import pandas as pd

from dashboard.charts.facets import PALE, facet_bars
from dashboard.charts.palette import MARKETS, OTHER
from dashboard.speaking import language

DE = language("de")
ROWS = pd.DataFrame({"value": ["JP", "GB"], "name": ["Japan", "Vereinigtes Königreich"], "companies": [1400, 32]})


def test_bars_carry_values_numbers_and_market_colours() -> None:
    bars = facet_bars(ROWS, (), DE, markets=True).data[0]
    assert list(bars.y) == [1400, 32] and list(bars.customdata) == ["JP", "GB"]
    assert list(bars.text) == ["<b>1.400</b>", "<b>32</b>"]
    assert list(bars.marker.color) == [MARKETS["JP"][0], OTHER[0]]
    assert list(bars.marker.opacity) == [1, 1]


def test_what_is_not_chosen_is_pale_and_only_markets_have_colour() -> None:
    bars = facet_bars(ROWS, ("GB",), DE, markets=False).data[0]
    assert list(bars.marker.opacity) == [PALE, 1]
    assert set(bars.marker.color) == {OTHER[0]}


def test_no_rows_no_bars() -> None:
    assert len(facet_bars(ROWS.head(0), (), DE, markets=False).data[0].x) == 0
