"""Tables too large to be read row by row: the database reads the file and finds the few rows that may be wrong.

What is wrong with these is told as of any other table (`schema.py`). Parquet is always read in this way, a CSV if it is
large and the database can read it without any doubt; else it is read row by row, which tells what is wrong with it.
"""

import csv
import glob
import mmap
import re
from pathlib import Path

import duckdb

from dashboard.values import Said
from dashboard.warehouse.package import Column, Table
from dashboard.warehouse.readable import Unreadable, whole

LARGE = 10_000_000  # bytes
DOUBTFUL = re.compile(rb"\n\r?\n|\A\r?\n|\0")  # an empty line; what the database passes over in silence
WIDE, NARROW = "０１２３４５６７８９．－＋", "0123456789.-+"  # digits as in Japanese texts


def is_large(path: Path) -> bool:
    """Whether the database should read this file."""
    return path.is_file() and (path.suffix == ".parquet" or path.stat().st_size >= LARGE)


def kept_cells(connection: duckdb.DuckDBPyConnection, folder: Path, table: Table) -> bool:
    """Make the view `large_<table>` of a large file's cells as text, empty ones null; whether that was possible.

    Raises Unreadable where a Parquet file has other columns.
    """
    path = folder / table.path
    try:
        known = is_large(path) and _relation(connection, path, table)
    except (duckdb.Error, UnicodeDecodeError, csv.Error):
        return False
    if not known:
        return False
    texts = ", ".join(f"{_text(column, *known[1][column.name])} as {quoted(column.name)}" for column in table.columns)
    connection.execute(f"create or replace temp view {view(table)} as select {texts} from {known[0]}")  # noqa: S608
    return True


def view(table: Table) -> str:
    """The name of the view of its cells."""
    return quoted(f"large_{table.name}")


def quoted(name: str) -> str:
    """A column or table name from the package as an SQL identifier (parameters cannot carry names)."""
    return '"' + name.replace('"', '""') + '"'


def literal(value: object) -> str:
    """A constant from the package as SQL text (DDL takes no parameters)."""
    return str(value) if isinstance(value, int | float) else "'" + str(value).replace("'", "''") + "'"


Known = tuple[str, dict[str, tuple[str, str]]]  # what to read from; column -> its name there and its type


def _relation(connection: duckdb.DuckDBPyConnection, path: Path, table: Table) -> Known | None:
    """How the database reads the file; None if a CSV's columns are not the table's, or its lines not all rows."""
    names, place = [column.name for column in table.columns], literal(glob.escape(str(path)))
    if path.suffix == ".parquet":
        source = f"read_parquet({place})"
    elif _head(path) != names or _is_doubtful(path):
        return None
    else:
        held = ", ".join(f"{literal(name)}: 'varchar'" for name in names)
        dialect = "auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"', strict_mode = true"
        source = f"read_csv({place}, {dialect}, columns = {{{held}}}, max_line_size = 10000000)"
    found = connection.execute(f"select * from {source} limit 0").description or []  # noqa: S608 (names from above)
    if [column[0] for column in found] != names:
        raise Unreadable(whole(path, Said("the columns are not those of datapackage.json, in their order"), "columns"))
    if path.suffix != ".parquet":
        connection.execute(f"select count(*) from (select {', '.join(map(quoted, names))} from {source})")  # noqa: S608
    return source, {name: (quoted(name), str(kind)) for name, kind, *_ in found}


def _head(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return next(csv.reader(file, strict=True), [])


def _is_doubtful(path: Path) -> bool:
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return DOUBTFUL.search(content) is not None


def _text(column: Column, name: str, kind: str) -> str:
    """The cell as text: composed (NFC), numbers in plain digits; empty is null."""
    told = f"cast({name} as varchar)"
    if kind in ("DOUBLE", "FLOAT"):  # as others keep whole numbers, too, of which some are missing: null, or no number
        is_whole = f"isfinite({name}) and {name} = trunc({name}) and abs({name}) < 1e18" if column.is_whole else "false"
        told = f"if(isnan({name}), null, if({is_whole}, cast(cast({name} as bigint) as varchar), {told}))"
    plain, composed = f"trim(translate({told}, {literal(WIDE)}, {literal(NARROW)}))", f"nfc_normalize({told})"
    return f"nullif({plain if column.is_number else composed}, '')"
