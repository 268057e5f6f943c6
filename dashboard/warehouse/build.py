"""Build one DuckDB file from a data folder: typed tables with all constraints, then the model's views."""

import hashlib
import json
import os
import re
from collections.abc import Iterable
from graphlib import TopologicalSorter
from pathlib import Path

import duckdb
import pyarrow as pa

from dashboard.settings import QUERIES
from dashboard.warehouse.build_error import build_error
from dashboard.warehouse.cells import read_table
from dashboard.warehouse.city import FILE, City, read_city
from dashboard.warehouse.package import Column, Package, Table, read_package
from dashboard.warehouse.readable import Rows

FORMAT = "7"  # raise when this module writes a different file from the same data
SMALL_BLOCKS = 16_384  # bytes; with the default (262,144) a table of ten rows takes as much room as one of ten thousand
WRITTEN = {"folded", "outlook_component"}  # models that take long to compute: written down as tables
MODEL = QUERIES / "model"
USED = re.compile(r"\b(?:from|join) (\w+)|\b(\w+)\(")  # what a statement reads from, and what it calls


def data_version(folder: Path) -> str:
    """Content hash (16 hex digits) of what the folder holds and of the model's views."""
    digest = hashlib.sha256(FORMAT.encode())
    for root, paths in ((folder, data_files(folder)), (MODEL, sorted(MODEL.rglob("*.sql")))):
        for path in paths:
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def data_files(folder: Path) -> list[Path]:
    """The files a warehouse is built from: package, city, tables and boundaries (a shapefile has several files).

    Whatever else lies in the folder, such as what an editor locks a file with, does not count.
    """
    try:
        tables = [table.path for table in read_package(folder).tables.values()]
    except ValueError:  # the package is being written, or broken: it is told when it is read for its rows
        tables = []
    named = [folder / "datapackage.json", folder / FILE, *(folder / name for name in tables)]
    around = (path for path in (folder / "geo").rglob("*") if not path.name.startswith("."))
    return sorted(path for path in (*named, *around) if path.is_file())


def build(folder: Path, target: Path, *, public: bool) -> None:
    """Write `target` all or nothing; with `public` no internal row gets into it.

    Raises
    ------
    BuildError
        when a constraint or a view fails.
    StoreError
        when the file cannot be written.
    """
    draft = target.with_name(f"{target.name}.{os.getpid()}.draft")
    from dashboard.warehouse import geography  # GeoPandas takes its time and memory: only where it is needed

    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _remove(draft)
        with duckdb.connect(draft, config={"default_block_size": SMALL_BLOCKS}) as connection:
            city = read_city(folder)
            fill(connection, folder, read_package(folder), city, public=public)
            geography.write(connection, folder, city)
        with draft.open("rb+") as written:
            os.fsync(written.fileno())  # a power cut must not leave a name without its content
        draft.replace(target)
    except (duckdb.Error, OSError) as error:
        raise build_error(error, target.parent) from error
    finally:
        _remove(draft)


def _remove(draft: Path) -> None:
    """Delete a draft, and what the database had not taken over into it."""
    for left in (draft, draft.with_name(f"{draft.name}.wal")):
        left.unlink(missing_ok=True)


def fill(connection: duckdb.DuckDBPyConnection, folder: Path, package: Package, city: City, *, public: bool) -> None:
    """Create and fill every table, keep package and city beside them, then create the model of `queries/model/`."""
    for table in package.tables.values():
        connection.execute(create_statement(table))
        load(connection, table, read_table(folder, table), public=public)
    described = {"package": json.dumps(package.raw), "city": city.model_dump_json()}
    columns = "$package::varchar as package, $city::varchar as city"
    connection.execute(f"create table described as select {columns}", described)
    codes = {key: getattr(city, key) for key in ("place", "country", "region")}
    columns = ", ".join(f"${key}::varchar as {key}" for key in codes)
    connection.execute(f"create table city as select {columns}", codes)
    create_model(connection)


def quoted(name: str) -> str:
    """A column or table name from the package as an SQL identifier (parameters cannot carry names)."""
    return '"' + name.replace('"', '""') + '"'


def literal(value: object) -> str:
    """A constant from the package as SQL text (DDL takes no parameters)."""
    return str(value) if isinstance(value, int | float) else "'" + str(value).replace("'", "''") + "'"


def column_definition(column: Column) -> str:
    """One line of the CREATE TABLE: type, not null, unique and check constraints."""
    rules, name = column.constraints, quoted(column.name)
    checks = []
    if "enum" in rules:
        checks.append(f"{name} in ({', '.join(map(literal, rules['enum']))})")
    if "minimum" in rules:
        checks.append(f"{name} >= {literal(rules['minimum'])}")
    if "maximum" in rules:
        checks.append(f"{name} <= {literal(rules['maximum'])}")
    parts = [
        name,
        column.sql_type,
        "not null" * bool(rules.get("required")),
        "unique" * bool(rules.get("unique")),
    ]
    parts += [f"check ({check})" for check in checks]
    return " ".join(part for part in parts if part)


def create_statement(table: Table) -> str:
    """The table's DDL, made from the package.

    A key that points into the table itself is left to Frictionless: the database would want the rows in its order.
    """
    lines = [column_definition(column) for column in table.columns]
    if table.key:
        lines.append(f"primary key ({', '.join(map(quoted, table.key))})")
    lines += [
        f"foreign key ({quoted(column)}) references {quoted(other)} ({quoted(key)})"
        for column, other, key in table.foreign_keys
        if other != table.name
    ]
    return f"create table {quoted(table.name)} (\n  " + ",\n  ".join(lines) + "\n)"


def load(connection: duckdb.DuckDBPyConnection, table: Table, rows: Rows, *, public: bool) -> None:
    """Put the cells into the table, empty ones as null or as the column's default."""
    head, *lines = rows
    cells = zip(*lines, strict=True) if lines else [()] * len(head)
    connection.register("cells", pa.table({name: _texts(column) for name, column in zip(head, cells, strict=True)}))
    values = [
        f"cast({f'coalesce({quoted(c.name)}, {literal(c.default)})' if c.default else quoted(c.name)} as {c.sql_type})"
        for c in table.columns
    ]
    only_public = " where coalesce(visibility, 'public') = 'public'" if public and table.has_visibility else ""
    chosen = f"select {', '.join(values)} from cells{only_public}"  # noqa: S608 (names from the package)
    connection.execute(f"insert into {quoted(table.name)} {chosen}")
    connection.unregister("cells")


def _texts(cells: Iterable[str]) -> pa.Array:
    return pa.array([cell or None for cell in cells], pa.string())


def create_model(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the views (or tables, see WRITTEN) and macros of `queries/model/`, named after their files."""
    macros = {path.stem: path.read_text(encoding="utf-8") for path in (MODEL / "macros").glob("*.sql")}
    views = {path.stem: path.read_text(encoding="utf-8") for path in MODEL.glob("*.sql")}
    for name in model_order(macros | views):
        kind = "table" if name in WRITTEN else "view"
        connection.execute(macros.get(name) or f"create {kind} {quoted(name)} as {views[name]}")


def model_order(statements: dict[str, str]) -> list[str]:
    """The names such that each stands after those its statement reads from or calls."""
    needs = {
        name: {word for found in USED.findall(sql) for word in found} & set(statements) - {name}
        for name, sql in statements.items()
    }
    return list(TopologicalSorter(needs).static_order())
