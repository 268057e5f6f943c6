"""The cells of a heat map, each with its text."""

from dashboard.drawing import letters
from dashboard.drawing.axis import Axis
from dashboard.drawing.element import element
from dashboard.drawing.known import Spec, asked
from dashboard.drawing.points import missing, share, tone


def cells(trace: Spec, layout: Spec, x: Axis, y: Axis) -> str:
    """All cells of the trace, between categories; one without a value stays empty."""
    seen = [value for row in trace["z"] for value in row if not missing(value)]
    font = letters.font(layout["font"], trace.get("textfont"))
    drawn = []
    for row, line in enumerate(trace["z"]):
        for column, value in enumerate(line):
            if missing(value):
                continue
            at = x.number(trace["x"][column]), y.number(trace["y"][row])
            drawn.append(_cell(trace, x, y, at, tone(asked(trace, "colorscale"), share(trace, value, seen))))
            if "texttemplate" in trace:
                text = trace["text"][row][column]
                base = y.at(at[1]) - letters.box(text, font)[1] / 2 + font.ascent
                drawn.append(letters.write(x.at(at[0]), base, text, font, "middle"))
    return "".join(drawn)


def _cell(trace: Spec, x: Axis, y: Axis, at: tuple[float, float], colour: str) -> str:
    left, right = sorted(x.at(at[0] + half) for half in (-0.5, 0.5))
    top, bottom = sorted(y.at(at[1] + half) for half in (-0.5, 0.5))
    across, down = trace.get("xgap", 0), trace.get("ygap", 0)
    left, top, wide, high = left + across / 2, top + down / 2, right - left - across, bottom - top - down
    return element("rect", x=left, y=top, width=wide, height=high, fill=colour)
