"""The rows of a large table in which something may be wrong: what its rules say, as one condition of the database."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import duckdb

from dashboard.values import Said
from dashboard.warehouse.build_error import is_full
from dashboard.warehouse.fault import Fault
from dashboard.warehouse.large import literal, quoted, view
from dashboard.warehouse.numerals import LARGEST
from dashboard.warehouse.package import Column, Package, Table
from dashboard.warehouse.readable import Rows, Unreadable, whole

MOST = 1000  # rows that are told of one table
MEND = Said("Mend those that are told first.")
UNSEEN = (
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\x{200b}\x{2028}\x{2029}\x{202d}\x{202e}\x{2060}\x{feff}\x{fffd}-\x{ffff}]"
)
WHOLE, DECIMAL = "[+-]?[0-9]+", r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?"
THOUSANDS = r"[+-]?[1-9][0-9]{0,2}\.[0-9]{3}"


@dataclass
class Sample:
    """Rows of a large table, its header first; `numbers`: each one's row of the file; `suspect`: in how many something
    may be wrong, of which `more` are left out."""

    rows: Rows
    numbers: list[int] = field(default_factory=lambda: [1])
    suspect: int = 0
    more: int = 0


def sample(
    connection: duckdb.DuckDBPyConnection,
    table: Table,
    keys: Mapping[str, Collection[str]],
    wanted: Collection[str],
    number: str = "row_number() over () + 1",
) -> Sample:
    """The first row, those that may be wrong, and those that have a `wanted` key, since others point to them.

    `keys`: column -> the values that the table it points into has; `number`: SQL of a row's number in its file.
    """
    suspect = " or ".join(_conditions(table, keys)) or "false"
    pointed = f"{quoted(table.key[0])} in (select unnest($wanted))" if len(table.key) == 1 else "len($wanted) = -1"
    columns = ", ".join(f"coalesce({quoted(column.name)}, '')" for column in table.columns)
    names = ", ".join(quoted(column.name) for column in table.columns)
    numbered = f"select {number} as row, {names} from {view(table)}"  # noqa: S608 (names from the package)
    values = {f"keys_{column}": list(held) for column, held in keys.items()} | {"wanted": list(wanted)}
    ranked = (
        f"select row, is_suspect, {columns} from (select *, ({suspect}) as is_suspect, ({pointed}) as is_wanted "  # noqa: S608
        f"from ({numbered})) where is_suspect or is_wanted or row = 2 order by row"
    )
    found = Sample([[column.name for column in table.columns]])
    for row, is_suspect, *cells in _answer(connection, table, ranked, values):
        found.suspect += is_suspect
        if is_suspect and len(found.rows) > MOST:
            found.more += 1
        else:
            found.rows.append(cells)
            found.numbers.append(row)
    return found


def _conditions(table: Table, keys: Mapping[str, Collection[str]]) -> Iterator[str]:
    """Each of them true of a row in which something may be wrong; never null."""
    texts = ", ".join(["''", *(quoted(column.name) for column in table.columns if not column.is_number)])
    yield f"regexp_matches(concat({texts}), {literal(UNSEEN)})"
    for column in table.columns:
        wrong = " or ".join(_wrong(column))
        if wrong:
            yield f"coalesce({wrong}, false)"
        if column.constraints.get("required"):
            yield f"{quoted(column.name)} is null"
        if column.constraints.get("unique"):
            yield _twice([column.name], table)
    if table.key:
        yield from (f"{quoted(name)} is null" for name in table.key)
        yield _twice(table.key, table)
    for pointing in keys:
        name = quoted(pointing)
        yield f"({name} is not null and {name} not in (select unnest($keys_{pointing})))"


def _twice(names: list[str], table: Table) -> str:
    listed = ", ".join(map(quoted, names))
    twice = f"select {listed} from {view(table)} group by {listed} having count(*) > 1"  # noqa: S608 (from the package)
    return f"coalesce(({listed}) in ({twice}), false)"


def _wrong(column: Column) -> Iterator[str]:
    """What is wrong with a cell that is not empty."""
    name, rules = quoted(column.name), column.constraints
    if column.sql_type == "boolean":
        yield f"{name} not in ('true', 'false', 'True', 'False', 'TRUE', 'FALSE', '1', '0')"
    if column.is_number:
        yield f"not regexp_full_match({name}, {literal(WHOLE if column.is_whole else DECIMAL)})"
        most = LARGEST if column.is_whole else 1.7e308
        yield f"({name} is not null and coalesce(abs(try_cast({name} as double)) > {most}, true))"
        if not column.is_whole:
            yield f"regexp_full_match({name}, {literal(THOUSANDS)})"
    if column.raw["type"] == "year":
        yield f"length({name}) <> 4"
    if "enum" in rules:
        yield f"{name} not in ({', '.join(literal(str(value)) for value in rules['enum'])})"
    if "pattern" in rules:
        yield f"not regexp_full_match({name}, {literal(rules['pattern'])})"
    for rule, sign in (("minimum", "<"), ("maximum", ">")):
        if rule in rules:
            yield f"try_cast({name} as double) {sign} {rules[rule]}"


def sampled(
    connection: duckdb.DuckDBPyConnection, package: Package, large: Sequence[Table], sheets: Mapping[str, Rows]
) -> dict[str, Sample]:
    """A sample of each large table, such that what other tables point to is in it; `sheets` are the rows of these."""
    samples: dict[str, Sample] = {}
    for table in reversed(large):  # those that point to others come later in the package
        known = {**sheets, **{name: one.rows for name, one in samples.items()}}
        wanted = {
            cell
            for other in package.tables.values()
            for column, target, _ in other.foreign_keys
            if target == table.name and other.name in known
            for cell in _column(known[other.name], column)
        }
        own = [column for column, target, _ in table.foreign_keys if target == table.name]
        wanted = wanted.union(*(_keys(connection, table, column) for column in own))
        keys = {
            column: _column(sheets[other], key) if other in sheets else _keys(connection, package.tables[other], key)
            for column, other, key in table.foreign_keys
            if other in sheets or package.tables[other] in large
        }
        samples[table.name] = sample(connection, table, keys, wanted)
    return samples


def _column(rows: Rows, name: str) -> set[str]:
    head, *lines = rows
    place = head.index(name) if name in head else len(head)
    return {line[place] for line in lines if place < len(line)}


def _keys(connection: duckdb.DuckDBPyConnection, table: Table, key: str) -> set[str]:
    sql = f"select {quoted(key)} from {view(table)} where {quoted(key)} is not null"  # noqa: S608 (from the package)
    return {value for (value,) in _answer(connection, table, sql, {})}


def _answer(
    connection: duckdb.DuckDBPyConnection, table: Table, sql: str, values: Mapping[str, object]
) -> list[tuple[Any, ...]]:
    """What is asked of one table's file; raises Unreadable where that breaks off."""
    try:
        return connection.execute(sql, values).fetchall()
    except duckdb.Error as error:
        if is_full(error):
            raise
        told = str(error).split("\n", 1)[0]
        raise Unreadable(whole(Path(table.path), Said("the file cannot be read: {why}", why=told), "damaged")) from None


