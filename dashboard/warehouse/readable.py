"""The one way a CSV is read: what is checked, compared with the boundaries and loaded are the same cells."""

import csv
import io
import re
from pathlib import Path

from dashboard.values import Said
from dashboard.warehouse.fault import HOW_TO_MEND, Fault

Rows = list[list[str]]
SEPARATORS = {
    ";": Said("semicolons"),
    "\t": Said("tabs"),
    "|": Said("vertical bars"),
    ":": Said("colons"),
    " ": Said("blanks"),
}
SIGN = re.compile(r"[\t !#-+/:;<>?@\\^`|~]")  # what may separate cells: no part of a name, no quote
UNDECODED = re.compile("[\udc80-\udcff]")  # what `surrogateescape` makes of bytes that are no UTF-8
CUT_OFF = "\0" * 16  # what a disk leaves of a file that was cut off; fewer are told by cell


class Unreadable(ValueError):
    """The file is no table; `faults` say why."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


def read_rows(path: Path) -> Rows:
    """The cells of a CSV as text, the header's first; lines may end in any way. Raises Unreadable."""
    text = _text(path)
    if not text.strip():
        raise Unreadable(whole(path, Said("the file is empty"), "source-error"))
    if CUT_OFF in text:
        raise Unreadable(whole(path, Said("the file holds signs that no text has (NUL)"), "damaged"))
    separator = _separator(text.lstrip().split("\n", 1)[0])
    faults = [_undecoded(path, text, separator)] if UNDECODED.search(text) else []
    if separator != ",":
        signs = SEPARATORS.get(separator, repr(separator))
        rule = Said("the cells are separated by {signs} instead of commas", signs=signs)
        faults.append(whole(path, rule, "separator"))
    if faults:
        raise Unreadable(*faults)
    return _rows(path, text)


def _text(path: Path) -> str:
    """The file's text; bytes that are no UTF-8 are escaped."""
    try:
        if not path.is_file():
            rule = Said("the file is the name of a folder") if path.is_dir() else Said("the file is missing")
            raise Unreadable(whole(path, rule, "scheme-error"))
        return path.read_bytes().decode("utf-8-sig", "surrogateescape")
    except OSError as error:
        raise Unreadable(whole(path, Said("the file cannot be read: {why}", why=error.strerror), "held")) from None


def _separator(head: str) -> str:
    """The sign that stands most often in the header line; blanks count where there is no comma."""
    signs: list[str] = [sign for sign in SIGN.findall(head.strip()) if sign != " " or "," not in head]
    return max((",", *signs), key=head.count)


def _rows(path: Path, text: str) -> Rows:
    """The rows; every one that breaks the rules of quoting is told with the line it begins in."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: Rows = []
    faults = []
    while True:
        line = reader.line_num + 1
        try:
            rows.append(next(reader))
        except StopIteration:
            break
        except csv.Error as error:
            rule = Said("a quote out of place: {why}", why=str(error))
            faults.append(Fault(path.name, line, None, None, rule, HOW_TO_MEND["quotes"]))
    if faults:
        raise Unreadable(*faults)
    return rows


def whole(path: Path, rule: str, kind: str) -> Fault:
    """A fault of the whole file."""
    return Fault(path.name, None, None, None, rule, HOW_TO_MEND[kind])


def _undecoded(path: Path, text: str, separator: str) -> Fault:
    """The first cell that is no UTF-8, its bytes read as Windows does."""
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    number, position, cell = next(
        (number, position, cell)
        for number, row in enumerate(rows, 1)
        for position, cell in enumerate(row)
        if UNDECODED.search(cell)
    )
    column = rows[0][position] if number > 1 and position < len(rows[0]) else None
    value = cell.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
    rule = Said("the file is not UTF-8: this is the first cell that cannot be read")
    return Fault(path.name, number, column, value, rule, HOW_TO_MEND["encoding-error"])
