"""The facts that a file is compared with: its table and those that it points to, as tables of text cells."""

from pathlib import Path

import duckdb
import pyarrow as pa

from dashboard.warehouse.cells import read_table
from dashboard.warehouse.large import kept_cells, quoted, view
from dashboard.warehouse.package import Package, Table, read_package
from dashboard.warehouse.readable import Rows


class Facts:
    """Tables `fact_<name>`: `_position` and the columns as text, empty cells null."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, folder: Path, name: str) -> None:
        self.folder = folder
        self.package: Package = read_package(folder)
        self.table = self.package.tables[name]
        others = {other for _, other, _ in self.table.foreign_keys} | {
            code_list for code_list, _ in self.lists.values()
        }
        for other in sorted({name, "translations", *others} & set(self.package.tables)):
            self._load(connection, self.package.tables[other])

    @property
    def lists(self) -> dict[str, tuple[str, str]]:
        """Column -> the table and key that its cells are several codes of: the one of the same name."""
        tables = self.package.tables
        names = [
            column.name for column in self.table.columns if column.name in tables and column.name != self.table.name
        ]
        return {name: (name, tables[name].key[0]) for name in names if len(tables[name].key) == 1}

    @property
    def codes(self) -> dict[str, tuple[str, str]]:
        """Column -> the table and key that its cells are codes of."""
        return {column: (other, key) for column, other, key in self.table.foreign_keys}

    def _load(self, connection: duckdb.DuckDBPyConnection, table: Table) -> None:
        names = ", ".join(quoted(column.name) for column in table.columns)
        source = view(table)
        if not (is_kept := kept_cells(connection, self.folder, table)):
            connection.register("small", _arrow(table, read_table(self.folder, table)))
            source = "small"
        numbered = f"select row_number() over () as _position, {names} from {source}"
        connection.execute(f"create or replace table {fact(table.name)} as {numbered}")
        if not is_kept:
            connection.unregister("small")


def fact(table: str) -> str:
    """The name of a table of the facts."""
    return quoted(f"fact_{table}")


def _arrow(table: Table, rows: Rows) -> pa.Table:
    """The cells by column; ValueError where the facts have other columns than the package."""
    head, *lines = rows
    cells = zip(*lines, strict=True) if lines else [()] * len(head)
    texts = {
        name: pa.array([cell or None for cell in held], pa.string()) for name, held in zip(head, cells, strict=True)
    }
    return pa.table({column.name: texts[column.name] for column in table.columns})
