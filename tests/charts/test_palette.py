"""The market colours under simulated colour blindness (Machado, Oliveira and Fernandes 2009) and on paper."""

import itertools
import sys
import warnings

import numpy as np
import pytest

from dashboard.charts.palette import INK, MUTED, OTHER, PAPER
from dashboard.charts.palette import colour as colour_of
from dashboard.values import Market
from dashboard.warehouse import Warehouse

BEFORE = set(sys.modules)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import colour
    from colour.blindness import matrix_cvd_Machado2009
for name in set(sys.modules) - BEFORE:
    if getattr(sys.modules[name], "__spec__", None) is None:
        del sys.modules[name]  # a stand-in of it for a library that is not there, which others would take for that

KINDS = [None, "Protanomaly", "Deuteranomaly", "Tritanomaly"]
APART = 11  # CIEDE2000; about 2 is just noticeable side by side


@pytest.fixture
def core(served: Warehouse) -> dict[str, Market]:
    """The core markets of the shipped facts."""
    return {code: market for code, market in served.markets.items() if market.core}


def linear(hex_colour: str) -> np.ndarray:
    return np.asarray(colour.models.eotf_sRGB(np.array(colour.notation.HEX_to_RGB(hex_colour))))


def seen(hex_colour: str, kind: str | None) -> np.ndarray:
    rgb = linear(hex_colour)
    if kind:
        rgb = np.clip(np.asarray(matrix_cvd_Machado2009(kind, 1.0)) @ rgb, 0, 1)
    return np.asarray(colour.XYZ_to_Lab(colour.RGB_to_XYZ(rgb, "sRGB")))


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio."""
    weights = np.array([0.2126, 0.7152, 0.0722])
    low, high = sorted(float(linear(c) @ weights) for c in (one, other))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
def test_markets_stay_apart(core: dict[str, Market], kind: str | None, mode: int) -> None:
    for (a, first), (b, second) in itertools.combinations(core.items(), 2):
        one, other = ((pair.colour, pair.dark)[mode] for pair in (first, second))
        distance = colour.delta_E(seen(one, kind), seen(other, kind), method="CIE 2000")
        assert distance > APART, (a, b, kind, distance)


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
def test_contrast_on_paper(core: dict[str, Market], mode: int) -> None:
    assert all(contrast((market.colour, market.dark)[mode], PAPER[mode]) >= 3 for market in core.values())
    assert contrast(INK[mode], PAPER[mode]) >= 7
    assert contrast(MUTED[mode], PAPER[mode]) >= 4.5


def test_only_core_markets_have_a_colour(served: Warehouse, core: dict[str, Market]) -> None:
    assert core and len({colour_of(market) for market in core.values()}) == len(core)
    assert {colour_of(market) for code, market in served.markets.items() if code not in core} == {OTHER[0]}
