"""Every fault of a data folder, in words: where it is, what is wrong, how to mend it.

Two passes: the cells and the package (required, allowed values, unique, foreign keys; by Frictionless), then, if that
is clean, the geography (boundaries, and what must lie within them) and the quality checks of `queries/checks/` on a
throw-away database.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

import duckdb

from dashboard.settings import QUERIES
from dashboard.values import Said
from dashboard.warehouse.build import data_files, fill
from dashboard.warehouse.build_error import BuildError, TemporaryError, is_full, no_room
from dashboard.warehouse.cells import read_table
from dashboard.warehouse.city import FILE, City, read_city
from dashboard.warehouse.described import described_faults
from dashboard.warehouse.fault import FALLBACK, Fault
from dashboard.warehouse.large import is_large, kept_cells
from dashboard.warehouse.model import create_model, needed, used
from dashboard.warehouse.package import Package, Table, read_package
from dashboard.warehouse.readable import Unreadable
from dashboard.warehouse.schema import of_package, schema_faults
from dashboard.warehouse.suspects import first_row, in_file, left_out, sampled
from dashboard.warehouse.takeover import settle

NO_DATA = Said("Name the folder that holds datapackage.json and the CSVs (--data or POCKET_DATA).")
RowOf = Callable[[Table, list[str]], int | None]


@contextmanager
def told_if_full() -> Iterator[None]:
    """Whatever has no room while it is being checked lies in the folder for temporary files."""
    try:
        yield
    except (duckdb.Error, OSError) as error:
        if is_full(error):
            raise TemporaryError(no_room(Path(gettempdir()))) from error
        raise


@told_if_full()
def check(folder: Path) -> list[Fault]:
    """All faults of the data folder; an empty list means that it can be published. Raises TemporaryError, Unsettled."""
    if not folder.is_dir():
        nowhere = Said("there is no folder {folder}", folder=str(folder))
        return [Fault(BuildError.where, None, None, None, nowhere, NO_DATA)]
    settle(folder)
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
    sheets, unread, large = {}, list[Fault](), list[Table]()
    with duckdb.connect() as connection:
        for name, table in package.tables.items():
            try:
                if kept_cells(connection, folder, table):
                    large.append(table)
                else:
                    sheets[name] = read_table(folder, table)
            except Unreadable as error:
                unread += error.faults
        try:
            samples = sampled(connection, package, large, sheets)
        except Unreadable as error:
            return [*unread, *error.faults]
    rows = {name: one.rows for name, one in samples.items()}
    told = schema_faults(package, sheets | rows)
    return unread + [in_file(fault, package, samples) for fault in told] + left_out(package, samples)


@told_if_full()
def notices(folder: Path) -> list[Fault]:
    """What a folder without faults still lacks: the rows that the queries under `queries/notices/` return.

    Raises TemporaryError.
    """
    return _answers(folder, read_package(folder), read_city(folder), "notices")


def quality_faults(folder: Path, package: Package, city: City) -> list[Fault]:
    """The rows that the queries under `queries/checks/` return; without any, what keeps the public copy from being
    made."""
    return _answers(folder, package, city, "checks") or public_copy_faults(folder, package, city)


def _answers(folder: Path, package: Package, city: City, kind: str) -> list[Fault]:
    """The rows that the queries of this folder under `queries/` return, on a database built from the data."""
    asked = {path.stem: path.read_text(encoding="utf-8") for path in sorted((QUERIES / kind).glob("*.sql"))}
    with _throw_away(folder) as connection:
        try:
            fill(connection, folder, package, city, public=False)
            create_model(connection, written=(), names=needed(used(" ".join(asked.values()))))
        except duckdb.Error as error:
            if is_full(error):
                raise
            return [Fault("(database)", None, None, None, str(error), FALLBACK)]
        faults = []
        row_of = _finder(connection, folder, package)
        for name, sql in asked.items():
            found = connection.execute(sql)
            names = [column[0] for column in found.description]
            for row in (dict(zip(names, values, strict=True)) for values in found.fetchall()):
                faults.append(quality_fault(name, row, package, row_of))
    return faults


@contextmanager
def _throw_away(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database for these data, in a file if they are many, so that it does not take the memory."""
    if not any(map(is_large, data_files(folder))):
        with duckdb.connect() as connection:
            yield connection
        return
    with TemporaryDirectory() as place, duckdb.connect(Path(place) / "checked.duckdb") as connection:
        yield connection


def public_copy_faults(folder: Path, package: Package, city: City) -> list[Fault]:
    """What keeps the public copy from being made: a public row that points to an internal one."""
    with _throw_away(folder) as connection:
        try:
            fill(connection, folder, package, city, public=True)
        except duckdb.Error as error:
            if is_full(error):
                raise
            mend = Said("Make the row that points there internal too, or let it point to a public row.")
            return [Fault("(public copy)", None, None, None, str(error), mend)]
    return []


def _finder(connection: duckdb.DuckDBPyConnection, folder: Path, package: Package) -> RowOf:
    """The first row of a table's file with all these words."""
    cells = cache(lambda name: [set(row) for row in read_table(folder, package.tables[name])])

    def row_of(table: Table, words: list[str]) -> int | None:
        if is_large(folder / table.path):
            return first_row(connection, table, words)
        return next((number for number, held in enumerate(cells(table.name), 1) if set(words) <= held), None)

    return row_of


def quality_fault(check_name: str, row: dict[str, object], package: Package, row_of: RowOf) -> Fault:
    """A check returns `file, id, column_name, value, rule, mend`, and as `other` what the rule names besides.

    The row is the first with every word of the id.
    """
    value = None if row["value"] is None else str(row["value"])
    told = Said(str(row["rule"]), other=str(row.get("other")))
    rule = Said("{id}: {rule} [{check}]", id=row["id"], rule=told, check=check_name)
    column, mend = str(row["column_name"]), Said(str(row["mend"]))
    if (table := package.tables.get(Path(str(row["file"])).stem)) is None:
        return Fault(str(row["file"]), None, column, value, rule, mend)
    return Fault(table.path, row_of(table, str(row["id"]).split()), column, value, rule, mend)
