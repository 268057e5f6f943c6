"""What numbers of a unit look like wherever they are drawn anew or taken along, as on the screen."""

from collections.abc import Iterable
from typing import Any

from dashboard.language import Language

DIGITS = {"share": 0, "points": 0, "rank": 0, "percent": 1, "ratio": 1, "years": 1, "index": 2}  # unit -> decimals
SIGNS = {"share": "%", "percent": '"%"'}
FORMATS = {"year": "0", "count": "#,##0"} | {  # of spreadsheets and slides; all other numbers stand as they are
    unit: f"0.{'0' * digits}".rstrip(".") + SIGNS.get(unit, "") for unit, digits in DIGITS.items()
}
DECIMALS = 6  # of points: more would be the noise of floating numbers


def scaled(value: Any, unit: str) -> Any:
    """A value as readers know it: `points` are computed as 0..1 and said as 0..100, all others as they are."""
    return value if value is None or unit != "points" else round(100 * value, DECIMALS)


def format_of(units: Iterable[str], values: Iterable[float | None]) -> str:
    """The number format of a chart whose series are of these units; counts have decimals only where one needs them."""
    known = [FORMATS[unit] for unit in units if unit in FORMATS and unit != "count"]
    plain = FORMATS["count"] if all(value is None or value == round(value) for value in values) else "#,##0.0"
    return next(iter(known), plain)


def told(value: float, unit: str, lang: Language) -> str:
    """The same in words of a table."""
    if unit == "year":
        return str(int(value))
    return lang.percent(value) if unit == "share" else lang.number(value, DIGITS.get(unit, 2))
