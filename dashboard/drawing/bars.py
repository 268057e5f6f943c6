"""Bars with the number at their end."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from dashboard.drawing import letters
from dashboard.drawing.axis import Axis, values
from dashboard.drawing.element import element, group, short
from dashboard.drawing.known import NotDrawn, Spec
from dashboard.drawing.letters import Font
from dashboard.drawing.points import each, missing

PAD = 3  # px between a bar and its number
GAP = 0.2  # of the room of a bar, if the figure does not say
LINE = "#444"  # around a bar that has a line of no colour

Stack = dict[tuple[Any, bool], float]  # how far bars of a place reach already, those below 0 apart


class Bar(NamedTuple):
    """From `base` to `tip` along the axis of its value, from `low` to `high` on the other one, in px."""

    base: float
    tip: float
    low: float
    high: float
    flat: bool


def bars(traces: Sequence[Spec], layout: Spec, x: Axis, y: Axis, area: str) -> str:
    """All bars between two axes, those of the first trace at the bottom; cut to the `area` unless a trace says not."""
    mode = layout.get("barmode", "group")
    if mode == "group" and len(traces) > 1:
        raise NotDrawn("bars side by side are not drawn")
    across = y if _flat(traces[0]) else x
    places = sorted({across.number(place) for trace in traces for place, _ in _rows(trace)})
    room = (1 - layout.get("bargap", GAP)) * min((b - a for a, b in pairwise(places)), default=1)
    stack: Stack | None = {} if mode == "relative" else None
    clips = [area if trace.get("cliponaxis", True) else None for trace in traces]
    drawn = [_trace(trace, layout, x, y, room, stack) for trace in traces]
    return "".join(group(bars, clip_path=clip) for bars, clip in zip(drawn, clips, strict=True))


def _flat(trace: Spec) -> bool:
    return bool(trace.get("orientation", "v") == "h")


def _rows(trace: Spec) -> list[tuple[Any, Any]]:
    """Place and value of each bar."""
    letter, other = "yx" if _flat(trace) else "xy"
    return list(zip(values(trace, letter), values(trace, other), strict=True))


def _trace(trace: Spec, layout: Spec, x: Axis, y: Axis, room: float, stack: Stack | None) -> str:
    font, drawn = letters.font(layout["font"], trace.get("textfont")), []
    for number, (place, value) in enumerate(_rows(trace)):
        if not missing(place, value):
            bar = _bar(trace, number, (place, value), x, y, room, stack)
            drawn.append(_drawn(trace, number, bar) + _text(bar, str(each(trace.get("text"), number, "")), font))
    return "".join(drawn)


def _bar(trace: Spec, number: int, row: tuple[Any, float], x: Axis, y: Axis, room: float, stack: Stack | None) -> Bar:
    (place, value), base = row, each(trace.get("base"), number, 0)
    if stack is not None:
        base = stack.get((place, value < 0), 0.0)
        stack[place, value < 0] = base + value
    along, across = (x, y) if _flat(trace) else (y, x)
    half = each(trace.get("width"), number, room) / 2
    low, high = sorted(across.at(across.number(place) + way * half) for way in (-1, 1))
    return Bar(along.at(base), along.at(base + value), low, high, _flat(trace))


def _drawn(trace: Spec, number: int, bar: Bar) -> str:
    marker = trace.get("marker", {})
    line = marker.get("line", {})
    width = each(line.get("width"), number, 0)
    tip = bar.tip
    if abs(tip - bar.base) < 2 and not width and tip != bar.base:  # thin, but to be seen
        tip = bar.base + math.copysign(max(1, abs(tip - bar.base)), tip - bar.base)
    if tip == bar.base and not width:
        return ""
    (left, right), (top, bottom) = sorted((bar.base, tip)), (bar.low, bar.high)
    if not bar.flat:
        left, right, top, bottom = top, bottom, left, right
    return element(
        "rect", x=left, y=top, width=right - left, height=bottom - top, fill=each(marker.get("color"), number),
        opacity=each(marker.get("opacity"), number), stroke=each(line.get("color"), number, LINE) if width else None,
        stroke_width=width or None,
    )  # fmt: skip


def _text(bar: Bar, text: str, font: Font) -> str:
    """The number behind the end of its bar, smaller where it is higher (or wider) than the bar."""
    wide, high = letters.box(text, font)
    room = bar.high - bar.low
    pad = PAD if room > 2 * PAD else 0
    scale = min(1, room / (high if bar.flat else wide)) if wide else 1
    half = scale * (wide if bar.flat else high) / 2
    way = 1 if bar.tip > bar.base or (bar.tip == bar.base and bar.flat) else -1
    along, across = bar.tip + way * (pad + half), (bar.low + bar.high) / 2
    x, y = (along, across) if bar.flat else (across, along)
    if scale < 1:
        base, place = font.ascent - high / 2, f"translate({short(x)} {short(y)}) scale({scale:.3f})"
        return letters.write(0, base, text, font, "middle", place)
    return letters.write(x, y - high / 2 + font.ascent, text, font, "middle")
