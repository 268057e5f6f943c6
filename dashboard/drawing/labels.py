"""The labels along an axis: where each stands, how far it is turned, and how much room it takes."""

import math
from itertools import pairwise
from typing import NamedTuple

from dashboard.drawing import letters
from dashboard.drawing.axis import Axis
from dashboard.drawing.element import short
from dashboard.drawing.letters import Font

ANGLES = (0, 30, 90)  # a label turns by the first of these at which it stands free of its neighbours
AWAY = 1  # px between an axis and its labels
SHARES = {"start": 0.0, "middle": 0.5, "end": 1.0}  # of a text's width that stands before its place


class Label(NamedTuple):
    """Text of a tick, in px: its base line starts, ends or has its middle (`anchor`) at x, y; turned by `angle`."""

    x: float
    y: float
    text: str
    anchor: str
    angle: float


class Box(NamedTuple):
    """In px from the upper left."""

    left: float
    top: float
    right: float
    bottom: float


def written(axis: Axis) -> str:
    """The labels of an axis."""
    return "".join(
        letters.write(label.x, label.y, label.text, axis.font, label.anchor, _turned(label, axis.font))
        for label in labels(axis)
    )


def boxes(axis: Axis) -> list[Box]:
    """The box of each label."""
    return [box(label, axis.font) for label in labels(axis)]


def labels(axis: Axis) -> list[Label]:
    """What is written along an axis, but for labels of numbers that the edge of the picture would cut."""
    if axis.look.get("visible") is False or axis.look.get("showticklabels") is False:
        return []
    out = AWAY + (0.2 * axis.font.size if axis.look.get("showline") else 0)
    found = _along(axis, out) if axis.across else _up(axis, out)
    return found if axis.categories else [label for label in found if _inside(label, axis)]


def _inside(label: Label, axis: Axis) -> bool:
    room = box(label, axis.font)
    if axis.across:
        return room.left >= 0 and room.right <= axis.room
    return room.top + axis.font.size / 4 >= 0 and room.bottom <= axis.room


def _up(axis: Axis, out: float) -> list[Label]:
    """Beside a y axis, each with its middle at its tick."""
    x, anchor = (axis.edge + out, "start") if axis.far else (axis.edge - out, "end")
    shift = axis.look.get("ticklabelshift", 0) * (-1 if axis.low > axis.high else 1)
    base, half = letters.MIDDLE * axis.font.size + shift, letters.SPACING * axis.font.size / 2
    return [
        Label(x, axis.at(value) + base - half * (len(letters.lines(text)) - 1), text, anchor, 0)
        for value, text in axis.ticks
    ]


def _along(axis: Axis, out: float) -> list[Label]:
    """Below an x axis, or above it."""
    size, turn = axis.font.size, _angle(axis)
    aside = axis.look.get("ticklabelposition") == "outside right"
    turned = "start" if (turn > 0) != axis.far else "end"
    anchor = "start" if aside else turned if turn else "middle"
    base = axis.edge - out - 0.2 * size if axis.far else axis.edge + out + size
    rise = letters.SPACING * size if axis.far else 0
    return [
        Label(axis.at(value) + 0.5 * aside, base - rise * (len(letters.lines(text)) - 1), text, anchor, turn)
        for value, text in axis.ticks
    ]


def _angle(axis: Axis) -> float:
    """As the figure says, else the first of `ANGLES` at which no label touches the next."""
    if "tickangle" in axis.look or len(axis.ticks) < 2:
        return float(axis.look.get("tickangle", 0))
    halves = [letters.width(text, axis.font.size) / 2 for _, text in axis.ticks]
    places = [axis.at(value) for value, _ in axis.ticks]
    spots = pairwise(sorted(zip(places, halves, strict=True)))
    if all(one + half + 2 < two - other for (one, half), (two, other) in spots):
        return 0
    step = abs(places[-1] - places[0]) / (len(places) - 1)
    high = 1.25 * axis.font.size * max(len(letters.lines(text)) for _, text in axis.ticks)
    free = [angle for angle in ANGLES if math.cos(math.radians(angle)) <= step / math.hypot(step, high) + 1e-9]
    return free[0] if free else ANGLES[-1]


def _turned(label: Label, font: Font) -> str | None:
    middle = label.y - font.size / 2
    return f"rotate({short(label.angle)} {short(label.x)} {short(middle)})" if label.angle else None


def box(label: Label, font: Font) -> Box:
    """The box around a label, which is turned about the middle of its first line."""
    wide, high = letters.box(label.text, font)
    left, top = label.x - wide * SHARES[label.anchor], label.y - font.ascent
    pivot, angle = complex(label.x, label.y - font.size / 2), math.radians(label.angle)
    turn = complex(math.cos(angle), math.sin(angle))
    corners = [(complex(x, y) - pivot) * turn + pivot for x in (left, left + wide) for y in (top, top + high)]
    across, down = [corner.real for corner in corners], [corner.imag for corner in corners]
    return Box(min(across), min(down), max(across), max(down))
