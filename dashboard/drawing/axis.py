"""Axes: where a value is in px, and the ticks with their labels."""

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from dashboard.drawing import letters
from dashboard.drawing.element import element, short
from dashboard.drawing.known import NotDrawn, Spec
from dashboard.drawing.letters import Font
from dashboard.drawing.ticks import stepped, written

ANGLES = (0, 30, 90)  # a label turns by the first of these at which it stands free of its neighbours
ROOM = (40, 80)  # px from tick to tick at least, up and across, if the figure does not say how many it wants


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


@dataclass(frozen=True)
class Axis:
    """An axis from `start` to `end` (px, where `low` and `high` stand) of a picture `room` px wide or high.

    Its labels stand at `edge` (px).
    """

    key: str  # xaxis, yaxis3
    look: Spec
    low: float
    high: float
    start: float
    end: float
    edge: float
    room: float
    categories: tuple[str, ...]
    base: Spec  # Plotly's font of the figure
    separators: str

    @property
    def across(self) -> bool:
        """Is it an x axis?"""
        return self.key.startswith("x")

    @property
    def far(self) -> bool:
        """Do its labels stand at the top or on the right?"""
        return self.look.get("side", "") in ("top", "right")

    @property
    def font(self) -> Font:
        """Of its labels."""
        return letters.font(self.base, self.look.get("tickfont"))

    def number(self, value: Any) -> float:
        """A category's number, or the number itself."""
        return float(self.categories.index(value) if isinstance(value, str) else value)

    def at(self, value: Any) -> float:
        """Where a value is, in px of the figure."""
        return self.start + (self.number(value) - self.low) / (self.high - self.low) * (self.end - self.start)

    def share(self, value: Any) -> float:
        """How far along the axis a value is; outside 0 to 1 it is not seen."""
        return (self.number(value) - self.low) / (self.high - self.low)

    @cached_property
    def ticks(self) -> list[tuple[float, str]]:
        """Value and text of each tick that is seen."""
        values, texts = self.look.get("tickvals"), self.look.get("ticktext")
        if values is None:
            values, texts = self._round(), None
        if texts is None:
            form = self.look.get("tickformat")
            texts = [self.categories[int(v)] if self.categories else written(v, form, self.separators) for v in values]
        return [(v, text) for v, text in zip(values, texts, strict=False) if -1e-4 <= self.share(v) <= 1 + 1e-4]

    def _round(self) -> list[float]:
        low, high = sorted((self.low, self.high))
        length = abs(self.end - self.start)
        if self.categories:
            step = max(1, math.ceil((high - low) / (self.look.get("nticks") or length / (1.2 * self.font.size))))
            return [float(number) for number in range(0, len(self.categories), step)]
        return stepped(low, high, self.look.get("nticks") or min(max(length / ROOM[self.across], 4), 9) + 1)

    @cached_property
    def labels(self) -> list[Label]:
        """What is written along it."""
        if self.look.get("visible") is False or self.look.get("showticklabels") is False:
            return []
        out = 1 + (0.2 * self.font.size if self.look.get("showline") else 0)
        found = self._below(out) if self.across else self._beside(out)
        return found if self.categories else [label for label in found if self._inside(label)]

    def _inside(self, label: Label) -> bool:
        """Plotly hides labels that would be cut by the edge of the picture."""
        box = _box(label, self.font)
        if self.across:
            return box.left >= 0 and box.right <= self.room
        return box.top + (0 if label.angle else self.font.size / 4) >= 0 and box.bottom <= self.room

    def _beside(self, out: float) -> list[Label]:
        shift = self.look.get("ticklabelshift", 0) * (-1 if self.low > self.high else 1)
        x, anchor = (self.edge + out, "start") if self.far else (self.edge - out, "end")
        base = letters.MIDDLE * self.font.size + shift
        rows = letters.SPACING * self.font.size / 2
        return [
            Label(x, self.at(value) + base - rows * (len(letters.lines(text)) - 1), text, anchor, 0)
            for value, text in self.ticks
        ]

    def _below(self, out: float) -> list[Label]:
        size, angle = self.font.size, self._angle()
        aside = self.look.get("ticklabelposition") == "outside right"
        turned = "start" if (angle > 0) != self.far else "end"
        anchor = "start" if aside else turned if angle else "middle"
        base = self.edge - out - 0.2 * size if self.far else self.edge + out + size
        rise = letters.SPACING * size if self.far else 0
        return [
            Label(self.at(value) + 0.5 * aside, base - rise * (len(letters.lines(text)) - 1), text, anchor, angle)
            for value, text in self.ticks
        ]

    def _angle(self) -> float:
        """As the figure says, else the first of `ANGLES` at which no label touches the next."""
        if "tickangle" in self.look or len(self.ticks) < 2:
            return float(self.look.get("tickangle", 0))
        halves = [letters.width(text, self.font.size) / 2 for _, text in self.ticks]
        places = [self.at(value) for value, _ in self.ticks]
        spots = sorted(zip(places, halves, strict=True))
        if all(a + half + 2 < b - next_half for (a, half), (b, next_half) in zip(spots, spots[1:], strict=False)):
            return 0
        step = abs(places[-1] - places[0]) / (len(places) - 1)
        high = 1.25 * self.font.size * max(len(letters.lines(text)) for _, text in self.ticks)
        free = [angle for angle in ANGLES if math.cos(math.radians(angle)) <= step / math.hypot(step, high) + 1e-9]
        return free[0] if free else ANGLES[-1]

    def boxes(self) -> list[Box]:
        """The box of each label."""
        return [_box(label, self.font) for label in self.labels]

    def written(self) -> str:
        """Its labels."""
        return "".join(
            letters.write(label.x, label.y, label.text, self.font, label.anchor, _turned(label, self.font))
            for label in self.labels
        )

    def grid(self, other: "Axis") -> str:
        """Its grid, across the other axis."""
        if self.look.get("visible") is False or not self.look.get("showgrid"):
            return ""
        places = [self.at(value) for value, _ in self.ticks]
        inside = [at for at in places if min(abs(at - self.start), abs(at - self.end)) > 1]  # none on the ends
        return "".join(_stroke(at, (other.start, other.end), self.across, self.look["gridcolor"]) for at in inside)

    def line(self) -> str:
        """The axis itself, just outside of what it measures."""
        if self.look.get("visible") is False or not self.look.get("showline"):
            return ""
        away = -0.5 if self.far == self.across else 0.5
        return _stroke(self.edge + away, (self.start, self.end), not self.across, self.look["linecolor"])


