"""What a trace of points draws, on axes and on maps alike: its line, its markers, its texts."""

from collections.abc import Sequence

from dashboard.drawing import letters
from dashboard.drawing.element import element, group, path
from dashboard.drawing.known import NotDrawn, Spec, asked
from dashboard.drawing.letters import Font
from dashboard.drawing.points import each
from dashboard.drawing.symbols import STROKES, Look, marker

PAPER, LINE = "#fff", "#444"  # around markers of many sizes and of one, where the figure names no colour
ACROSS = {"left": -1, "center": 0, "right": 1}
DOWN = {"top": -1, "middle": 0, "bottom": 1}
ANCHORS = {-1: "end", 0: "middle", 1: "start"}
BESIDE = "middle center"  # where a text stands if the figure does not say

Point = tuple[float, float] | None  # px, or nothing there


def marks(
    trace: Spec, points: Sequence[Point], font: Font, mode: str, route: Sequence[Point], area: str | None = None
) -> str:
    """Line, markers and texts as the mode says; the line takes the `route`.

    `area`: what the line is cut to (`url(#…)`), and the rest too, unless the trace says otherwise.
    """
    parts = mode.split("+")
    drawn = group(line(trace, route), clip_path=area) if "lines" in parts or trace.get("fill") else ""
    spots = "".join(
        _marker(trace, number, point) for number, point in enumerate(points) if point and "markers" in parts
    )
    written = texts(trace, points, font, with_markers="markers" in parts) if "text" in parts else ""
    drawn += group(spots, written, clip_path=area if trace.get("cliponaxis", True) else None)
    return group(drawn, opacity=None if trace.get("opacity", 1) == 1 else trace["opacity"])


def line(trace: Spec, points: Sequence[Point]) -> str:
    """The line, or the filled shape."""
    look, filled = trace.get("line", {}), trace.get("fill")
    width = look.get("width", 2)
    if not any(points):
        return ""
    return element(
        "path", d=path(*points), fill=asked(trace, "fillcolor") if filled else "none",
        stroke=asked(look, "color") if width else None, stroke_width=width or None, stroke_miterlimit=2,
        stroke_dasharray=_dashes(look.get("dash", "solid"), width),
    )  # fmt: skip


def _dashes(name: str, width: float) -> str | None:
    """Strokes and gaps as Plotly has them, in px for a line of this width."""
    unit = max(width, 3)
    longer = {"dot": (1, 1), "dash": (3, 3), "longdash": (5, 5), "dashdot": (3, 1, 1, 1), "longdashdot": (5, 2, 1, 2)}
    return ",".join(f"{times * unit:g}px" for times in longer[name]) if name in longer else None


def _look(trace: Spec, number: int) -> Look:
    """Plotly's defaults: markers whose sizes differ are paler and have a line around them."""
    spec = trace.get("marker", {})
    many = isinstance(spec.get("size"), list)
    around, own = spec.get("line", {}), trace.get("line", {}).get("color")
    fill = each(spec.get("color"), number, own)
    symbol = each(spec.get("symbol"), number, "circle")
    if fill is None and symbol not in STROKES:
        raise NotDrawn("a marker without a colour")
    edge = own if own and spec.get("color") != own else PAPER if many else LINE
    stroke = each(around.get("color"), number, edge), each(around.get("width"), number, 1 if many else 0)
    opacity = each(spec.get("opacity"), number, 0.7 if many else 1)
    size = each(spec.get("size"), number, 6)
    return Look(symbol, size, fill or "none", stroke, opacity, each(spec.get("angle"), number, 0))


def _marker(trace: Spec, number: int, point: tuple[float, float]) -> str:
    look = _look(trace, number)
    return marker(*point, look) if look.size else ""


def texts(trace: Spec, points: Sequence[Point], font: Font, *, with_markers: bool) -> str:
    """The text of each point, beside its marker."""
    written = []
    for number, point in enumerate(points):
        text = each(trace.get("text"), number, "")
        if point and text:
            radius = _look(trace, number).size / 2 if with_markers else 0
            side = each(trace.get("textposition"), number, BESIDE)
            written.append(_beside(point, str(text), side, radius, font))
    return "".join(written)


def _beside(point: tuple[float, float], text: str, side: str, radius: float, font: Font) -> str:
    down, across = side.split()
    way, aside = DOWN[down], ACROSS[across]
    free = radius / 0.8 + 1 if radius else 0  # some symbols are larger than a circle of that radius
    high = (len(letters.lines(text)) - 1) * letters.SPACING + 1
    base = point[1] + 0.75 * font.size + way * free + (way - 1) * high * font.size / 2
    return letters.write(point[0] + aside * free, base, text, font, ANCHORS[aside])
