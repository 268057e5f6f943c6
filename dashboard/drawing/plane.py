"""Where the axes of a figure stand: its margins grow until all labels have room."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from dashboard.drawing.axis import Axis, ends, values
from dashboard.drawing.known import Spec, asked
from dashboard.drawing.labels import boxes

PAD = 12  # px between a label and the edge of the figure, unless its margins are smaller
LEAST = 64  # px across and down that margins leave, if the figure leaves as much
ROUNDS = 4  # margins change where labels stand, and labels how large margins are
MARGINS = {"l": 80.0, "r": 80.0, "t": 100.0, "b": 80.0}  # where a figure says nothing
ON_AXES = ("scatter", "bar", "heatmap")


@dataclass(frozen=True)
class Frame:
    """The picture and the area within its margins, in px from the upper left."""

    width: float
    height: float
    left: float
    top: float
    right: float
    bottom: float

    def x(self, share: float) -> float:
        """A share of the area from the left."""
        return self.left + share * (self.right - self.left)

    def y(self, share: float) -> float:
        """A share of the area from the bottom."""
        return self.bottom - share * (self.bottom - self.top)


def within(width: float, height: float, margins: Spec) -> Frame:
    """The frame that these margins leave."""
    sides = {side: round(MARGINS[side] if margins.get(side) is None else margins[side]) for side in "lrtb"}
    return Frame(width, height, sides["l"], sides["t"], width - sides["r"], height - sides["b"])


def name(trace: Spec, letter: str) -> str:
    """The key of the axis that a trace is drawn on."""
    return f"{letter}axis{str(trace.get(f'{letter}axis', letter))[1:]}"


@dataclass(frozen=True)
class Plane:
    """A figure's axes by their keys, in its frame."""

    frame: Frame
    axes: Mapping[str, Axis]

    def x(self, reference: str, value: Any) -> float:
        """Where a value is in px from the left, along an axis (`x2`) or the `paper`."""
        return self.frame.x(value) if reference == "paper" else self._axis(reference).at(value)

    def y(self, reference: str, value: Any) -> float:
        """The same from the top."""
        return self.frame.y(value) if reference == "paper" else self._axis(reference).at(value)

    def seen(self, reference: str, value: Any) -> bool:
        """Does the axis go as far?"""
        return reference == "paper" or -1e-9 <= self._axis(reference).share(value) <= 1 + 1e-9

    def _axis(self, reference: str) -> Axis:
        return cast(Axis, asked(self.axes, f"{reference[0]}axis{reference[1:]}"))

    def pairs(self, traces: Sequence[Spec]) -> list[tuple[Axis, Axis]]:
        """The x and y axes that traces are drawn between."""
        drawn = [trace for trace in traces if trace.get("type", "scatter") in ON_AXES]
        found = dict.fromkeys((name(trace, "x"), name(trace, "y")) for trace in drawn)
        return [(self.axes[x], self.axes[y]) for x, y in found]


def plane(traces: Sequence[Spec], layout: Spec, width: float, height: float) -> Plane:
    """The axes of these traces with margins in which the labels have room."""
    given = {**MARGINS, **layout.get("margin", {})}
    made = _placed(traces, layout, within(width, height, given))
    for _ in range(ROUNDS):
        margins = _grown(made, given)
        grown = within(width, height, margins)
        if grown == made.frame:
            break
        made = _placed(traces, layout, grown)
    return made


def _placed(traces: Sequence[Spec], layout: Spec, frame: Frame) -> Plane:
    drawn = [trace for trace in traces if trace.get("type", "scatter") in ON_AXES]
    keys = dict.fromkeys(name(trace, letter) for trace in drawn for letter in "xy")
    return Plane(frame, {key: _axis(key, drawn, layout, frame) for key in keys})


def _axis(key: str, drawn: Sequence[Spec], layout: Spec, frame: Frame) -> Axis:
    look, letter = layout.get(key) or {}, key[0]
    found = [value for trace in drawn if name(trace, letter) == key for value in values(trace, letter)]
    low, high, categories = ends(look, found)
    place, other = (frame.x, frame.y) if letter == "x" else (frame.y, frame.x)
    start, end = look.get("domain", (0, 1))
    crossed = re.sub("^([xy])", r"\1axis", look.get("anchor") or ("y" if letter == "x" else "x"))
    far = look.get("side") in ("top", "right")
    edge = other((layout.get(crossed) or {}).get("domain", (0, 1))[far])
    room = frame.width if letter == "x" else frame.height
    base, separators = layout["font"], layout.get("separators", ".,")
    return Axis(key, look, low, high, place(start), place(end), edge, room, categories, base, separators)


def _grown(made: Plane, given: Spec) -> dict[str, float]:
    """The margins, so large that the labels of the axes which ask for it stay in the picture."""
    across, down = _needs(made, given)
    frame = made.frame
    left, right = _pushed(across, (given["l"], given["r"]), frame.width)
    top, bottom = _pushed(down, (given["t"], given["b"]), frame.height)
    return {"l": left, "r": right, "t": top, "b": bottom}


Need = tuple[float, float, float, float]  # shares of the area, and px needed before the first and behind the second


def _needs(made: Plane, given: Spec) -> tuple[list[Need], list[Need]]:
    """What every axis needs across and down."""
    pad = min(PAD, *(given[side] for side in "lrtb"))
    across: list[Need] = []
    down: list[Need] = []
    for axis in made.axes.values():
        if axis.look.get("automargin") and axis.look.get("visible") is not False:
            own, along = _of_axis(axis, made.frame, pad)
            (down if axis.across else across).append(own)
            (across if axis.across else down).append(along)
    return across, down


def _of_axis(axis: Axis, frame: Frame, pad: float) -> tuple[Need, Need]:
    """What its labels need beyond its edge, and beyond its ends."""
    found = boxes(axis)
    near, far = (0, 2) if not axis.across else (1, 3)  # of a Box
    depth = max((axis.edge - box[near] if _before(axis) else box[far] - axis.edge for box in found), default=0)
    size, start = (frame.right - frame.left, frame.left) if not axis.across else (frame.bottom - frame.top, frame.top)
    at = (axis.edge - start) / size
    own = (at, at, depth + pad, pad) if _before(axis) else (at, at, pad, depth + pad)
    first, last = sorted((axis.start, axis.end))
    near, far = (1, 3) if not axis.across else (0, 2)
    before = max((first - box[near] for box in found), default=0)
    after = max((box[far] - last for box in found), default=0)
    return own, (0, 1, max(before, 0) + pad, max(after, 0) + pad)


def _before(axis: Axis) -> bool:
    """Do its labels stand left of it or above it?"""
    return axis.far == axis.across


def _pushed(needs: Sequence[Need], given: tuple[float, float], size: float) -> tuple[float, float]:
    """Both margins: of all pairs of a need before and one behind, the one that takes most."""
    low, high = given
    for (first, before), (last, after) in _pairs([(0, 1, *given), *needs]):
        if last > first:
            one = (before * last + (after - size) * first) / (last - first)
            two = (after * (1 - first) + (before - size) * (1 - last)) / (last - first)
            if one >= 0 and two >= 0 and one + two > low + high:
                low, high = one, two
    least = min(max(size - sum(given), 2), LEAST)
    shrink = min(1, (size - least) / (low + high)) if low + high else 1
    return low * shrink, high * shrink


def _pairs(needs: Sequence[Need]) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    for first, _, before, _ in needs:
        for _, last, _, after in needs:
            yield (first, before), (last, after)
