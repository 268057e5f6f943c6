"""Numbers as people write them: what a cell of a number column says, or what to write instead."""

import re
import sys
import unicodedata

from dashboard.values import Said

WHOLE = re.compile(r"[+-]?[0-9]+")
DECIMAL = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2}\.[0-9]{3}")  # German for eighteen thousand: 18.000
GROUPED = re.compile(r"([+-]?[1-9][0-9]{0,2}(?:([.,'’_ ])[0-9]{3})(?:\2[0-9]{3})*)(?:[.,]([0-9]+))?")
COMMA = re.compile(r"[+-]?[0-9]+,[0-9]+")
LARGEST = 2**53  # whole numbers beyond it are not exact, in the browser either


def folded(cell: str) -> str:
    """The cell with each digit and sign in its plain form (`１２０` is `120`), without blanks around it."""
    return unicodedata.normalize("NFKC", cell).strip()


def is_number(cell: str, *, whole: bool) -> bool:
    """Whether the cell is a number as the tables write it: finite, with a point before the decimals."""
    form, most = (WHOLE, LARGEST) if whole else (DECIMAL, sys.float_info.max)
    return bool(form.fullmatch(cell)) and abs(float(cell)) <= most


def advice(cell: str, *, whole: bool) -> str:
    """What to write instead of this cell; both readings where there are two."""
    grouped = GROUPED.fullmatch(cell)
    if grouped and (rest := grouped[3]) is not None:
        number = f"{_digits(grouped[1])}.{rest}"
        return Said("Write {number}: no thousands separators, a point before the decimals.", number=number)
    if grouped and cell.count(grouped[2]) == 1 and grouped[2] in ".," and not whole:
        told = {"whole": _digits(cell), "fraction": f"{cell.replace(',', '.')}0"}
        return Said("Write {whole} if thousands are meant; if these are decimals, {fraction}.", **told)
    if grouped:
        return Said("Write {number}: no thousands separators.", number=_digits(cell))
    if COMMA.fullmatch(cell) and not whole:
        return Said("Write {number}: a point before the decimals.", number=cell.replace(",", "."))
    if whole:
        return Said("Write a whole number such as 1200; what the source does not say stays empty.")
    return Said("Write a number such as 1200 or 0.5; what the source does not say stays empty.")


def _digits(cell: str) -> str:
    return re.sub(r"[^0-9+-]", "", cell)
