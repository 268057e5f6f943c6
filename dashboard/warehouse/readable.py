"""Whether a file can be read as a table at all."""

import csv
import io
import re
from pathlib import Path

from dashboard.settings import settings
from dashboard.warehouse.fault import HOW_TO_MEND, Fault

SEPARATORS = {";": "semicolons", "\t": "tabs"}
UNDECODED = re.compile("[\udc80-\udcff]")  # what `surrogateescape` makes of bytes that are no UTF-8


def unreadable(path: Path) -> list[Fault]:
    """What keeps the file from being read: missing, too large, empty, not UTF-8, not separated by commas."""
    if not path.is_file():
        return [_whole(path, "the file is missing", "scheme-error")]
    size, limit = path.stat().st_size, settings().max_file_mb
    if size > limit * 1_000_000:
        rule = f"the file has {size / 1e6:.0f} MB, more than the {limit} MB that are read"
        return [_whole(path, rule, "file-too-large")]
    text = path.read_bytes().decode("utf-8-sig", "surrogateescape")
    if not text.strip():
        return [_whole(path, "the file is empty", "source-error")]
    head = text.lstrip().split("\n", 1)[0]
    separator = max(",", *SEPARATORS, key=head.count)
    faults = [_undecoded(path, text, separator)] if UNDECODED.search(text) else []
    if separator in SEPARATORS:
        rule = f"the cells are separated by {SEPARATORS[separator]} instead of commas"
        faults.append(_whole(path, rule, "separator"))
    return faults


def _whole(path: Path, rule: str, kind: str) -> Fault:
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
    rule = "the file is not UTF-8: this is the first cell that cannot be read"
    return Fault(path.name, number, column, value, rule, HOW_TO_MEND["encoding-error"])
