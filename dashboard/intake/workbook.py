"""A workbook's sheets as rows of text: numbers and dates as they are, whatever they look like on its sheets.

Read with openpyxl, which goes through a sheet row by row and so needs no more memory where a single cell stands far
away. A formula is not computed, and what was kept of it is not taken: a fact is what a source says.
"""

import warnings
from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from dashboard.intake.limits import Limits, refused
from dashboard.intake.text import BATCH
from dashboard.values import Said
from dashboard.warehouse.readable import Rows, Unreadable

SAVE = Said("Save it anew, or as CSV (UTF-8).")


def sheets(path: Path) -> list[str]:
    """The names of the sheets that are seen."""
    with warnings.catch_warnings(action="ignore"):
        try:
            book = load_workbook(path, read_only=True, keep_links=False)
            names = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
            book.close()
        except Exception:  # of a damaged file, whatever the reader stumbles over
            raise refused(path, Said("the workbook cannot be read"), SAVE) from None
    if not names:
        raise refused(path, Said("the workbook has no sheet"), SAVE)
    return names


def sheet_batches(path: Path, name: str, allowed: Limits) -> Iterator[Rows]:
    """The rows of a sheet, many at a time. Raises Unreadable."""
    rows = _rows(path, name, allowed)
    while True:
        batch: Rows = []
        try:
            with warnings.catch_warnings(action="ignore"):  # dates that are none come as an error's sign, which is told
                batch.extend(islice(rows, BATCH))
        except Unreadable:
            yield batch  # the rows before it
            raise
        except Exception:
            raise refused(path, Said("the sheet {name} cannot be read", name=name), SAVE) from None
        if not batch:
            return
        yield batch


def _rows(path: Path, name: str, allowed: Limits) -> Iterator[list[str]]:
    book = load_workbook(path, read_only=True, keep_links=False)
    try:
        sheet: Any = book[name]
        sheet.reset_dimensions()  # what a sheet says of its size may be wrong
        for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
            if number > allowed.rows + 1000:  # rows above the header do not count
                raise refused(path, Said("the sheet has more than {count} rows", count=allowed.rows), Said("Split it."))
            row = [cell if type(cell) is str else told(cell) for cell in cells]
            while row and not row[-1]:
                row.pop()
            if len(row) > allowed.columns:
                rule = Said(
                    "the row has {count} cells; up to {most} columns are read", count=len(row), most=allowed.columns
                )
                raise refused(path, rule, Said("Delete the columns that are not needed."), row=number)
            yield row
    finally:
        book.close()


def told(cell: Any) -> str:
    """A cell as text. A number with decimals is `1.234e0`: what no one can take for a thousand and some."""
    match cell:
        case None:
            return ""
        case str():
            return cell
        case bool():
            return str(cell).lower()
        case float():
            short = f"{cell:.15g}"
            return short if "e" in short or "." not in short else f"{short}e0"
        case datetime():
            return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "seconds")
        case date() | time():
            return cell.isoformat()
        case int():
            return str(cell)
    return "="  # a formula of several cells
