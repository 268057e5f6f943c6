"""Time axes."""

import math


def year_ticks(first: int, last: int) -> list[int]:
    """Round years, at most eight of them, and the last."""
    step = next(step for step in (1, 2, 5, 10, 20, 50) if (last - first) / step <= 8)
    rounded = [year for year in range(math.ceil(first / step) * step, last + 1, step) if last - year >= step * 0.4]
    return [*rounded, last]
