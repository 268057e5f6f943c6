"""The cells of a heat map, each with its text."""

from dashboard.drawing import letters
from dashboard.drawing.axis import Axis
from dashboard.drawing.element import element
from dashboard.drawing.known import Spec
from dashboard.drawing.points import missing, share, tone


def cells(trace: Spec, layout: Spec, x: Axis, y: Axis) -> str:
    """All cells of the trace; one without a value stays empty."""
    seen = [value for row in trace["z"] for value in row if not missing(value)]
    font = letters.font(layout["font"], trace.get("textfont"))
    drawn = []
    for row, line in enumerate(trace["z"]):
        for column, value in enumerate(line):
            if missing(value):
                continue
            colour = tone(trace["colorscale"], share(trace, value, seen))
            base = y.at(row) - letters.box(trace["text"][row][column], font)[1] / 2 + font.ascent
            text = letters.write(x.at(column), base, trace["text"][row][column], font, "middle")
            drawn.append(_cell(trace, x, y, (column, row), colour) + text)
    return "".join(drawn)


def _cell(trace: Spec, x: Axis, y: Axis, at: tuple[int, int], colour: str) -> str:
    left, right = sorted(x.at(at[0] + half) for half in (-0.5, 0.5))
    top, bottom = sorted(y.at(at[1] + half) for half in (-0.5, 0.5))
    across, down = trace.get("xgap", 0), trace.get("ygap", 0)
    return element(
        "rect",
        x=left + across / 2,
        y=top + down / 2,
        width=right - left - across,
        height=bottom - top - down,
        fill=colour,
    )
