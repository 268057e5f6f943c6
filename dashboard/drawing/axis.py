"""Axes: where a value is in px, and which values have a tick."""

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dashboard.drawing import letters
from dashboard.drawing.element import element, short
from dashboard.drawing.known import NotDrawn, Spec, asked
from dashboard.drawing.letters import Font
from dashboard.drawing.ticks import stepped, written

ROOM = (40, 80)  # px from tick to tick at least, up and across, if the figure does not say how many it wants


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

    def grid(self, other: "Axis") -> str:
        """Its grid, across the other axis."""
        if self.look.get("visible") is False or not self.look.get("showgrid"):
            return ""
        places = [self.at(value) for value, _ in self.ticks]
        inside = [at for at in places if min(abs(at - self.start), abs(at - self.end)) > 1]  # none on the ends
        return "".join(
            _stroke(at, (other.start, other.end), self.across, asked(self.look, "gridcolor")) for at in inside
        )

    def line(self) -> str:
        """The axis itself, just outside of what it measures."""
        if self.look.get("visible") is False or not self.look.get("showline"):
            return ""
        away = -0.5 if self.far == self.across else 0.5
        return _stroke(self.edge + away, (self.start, self.end), not self.across, asked(self.look, "linecolor"))


def _stroke(at: float, span: tuple[float, float], upright: bool, colour: str) -> str:
    (a, b), c = map(short, span), short(at)
    data = f"M{c} {a}V{b}" if upright else f"M{a} {c}H{b}"
    return element("path", d=data, stroke=colour, stroke_width=1, fill="none", shape_rendering="crispEdges")


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
