"""Labels that stand where they are read: wrapped, and moved apart where they would touch."""

import textwrap
from collections.abc import Sequence
from html import escape
from typing import Any

from dashboard.language import Language

LINE = 15.6  # px a line of 12 px text takes


def wrapped(text: str, width: int) -> str:
    """The text in lines of at most `width` characters, joined by `<br>`; escaped (Plotly shows quotes as they are)."""
    return "<br>".join(escape(line, quote=False) for line in textwrap.wrap(text, width)) or escape(text, quote=False)


def moved(row: Any, lang: Language) -> str:
    """`from Ratingen`, or `within Köln`, of a milestone's from_* and to_*; empty where it did not move."""
    origin = lang.pick(row, "from")
    if not origin:
        return ""
    if origin == lang.pick(row, "to"):
        return lang.t("within {town}", town=origin)
    return lang.t("from {town}", town=origin)


def lines(text: str) -> int:
    """How many lines a label of `wrapped` parts takes."""
    return text.count("<br>") + 1


def spread(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Centres near `wanted` so that labels of these `sizes` neither touch nor leave `low`..`high`.

    All in one unit (px or data); the order of `wanted` is kept. If there is not room for all, they start at `low`.
    """
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    centres = [0.0] * len(wanted)
    edge = low
    for i in order:  # upwards: each label above the one before
        centres[i] = max(wanted[i], edge + sizes[i] / 2)
        edge = centres[i] + sizes[i] / 2
    edge = max(high, low + sum(sizes))
    for i in reversed(order):  # downwards: push back what left at the top
        centres[i] = min(centres[i], edge - sizes[i] / 2)
        edge = centres[i] - sizes[i] / 2
    return centres
