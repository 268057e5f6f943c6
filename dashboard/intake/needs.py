"""What rows must have that neither the file nor the map gives, and of which year, or from whom, what changes is."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import duckdb

from dashboard.intake import ids
from dashboard.intake.facts import Facts, fact
from dashboard.intake.matching import Match
from dashboard.intake.questions import Ask, Question
from dashboard.values import Said
from dashboard.warehouse.fault import Fault
from dashboard.warehouse.large import quoted
from dashboard.warehouse.package import Column

EACH = 200  # rows that are told


@dataclass(frozen=True)
class Need:
    """A column that `rows` rows of the file, the first of them `row`, must have and lack.

    `stated`: columns of which it says of which year, or from whom, they are; empty where each row must have it.
    `is_given`: whether the file has it, though empty there.
    """

    column: Column
    row: int
    rows: int
    stated: tuple[Column, ...]
    is_given: bool

    def fault(self, file: str) -> Fault:
        """Said once of a column that the file does not have."""
        rule = Said(
            "the file has no column for {title} ({name}); rows that need it: {count}",
            title=self.column.title,
            name=self.column.name,
            count=self.rows,
        )
        mend = Said("Add the column, say which of the file's it is, or give a value for all these rows.")
        return Fault(file, None, self.column.name, None, rule, mend)

    def faults(self, connection: duckdb.DuckDBPyConnection, facts: Facts, file: str) -> Iterator[Fault]:
        """Of each row in which the facts of `stated` change; that it must not be empty anyway is told elsewhere."""
        mend = Said("Fill the cell, or give a value for all such rows.")
        for column in self.stated:
            rows = f"select _row {_lacking(facts, self.column, [column])} order by _row limit {EACH}"
            for (row,) in connection.execute(rows).fetchall():
                yield Fault(file, row, self.column.name, None, unstated(column), mend)


def unstated(column: Column) -> Said:
    """What is wrong with a row that does not say of which year, or from whom, its cell of this column is."""
    return Said("empty, though {title} is new or changes in this row", title=column.title)


def needed(connection: duckdb.DuckDBPyConnection, facts: Facts, matched: Sequence[Match]) -> list[Need]:
    """All of them, of `merged`."""
    given, found = {match.column for match in matched}, list[Need]()
    for column in facts.table.columns:
        is_key, is_given = column.name in facts.table.key, column.name in given
        if is_key and (is_given or column.name in ids.made(facts)):
            continue
        is_required = is_key or column.constraints.get("required")
        stated = [] if is_required else [one for one in facts.table.columns if column.name in one.evidence]
        if not is_required and not stated:
            continue
        sql = f"select count(*), min(_row) {_lacking(facts, column, stated)}"
        count, first = connection.execute(sql).fetchone() or (0, None)
        if count:
            found.append(Need(column, first, count, tuple(stated), is_given))
    return found


def _lacking(facts: Facts, column: Column, stated: Sequence[Column]) -> str:
    """SQL: the rows of `merged` without it; of something that it states, those in which that is new or changes."""
    rows = f"from merged where merged.{quoted(column.name)} is null"
    if not stated:
        return rows
    cells = [(f"merged.{quoted(one.name)}", f"known.{quoted(one.name)}") for one in stated]
    new = " or ".join(f"({cell} is not null and {cell} is distinct from {known})" for cell, known in cells)
    joined = f"from merged left join {fact(facts.table.name)} as known using (_position)"
    return f"{joined} where merged.{quoted(column.name)} is null and ({new})"


def asked(needs: Sequence[Need], coded: Collection[str]) -> list[Question]:
    """What all these rows may hold, of the columns of codes and numbers."""
    return [
        Question(Ask.DEFAULT, need.column.name, "", need.row, need.rows)
        for need in needs
        if need.column.name in coded or need.column.is_number
    ]
