"""Where an axis has ticks if the figure does not say so, and how their numbers are written."""

import math
from collections.abc import Callable

from dashboard.drawing.known import NotDrawn

STEPS = (2, 5, 10)  # a step of the ticks is one of these times a power of ten
PLAIN = 10_000  # from here on Plotly abbreviates numbers that have no format
FORMATS: dict[str, Callable[[float], str]] = {
    "d": lambda value: f"{value:.0f}",
    ",d": lambda value: f"{value:,.0f}",
    ",.1f": lambda value: f"{value:,.1f}",
    ".0%": lambda value: f"{100 * value:.0f}%",
}


def stepped(low: float, high: float, count: float) -> list[float]:
    """Round numbers from low to high, about `count` steps apart."""
    rough = (high - low) / count
    base = 10 ** math.floor(math.log10(rough))
    step = next(times for times in STEPS if times >= rough / base - 1e-9) * base
    slack = (high - low) / 1e4
    first, last = math.ceil((low - slack) / step), math.floor((high + slack) / step)
    return [round(number * step, 10) for number in range(first, last + 1)]


def written(value: float, form: str | None, separators: str) -> str:
    """The number in a d3 format; `separators`: decimal sign, then that of thousands."""
    if form not in FORMATS and form is not None:
        raise NotDrawn(f"the tick format {form}")
    if form is None and abs(value) >= PLAIN:
        raise NotDrawn(f"{value} on an axis without a tick format")
    plain = FORMATS[form](value) if form else f"{value:.10g}"
    return plain.translate(str.maketrans(".,-", f"{separators[:2]}−"))
