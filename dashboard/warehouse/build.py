"""Build one DuckDB file from a data folder: typed tables with all constraints, then the model's views."""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path, PurePosixPath

import duckdb
import pyarrow as pa

from dashboard.warehouse.build_error import build_error
from dashboard.warehouse.cells import read_table
from dashboard.warehouse.city import FILE, City, read_city
from dashboard.warehouse.large import is_large, kept_cells, literal, quoted, view
from dashboard.warehouse.model import MODEL, WRITTEN, create_model
from dashboard.warehouse.package import Column, Package, Table, read_package
from dashboard.warehouse.readable import Rows
from dashboard.warehouse.takeover import settle

FORMAT = "8"  # raise when this module writes a different file from the same data


def data_version(folder: Path) -> str:
    """Content hash (16 hex digits) of what the folder holds and of the model's views; it reads no half state of what
    is being published (see `takeover.py`)."""
    settle(folder)
    return version_of(content_hashes(folder))


def version_of(contents: Mapping[str, bytes]) -> str:
    """The same of files by their names, each with the hash of its content."""
    digest = hashlib.sha256(FORMAT.encode())
    for name in sorted(contents, key=PurePosixPath):
        digest.update(name.encode() + b"\0" + contents[name])
    for path in sorted(MODEL.rglob("*.sql")):
        digest.update(path.relative_to(MODEL).as_posix().encode() + b"\0" + _digest(path))
    return digest.hexdigest()[:16]


def content_hashes(folder: Path) -> dict[str, bytes]:
    """The files a warehouse is built from, each with the SHA-256 of its content."""
    return {path.relative_to(folder).as_posix(): _digest(path) for path in data_files(folder)}


def _digest(path: Path) -> bytes:
    """The hash of a file's content; of a large one that was not written since, the one it had before."""
    if not is_large(path):
        return hashlib.sha256(path.read_bytes()).digest()
    stat = path.stat()
    return _large_digest(path, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)


@lru_cache(maxsize=64)
def _large_digest(path: Path, *_: int) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


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
        with duckdb.connect(draft, config={"default_block_size": block_size(folder)}) as connection:
            city = read_city(folder)
            fill(connection, folder, read_package(folder), city, public=public)
            create_model(connection, WRITTEN)
            geography.write(connection, folder, city)
        with draft.open("rb+") as written:
            os.fsync(written.fileno())  # a power cut must not leave a name without its content
        draft.replace(target)
    except (duckdb.Error, OSError) as error:
        raise build_error(error, target.parent) from error
    finally:
        _remove(draft)


def block_size(folder: Path) -> int:
    """Bytes: with the database's default a table of ten rows takes as much room as one of ten thousand; where there are
    more, smaller blocks make a file larger and slower."""
    return 262_144 if any(map(is_large, data_files(folder))) else 16_384


def _remove(draft: Path) -> None:
    """Delete a draft, and what the database had not taken over into it."""
    for left in (draft, draft.with_name(f"{draft.name}.wal")):
        left.unlink(missing_ok=True)


def fill(connection: duckdb.DuckDBPyConnection, folder: Path, package: Package, city: City, *, public: bool) -> None:
    """Create and fill every table, keep package and city beside them."""
    for table in package.tables.values():
        connection.execute(create_statement(table))
        if kept_cells(connection, folder, table):
            insert(connection, table, view(table), public=public)
        else:
            load(connection, table, read_table(folder, table), public=public)
    described = {"package": json.dumps(package.raw), "city": city.model_dump_json()}
    columns = "$package::varchar as package, $city::varchar as city"
    connection.execute(f"create table described as select {columns}", described)
    codes = {key: getattr(city, key) for key in ("place", "country", "region")}
    columns = ", ".join(f"${key}::varchar as {key}" for key in codes)
    connection.execute(f"create table city as select {columns}", codes)


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
    connection.register("cells", texts_of(rows))
    insert(connection, table, "cells", public=public)
    connection.unregister("cells")


def texts_of(rows: Rows) -> pa.Table:
    """The cells as columns of text, empty ones null."""
    head, *lines = rows
    cells = zip(*lines, strict=True) if lines else [()] * len(head)
    return pa.table({name: _texts(column) for name, column in zip(head, cells, strict=True)})


def insert(connection: duckdb.DuckDBPyConnection, table: Table, cells: str, *, public: bool) -> None:
    """Fill the table from a relation of its cells as text."""
    values = [
        f"cast({f'coalesce({quoted(c.name)}, {literal(c.default)})' if c.default else quoted(c.name)} as {c.sql_type})"
        for c in table.columns
    ]
    only_public = " where coalesce(visibility, 'public') = 'public'" if public and table.has_visibility else ""
    chosen = f"select {', '.join(values)} from {cells}{only_public}"  # noqa: S608 (names from the package)
    connection.execute(f"insert into {quoted(table.name)} {chosen}")


def _texts(cells: Iterable[str]) -> pa.Array:
    return pa.array([cell or None for cell in cells], pa.string())
