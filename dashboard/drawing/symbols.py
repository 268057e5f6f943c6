"""Markers: the outline of each symbol, as Plotly has them."""

import math
from collections.abc import Callable
from typing import NamedTuple

from dashboard.drawing.element import Looks, element, short
from dashboard.drawing.known import NotDrawn

# Path data for a radius, around 0 0.
OUTLINES: dict[str, Callable[[float], str]] = {
    "square": lambda r: _polygon((r, r), (-r, r), (-r, -r), (r, -r)),
    "diamond": lambda r: _polygon((1.3 * r, 0), (0, 1.3 * r), (-1.3 * r, 0), (0, -1.3 * r)),
    "triangle-up": lambda r: _polygon((-2 * r / math.sqrt(3), r / 2), (2 * r / math.sqrt(3), r / 2), (0, -r)),
    "arrow": lambda r: _polygon((0, 0), (-r / 2, 2 * r), (r / 2, 2 * r)),
    "cross": lambda r: _plus(1.2 * r, 0.4 * r),
    "x-thin": lambda r: f"M{short(r)} {short(r)}L{short(-r)} {short(-r)}M{short(r)} {short(-r)}L{short(-r)} {short(r)}",
    "line-ew": lambda r: f"M{short(1.4 * r)} 0H{short(-1.4 * r)}",
    "line-ns": lambda r: f"M0 {short(1.4 * r)}V{short(-1.4 * r)}",
}

STROKES = ("x-thin", "line-ew", "line-ns")  # have no area to fill


def _polygon(*corners: tuple[float, float]) -> str:
    return "M" + "L".join(f"{short(x)} {short(y)}" for x, y in corners) + "Z"


def _plus(end: float, side: float) -> str:
    corners = {(x * a, y * b) for x, y in ((end, side), (side, end), (side, side)) for a in (1, -1) for b in (1, -1)}
    return _polygon(*sorted(corners, key=lambda corner: math.atan2(corner[1], corner[0])))


class Look(NamedTuple):
    """Of a marker: across in px, colour and width of its stroke, degrees it is turned."""

    symbol: str
    size: float
    fill: str
    stroke: tuple[str, float]
    opacity: float
    angle: float


def marker(x: float, y: float, look: Look) -> str:
    """A marker; an open one is drawn as a line in its fill colour."""
    name, opened = look.symbol.removesuffix("-open"), look.symbol.endswith("-open")
    colour, width = (look.fill, look.stroke[1] or 1) if opened else look.stroke
    looks: Looks = {"fill": "none" if opened else look.fill, "opacity": None if look.opacity == 1 else look.opacity}
    looks |= {"stroke": colour, "stroke_width": width} if width else {}
    if name == "circle":
        return element("circle", cx=x, cy=y, r=look.size / 2, **looks)
    if name not in OUTLINES:
        raise NotDrawn(f"the symbol {look.symbol}")
    turn = f"translate({short(x)} {short(y)})" + (f" rotate({short(look.angle)})" if look.angle else "")
    return element("path", d=OUTLINES[name](look.size / 2), transform=turn, **looks)
