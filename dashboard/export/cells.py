"""Typed cells of a workbook: a number is a number, a day a day, and no text is ever taken for anything else."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import xlsxwriter.format
import xlsxwriter.worksheet

from dashboard.content.extract import Cell, Heading
from dashboard.content.sources import web
from dashboard.content.units import FORMATS
from dashboard.export.clean import clean
from dashboard.language import HEDGES

LONGEST = 32_767  # a cell's text, in units of UTF-16
LONGEST_LINK = 2_079
MOST_LINKS = 65_530  # of a sheet
MOST_LINES = 1_048_575  # of a sheet, below its head
DAY = "yyyy-mm-dd"
NARROWEST, WIDEST, HEAD = 8, 60, 18  # letters of a column; longer heads are wrapped
LINK = "#0563C1"
Formats = dict[str, xlsxwriter.format.Format]


class Pen:
    """Writes the cells of one sheet, line by line from the top; `cut` counts texts that no cell can hold whole.

    `formats`: number format (and `head`) -> that of the workbook; `links`: whether addresses can be followed, which
    takes memory.
    """

    def __init__(self, sheet: xlsxwriter.worksheet.Worksheet, formats: Formats, *, links: bool) -> None:
        self.sheet, self.formats, self.cut = sheet, formats, 0
        self._links = MOST_LINKS if links else 0

    def heads(self, headings: Sequence[Heading], column: int = 0) -> None:
        """The titles, in the first line."""
        for place, heading in enumerate(headings, column):
            self.sheet.write_string(0, place, self._text(heading.title), self.formats["head"])

    def line(
        self, row: int, headings: Sequence[Heading], cells: Sequence[Cell], column: int = 0, signs: Sequence[str] = ()
    ) -> None:
        """A line under these heads; `signs` stand before numbers that are not exact."""
        told = zip(headings, cells, signs or [""] * len(cells), strict=True)
        for place, (heading, cell, sign) in enumerate(told, column):
            self.put(row, place, cell, heading.unit, sign=sign)

    def put(self, row: int, column: int, cell: Cell, unit: str = "", day: str = DAY, sign: str = "") -> None:
        """A value, by its type and its column's unit; a day in that format, a number after that sign."""
        sheet = self.sheet
        if isinstance(cell, bool):
            sheet.write_boolean(row, column, cell)
        elif isinstance(cell, int | float) and abs(cell) < float("inf"):
            sheet.write_number(row, column, cell, self.formats.get(_signed(sign, FORMATS.get(unit, ""))))
        elif isinstance(cell, date):
            sheet.write_datetime(row, column, cell, self.formats[day])
        elif (
            unit == "date" and isinstance(cell, str) and len(cell) == len("2026-02-17")
        ):  # what is less exact stays a text
            sheet.write_datetime(row, column, date.fromisoformat(cell), self.formats[day])
        elif cell is not None:
            self._say(row, column, self._text(str(cell)), unit)

    def _say(self, row: int, column: int, text: str, unit: str) -> None:
        """A text; nothing for an empty one."""
        if text and not (unit == "url" and self._linked(row, column, text)):
            self.sheet.write_string(row, column, text, self.formats["long"] if len(text) > WIDEST else None)

    def _linked(self, row: int, column: int, text: str) -> bool:
        """Write an address that can be followed; whether that could be done."""
        if self._links <= 0 or not is_link(text):
            return False
        self._links -= 1
        look = self.formats["long link" if len(text) > WIDEST else "link"]
        return not self.sheet.write_url(row, column, text, look, text)

    def _text(self, text: str) -> str:
        """The text as a cell can hold it; what is too long ends in `…`."""
        text = clean(text)
        if _units(text) > LONGEST:
            self.cut += 1
            text = text.encode("utf-16-le")[: 2 * (LONGEST - 1)].decode("utf-16-le", "ignore") + "…"
        return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text  # else written as it is, as XML


def is_link(text: str) -> bool:
    """Whether the text is one address on the web that a cell can link to."""
    return bool(web(text)) and not any(map(str.isspace, text)) and len(text) <= LONGEST_LINK


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _signed(sign: str, shown: str) -> str:
    """A number format with a sign before the number."""
    return f'"{sign}"{shown or "General"}' if sign else shown


def formats(book: Any) -> Formats:
    """The formats of a workbook."""
    numbers = {shown: book.add_format({"num_format": shown}) for shown in {*FORMATS.values(), DAY}}
    hedged = {_signed(sign, shown) for sign in HEDGES.values() for shown in (*FORMATS.values(), "")}
    numbers |= {shown: book.add_format({"num_format": shown}) for shown in sorted(hedged)}
    link = {"font_color": LINK, "underline": 1}
    looks = {
        "head": {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1},
        "bold": {"bold": True},
        "left": {"num_format": DAY, "align": "left"},
        "long": {"align": "fill"},  # it ends where its column does, and covers nothing beside it
        "link": link,
        "long link": {**link, "align": "fill"},
    }
    return numbers | {name: book.add_format(look) for name, look in looks.items()}