def _stroke(at: float, span: tuple[float, float], upright: bool, colour: str) -> str:
    (a, b), c = map(short, span), short(at)
    data = f"M{c} {a}V{b}" if upright else f"M{a} {c}H{b}"
    return element("path", d=data, stroke=colour, stroke_width=1, fill="none", shape_rendering="crispEdges")


def _turned(label: Label, of: Font) -> str | None:
    middle = label.y - of.size / 2
    return f"rotate({short(label.angle)} {short(label.x)} {short(middle)})" if label.angle else None


def _box(label: Label, of: Font) -> Box:
    wide, high = letters.box(label.text, of)
    left = label.x - wide * {"start": 0, "middle": 0.5, "end": 1}[label.anchor]
    top = label.y - of.ascent
    if not label.angle:
        return Box(left, top, left + wide, top + high)
    turn = complex(math.cos(math.radians(label.angle)), math.sin(math.radians(label.angle)))
    pivot = complex(label.x, label.y - of.size / 2)
    corners = [(complex(x, y) - pivot) * turn + pivot for x in (left, left + wide) for y in (top, top + high)]
    across, down = [corner.real for corner in corners], [corner.imag for corner in corners]
    return Box(min(across), min(down), max(across), max(down))


def values(trace: Spec, letter: str) -> list[Any]:
    """The trace's values along an axis."""
    return list(trace.get(letter) or ())


def ends(look: Spec, found: list[Any]) -> tuple[float, float, tuple[str, ...]]:
    """Low, high and the categories of an axis with these values; a range of numbers must be given."""
    categories = tuple(dict.fromkeys(value for value in found if isinstance(value, str)))
    if given := look.get("range"):
        return float(given[0]), float(given[1]), categories
    if not categories:
        raise NotDrawn("an axis of numbers without a range is not drawn")
    return -0.5, len(categories) - 0.5, categories
