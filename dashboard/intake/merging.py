"""The rows of the file as whole rows of the table, and what they change in it."""

from collections.abc import Iterable
from pathlib import Path

import duckdb

from dashboard.intake.answers import Answers
from dashboard.intake.facts import Facts, fact
from dashboard.warehouse.large import literal, quoted
from dashboard.warehouse.package import Column, Table

MOST, FIRST = 1000, 50  # changes, and new rows, that are listed


def columns_of(connection: duckdb.DuckDBPyConnection, relation: str) -> set[str]:
    """The names of a relation's columns."""
    return {column[0] for column in connection.execute(f"from {relation} limit 0").description or ()}


def comparable(cell: str, column: Column) -> str:
    """SQL: the cell such that the same value equals itself, however it is written."""
    if column.is_number:
        return f"coalesce(cast(try_cast({cell} as double) as varchar), {cell})"
    return f"lower({cell})" if column.sql_type == "boolean" else cell


def merge(connection: duckdb.DuckDBPyConnection, facts: Facts, answers: Answers) -> None:
    """Make `merged`: `_row`, `_position` of the known row (null: a new one) and the whole row, in the file's order.

    What the file does not have, or, unless the map says `clear`, leaves empty, stays; new rows take the defaults. What
    says of which year, or by whom, a cell is that changes cannot stay: it takes the default, too.
    """
    incoming = columns_of(connection, "incoming")
    keys = [facts.table.column(name) for name in facts.table.key]
    on = " and ".join(
        f"{comparable(f'incoming.{quoted(key.name)}', key)} = {comparable(f'known.{quoted(key.name)}', key)}"
        for key in keys
    )
    is_keyed = keys and all(key.name in incoming for key in keys)
    cells = ", ".join(
        f"{_cell(column, facts.table, incoming, answers)} as {quoted(column.name)}" for column in facts.table.columns
    )
    connection.execute(
        f"create or replace table merged as select incoming._row, known._position, {cells} "
        f"from incoming left join {fact(facts.table.name)} as known on {on if is_keyed else 'false'}"
    )


def _cell(column: Column, table: Table, incoming: set[str], answers: Answers) -> str:
    name, known = quoted(column.name), f"known.{quoted(column.name)}"
    default = answers.defaults.get(column.name, column.default or "")
    given = literal(default) if default else "null"
    start = f"if(known._position is null, {given}, null)"
    told = [one for one in table.columns if column.name in one.evidence and one.name in incoming]
    stays = "null" if answers.clear and column.name in incoming else known
    held = f"if({' or '.join(map(_changes, told))}, {given}, {stays})" if told else stays
    if column.name not in incoming:
        return f"coalesce({held}, {start})"
    return f"if(known._position is not null and {_same(column)}, {known}, coalesce(incoming.{name}, {held}, {start}))"


def _same(column: Column) -> str:
    """SQL: whether the file's cell says what the known one does; null where either says nothing."""
    known = f"known.{quoted(column.name)}"
    meant = f"coalesce({known}, {literal(column.default)})" if column.default else known  # what an empty cell says
    return f"{comparable(f'incoming.{quoted(column.name)}', column)} = {comparable(meant, column)}"


def _changes(column: Column) -> str:
    """SQL: whether the file says something else of a known row."""
    return f"(incoming.{quoted(column.name)} is not null and not coalesce({_same(column)}, false))"


def changes(connection: duckdb.DuckDBPyConnection, facts: Facts) -> tuple[int, list[tuple[int, str, str, str, str]]]:
    """How many cells of known rows change, and the first of them: row of the file, key, column, before, after."""
    known, key = fact(facts.table.name), " || ' ' || ".join(f"known.{quoted(name)}" for name in facts.table.key) or "''"
    pairs = [
        (column, f"known.{quoted(column.name)}", f"merged.{quoted(column.name)}") for column in facts.table.columns
    ]
    cells = ", ".join(
        f"{{'place': {place}, 'name': {literal(column.name)}, 'before': {before}, 'after': {after}}}"
        for place, (column, before, after) in enumerate(pairs)
    )
    differs = " or ".join(f"{before} is distinct from {after}" for _, before, after in pairs)
    connection.execute(
        f"create or replace table changes as select row, key, unnest(cell) from (select _row as row, {key} as key, "
        f"unnest([{cells}]) as cell from merged join {known} as known using (_position) where {differs}) "
        "where cell.before is distinct from cell.after"
    )
    count = connection.execute("select count(*) from changes").fetchone() or (0,)
    listed = (
        "select row, key, name, coalesce(before, ''), coalesce(after, '') from changes order by row, place limit $most"
    )
    return count[0], connection.execute(listed, {"most": MOST}).fetchall()


def added(connection: duckdb.DuckDBPyConnection, facts: Facts) -> list[tuple[int, dict[str, str]]]:
    """The first new rows: row of the file, column -> cell of those that are filled."""
    names = [column.name for column in facts.table.columns]
    listed = f"select _row, {', '.join(map(quoted, names))} from merged where _position is null order by _row"
    found = connection.execute(f"{listed} limit {FIRST}").fetchall()
    return [(row, {name: cell for name, cell in zip(names, cells, strict=True) if cell}) for row, *cells in found]


def counts(connection: duckdb.DuckDBPyConnection) -> tuple[int, int, int]:
    """Rows to add, to change, unchanged; after `changes`."""
    sql = "select count(*) filter (_position is null), count(*) filter (_position is not null) from merged"
    added, known = connection.execute(sql).fetchone() or (0, 0)
    (changed,) = connection.execute("select count(distinct row) from changes").fetchone() or (0,)
    return added, changed, known - changed


def candidate(connection: duckdb.DuckDBPyConnection, facts: Facts) -> None:
    """Make the view `candidate`: the whole new table; `_place` is its row from 1, `_row` that of the file if any."""
    names, known = [quoted(column.name) for column in facts.table.columns], fact(facts.table.name)
    chosen = ", ".join(f"if(merged._row is null, known.{name}, merged.{name}) as {name}" for name in names)
    place = f"row_number() over (order by _row) + (select count(*) from {known})"
    old = f"select known._position as _place, _row, {chosen} from {known} as known left join merged using (_position)"
    new = f"select {place}, _row, {', '.join(names)} from merged where _position is null"
    connection.execute(f"create or replace view candidate as {old} union all {new}")


def write(connection: duckdb.DuckDBPyConnection, facts: Facts, target: Path) -> None:
    """Write the whole new table in the format of its file; after `candidate`."""
    names = ", ".join(quoted(column.name) for column in facts.table.columns)
    kind = (
        "format parquet"
        if target.suffix == ".parquet"
        else "format csv, header, delimiter ',', quote '\"', escape '\"'"
    )
    connection.execute(f"copy (select {names} from candidate order by _place) to {literal(target)} ({kind})")


def file_rows(connection: duckdb.DuckDBPyConnection, places: Iterable[int]) -> dict[int, int]:
    """Row of the new table -> row of the reader's file, for those that have one."""
    wanted = list(places)
    if not wanted:
        return {}
    found = "select _place, _row from candidate where _row is not null and _place in (select unnest($wanted))"
    return dict(connection.execute(found, {"wanted": wanted}).fetchall())
