"""A sparkline: a line drawn by CSS mask, so that it takes the text's colour in light and dark."""

from collections.abc import Sequence
from itertools import pairwise
from urllib.parse import quote

from markupsafe import Markup

from dashboard.charts.base import GAP


def sparkline(years: Sequence[float], values: Sequence[float], width: int = 160, height: int = 36) -> Markup:
    """A line through the points (years across, values up from the smallest), dotted over gaps, the last one marked.

    Returns a span for the HTML blocks (which strip inline SVG); empty below two points.
    """
    if len(years) < 2:
        return Markup("")
    pad, span, rise = 4, max(years) - min(years) or 1, max(values) - min(values) or 1
    xs = [pad + (year - min(years)) / span * (width - 2 * pad) for year in years]
    ys = [height - pad - (value - min(values)) / rise * (height - 2 * pad) for value in values]
    joined = [False, *(year - before <= GAP for before, year in pairwise(years))]
    line = "".join(
        f"L{x:.1f} {y:.1f}" if go_on else f"M{x:.1f} {y:.1f}h0" for go_on, x, y in zip(joined, xs, ys, strict=True)
    )
    svg = (
        f"<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{height}'>"
        f"<path d='{line}' fill='none' stroke='black' stroke-width='2' stroke-linejoin='round' stroke-linecap='round'/>"
        f"<path d='{_bridges(xs, ys, joined)}' fill='none' stroke='black' stroke-dasharray='1 3' opacity='.6'/>"
        f"<circle cx='{xs[-1]:.1f}' cy='{ys[-1]:.1f}' r='3.2'/></svg>"
    )
    style = f"width:{width}px;height:{height}px;mask-image:url(&quot;data:image/svg+xml,{quote(svg)}&quot;)"
    return Markup(f'<span class="pw-spark" style="{style}"></span>')  # noqa: S704 (numbers only)


def _bridges(xs: list[float], ys: list[float], joined: list[bool]) -> str:
    """What leads over the gaps, so that the parts are read as one line."""
    ends = zip(pairwise(xs), pairwise(ys), joined[1:], strict=True)
    return "".join(f"M{x:.1f} {y:.1f}L{to_x:.1f} {to_y:.1f}" for (x, to_x), (y, to_y), on in ends if not on)
