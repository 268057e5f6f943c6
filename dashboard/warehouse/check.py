"""Every fault of a data folder, in words: where it is, what is wrong, how to mend it.

Two passes: the package (types, required, allowed values, unique, foreign keys; by Frictionless), then, if that
is clean, the geography (boundaries, and what must lie within them) and the quality checks of `queries/checks/` on a
throw-away database.
"""

import csv
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import frictionless

from dashboard.settings import QUERIES
from dashboard.warehouse.build import fill
from dashboard.warehouse.city import FILE, City, read_city
from dashboard.warehouse.fault import FALLBACK, HOW_TO_MEND, Fault
from dashboard.warehouse.package import Package, read_package
from dashboard.warehouse.readable import unreadable


def check(folder: Path) -> list[Fault]:
    """All faults of the data folder; an empty list means that it can be published."""
    try:
        package = read_package(folder)
    except ValueError as error:
        return [_of_package(str(error), "Restore the file.")]
    try:
        city = read_city(folder)
    except ValueError as error:
        mend = "Mend or restore the file; data/README.md says what it holds."
        return [Fault(FILE, None, None, None, str(error), mend), *package_faults(folder, package)]
    from dashboard.warehouse import geography  # GeoPandas takes its time and memory: only where it is needed

    return package_faults(folder, package) or [*geography.faults(folder, city), *quality_faults(folder, package, city)]


def package_faults(folder: Path, package: Package) -> list[Fault]:
    """Files that cannot be read, and what Frictionless finds in the others (schema, and keys among them)."""
    unread = {name: found for name, table in package.tables.items() if (found := unreadable(folder / table.path))}
    faults = [fault for found in unread.values() for fault in found]
    try:
        described = frictionless.Package.from_descriptor(_without(package.raw, set(unread)), basepath=str(folder))
    except frictionless.FrictionlessException as error:
        return [*faults, _of_package(str(error), "Restore the file.")]
    report = described.validate(limit_errors=0)  # 0: none is left out
    return faults + list(_told(report.tasks)) + [_of_package(error.message, FALLBACK) for error in report.errors]


def _of_package(rule: str, mend: str) -> Fault:
    return Fault("datapackage.json", None, None, None, rule, mend)


def _without(raw: dict[str, Any], unread: set[str]) -> dict[str, Any]:
    """The package without some tables and the keys that point to them."""
    tables = [
        {
            **table,
            "schema": {
                **table["schema"],
                "foreignKeys": [
                    key for key in table["schema"].get("foreignKeys", []) if key["reference"]["resource"] not in unread
                ],
            },
        }
        for table in raw["resources"]
        if table["name"] not in unread
    ]
    return {**raw, "resources": tables}


def _told(tasks: Iterable[frictionless.ReportTask]) -> Iterator[Fault]:
    """The faults of each table; that keys point into a table without rows or key column is said once, of that table."""
    errors = [error for task in tasks for error in task.errors]
    missed = {error.to_dict()["referenceName"] for error in errors if error.type == "foreign-key"}
    rowless = {task.name for task in tasks if not task.stats.get("rows")}
    hollow = rowless | {task.name for task in tasks if any(map(_has_no_key, task.errors))}
    for task in tasks:
        file = Path(task.place).name
        if task.name in rowless & missed and not task.errors:
            rule = "the file has no rows, but other tables point to them"
            yield Fault(file, None, None, None, rule, HOW_TO_MEND["no-rows"])
        for error in _without_echoes(task.errors):
            if error.to_dict().get("referenceName") not in hollow:
                yield _fault(file, error)


def _has_no_key(error: frictionless.Error) -> bool:
    return error.type in ("missing-label", "incorrect-label", "blank-label", "blank-header")


def _without_echoes(errors: list[frictionless.Error]) -> list[frictionless.Error]:
    """Without what follows from an empty line (it has no id either), and of empty lines in a row the first only."""
    blank = {_row(error) for error in errors if error.type == "blank-row"}
    return [e for e in errors if _row(e) not in blank or (e.type == "blank-row" and _row(e) - 1 not in blank)]


def _row(error: frictionless.Error) -> int:
    """The line of the file, 0 where the whole file is meant."""
    return int(error.to_dict().get("rowNumber", 0))


def _fault(file: str, error: frictionless.Error) -> Fault:
    kind, detail, rule = error.type, error.to_dict(), error.note or error.message
    if rule == 'constraint "required" is "True"':
        kind, rule = "required", "must not be empty"
    column = detail.get("fieldName") or detail.get("label") or ", ".join(detail.get("fieldNames", [])) or None
    value = detail.get("cell") or ", ".join(map(str, detail.get("fieldCells", []))) or None
    return Fault(file, _row(error) or None, column, value, rule, HOW_TO_MEND.get(kind, FALLBACK))


def notices(folder: Path) -> list[Fault]:
    """What a folder without faults still lacks: the rows that the queries under `queries/notices/` return."""
    package, city = read_package(folder), read_city(folder)
    return quality_faults(folder, package, city, "notices")


def quality_faults(folder: Path, package: Package, city: City, kind: str = "checks") -> list[Fault]:
    """The rows that the queries under `queries/checks/` return, on a database built from the folder."""
    with duckdb.connect() as connection:
        try:
            fill(connection, folder, package, city, public=False)
        except duckdb.Error as error:
            return [Fault("(database)", None, None, None, str(error), FALLBACK)]
        faults = []
        cells = cache(lambda file: _cells(folder / file))
        for path in sorted((QUERIES / kind).glob("*.sql")):
            found = connection.execute(path.read_text(encoding="utf-8"))
            names = [column[0] for column in found.description]
            for row in (dict(zip(names, values, strict=True)) for values in found.fetchall()):
                faults.append(_quality_fault(path.stem, row, cells(str(row["file"]))))
    return faults or public_copy_faults(folder, package, city)


def public_copy_faults(folder: Path, package: Package, city: City) -> list[Fault]:
    """What keeps the public copy from being made: a public row that points to an internal one."""
    with duckdb.connect() as connection:
        try:
            fill(connection, folder, package, city, public=True)
        except duckdb.Error as error:
            mend = "Make the row that points there internal too, or let it point to a public row."
            return [Fault("(public copy)", None, None, None, str(error), mend)]
    return []


def _cells(path: Path) -> list[set[str]]:
    """The cells of each row of a CSV, the header's first."""
    with path.open(encoding="utf-8", newline="") as file:
        return [set(row) for row in csv.reader(file)]


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
