"""Dates in several notations, as the tables write them: 2001-09-08, 2001-09, 2001."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Literal

from babel import Locale

from dashboard.intake.folding import spellings
from dashboard.language import COMPLETE, LANGUAGES
from dashboard.warehouse.package import Column

First = Literal["day", "month"]
ISO = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ][\d:.]+Z?)?|(\d{4})(\d{2})(\d{2})")
DOTTED = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})(?: [\d:]+)?")
SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?: [\d:]+(?: [AP]M)?)?")
MONTH_YEAR = re.compile(r"(\d{1,2})[./-](\d{4})")
NAMED = re.compile(r"(?:(\d{1,2})\.?\s+)?([^\W\d]+)\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,\s*)?(\d{4})")


def holds_dates(column: Column) -> bool:
    """Whether the column's pattern is that of dates."""
    pattern = column.constraints.get("pattern")
    return bool(pattern and re.fullmatch(pattern, "2001-09-08") and not re.fullmatch(pattern, "a"))


def first_of(cells: Iterable[str]) -> First | None:
    """Whether days or months come first in `03/04/2025`; None where cells leave it open or contradict each other."""
    found = [(int(one[1]), int(one[2])) for cell in cells if (one := SLASHED.fullmatch(cell))]
    days, months = any(first > 12 for first, _ in found), any(second > 12 for _, second in found)
    return None if days == months else "day" if days else "month"


def written(cell: str, first: First | None) -> str | None:
    """The date as the tables write it; None if the cell is none, or not clear."""
    if re.fullmatch(r"\d{4}", cell):
        return cell
    if found := ISO.fullmatch(cell):
        return _date(*(found.group(1, 2, 3) if found[1] else found.group(4, 5, 6)))
    if found := DOTTED.fullmatch(cell):
        return _date(found[3], found[2], found[1])
    if (found := SLASHED.fullmatch(cell)) and (first or found[1] == found[2]):
        return _date(found[3], *(found.group(2, 1) if first == "day" else found.group(1, 2)))
    if found := MONTH_YEAR.fullmatch(cell):
        return _date(found[2], found[1], None)
    if (found := NAMED.fullmatch(cell)) and (month := _months().get(found[2].casefold())):
        return _date(found[4], month, found[1] or found[3])
    return None


def _date(year: str, month: str, day: str | None) -> str | None:
    try:
        told = date(int(year), int(month), int(day or 1)).isoformat()
    except ValueError:
        return None
    return told if day else told[:7]


@cache
def _months() -> dict[str, str]:
    """Name of a month, long or short, in the languages of the facts -> its number."""
    return {
        spelling: str(number)
        for code in COMPLETE
        for width in ("wide", "abbreviated")
        for number, name in Locale.parse(LANGUAGES[code]).months["format"][width].items()
        for spelling in {*spellings(name), name.casefold().strip(".")}
    }
