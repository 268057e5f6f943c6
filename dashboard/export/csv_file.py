"""Tables as CSV, as the reader's spreadsheet opens them."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from dashboard.content.extract import Sheet
from dashboard.export.clean import clean
from dashboard.language import Language

FORMULA = tuple("=+-@＝＋－＠")  # East Asian spreadsheets take the full-width forms for formulas as well
SIGNS = "[=+\\-@＝＋－＠]"
CHANGE = re.compile(r"[+\-]\d+([.,]\d+)*\s?%?(?=.*\s[^\W\d])(\s\w+)+")  # `+12% since 2023`: no sign computes
PLAIN = r"(?:[+\-]\d[\w\s%./]*|-[\w.]+-[\w./\-]*)(?:[;,\t\r\n]|$)"  # inside a text: a number, part of an address
INSIDE = re.compile(rf"(?<=[;,\t\r\n])(\s*)(?!{PLAIN})(?={SIGNS})")


def csv_of(sheet: Sheet, lang: Language, below: Sequence[Sequence[object]] = ()) -> bytes:
    """The sheet in the reader's notation; what else is to be said stands `below` it, after an empty line, so that heads
    and columns are those of the table."""
    lines = [*sheet.lines, [], *below] if below else sheet.lines
    return written(sheet.titles, lines, decimal=lang.separators[0])


def as_csv(table: pd.DataFrame) -> bytes:
    """The same of a table as the database answers it."""
    return written(list(table.columns), table.itertuples(index=False))


def written(heads: Sequence[str], lines: Iterable[Sequence[object]], decimal: str = ".") -> bytes:
    """UTF-8 CSV with a byte order mark, by which spreadsheets know it; a list's values stand between semicolons.

    Who writes numbers with a decimal comma has cells between semicolons: spreadsheets expect both together.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";" if decimal == "," else ",", lineterminator="\n")
    writer.writerow([_cell(head, decimal) for head in heads])
    writer.writerows([_cell(cell, decimal) for cell in line] for line in lines)
    return file.getvalue().encode("utf-8-sig", "replace")


def guarded(text: str) -> str:
    """The text as no spreadsheet takes it for a formula (OWASP, CSV injection).

    One that has cells between other signs than ours splits a text at those within it, quoted or not, for a quote counts
    only where a cell begins: what would begin a formula there has an apostrophe as well.
    """
    text = INSIDE.sub(r"\1'", clean(text))
    is_formula = text.lstrip().startswith(FORMULA) and not CHANGE.fullmatch(text)
    return f"'{text}" if is_formula else text


def _cell(cell: Any, decimal: str) -> Any:
    """A value as it is written."""
    if pd.api.types.is_list_like(cell):
        cell = "; ".join(map(str, cell))
    if isinstance(cell, str):
        return guarded(cell.strip())
    if pd.isna(cell):
        return ""
    return str(int(cell) if cell == int(cell) else float(cell)).replace(".", decimal) if _is_float(cell) else cell


def _is_float(cell: object) -> bool:
    return pd.api.types.is_float(cell) and cell not in (float("inf"), float("-inf"))
