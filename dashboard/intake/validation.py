"""What is wrong with the rows of the file: the rules and words of `pocket check`, with the file's rows and columns."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import duckdb

from dashboard.intake import ids
from dashboard.intake.facts import Facts, fact
from dashboard.intake.matching import Match
from dashboard.intake.merging import columns_of
from dashboard.intake.needs import Need
from dashboard.intake.questions import Ask, Question
from dashboard.intake.reading import Read
from dashboard.intake.same import has_names
from dashboard.values import Said
from dashboard.warehouse.fault import HOW_TO_MEND, Fault
from dashboard.warehouse.large import quoted, view
from dashboard.warehouse.readable import Rows
from dashboard.warehouse.schema import schema_faults
from dashboard.warehouse.suspects import MEND, MOST, Sample, more_faults, moved, sample

EACH = 200  # rows that are told of a word
UNKNOWN = Said("means nothing that is known for certain")
FORMULA = Said("holds a formula")
VALUES = Said("Replace formulas by their values: copy the column and paste it as values.")
BROKEN = Said("the letters were decoded wrongly (`Ã¼` for `ü`)")
ERRORS = r"#(N/A|NV|REF!|BEZUG!|VALUE!|WERT!|DIV/0!|NAME\?|NUM!|ZAHL!|NULL!|SPILL!|CALC!)$"
MOJIBAKE = "[ÃÂ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
ANYWHERE = r"\x1f[=#]|[ÃÂ]|\x1f[+@-]?(?i:cmd|dde|powershell)[|!]"
CELLS = (  # what a cell must not be, as it stands in the file
    (re.compile("=|[+@-]?(cmd|dde|powershell)[|!]", re.IGNORECASE), FORMULA, VALUES),
    (re.compile(ERRORS), Said("holds a spreadsheet's error"), Said("Correct the formula there, or empty the cell.")),
    (re.compile(f".*{MOJIBAKE}", re.DOTALL), BROKEN, Said("Export the file anew as UTF-8.")),
)


def faults(
    connection: duckdb.DuckDBPyConnection,
    facts: Facts,
    read: Read,
    matched: Sequence[Match],
    questions: Iterable[Question],
    needs: Sequence[Need],
) -> list[Fault]:
    """Those of `merged`, of the cells they were made of, and of columns that are missing."""
    missing = [need.fault(read.file) for need in needs if not need.is_given]
    heads = {match.column: match.head for match in matched}
    found = [
        *_cells(connection, read, matched),
        *_unknown(connection, read, matched, questions),
        *_twins(connection, facts, read),
        *_rows(connection, facts),
        *(fault for need in needs if need.is_given for fault in need.faults(connection, facts, read.file)),
    ]
    lacking = {fault.column for fault in missing} | (set() if ids.naming(connection) else ids.made(facts))
    first = {(fault.row, fault.column, fault.row or fault.rule): fault for fault in reversed(found)}  # one a cell
    kept = [fault for fault in first.values() if fault.column not in lacking]
    kept.sort(key=lambda fault: fault.row or 0)
    cells = _as_written(connection, matched, {fault.row for fault in kept if fault.row})
    return [*read.faults, *missing, *(_in_file(fault, read, heads, cells) for fault in kept)]


def _cells(connection: duckdb.DuckDBPyConnection, read: Read, matched: Sequence[Match]) -> Iterator[Fault]:
    """One look at all of a row first: a million of them seldom hold any of it."""
    columns = [f"c{match.place}" for match in matched]
    whole = f"chr(31) || concat_ws(chr(31), {', '.join(columns)})"
    looked = f"select row, {', '.join(columns)} from cells where regexp_matches({whole}, $anywhere) limit $most"
    for row, *cells in connection.execute(looked, {"anywhere": ANYWHERE, "most": MOST}).fetchall():
        for match, cell in zip(matched, cells, strict=True):
            for pattern, rule, mend in CELLS:
                if cell and pattern.match(cell):
                    yield Fault(read.file, row, match.column, cell, rule, mend)


def _unknown(
    connection: duckdb.DuckDBPyConnection, read: Read, matched: Sequence[Match], questions: Iterable[Question]
) -> Iterator[Fault]:
    """The rows with words that are asked for."""
    places = {match.column: match.place for match in matched}
    for one in questions:
        if one.ask is not Ask.WORD:
            continue
        near = ", ".join(f"{guess.answer} ({guess.name})" for guess in one.guesses)
        mend = Said("Say what is meant; nearest: {near}.", near=near) if near else Said("Say what is meant.")
        sql = f"select row from cells where c{places[one.column]} = $said order by row limit {EACH}"
        for (row,) in connection.execute(sql, {"said": one.said}).fetchall():
            yield Fault(read.file, row, one.column, one.said, UNKNOWN, mend)


def _rows(connection: duckdb.DuckDBPyConnection, facts: Facts) -> Iterator[Fault]:
    """What the rules of the table say of the rows in which something may be wrong."""
    table = facts.table
    names = ", ".join(quoted(column.name) for column in table.columns)
    connection.execute(f"create or replace temp view {view(table)} as select _row, {names} from merged")
    keys = {column: _keys(connection, facts, other, key) for column, other, key in table.foreign_keys}
    found = sample(connection, table, keys, (), "_row")
    if not found.suspect:
        return
    for fault in schema_faults(facts.package, {table.name: found.rows, **_pointed(connection, facts, found, keys)}):
        if fault.file == table.path and fault.row:
            if fault.value in keys.get(fault.column or "", ()):
                continue  # a row of the table itself that is not in the sample
            yield replace(fault, row=found.numbers[fault.row - 1], rule=moved(fault.rule, found.numbers))
        elif fault.row is None:
            yield fault
    if found.more:
        yield Fault(table.path, None, None, None, more_faults(found.more), MEND)


def _twins(connection: duckdb.DuckDBPyConnection, facts: Facts, read: Read) -> Iterator[Fault]:
    """New rows without keys that are called alike in one place."""
    if not has_names(facts) or "name" not in columns_of(connection, "incoming"):
        return
    places = ", ".join(sorted({"plain", "market", "city"} & columns_of(connection, "theirs")))
    first = f"min(row) over (partition by {places}) as first"
    found = (
        f"select row, name, first from (select *, {first} from theirs where is_keyless) where row > first limit {EACH}"
    )
    for row, name, earlier in connection.execute(found).fetchall():
        rule = Said("the same as row {row}", row=str(earlier))
        yield Fault(read.file, row, "name", name, rule, HOW_TO_MEND["primary-key"])


def _keys(connection: duckdb.DuckDBPyConnection, facts: Facts, other: str, key: str) -> set[str]:
    """What a column may point to; into the table itself also the rows of the file."""
    sources = [fact(other), *(["merged"] if other == facts.table.name else [])]
    return {
        value
        for source in sources
        for (value,) in connection.execute(
            f"select {quoted(key)} from {source} where {quoted(key)} is not null"
        ).fetchall()
    }


def _pointed(
    connection: duckdb.DuckDBPyConnection, facts: Facts, found: Sample, keys: Mapping[str, set[str]]
) -> dict[str, Rows]:
    """The rows of other tables that rows of the sample point to, and one more: a table must not be empty.

    Left out are tables into which all keys point well, unless they say in which unit a row's value is.
    """
    head, *lines = found.rows
    sheets = dict[str, Rows]()
    for column, other, key in facts.table.foreign_keys:
        if other == facts.table.name:
            continue
        names = [one.name for one in facts.package.tables[other].columns]
        wanted = list({line[head.index(column)] for line in lines} - {""})
        if keys[column].issuperset(wanted) and "unit" not in names:
            continue
        cells = ", ".join(f"coalesce({quoted(name)}, '')" for name in names)
        chosen = f"{quoted(key)} in (select unnest($wanted)) or _position = 1"
        rows = connection.execute(f"select {cells} from {fact(other)} where {chosen}", {"wanted": wanted}).fetchall()
        held = [*sheets.get(other, [names])[1:], *map(list, rows)]
        sheets[other] = [names, *map(list, dict.fromkeys(map(tuple, held)))]
    return sheets


def _as_written(
    connection: duckdb.DuckDBPyConnection, matched: Sequence[Match], rows: set[int]
) -> dict[tuple[int, str], str]:
    """(row, column of the table) -> the cell as it stands in the file."""
    columns = ", ".join(["row", *(f"c{match.place}" for match in matched)])
    found = connection.execute(f"select {columns} from cells where row in (select unnest($rows))", {"rows": list(rows)})
    return {
        (row, str(match.column)): cell
        for row, *cells in found.fetchall()
        for match, cell in zip(matched, cells, strict=True)
        if cell is not None
    }


def _in_file(fault: Fault, read: Read, heads: Mapping[str | None, str], cells: Mapping[tuple[int, str], str]) -> Fault:
    """The fault in the terms of the reader's file."""
    value = cells.get((fault.row or 0, str(fault.column)), fault.value)
    return replace(fault, file=read.file, column=heads.get(fault.column, fault.column), value=value)
