"""The colours that are no market's, each light and dark. A market's own pair stands in `data/markets.csv`.

It is used for that market everywhere and for nothing else. The pairs stay apart under protanopia, deuteranopia and
tritanopia (Machado et al. 2009) and reach 3:1 against the paper; tests/charts/test_palette.py measures both.
"""

from collections.abc import Iterable

from dashboard.values import Market

PAPER = ("#FAFAF7", "#14161A")
INK = ("#1C1917", "#ECE9E2")
MUTED = ("#6B645E", "#A5A19A")
RULE = ("#E7E5E0", "#33363D")
LAND = ("#E9E7E1", "#2A2D33")
OTHER = ("#B3ADA0", "#77736B")
DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")  # tell lines of one colour apart

BASE = (PAPER, INK, MUTED, RULE, LAND, OTHER)


def twins(markets: Iterable[Market]) -> dict[str, str]:
    """Colour on light paper -> its twin on dark, of all that charts use."""
    return dict(BASE) | {market.colour: market.dark for market in markets if market.colour}


def colour(market: Market) -> str:
    """The market's colour on light paper (charts are drawn light; the browser swaps in the dark twin)."""
    return market.colour or OTHER[0]
