"""What holds for every figure of panels."""

from collections.abc import Mapping
from typing import Any


def assert_apart(layout: Mapping[str, Any], count: int) -> None:
    """Panels 1 to `count` lie inside the figure, and none on another."""
    boxes = []
    for number in range(1, count + 1):
        suffix = "" if number == 1 else str(number)
        boxes.append((*layout[f"xaxis{suffix}"]["domain"], *layout[f"yaxis{suffix}"]["domain"]))
    for i, (left, right, low, high) in enumerate(boxes):
        assert 0 <= left < right <= 1 and 0 <= low < high <= 1
        for other in boxes[i + 1 :]:
            assert other[0] >= right or other[1] <= left or other[2] >= high or other[3] <= low
