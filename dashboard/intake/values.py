"""The cells of the file as the table writes them: words become codes, numbers and dates take their one form."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from dashboard.intake import dates, numbers
from dashboard.intake.answers import Answers
from dashboard.intake.facts import Facts, fact
from dashboard.intake.folding import folded
from dashboard.intake.matching import Match
from dashboard.intake.questions import Ask, Guess, Question
from dashboard.intake.steps import Report, Step
from dashboard.intake.words import Words
from dashboard.warehouse.large import literal, quoted
from dashboard.warehouse.package import Column


@dataclass(frozen=True)
class Taken:
    """Of the days in `rows` rows, the first of them `row`, a column takes the year: `said` becomes `meant`."""

    column: str
    said: str
    meant: str
    row: int
    rows: int


Cells = list[tuple[str, int, int]]  # what stands in the file, in which row first, in how many
ASKED = 200  # words of a column that are asked for
NUMBER = "^([+-]?[0-9]+\\.[0-9]+)e0$"  # of a workbook, in a column of texts


def convert(
    connection: duckdb.DuckDBPyConnection,
    facts: Facts,
    matched: Iterable[Match],
    words: Mapping[str, Words],
    answers: Answers,
    report: Report,
) -> tuple[list[Question], list[Taken]]:
    """Make the table `incoming`: `_row` and the matched columns; returns what stays open, and what was shortened."""
    questions, joins, columns, taken = list[Question](), list[str](), list[str](), list[Taken]()
    for match in matched:
        column, cell = facts.table.column(str(match.column)), f"c{match.place}"
        report(Step.WORDS, match.place)
        is_free = not (column.is_number or column.name in words or dates.holds_dates(column))
        if is_free and column.name not in answers.words:
            value = f"if(ends_with({cell}, 'e0'), regexp_replace({cell}, {literal(NUMBER)}, '\\1'), {cell})"
        else:
            value = f"m{match.place}.value"
            joins.append(f"left join m{match.place} on m{match.place}.cell = {cell}")
            questions += _meanings(connection, facts, column, cell, words, answers)
            taken += _taken(connection, column, cell)
        columns.append(f"{value} as {quoted(column.name)}")
    values = ", ".join(["row as _row", *columns])
    connection.execute(f"create or replace table incoming as select {values} from cells {' '.join(joins)}")
    return questions, taken


def _taken(connection: duckdb.DuckDBPyConnection, column: Column, cell: str) -> list[Taken]:
    """The days of which a column of years takes the year; after `_meanings`."""
    if not numbers.holds_years(column):
        return []
    day = f"regexp_full_match({numbers.tidy(cell)}, {literal(numbers.DATE)})"
    sql = (
        f"select first(cell order by row), first(value order by row), min(row), count(*) from cells "
        f"join {cell.replace('c', 'm')} on cell = {cell} where {day}"
    )
    said, meant, row, rows = connection.execute(sql).fetchone() or (None, None, 0, 0)
    return [Taken(column.name, said, meant, row, rows)] if rows else []


def _meanings(
    connection: duckdb.DuckDBPyConnection,
    facts: Facts,
    column: Column,
    cell: str,
    words: Mapping[str, Words],
    answers: Answers,
) -> list[Question]:
    """Make the table `m<place>` of each different cell and its value; returns what stays open."""
    name, told = cell.replace("c", "m"), dict(_answered(answers, column.name, words.get(column.name)))
    value, questions = _value(connection, column, cell, answers)
    pairs, asked = _meant(connection, column, cell, _known(facts, column), told, words.get(column.name), answers)
    texts = {"said": pa.array(pairs, pa.string()), "code": pa.array(pairs.values(), pa.string())}
    connection.register("pairs", pa.table(texts))
    different = f"select distinct {cell} from cells where {cell} is not null"
    connection.execute(
        f"create or replace table {name} as select {cell} as cell, if(said is null, {value}, code) as value "
        f"from ({different}) left join pairs on said = {cell}"
    )
    connection.unregister("pairs")
    return [*questions, *asked]


def _answered(answers: Answers, column: str, words: Words | None) -> Iterator[tuple[str, str]]:
    """Folded and as it stands: what the map says that a cell means, in a code or in words."""
    for said, told in answers.words.get(column, {}).items():
        meant = (words.code(told) if words and told else None) or told
        yield said, meant
        yield folded(said), meant


def _value(
    connection: duckdb.DuckDBPyConnection, column: Column, cell: str, answers: Answers
) -> tuple[str, list[Question]]:
    """SQL: a cell of which no word is known; and in which notation numbers are, if that is open."""
    if not column.is_number:
        return f"regexp_replace({cell}, {literal(NUMBER)}, '\\1')", []
    written = numbers.notation(connection, cell, column, answers.numbers.get(column.name))
    value = numbers.number(cell, column, written)
    if not isinstance(written, numbers.Doubt):
        return value, []
    row, rows = _place(connection, cell, written.cells[-1])
    guesses = (Guess("de", "1.234,5"), Guess("en", "1,234.5"))
    return value, [Question(Ask.NUMBERS, column.name, " / ".join(written.cells), row, rows, guesses)]


def _known(facts: Facts, column: Column) -> str:
    """SQL: the keys that need no word."""
    if column.name not in facts.codes:
        return "select ''"
    other, key = facts.codes[column.name]
    return f"select {quoted(key)} from {fact(other)} where {quoted(key)} is not null"


def _meant(
    connection: duckdb.DuckDBPyConnection,
    column: Column,
    cell: str,
    known: str,
    told: Mapping[str, str],
    words: Words | None,
    answers: Answers,
) -> tuple[dict[str, str | None], list[Question]]:
    """Cell -> what it means, of those that are no code themselves; and those of which that is not sure."""
    strange = f"{cell} is not null and {cell} not in ({known})"
    sql = f"select {cell}, min(row), count(*) from cells where {strange} group by all order by 2"
    found = connection.execute(sql).fetchall()
    pairs = {
        said: answer or None for said, *_ in found if (answer := told.get(said, told.get(folded(said)))) is not None
    }
    left = [one for one in found if one[0] not in pairs]
    if words:
        others, questions = _of_words(words, column, left)
    elif dates.holds_dates(column):
        others, questions = _of_dates(column, left, answers)
    else:
        return pairs, []
    return {**pairs, **others}, questions


def _of_words(words: Words, column: Column, cells: Cells) -> tuple[dict[str, str], list[Question]]:
    """The codes of words; of those that nobody knows the first are asked for."""
    pairs = {said: code for said, *_ in cells if (code := words.code(said)) is not None}
    unknown = [one for one in cells if one[0] not in pairs][:ASKED]
    return pairs, [_asked(words, column, *one) for one in unknown]


def _of_dates(column: Column, cells: Cells, answers: Answers) -> tuple[dict[str, str], list[Question]]:
    """The dates; where days and months can be mistaken for each other the first of them is asked for."""
    first = answers.dates.get(column.name) or dates.first_of(said for said, *_ in cells)
    pairs = {said: date for said, *_ in cells if (date := dates.written(said, first))}
    doubtful = [one for one in cells if one[0] not in pairs and dates.SLASHED.fullmatch(one[0])]
    orders: tuple[dates.First, ...] = ("day", "month")
    if first or not doubtful:
        return pairs, []
    guesses = tuple(Guess(order, dates.written(doubtful[0][0], order) or "") for order in orders)
    return pairs, [Question(Ask.DATES, column.name, *doubtful[0], guesses)]


def _asked(words: Words, column: Column, said: str, row: int, rows: int) -> Question:
    guesses = tuple(Guess(code, words.named.get(code, code)) for code in words.guesses(said))
    return Question(Ask.WORD, column.name, said, row, rows, guesses)


def _place(connection: duckdb.DuckDBPyConnection, cell: str, said: str) -> tuple[int, int]:
    """The first row with this cell, and how many have it."""
    sql = f"select min(row), count(*) from cells where {numbers.tidy(cell)} = $said"
    row, rows = connection.execute(sql, {"said": said}).fetchone() or (0, 0)
    return row, rows
