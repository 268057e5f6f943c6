"""What differs between two versions, or between a version and a folder."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from dashboard.versions.change import TableChange
from dashboard.versions.rows import Pair, Rows
from dashboard.versions.store import Versions
from dashboard.warehouse.build import content_hashes
from dashboard.warehouse.large import literal
from dashboard.warehouse.package import read_package

FIRST = 20  # rows of each kind that are told of a table
PACKAGE = "datapackage.json"
Which = int | Path  # the number of a version, or a data folder


@dataclass(frozen=True)
class Comparison:
    """The tables that differ, and the other files (their names)."""

    tables: tuple[Rows, ...]
    files: tuple[str, ...]
    connection: duckdb.DuckDBPyConnection

    def changes(self, limit: int = FIRST) -> tuple[TableChange, ...]:
        """Every table that differs, with the first rows of each kind."""
        return tuple(table.change(limit) for table in self.tables)

    def write(self, path: Path) -> None:
        """Every cell that differs as a CSV: table, change, row (its key), column, old, new."""
        none = ", ".join(
            f"null::varchar as {name}" for name in ('"table"', "change", '"row"', '"column"', "old", "new")
        )
        asked = " union all ".join(
            [f"select {none} where false", *(one for table in self.tables for one in table.cells())]
        )
        self.connection.execute(f"copy ({asked}) to {literal(path)} (format csv, header)")


@contextmanager
def compared(versions: Versions, old: Which, new: Which, *, public: bool) -> Iterator[Comparison]:
    """The two compared, for as long as one is within; with `public` no internal row is.

    Raises NoVersion, Unreadable, ValueError where a folder is no data folder, and StoreError.
    """
    files = [_files(versions, which) for which in (old, new)]
    differ = {name for name in files[0].keys() | files[1].keys() if files[0].get(name) != files[1].get(name)}
    with TemporaryDirectory() as place:
        folders = [
            _folder(versions, which, {PACKAGE, *differ} & held.keys(), Path(place) / side)
            for side, which, held in zip(("old", "new"), (old, new), files, strict=True)
        ]
        with duckdb.connect(Path(place) / "compared.duckdb") as connection:
            connection.execute("create schema differing")
            tables = tuple(Rows(connection, pair) for pair in _pairs(folders[0], folders[1], differ))
            for table in tables:
                table.find(folders[0], folders[1], public=public)
            paths = {path for one in tables for path in _paths(one.pair)}
            yield Comparison(tables, tuple(sorted(differ - paths)), connection)


def _files(versions: Versions, which: Which) -> Mapping[str, str]:
    if isinstance(which, int):
        return versions.get(which).files
    read_package(which)
    return {name: content.hex() for name, content in content_hashes(which).items()}


def _folder(versions: Versions, which: Which, names: set[str], place: Path) -> Path:
    """Where these files are; those of a version are written there first."""
    if isinstance(which, Path):
        return which
    versions.export(which, place, names)
    return place


def _pairs(old: Path, new: Path, differ: set[str]) -> Iterator[Pair]:
    """The tables whose file differs, in the order in which they are filled."""
    before, after = read_package(old).tables, read_package(new).tables
    for name in dict.fromkeys([*after, *before]):
        pair = Pair(after.get(name) or before[name], before.get(name), after.get(name))
        if differ & _paths(pair):
            yield pair


def _paths(pair: Pair) -> set[str]:
    return {table.path for table in (pair.old, pair.new) if table}
