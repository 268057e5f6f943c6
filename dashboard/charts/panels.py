"""Small multiples: where each panel of a figure stands, because definitions and regions do not compare."""

import math
from typing import Any

from dashboard.charts.palette import MUTED

SPAN = 12  # years every panel shows at least
HEAD, FOOT = 66, 24  # px
HEADS: dict[str, Any] = {  # how the head of a panel is written at its left upper corner
    "xref": "paper",
    "yref": "paper",
    "xanchor": "left",
    "yanchor": "top",
    "align": "left",
    "showarrow": False,
    "font": {"size": 12, "color": MUTED[0]},
}


def suffix(number: int) -> str:
    """What Plotly puts behind `x`, `y`, `xaxis` and `yaxis` of the panel of that number."""
    return "" if number == 1 else str(number)


def domain(number: int, count: int, across: int, panel: int) -> tuple[float, float, float, float, float]:
    """left, right, low, high of a panel `panel` px high and the top of its head, as shares of the figure."""
    down = math.ceil(count / across)
    row, column = divmod(number - 1, across)
    top, share = 1 - row / down, 1 / down
    head, foot = HEAD / (panel + HEAD) * share, FOOT / (panel + HEAD) * share
    return column / across, (column + 0.9) / across, top - share + foot, top - head, top
