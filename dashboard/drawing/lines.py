"""Points and lines on axes."""

from collections.abc import Sequence

from dashboard.drawing import letters
from dashboard.drawing.axis import Axis, values
from dashboard.drawing.known import Spec
from dashboard.drawing.marks import Point, marks
from dashboard.drawing.points import missing

MANY = 20  # from so many points on a line has no markers, if the figure does not say
SLACK = 0.001  # of an axis


def points(trace: Spec, layout: Spec, x: Axis, y: Axis, area: str) -> str:
    """A trace of points: those beyond the ends of the axes have neither marker nor text; lines end there (`area`)."""
    rows = list(zip(values(trace, "x"), values(trace, "y"), strict=True))
    spots: list[Point] = [None if missing(*row) else (x.at(row[0]), y.at(row[1])) for row in rows]
    seen = [spot if spot and _seen(row, x, y) else None for spot, row in zip(spots, rows, strict=True)]
    font = letters.font(layout["font"], trace.get("textfont"))
    mode = trace.get("mode") or ("lines+markers" if len(rows) < MANY else "lines")
    return marks(trace, seen, font, mode, spots, area)


def _seen(row: Sequence[float], x: Axis, y: Axis) -> bool:
    return all(-SLACK <= axis.share(value) <= 1 + SLACK for axis, value in zip((x, y), row, strict=True))
