"""Whether tables are what the package says (names, constraints, keys): Frictionless finds it, in our words."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

import frictionless

from dashboard.values import Said
from dashboard.warehouse.cells import cell_faults, units
from dashboard.warehouse.fault import FALLBACK, HOW_TO_MEND, Fault
from dashboard.warehouse.package import Column, Package, Table
from dashboard.warehouse.readable import Rows

CONSTRAINT = re.compile(r'constraint "(\w+)" is "(.*)"', re.DOTALL)
TWICE = re.compile(r"the same as in the row at position (\d+)")
POINTS = re.compile(r'for "(.*)": values "(.*)" not found in the lookup table "(.*)" as "(.*)"', re.DOTALL)
Errors = list[frictionless.Error]
WITH = "/"  # between a table and those of its columns that are looked up
FILE = {"path", "format", "mediatype", "encoding", "dialect"}  # what a description says of the file, not of its rows


def of_package(rule: str, mend: str) -> Fault:
    """A fault of the package itself."""
    return Fault("datapackage.json", None, None, None, rule, mend)


def schema_faults(package: Package, sheets: Mapping[str, Rows]) -> list[Fault]:
    """What is wrong with the tables that could be read: their cells, then what Frictionless finds besides."""
    kinds = units(sheets["indicator_types"]) if "indicator_types" in sheets else {}
    cells = [fault for name, rows in sheets.items() for fault in cell_faults(package.tables[name], rows, kinds)]
    try:
        described = frictionless.Package.from_descriptor(_within(package.raw, sheets))
    except frictionless.FrictionlessException as error:
        return [*cells, of_package(str(error), "Restore the file.")]
    for resource in described.resources:  # as a list its rows would be copied, cell by cell, many times
        resource.data = partial(_rows, sheets, *str(resource.name).split(WITH))
    report = described.validate(limit_errors=0)  # 0: none is left out
    told = {(fault.file, fault.row, fault.column) for fault in cells}
    others = [
        fault
        for fault in _told(report.tasks, package.tables)
        if not {(fault.file, fault.row, fault.column), (fault.file, fault.row, None)} & told
    ]
    return [*cells, *others, *(of_package(error.message, FALLBACK) for error in report.errors)]


def _within(raw: dict[str, Any], sheets: Mapping[str, Rows]) -> dict[str, Any]:
    """The package as far as its tables were read: without their files, and the keys that point to other tables.

    Keys point to tables of their own, with no more than the columns that are looked up: for each of them Frictionless
    copies, validates and reads all of the table it points to.
    """
    there = {table["name"]: table for table in raw["resources"] if table["name"] in sheets}
    keys = {name: list(_keys(table, there)) for name, table in there.items()}
    tables = [_described(table, name, foreignKeys=keys[name]) for name, table in there.items()]
    for target in dict.fromkeys(key["reference"]["resource"] for each in keys.values() for key in each):
        name, *columns = target.split(WITH)
        kinds = {field["name"]: field["type"] for field in there[name]["schema"]["fields"]}
        looked_up = [{"name": column, "type": kinds[column]} for column in columns if column in kinds]
        tables.append(_described(there[name], target, fields=looked_up, primaryKey=[], foreignKeys=[]))
    return {**raw, "resources": tables}


def _keys(table: dict[str, Any], there: Container[str]) -> Iterator[dict[str, Any]]:
    for key in table["schema"].get("foreignKeys", []):
        name, columns = key["reference"]["resource"] or table["name"], key["reference"]["fields"]
        if name in there:
            yield {**key, "reference": {"resource": WITH.join([name, *columns]), "fields": columns}}


def _described(table: dict[str, Any], name: str, **schema: Any) -> dict[str, Any]:
    """A table without its file, under this name, with that of its schema changed."""
    kept = {key: value for key, value in table.items() if key not in FILE}
    return {**kept, "name": name, "data": [], "schema": {**table["schema"], **schema}}


def _rows(sheets: Mapping[str, Rows], name: str, *columns: str) -> Iterator[list[str]]:
    """The rows of a table, or of some of its columns."""
    rows = sheets[name]
    if not columns:
        return iter(rows)
    at = [rows[0].index(column) for column in columns if column in rows[0]] if rows else []
    return ([row[place] if place < len(row) else "" for place in at] for row in rows)


def _told(tasks: Iterable[frictionless.ReportTask], tables: Mapping[str, Table]) -> Iterator[Fault]:
    """The faults of each table; that keys point into a table without rows or key column is said once, of that table."""
    own = [task for task in tasks if task.name in tables]
    errors = [error for task in own for error in task.errors]
    missed = {_pointed_at(error) for error in errors if error.type == "foreign-key"}
    rowless = {task.name for task in own if not task.stats.get("rows")}
    hollow = rowless | {task.name for task in own if any(map(_has_no_key, task.errors))}
    for task in own:
        table = tables[task.name]
        if task.name in rowless & missed and not task.errors:
            rule = Said("the file has no rows, but other tables point to them")
            yield Fault(table.path, None, None, None, rule, HOW_TO_MEND["no-rows"])
        for error in _without_echoes(task.errors):
            if _pointed_at(error) not in hollow:
                yield _fault(table, error)


def _pointed_at(error: frictionless.Error) -> str:
    """The table that a key which leads nowhere points to; empty for other errors."""
    return str(error.to_dict().get("referenceName", "")).split(WITH)[0]


def _has_no_key(error: frictionless.Error) -> bool:
    return error.type in ("missing-label", "incorrect-label", "blank-label", "blank-header")


def _without_echoes(errors: Errors) -> Iterator[frictionless.Error]:
    """Without what follows from an empty line or key, and of empty lines in a row the first only."""
    blank = {_row(error) for error in errors if error.type == "blank-row"}
    for error in errors:
        keyless = error.type == "primary-key" and error.note.endswith('"None"')  # the cell must not be empty: told
        if not keyless and (_row(error) not in blank or (error.type == "blank-row" and _row(error) - 1 not in blank)):
            yield error


def _row(error: frictionless.Error) -> int:
    """The line of the file, 0 where the whole file is meant."""
    return int(error.to_dict().get("rowNumber", 0))


def _fault(table: Table, error: frictionless.Error) -> Fault:
    detail, rule, mend = error.to_dict(), _noted(error.note or error.message), HOW_TO_MEND.get(error.type, FALLBACK)
    column = detail.get("fieldName") or detail.get("label") or ", ".join(detail.get("fieldNames", [])) or None
    value = detail.get("cell") or ", ".join(map(str, detail.get("fieldCells", []))) or None
    if error.type == "constraint-error" and (found := CONSTRAINT.match(rule)):
        rule, mend = _constraint(table.column(str(column)), found[1], found[2], value or "")
    return Fault(table.path, _row(error) or None, column, value, rule, mend)


def _noted(rule: str) -> str:
    """What Frictionless says of keys, such that it can be said in other languages."""
    if found := TWICE.fullmatch(rule):
        return Said("the same as in the row at position {row}", row=found[1])
    if found := POINTS.fullmatch(rule):
        column, value, target, key = found.groups()
        return Said(
            'for "{column}": values "{value}" not found in the lookup table "{table}" as "{key}"',
            column=column,
            value=value,
            table=target.split(WITH)[0],
            key=key,
        )
    return rule


def _constraint(column: Column, name: str, limit: str, cell: str) -> tuple[Said, Said]:
    """A constraint that a cell breaks, and what to write instead."""
    turned = "-".join(part.zfill(2) for part in reversed(cell.split(".")))  # 08.09.2001 is 2001-09-08
    example = (
        turned if re.fullmatch(column.constraints.get("pattern", ""), turned) else column.raw.get("example", limit)
    )
    allowed = ", ".join(column.constraints.get("enum", []))
    words = {
        "required": (Said("must not be empty"), HOW_TO_MEND["required"]),
        "minimum": (Said("less than {limit}", limit=limit), Said("Correct the number.")),
        "maximum": (Said("more than {limit}", limit=limit), Said("Correct the number.")),
        "enum": (Said("none of the allowed values"), Said("Write one of these: {values}.", values=allowed)),
        "pattern": (
            Said("not written as the column wants it"),
            Said("Write it like this: {example}.", example=example),
        ),
    }
    other = Said("the column's {name} is {limit}", name=name, limit=limit), HOW_TO_MEND["constraint-error"]
    return words.get(name, other)
