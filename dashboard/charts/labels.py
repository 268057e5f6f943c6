"""Labels that stand where they are read: wrapped, and moved apart where they would touch."""

import re
import textwrap
import unicodedata
from collections.abc import Sequence
from html import escape, unescape
from typing import Any

from dashboard.language import Language

LINE = 15.6  # px a line of 12 px text takes
GLYPH = 6.9  # px a letter of 12 px text takes on average
WIDE = 12  # px a Chinese, Japanese or Korean character takes
SIDES = {"middle right": (1, 0), "middle left": (-1, 0), "top center": (0, -1), "bottom center": (0, 1)}
ON = {"middle center": (0, 0), **dict(reversed(SIDES.items()))}  # where a text may stand on its place, else best below

Spot = tuple[float, float, float]  # centre and radius of a circle in px from the upper left
Box = tuple[float, float, float, float]  # left, top, right, bottom


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


def came_from(origin: str | None, target: str | None, lang: Language) -> str:
    """`from Ratingen`, or `within Köln`, of codes of places; empty where nothing moved."""
    if origin is None:
        return ""
    town = lang.name("places", origin)
    return lang.t("within {town}", town=town) if origin == target else lang.t("from {town}", town=town)


def text_width(text: str) -> float:
    """About how many px a line of 12 px text takes."""
    return sum(WIDE if unicodedata.east_asian_width(letter) in "WF" else GLYPH for letter in text)


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


def beside(
    spots: Sequence[Spot], texts: Sequence[str], size: tuple[float, float], on: Sequence[bool] = ()
) -> list[str]:
    """On which side of its circle each text stands free (a Plotly `textposition`), "" where on none.

    A text may leave neither the picture of this `size` in px nor touch a circle or a text before it. Where `on` says so
    it stands best in the middle, and the circle, which is none then, is in nobody's way.
    """
    on = on or [False] * len(spots)
    taken: list[Box] = [(x - r, y - r, x + r, y + r) for (x, y, r), middle in zip(spots, on, strict=True) if not middle]
    sides = []
    for spot, text, middle in zip(spots, texts, on, strict=True):
        boxes = {side: _box(spot, text, way) for side, way in (ON if middle else SIDES).items()}
        free = [side for side, box in boxes.items() if _inside(box, size) and not any(_touch(box, b) for b in taken)]
        sides.append(free[0] if free else "")
        taken += [boxes[side] for side in free[:1]]
    return sides


def _box(spot: Spot, text: str, way: tuple[int, int]) -> Box:
    (x, y, radius), (right, down) = spot, way
    width = max(text_width(unescape(re.sub("<[^>]*>", "", line))) for line in text.split("<br>"))
    height = 0.95 * LINE * lines(text)  # two may share a little of what is free above letters
    x, y = x + right * (radius + 2 + width / 2), y + down * (radius + height / 2)
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def _inside(box: Box, size: tuple[float, float]) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= size[0] and box[3] <= size[1]


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
