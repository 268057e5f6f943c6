"""Every fault of a data folder, in words: where it is, what is wrong, how to mend it.

Two passes: the cells and the package (required, allowed values, unique, foreign keys; by Frictionless), then, if that
is clean, the geography (boundaries, and what must lie within them) and the quality checks of `queries/checks/` on a
throw-away database.
"""

from functools import cache
from pathlib import Path

import duckdb

from dashboard.settings import QUERIES
from dashboard.warehouse.build import fill
from dashboard.warehouse.cells import read_table
from dashboard.warehouse.city import FILE, City, read_city
from dashboard.warehouse.described import described_faults
from dashboard.warehouse.fault import FALLBACK, Fault
from dashboard.warehouse.package import Package, read_package
from dashboard.warehouse.readable import Unreadable
from dashboard.warehouse.schema import of_package, schema_faults


def check(folder: Path) -> list[Fault]:
    """All faults of the data folder; an empty list means that it can be published."""
    try:
        package = read_package(folder)
    except ValueError as error:
        return [of_package(str(error), "Restore the file.")]
    try:
        city = read_city(folder)
    except ValueError as error:
        mend = "Mend or restore the file; data/README.md says what it holds."
        return [Fault(FILE, None, None, None, str(error), mend), *package_faults(folder, package)]
    from dashboard.warehouse import geography  # GeoPandas takes its time and memory: only where it is needed

    faults = [*described_faults(package), *package_faults(folder, package)]
    return faults or [*geography.faults(folder, city), *quality_faults(folder, package, city)]


def package_faults(folder: Path, package: Package) -> list[Fault]:
    """Files that cannot be read, and what contradicts the package in the others."""
    sheets, unread = {}, list[Fault]()
    for name, table in package.tables.items():
        try:
            sheets[name] = read_table(folder, table)
        except Unreadable as error:
            unread += error.faults
    return unread + schema_faults(package, sheets)


def notices(folder: Path) -> list[Fault]:
    """What a folder without faults still lacks: the rows that the queries under `queries/notices/` return."""
    return _answers(folder, read_package(folder), read_city(folder), "notices")


def quality_faults(folder: Path, package: Package, city: City) -> list[Fault]:
    """The rows that the queries under `queries/checks/` return; without any, what keeps the public copy from being
    made."""
    return _answers(folder, package, city, "checks") or public_copy_faults(folder, package, city)


def _answers(folder: Path, package: Package, city: City, kind: str) -> list[Fault]:
    """The rows that the queries of this folder under `queries/` return, on a database built from the data."""
    with duckdb.connect() as connection:
        try:
            fill(connection, folder, package, city, public=False)
        except duckdb.Error as error:
            return [Fault("(database)", None, None, None, str(error), FALLBACK)]
        faults = []
        cells = cache(lambda file: _cells(folder, package, file))
        for path in sorted((QUERIES / kind).glob("*.sql")):
            found = connection.execute(path.read_text(encoding="utf-8"))
            names = [column[0] for column in found.description]
            for row in (dict(zip(names, values, strict=True)) for values in found.fetchall()):
                faults.append(_quality_fault(path.stem, row, cells(str(row["file"]))))
    return faults


def public_copy_faults(folder: Path, package: Package, city: City) -> list[Fault]:
    """What keeps the public copy from being made: a public row that points to an internal one."""
    with duckdb.connect() as connection:
        try:
            fill(connection, folder, package, city, public=True)
        except duckdb.Error as error:
            mend = "Make the row that points there internal too, or let it point to a public row."
            return [Fault("(public copy)", None, None, None, str(error), mend)]
    return []


def _cells(folder: Path, package: Package, file: str) -> list[set[str]]:
    """The cells of each row of a table's file, the header's first; none of another file."""
    tables = (table for table in package.tables.values() if table.path == file)
    return [set(row) for table in tables for row in read_table(folder, table)]


def _quality_fault(check_name: str, row: dict[str, object], cells: list[set[str]]) -> Fault:
    """A check returns `file, id, column_name, value, rule, mend`; the row is the first with every word of the id."""
    value = None if row["value"] is None else str(row["value"])
    key = set(str(row["id"]).split())
    return Fault(
        str(row["file"]),
        next((number for number, held in enumerate(cells, 1) if key <= held), None),
        str(row["column_name"]),
        value,
        f"{row['id']}: {row['rule']} [{check_name}]",
        str(row["mend"]),
    )