def in_file(fault: Fault, package: Package, samples: Mapping[str, Sample]) -> Fault:
    """A fault of a sample with the rows of the file it was taken from."""
    names = [name for name in samples if package.tables[name].path == fault.file]
    if not names or fault.row is None:
        return fault
    numbers = samples[names[0]].numbers
    return replace(fault, row=numbers[fault.row - 1], rule=moved(fault.rule, numbers))


def moved(rule: str, numbers: Sequence[int]) -> str:
    """The rule, if it names another row of a sample with that row's number in the file."""
    if not isinstance(rule, Said) or "row" not in rule.values:
        return rule
    row = str(numbers[int(str(rule.values["row"])) - 1])
    return Said(rule.message, **{**rule.values, "row": row})


def more_faults(count: int) -> str:
    """That not all are told."""
    return Said("{count} more rows may have faults", count=count)


def left_out(package: Package, samples: Mapping[str, Sample]) -> list[Fault]:
    """That there are more rows with faults than are told."""
    return [
        Fault(package.tables[name].path, None, None, None, more_faults(one.more), MEND)
        for name, one in samples.items()
        if one.more
    ]


def first_row(connection: duckdb.DuckDBPyConnection, table: Table, words: list[str]) -> int | None:
    """The first row of a large table's file with all these cells, of which one is that of its first key column."""
    names = ", ".join(quoted(column.name) for column in table.columns)
    columns = f"row_number() over () + 1 as row, [{names}] as cells, {quoted(table.key[0])} as key"
    rows = f"select {columns} from {view(table)}"  # noqa: S608 (names from the package)
    found = f"select min(row) from ({rows}) where key in (select unnest($words)) and list_has_all(cells, $words)"  # noqa: S608
    row = connection.execute(found, {"words": words}).fetchone()
    return row[0] if row else None
