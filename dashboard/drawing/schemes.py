"""A chart for light and for dark paper at once, where a browser chooses by the page's `color-scheme`."""

import re

from dashboard.charts.base import Chart
from dashboard.content.figure import Caption
from dashboard.drawing.figure import svg

LOOK = re.compile(r'((?<==")(?:#[0-9a-fA-F]{3,8}|rgba?\([^"]+\))(?="))')


def in_both(chart: Chart, caption: Caption, width: int, *, narrow: bool = False) -> str:
    """The SVG, each colour that is another one in the dark as `light-dark(…)`; see `svg`."""
    drawn = [LOOK.split(svg(chart, caption, width, dark=dark, narrow=narrow)) for dark in (False, True)]
    pairs = zip(*drawn, strict=True)
    return "".join(_either(*pair) if place % 2 else pair[0] for place, pair in enumerate(pairs))


def _either(light: str, dark: str) -> str:
    return light if light == dark else f"light-dark({light}, {dark})"
