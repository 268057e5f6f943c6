"""The cells of a table: brought to one form of each letter, and what is wrong with single ones."""

import math
import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

from dashboard.values import Said, Unit
from dashboard.warehouse.fault import HOW_TO_MEND, Fault
from dashboard.warehouse.numerals import THOUSANDS, advice, folded, is_number
from dashboard.warehouse.package import Column, Table
from dashboard.warehouse.readable import Rows, read_rows

UNSEEN = re.compile(  # control characters, blanks without width, orders to turn text, what broken letters become
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028\u2029\u202d\u202e\u2060\ufeff\ufffd-\uffff]"
)
TRUTHS = {"", "true", "false", "True", "False", "TRUE", "FALSE", "1", "0"}
BOUNDS = (("minimum", -math.inf), ("maximum", math.inf))
SHARES = {Unit.PERCENT, Unit.PER_100000}  # three decimals can be meant


def read_table(folder: Path, table: Table) -> Rows:
    """The rows of a table, the header's first: text composed (NFC), numbers in plain digits. Raises Unreadable."""
    head, *lines = read_rows(folder / table.path)
    numbers = {column.name for column in table.columns if column.is_number}
    folds = [folded if name in numbers else _composed for name in head]
    width = len(head)
    return [head, *([fold(cell) for fold, cell in zip(folds, row, strict=False)] + row[width:] for row in lines)]


def _composed(cell: str) -> str:
    return unicodedata.normalize("NFC", cell)


def units(types: Rows) -> dict[str, str]:
    """Indicator -> unit, as the rows of the table of indicators say; those that say it."""
    head, *lines = types
    return {pair["indicator_id"]: pair.get("unit", "") for line in lines if (pair := _pairs(head, line))}


def _pairs(head: list[str], line: list[str]) -> dict[str, str]:
    return dict(zip(head, line, strict=False))


def cell_faults(table: Table, rows: Rows, units: Mapping[str, str]) -> Iterator[Fault]:
    """Rows of another length than the header, and cells that cannot be what their column holds."""
    head, *lines = rows
    columns = {column.name: column for column in table.columns}
    for number, line in enumerate(lines, 2):
        if line and len(line) != len(head):
            rule = Said("the row has {count} cells instead of {width}", count=len(line), width=len(head))
            yield Fault(table.path, number, None, None, rule, HOW_TO_MEND["cells"])
            continue
        pairs = _pairs(head, line)
        unit = units.get(pairs.get("indicator_id", ""), "")
        for name, cell in pairs.items():
            if name in columns and (told := _wrong(columns[name], cell, unit)):
                yield Fault(table.path, number, name, cell, *told)


def _wrong(column: Column, cell: str, unit: str) -> tuple[str, str] | None:
    """What is wrong with a cell, and what to write instead."""
    if UNSEEN.search(cell):
        return Said("holds a sign that cannot be shown"), HOW_TO_MEND["unseen"]
    if column.sql_type == "boolean":
        return None if cell in TRUTHS else (Said("neither true nor false"), Said("Write true or false."))
    if not (column.is_number and cell):
        return None
    if not is_number(cell, whole=column.is_whole):
        rule = Said("no whole number") if column.is_whole else Said("no number")
        return rule, advice(cell, whole=column.is_whole)
    if unit not in SHARES and _may_be_thousands(column, cell):
        return Said("a thousand in German, a fraction in English"), advice(cell, whole=False)
    return None


def _may_be_thousands(column: Column, cell: str) -> bool:
    """Whether the cell can be read as `18.000` is in German: coordinates cannot, their column has bounds."""
    least, most = (float(column.constraints.get(bound, end)) for bound, end in BOUNDS)
    return bool(THOUSANDS.fullmatch(cell)) and least <= float(cell.replace(".", "")) <= most
