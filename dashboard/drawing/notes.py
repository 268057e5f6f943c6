"""What is written and ruled over a figure: annotations, with a line to what they speak of, and straight lines."""

import math
from collections.abc import Sequence

from dashboard.drawing import letters
from dashboard.drawing.element import element
from dashboard.drawing.known import Spec, asked
from dashboard.drawing.plane import Plane

BORDER = 1  # px around a text, besides its padding
SIDES = {"left": 0.5, "center": 0, "right": -0.5, "top": 0.5, "middle": 0, "bottom": -0.5}
ANCHORS = {"left": ("start", 0), "center": ("middle", 0.5), "right": ("end", 1)}
CLEAR = "rgba(0,0,0,0)"


def rules(shapes: Sequence[Spec], plane: Plane) -> str:
    """Straight lines."""
    drawn = []
    for shape in shapes:
        x0, x1 = (plane.x(shape.get("xref", "x"), shape[key]) for key in ("x0", "x1"))
        y0, y1 = (plane.y(shape.get("yref", "y"), shape[key]) for key in ("y0", "y1"))
        look = asked(shape, "line")
        stroke, width = asked(look, "color"), asked(look, "width")
        drawn.append(element("line", x1=x0, y1=y0, x2=x1, y2=y1, stroke=stroke, stroke_width=width))
    return "".join(drawn)


def notes(annotations: Sequence[Spec], plane: Plane, base: Spec) -> str:
    """The annotations that speak of something in sight."""
    said = {"showarrow": True, "xref": "x" if plane.axes else "paper", "yref": "y" if plane.axes else "paper"}
    full = [{**said, **note} for note in annotations]
    return "".join(_note(note, plane, base) for note in full if _seen(note, plane))


def _seen(note: Spec, plane: Plane) -> bool:
    """On each axis its point, or else its text."""
    return all(
        plane.seen(note[f"{letter}ref"], note[letter])
        or (note.get(f"a{letter}ref") == note[f"{letter}ref"] and plane.seen(note[f"{letter}ref"], note[f"a{letter}"]))
        for letter in "xy"
    )


def _note(note: Spec, plane: Plane, base: Spec) -> str:
    head = tail = plane.x(note["xref"], note["x"]), plane.y(note["yref"], note["y"])
    if note["showarrow"]:
        tail = plane.x(asked(note, "axref"), note["ax"]), plane.y(asked(note, "ayref"), note["ay"])
    shift = note.get("xshift", 0), -note.get("yshift", 0)
    at = tail[0] + shift[0], tail[1] + shift[1]
    return (_pointer(note, head, tail) if note["showarrow"] else "") + _text(note, at, base)


def _pointer(note: Spec, head: tuple[float, float], tail: tuple[float, float]) -> str:
    """A line from the text to just before its point."""
    length = math.hypot(tail[0] - head[0], tail[1] - head[1])
    off = note.get("standoff", 0) / length if length else 1
    colour, width, _ = (asked(note, key) for key in ("arrowcolor", "arrowwidth", "arrowhead"))
    if off >= 1 or colour == CLEAR:
        return ""
    x, y = (head[side] + off * (tail[side] - head[side]) for side in (0, 1))
    return element("line", x1=x, y1=y, x2=tail[0], y2=tail[1], stroke=colour, stroke_width=width)


def _text(note: Spec, at: tuple[float, float], base: Spec) -> str:
    """The text in a box of whole px, which stands on one of its sides or on its middle."""
    font = letters.font(base, note.get("font"))
    wide, high = letters.box(note["text"], font)
    around = BORDER + note.get("borderpad", 1)
    width, height = round(wide + 2 * around), round(high + 2 * around)
    left = round(at[0] + width * (_side(note, "x") - 0.5))
    top = round(at[1] + height * (_side(note, "y") - 0.5))
    anchor, share = ANCHORS[note.get("align", "center")]
    text = letters.write(left + around + share * wide, top + around + font.ascent, note["text"], font, anchor)
    ground = note.get("bgcolor", CLEAR)
    return text if ground == CLEAR else element("rect", x=left, y=top, width=width, height=height, fill=ground) + text


def _side(note: Spec, letter: str) -> float:
    """By how much of its size the box is moved; without an anchor by where on the paper the text stands."""
    anchor = note.get(f"{letter}anchor")
    if anchor is None and not note["showarrow"] and note[f"{letter}ref"] == "paper":
        place = note[letter] if letter == "x" else 1 - note[letter]
        return 0.5 if place < 1 / 3 else -0.5 if place > 2 / 3 else 0
    return SIDES[anchor or "center"]
