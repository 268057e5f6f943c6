"""Large text files: the database reads them on all cores; where it has any doubt, they are read row by row."""

import glob
import mmap
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import duckdb

from dashboard.warehouse.large import DOUBTFUL, is_large, literal

CHUNK = 1 << 22


@dataclass(frozen=True)
class Text:
    """A text file in UTF-8, what separates its cells, and how many lines say something of the file only (`sep=`)."""

    path: Path
    separator: str
    before: int


def quickly(connection: duckdb.DuckDBPyConnection, text: Text, above: list[list[str]], tidy: list[str]) -> int | None:
    """Fill the table `cells`, whose columns are `tidy` (SQL); how many rows that were, None if nothing was done.

    `above`: the rows down to the header. Rows are numbered by their lines, so below it each line must be one.
    """
    skipped = len(above) + text.before
    lines = _lines(text.path, skipped) if is_large(text.path) else None
    if lines is None or any("\n" in cell for row in above for cell in row):
        return None
    held = ", ".join(f"c{place}: 'varchar'" for place in range(len(tidy)))
    dialect = f"delim = {literal(text.separator)}, quote = '\"', escape = '\"', strict_mode = true, auto_detect = false"
    read = f"{dialect}, header = false, skip = {skipped}, columns = {{{held}}}, max_line_size = 10000000"
    rows = f"select row_number() over () + {len(above)}, {', '.join(tidy)}"
    source = f"read_csv({literal(glob.escape(str(text.path)))}, {read})"
    try:
        inserted = connection.execute(f"insert into cells {rows} from {source}").fetchone()
    except duckdb.Error:
        return None
    if inserted != (lines,):  # cells that go on in the next line, or lines that end in several ways
        connection.execute("delete from cells")
        return None
    connection.execute(
        f"delete from cells where coalesce({', '.join(f'c{place}' for place in range(len(tidy)))}) is null"
    )
    return int((connection.execute("select count(*) from cells").fetchone() or (0,))[0])


def _lines(path: Path, above: int) -> int | None:
    """How many lines there are below these; None where one is empty, or holds what the database passes over."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        begin = 0
        for _ in range(above):
            begin = content.find(b"\n", begin) + 1
        if begin == 0 or DOUBTFUL.search(content, begin - 1):
            return None
        file.seek(begin)
        ends = sum(chunk.count(b"\n") for chunk in iter(partial(file.read, CHUNK), b""))
        return ends + (content[-1:] != b"\n")
