"""The views that are taken along in these tests, and files read back."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.app_pages import PAGES
from dashboard.content.extract import Cell
from dashboard.content.view import View, view
from dashboard.language import Language
from dashboard.speaking import language

MARKETS = ("JP", "KR", "BG")


def shown(page: str, lang: str = "de", **asked: list[str]) -> View:
    """A page as an address asks for it."""
    return view(PAGES[page], asked, language(lang))


def views(lang: str, markets: Sequence[str] = MARKETS) -> Iterator[View]:
    """Every page as it opens; the market's for several."""
    for page in PAGES:
        if page == "market":
            yield from (shown(page, lang, market=[market]) for market in markets)
        else:
            yield shown(page, lang)


def opened(content: bytes) -> Any:
    """A workbook as it stands."""
    return openpyxl.load_workbook(io.BytesIO(content))


def cells(sheet: Worksheet, wide: int, long: int) -> list[list[Any]]:
    """The cells of a table from the upper left, without what stands to its right."""
    return [list(line) for line in sheet.iter_rows(max_row=long, max_col=wide, values_only=True)]


def csv_lines(content: bytes, lang: Language) -> tuple[list[list[str]], list[list[str]]]:
    """The lines of a table, and those below it."""
    text, delimiter = content.decode("utf-8-sig"), ";" if lang.separators[0] == "," else ","
    lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    end = lines.index([])
    return lines[:end], lines[end + 1 :]


def plain(cell: Cell) -> Any:
    """A value as every reader of files has it: nothing is nothing."""
    return None if cell == "" else cell
