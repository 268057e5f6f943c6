"""Whether a folder's package describes what the pages count on: the tables, columns and codes of the shipped one."""

import re
from collections.abc import Iterator

from dashboard.settings import DATA
from dashboard.values import Said
from dashboard.warehouse.fault import Fault
from dashboard.warehouse.package import Column, Package, Table, read_package
from dashboard.warehouse.schema import of_package

MONTH = re.compile(r"[0-9]{4}\.(0[1-9]|1[0-2])(\..+)?")
RESTORE = Said("Copy its description from the datapackage.json of the shipped facts.")


def described_faults(package: Package) -> list[Fault]:
    """What the pages would miss, or not understand."""
    version = str(package.raw.get("version", ""))
    faults = list(_missing(package, read_package(DATA)))
    if not MONTH.fullmatch(version):
        rule = Said("the version “{version}” of the facts is no year and month", version=version)
        faults.append(of_package(rule, Said("Write it like this: 2026.11.")))
    return faults


def _missing(package: Package, shipped: Package) -> Iterator[Fault]:
    """Tables that are not described, and what is wrong with the columns of the others."""
    for name, wanted in shipped.tables.items():
        if name in package.tables:
            yield from _changed(package.tables[name], wanted)
        else:
            yield of_package(Said("the table {name} is missing", name=name), RESTORE)


def _changed(table: Table, wanted: Table) -> Iterator[Fault]:
    """Columns and keys that are missing or of another kind."""
    columns = {column.name: column for column in table.columns}
    if table.key != wanted.key:
        key = Said("the key of {table} is not {columns}", table=table.name, columns=", ".join(wanted.key))
        yield of_package(key, RESTORE)
    for column in wanted.columns:
        name = f"{table.name}.{column.name}"
        if (own := columns.get(column.name)) is None:
            yield of_package(Said("the column {name} is missing", name=name), RESTORE)
        elif rule := _other(name, own, column):
            yield of_package(rule, RESTORE)


def _other(name: str, column: Column, wanted: Column) -> Said | None:
    """In what a column differs such that pages cannot show it; None if in nothing."""
    if column.sql_type != wanted.sql_type:
        kinds = {"kind": column.raw["type"], "wanted": wanted.raw["type"]}
        return Said("the column {name} has the type {kind}, not {wanted}", name=name, **kinds)
    if wanted.constraints.get("required") and not (column.constraints.get("required") or column.default):
        return Said("the column {name} may be empty", name=name)
    known = wanted.constraints.get("enum")
    allowed = column.constraints.get("enum", ())
    if known and (not allowed or set(allowed) - set(known)):
        return Said("the column {name} allows other values than {known}", name=name, known=", ".join(known))
    if set(wanted.words) - set(column.words):
        return Said("the column {name} has values without words (labels)", name=name)
    return None
