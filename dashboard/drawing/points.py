"""What traces have in common: a value for each point, and colours between two."""

import math
from collections.abc import Sequence
from typing import Any

from dashboard.drawing.known import NotDrawn, Spec


def each(value: Any, number: int, default: Any = None) -> Any:
    """What holds for a point: the one value for all, or that of its number."""
    if isinstance(value, list | tuple):
        return value[number] if number < len(value) else default
    return default if value is None else value


def missing(*found: Any) -> bool:
    """Is there nothing to draw?"""
    return any(value is None or (isinstance(value, float) and math.isnan(value)) for value in found)


def tone(scale: Sequence[Sequence[Any]], share: float) -> str:
    """The colour at a share (0 to 1) of a scale between two colours such as #E9E7E1."""
    if [stop for stop, _ in scale] != [0, 1]:
        raise NotDrawn(f"the colour scale {scale}")
    ends = [[int(colour[at : at + 2], 16) for at in (1, 3, 5)] for _, colour in scale]
    share = min(max(share, 0), 1)
    return "#" + "".join(f"{round(a + share * (b - a)):02x}" for a, b in zip(*ends, strict=True))


def share(trace: Spec, value: float, values: Sequence[float]) -> float:
    """Where a value is between the least and the largest that the trace names or has."""
    low, high = trace.get("zmin", min(values)), trace.get("zmax", max(values))
    return (value - low) / (high - low) if high > low else 0.5
