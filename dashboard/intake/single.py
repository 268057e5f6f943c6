"""Single rows of a table: found, and changed by hand; the whole new table comes of it as of a file."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from dashboard.intake import merging
from dashboard.intake.facts import Facts, fact
from dashboard.intake.limits import PREFIX
from dashboard.intake.needs import unstated
from dashboard.intake.validation import CELLS
from dashboard.temporary import temporary
from dashboard.values import Said
from dashboard.warehouse.check import told_if_full
from dashboard.warehouse.fault import Fault
from dashboard.warehouse.large import quoted

MOST = 50  # rows that are shown
Key = tuple[str, ...]
Cells = tuple[tuple[str, str], ...]  # column and what it shall hold
Done = tuple[int, Cells]  # with the place of its row


@dataclass(frozen=True)
class Found:
    """The first rows that were found, as texts, and how many there are; `key`: which of their columns are the key."""

    table: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: int

    def key_of(self, row: int) -> Key:
        """The key of one of the rows."""
        return tuple(self.rows[row][self.columns.index(name)] for name in self.key)


@dataclass(frozen=True)
class Edits:
    """What is done to a table's rows, which are named by their keys."""

    table: str
    changed: tuple[tuple[Key, Cells], ...]
    added: tuple[Cells, ...]
    gone: tuple[Key, ...]

    def __bool__(self) -> bool:
        return bool(self.changed or self.added or self.gone)


class Lost(LookupError):
    """A row that is to be changed is there no more."""


def find(folder: Path, table: str, search: str, key: str = "") -> Found:
    """The rows that hold all words of a search, or the one with that key."""
    with _facts(folder, table) as (connection, facts):
        names = [column.name for column in facts.table.columns]
        texts, keys = (", ".join(map(quoted, some)) for some in (names, facts.table.key))
        row = f"strip_accents(lower(concat_ws(' ', {texts})))"
        fits = f"list_bool_and([true] || [contains({row}, strip_accents(lower(word))) for word in $words])"
        asked = f"from {fact(table)} where if($key = '', {fits}, concat_ws(' ', {keys}) = $key)"
        values = {"words": search.split(), "key": key}
        cells = ", ".join(f"coalesce({quoted(name)}, '')" for name in names)
        rows = connection.execute(f"select {cells} {asked} order by _position limit {MOST}", values).fetchall()
        (total,) = connection.execute(f"select count(*) {asked}", values).fetchone() or (0,)
        return Found(table, tuple(names), tuple(facts.table.key), tuple(rows), total)


@contextmanager
def edited(folder: Path, edits: Edits) -> Iterator[tuple[str, Path, list[Fault]]]:
    """Path of the table, its whole new file, and what no cell may hold. Raises Lost, TemporaryError."""
    edits = _trimmed(edits)
    with _facts(folder, edits.table) as (connection, facts), temporary(PREFIX) as place:
        target = place / Path(facts.table.path).name
        with told_if_full():
            done = _apply(connection, facts, edits)
            names = ", ".join(quoted(column.name) for column in facts.table.columns)
            connection.execute(f"create view candidate as select _position as _place, {names} from {fact(edits.table)}")
            merging.write(connection, facts, target)
            faults = [*_strange(facts.table.path, edits), *_unstated(connection, facts, done)]
        yield facts.table.path, target, faults


def _trimmed(edits: Edits) -> Edits:
    """Without the blanks of any kind around what was typed."""
    changed = tuple((key, _bare(cells)) for key, cells in edits.changed)
    return replace(edits, changed=changed, added=tuple(map(_bare, edits.added)))


def _bare(cells: Cells) -> Cells:
    return tuple((name, cell.strip()) for name, cell in cells)


@contextmanager
def _facts(folder: Path, table: str) -> Iterator[tuple[duckdb.DuckDBPyConnection, Facts]]:
    with duckdb.connect() as connection, told_if_full():
        yield connection, Facts(connection, folder, table)


def _apply(connection: duckdb.DuckDBPyConnection, facts: Facts, edits: Edits) -> list[Done]:
    """Change, add, take away; the rows are found before any key is another one. Returns what was typed where."""
    table = fact(edits.table)
    places = [(_place(connection, facts, key), cells) for key, cells in edits.changed]
    gone = [_place(connection, facts, key) for key in edits.gone]
    for place, cells in places:
        told = ", ".join(f"{quoted(name)} = nullif(?, '')" for name, _ in cells)
        connection.execute(f"update {table} set {told} where _position = ?", [*(cell for _, cell in cells), place])
    connection.execute(f"delete from {table} where _position in (select unnest($gone))", {"gone": gone})
    for cells in edits.added:
        names, marks = ", ".join(quoted(name) for name, _ in cells), ", ".join("nullif(?, '')" for _ in cells)
        last = f"(select coalesce(max(_position), 0) + 1 from {table})"
        connection.execute(
            f"insert into {table} (_position, {names}) select {last}, {marks} returning _position",
            [cell for _, cell in cells],
        )
        places += [(int(place), cells) for (place,) in connection.fetchall()]
    return places


def _place(connection: duckdb.DuckDBPyConnection, facts: Facts, key: Key) -> int:
    same = " and ".join(f"coalesce({quoted(name)}, '') = ?" for name in facts.table.key)
    found = connection.execute(f"select _position from {fact(facts.table.name)} where {same}", list(key)).fetchall()
    if len(found) != 1:
        raise Lost(" ".join(key))
    return int(found[0][0])


def _strange(path: str, edits: Edits) -> Iterator[Fault]:
    """Formulas, errors of a spreadsheet, letters that were decoded wrongly."""
    for cells in (*(cells for _, cells in edits.changed), *edits.added):
        for name, cell in cells:
            yield from (Fault(path, None, name, cell, rule, mend) for sign, rule, mend in CELLS if sign.match(cell))


def _unstated(connection: duckdb.DuckDBPyConnection, facts: Facts, done: Iterable[Done]) -> Iterator[Fault]:
    """What was typed into rows that do not say of which year, or from whom, it is; other gaps are told by the check."""
    for place, cells in done:
        names = [column.name for column in facts.table.columns if not column.constraints.get("required")]
        told = ", ".join(map(quoted, names))
        row = connection.execute(f"select {told} from {fact(facts.table.name)} where _position = ?", [place]).fetchone()
        empty = [name for name, cell in zip(names, row or (), strict=True) if not cell]
        for column in [facts.table.column(name) for name, cell in cells if cell]:
            for name in [one for one in column.evidence if one in empty]:
                yield Fault(
                    facts.table.path, None, name, None, unstated(column), Said("Fill the cell as the source says it.")
                )
