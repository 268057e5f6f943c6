"""The rows of a table that differ between two data folders, found by the database.

Rows are the same row if their keys are. Where a measurement (a number) is part of the key, as of published figures, a
row whose number was corrected is found by the rest of its key, if that says which one it was.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb

from dashboard.versions.change import CHANGES, Cell, Change, RowChange, TableChange
from dashboard.warehouse.build import texts_of
from dashboard.warehouse.cells import read_table
from dashboard.warehouse.large import kept_cells, literal, quoted, view
from dashboard.warehouse.package import Table

HASH, COPY = quoted("#hash"), quoted("#copy")  # of a row; the how manieth it is with the same key
SOME = 1_000  # rows fetched at once


@dataclass(frozen=True)
class Pair:
    """A table in both folders, None where a folder has no such table; `table` is the newer of them."""

    table: Table
    old: Table | None
    new: Table | None

    @property
    def columns(self) -> list[str]:
        """The columns of the newer one, then those that only the older one has."""
        return list(dict.fromkeys(column.name for one in (self.new, self.old) if one for column in one.columns))

    @property
    def key(self) -> list[str]:
        """The columns that say which row it is; none if one of the two has not got them."""
        both = [{column.name for column in one.columns} for one in (self.old, self.new) if one]
        return self.table.key if all(both_of >= set(self.table.key) for both_of in both) else []

    @property
    def reduced(self) -> list[str]:
        """The key without measurements."""
        measured = {column.name for column in self.table.columns if column.sql_type == "double"}
        return [name for name in self.key if name not in measured]


class Rows:
    """The differing rows of one table, in the database's table `differing.<name>`."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, pair: Pair) -> None:
        self._connection, self.pair = connection, pair
        self._table = f"differing.{quoted(pair.table.name)}"
        self._old, self._new = ([f"{side}{number}" for number, _ in enumerate(pair.columns)] for side in ("o", "n"))

    def find(self, old: Path, new: Path, *, public: bool) -> None:
        """Read both files and find out."""
        rows = {
            side: self._chosen(self._read(side, folder, table), table, public=public)
            for side, folder, table in (("old", old, self.pair.old), ("new", new, self.pair.new))
        }
        self._load(rows)
        self._connection.execute(f"create or replace temp table pairs as {_same(self.pair.key or self.pair.columns)}")
        if self.pair.reduced != self.pair.key:
            self._connection.execute(f"insert into pairs {_corrected(self.pair.reduced)}")
        self._connection.execute(f"create table {self._table} as {self._differing()}")

    def _load(self, rows: Mapping[str, str]) -> None:
        """Make a table of each side, of all its rows only those that the other side has not got as often."""
        names = ", ".join(map(quoted, self.pair.columns))
        for side, chosen in rows.items():
            counted = f"select hash({names}) as {HASH}, count(*) as {COPY} from ({chosen}) group by all"  # noqa: S608
            self._connection.execute(f"create or replace temp table hashes_{side} as {counted}")
        keys = ", ".join(map(quoted, self.pair.key or self.pair.columns))
        both = f"select {HASH} from hashes_old join hashes_new using ({HASH}, {COPY})"  # noqa: S608
        for side, chosen in rows.items():
            copied = f"select *, row_number() over (partition by {keys}) as {COPY} from ({chosen})"  # noqa: S608
            only = f"where hash({names}) not in ({both})"
            self._connection.execute(f"create or replace temp table {side} as {copied} {only}")

    def change(self, limit: int) -> TableChange:
        """How many differ, and the first ones of each kind."""
        counted = dict(self._connection.execute(f"from {self._table} select change, count(*) group by all").fetchall())
        rows = tuple(row for kind in CHANGES for row in self.rows(kind, limit))
        new, changed, gone = (counted.get(kind, 0) for kind in CHANGES)
        key, columns = tuple(self.pair.key), tuple(self.pair.columns)
        return TableChange(self.pair.table.name, key, columns, new, changed, gone, rows)

    def rows(self, kind: Change, limit: int | None = None) -> Iterator[RowChange]:
        """The rows of that kind in the order of their file."""
        only = "" if limit is None else f" limit {limit}"
        chosen = ", ".join([*self._old, *self._new])
        cursor = self._connection.cursor()
        cursor.execute(f"from {self._table} select {chosen} where change = $kind order by place{only}", {"kind": kind})
        while found := cursor.fetchmany(SOME):
            yield from (self._row(kind, values) for values in found)

    def cells(self) -> Iterator[str]:
        """Questions whose answers, one after the other, are all cells that differ."""
        key = ", ".join(
            f"coalesce({self._new[at]}, {self._old[at]})" for at in map(self.pair.columns.index, self.pair.key)
        )
        name = literal(self.pair.table.name)
        for column, old, new in zip(self.pair.columns, self._old, self._new, strict=True):
            yield (
                f'select {name} as "table", change, concat_ws(\' \', {key or "null"}) as "row", '  # noqa: S608
                f'{literal(column)} as "column", {old} as old, {new} as new '
                f"from {self._table} where {old} is distinct from {new}"
            )

    def _row(self, kind: Change, values: tuple[str | None, ...]) -> RowChange:
        half = len(self.pair.columns)
        old, new = (dict(zip(self.pair.columns, part, strict=True)) for part in (values[:half], values[half:]))
        key = tuple((old if kind == "gone" else new)[name] or "" for name in self.pair.key)
        differs = (Cell(name, old[name], new[name]) for name in self.pair.columns if old[name] != new[name])
        is_known = set(self.pair.key) if kind != "changed" else set()
        return RowChange(kind, key, tuple(cell for cell in differs if cell.column not in is_known))

    def _read(self, side: str, folder: Path, table: Table | None) -> str | None:
        """A relation of the file's cells; None where there is no file."""
        if table is None:
            return None
        name = quoted(f"{side} {table.name}")
        if kept_cells(self._connection, folder, table):
            self._connection.execute(f"alter view {view(table)} rename to {name}")
        else:
            self._connection.register(f"{side} {table.name}", texts_of(read_table(folder, table)))
        return name

    def _chosen(self, source: str | None, table: Table | None, *, public: bool) -> str:
        """The rows of a relation with all columns; none without one."""
        held = {column.name for column in table.columns} if table else set()
        columns = ", ".join(f"{quoted(c) if c in held else 'null'}::varchar as {quoted(c)}" for c in self.pair.columns)
        shown = " where coalesce(visibility, 'public') = 'public'" if public and "visibility" in held else ""
        return f"select {columns} from {source}{shown}" if source else f"select {columns} limit 0"  # noqa: S608

    def _differing(self) -> str:
        """The rows of either side without a partner, and the pairs that differ."""
        names = list(map(quoted, self.pair.columns))
        olds = ", ".join(f"old.{name} as {at}" for name, at in zip(names, self._old, strict=True))
        news = ", ".join(f"new.{name} as {at}" for name, at in zip(names, self._new, strict=True))
        differ = " or ".join(f"old.{name} is distinct from new.{name}" for name in names)
        return f"""
            with side_by_side as (
                select o, n from pairs
                union all select null, rowid from new where rowid not in (select n from pairs)
                union all select rowid, null from old where rowid not in (select o from pairs)
            )
            select
                case when two.o is null then 'new' when two.n is null then 'gone' else 'changed' end as change,
                coalesce(two.n, two.o) as place, {olds}, {news}
            from side_by_side as two left join old on old.rowid = two.o left join new on new.rowid = two.n
            where two.o is null or two.n is null or {differ}
        """  # noqa: S608 (names from the package)


def _same(key: Iterable[str]) -> str:
    """Rows of both sides with the same key."""
    same = " and ".join(f"old.{name} is not distinct from new.{name}" for name in [*map(quoted, key), COPY])
    return f"select old.rowid as o, new.rowid as n from old join new on {same}"  # noqa: S608


def _corrected(key: Iterable[str]) -> str:
    """Rows of both sides that are left over, and have the rest of their key for themselves on their side."""
    names = ", ".join(map(quoted, key))
    left = " join ".join(
        f"(select min(rowid) as {side[0]}, {names} from {side} where rowid not in (select {side[0]} from pairs)"  # noqa: S608
        f" group by {names} having count(*) = 1) as {side}"
        for side in ("old", "new")
    )
    same = " and ".join(f"old.{quoted(name)} is not distinct from new.{quoted(name)}" for name in key)
    return f"select o, n from {left} on {same}"  # noqa: S608
