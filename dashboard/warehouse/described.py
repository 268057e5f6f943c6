"""Whether a folder's package describes what the pages count on: the tables, columns and codes of the shipped one."""

import re
from collections.abc import Iterator

from dashboard.settings import DATA
from dashboard.warehouse.fault import Fault
from dashboard.warehouse.package import Column, Package, Table, read_package
from dashboard.warehouse.schema import of_package

MONTH = re.compile(r"[0-9]{4}\.(0[1-9]|1[0-2])(\..+)?")
RESTORE = "Copy its description from the datapackage.json of the shipped facts."


def described_faults(package: Package) -> list[Fault]:
    """What the pages would miss, or not understand."""
    version = str(package.raw.get("version", ""))
    faults = list(_missing(package, read_package(DATA)))
    if not MONTH.fullmatch(version):
        rule = f"the version {version!r} of the facts is no year and month"
        faults.append(of_package(rule, "Write it like this: 2026.11."))
    return faults


def _missing(package: Package, shipped: Package) -> Iterator[Fault]:
    """Tables that are not described, and what is wrong with the columns of the others."""
    for name, wanted in shipped.tables.items():
        if name in package.tables:
            yield from _changed(package.tables[name], wanted)
        else:
            yield of_package(f"the table {name} is missing", RESTORE)


def _changed(table: Table, wanted: Table) -> Iterator[Fault]:
    """Columns and keys that are missing or of another kind."""
    columns = {column.name: column for column in table.columns}
    if table.key != wanted.key:
        yield of_package(f"the key of {table.name} is not {', '.join(wanted.key)}", RESTORE)
    for column in wanted.columns:
        if (own := columns.get(column.name)) is None:
            yield of_package(f"the column {table.name}.{column.name} is missing", RESTORE)
        elif fault := _other(own, column):
            yield of_package(f"the column {table.name}.{column.name} {fault}", RESTORE)


def _other(column: Column, wanted: Column) -> str:
    """In what a column differs such that pages cannot show it; empty if in nothing."""
    if column.sql_type != wanted.sql_type:
        return f"has the type {column.raw['type']}, not {wanted.raw['type']}"
    if wanted.constraints.get("required") and not (column.constraints.get("required") or column.default):
        return "may be empty"
    known = wanted.constraints.get("enum")
    allowed = column.constraints.get("enum", ())
    if known and (not allowed or set(allowed) - set(known)):
        return f"allows other values than {', '.join(known)}"
    if set(wanted.words) - set(column.words):
        return "has values without words (labels)"
    return ""
