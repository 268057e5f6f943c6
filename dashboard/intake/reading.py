"""A file of whoever's as a table of the database: text cells, each row with its number in the file."""

from collections.abc import Collection, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import duckdb
import pyarrow as pa

from dashboard.intake.answers import Answers
from dashboard.intake.header import Candidate, Head, best, head_of
from dashboard.intake.limits import Limits, is_workbook, refused
from dashboard.intake.quick import Text, quickly
from dashboard.intake.steps import Report, Step
from dashboard.intake.text import batches, encoding, separators, told
from dashboard.intake.workbook import sheet_batches, sheets
from dashboard.values import Said
from dashboard.warehouse.fault import HOW_TO_MEND, Fault
from dashboard.warehouse.readable import Rows

Numbered = tuple[int, list[str]]  # a row of the file with its number
TOLD = 1000  # rows of another length that are told
BLANKS = " \t\r\n\u00a0\u2007\u2009\u202f\u3000"
# What is written so that digits stay text (`="0123"`), and the apostrophe before what begins like a formula.
UNWRAPPED = '^(?:="([^"]*)"|\'\'([=+@＝＋－＠-].*))$'
EDGES = f"^[=''{BLANKS}]|[{BLANKS}]$"
COMPOSED = "if(strlen({0}) = length({0}), {0}, nfc_normalize({0}))"  # ASCII is
TRIMMED = f"trim(regexp_replace(trim({COMPOSED}, '{BLANKS}'), '{UNWRAPPED}', '\\1\\2'), '{BLANKS}')"
TIDY = f"nullif(if(regexp_matches({{0}}, '{EDGES}'), {TRIMMED}, {COMPOSED}), '')"


@dataclass(frozen=True)
class Read:
    """What was read into the table `cells`: `row`, and `c0`, `c1` … for each of `heads`; empty cells are null."""

    file: str
    chosen: str  # the sheet or the separator
    header_row: int
    heads: tuple[str, ...]
    rows: int
    faults: tuple[Fault, ...]  # rows of another length, which are left out
    others: tuple[str, ...]  # sheets that were not read


def read(
    connection: duckdb.DuckDBPyConnection,
    path: Path,
    known: Collection[str],
    answers: Answers,
    allowed: Limits,
    report: Report,
) -> Read:
    """Fill the table `cells`. `known`: what columns may be called (folded). Raises Unreadable."""
    candidates = {one.name: one for one in _candidates(path, answers, allowed)}
    heads = {name: head_of(one, known, answers.header_row) for name, one in candidates.items()}
    name = best(heads)
    head = heads[name]
    _admit_head(path, head, allowed)
    _create(connection, len(head.cells))
    faults, count = _fill(connection, path, candidates[name], head, allowed, report)
    if not count and not faults:
        raise refused(path, Said("there are no rows below the header"), Said("Export it anew."), row=head.row + 1)
    others = tuple(one.name for one in candidates.values() if one.is_sheet and one.name != name)
    return Read(path.name, name, head.row + 1, head.cells, count, tuple(faults), others)


def _admit_head(path: Path, head: Head, allowed: Limits) -> None:
    if not head.cells:
        raise refused(path, Said("no row has names of columns"), Said("Write a header row, or say which row it is."))
    if len(head.cells) > allowed.columns:
        rule = Said("the file has {count} columns; up to {most} are read", count=len(head.cells), most=allowed.columns)
        raise refused(path, rule, Said("Delete the columns that are not needed."), row=head.row + 1)


def _candidates(path: Path, answers: Answers, allowed: Limits) -> Iterator[Candidate]:
    if is_workbook(path, allowed):
        names = sheets(path)
        if answers.sheet and answers.sheet not in names:
            rule = Said("there is no sheet {name}; there are {names}", name=repr(answers.sheet), names=", ".join(names))
            raise refused(path, rule, Said("Name one of these."))
        for name in [answers.sheet] if answers.sheet else names:
            yield Candidate(name, partial(sheet_batches, path, name, allowed), is_sheet=True)
        return
    code = encoding(path)
    for sign in separators(path, code):
        text = Text(path, sign, told(path, code)) if code.startswith("utf-8") else None
        yield Candidate(sign, partial(batches, path, code, sign), is_sheet=False, text=text)


def _create(connection: duckdb.DuckDBPyConnection, width: int) -> None:
    columns = ", ".join(f"c{place} varchar" for place in range(width))
    connection.execute(f"create or replace table cells (row bigint, {columns})")


def _fill(
    connection: duckdb.DuckDBPyConnection, path: Path, chosen: Candidate, head: Head, allowed: Limits, report: Report
) -> tuple[list[Fault], int]:
    """The rows of another length than the header, and how many are filled."""
    width, number, count, faults = len(head.cells), 0, 0, list[Fault]()
    if chosen.text and (read := quickly(connection, chosen.text, _above(chosen, head), _tidy(width))) is not None:
        _admit(path, read, allowed)
        report(Step.READING, read)
        return [], read
    with closing(chosen.batches()) as found:  # type: ignore[type-var]  # generators
        for batch in found:
            numbered = [(place, row) for place, row in enumerate(batch, number + 1) if any(row)]
            number += len(batch)
            kept = [one for one in numbered if one[0] > head.row + 1]
            if any(len(row) != width for _, row in kept):
                kept = list(_fitting(path.name, kept, width, faults, pads=chosen.is_sheet))
            count += len(kept)
            _admit(path, count, allowed)
            _insert(connection, kept, width)
            report(Step.READING, count)
    return faults, count


def _above(chosen: Candidate, head: Head) -> Rows:
    """The rows down to the header."""
    return next(chosen.batches())[: head.row + 1]


def _tidy(width: int) -> list[str]:
    return [TIDY.format(f"c{place}") for place in range(width)]


def _admit(path: Path, rows: int, allowed: Limits) -> None:
    if rows > allowed.rows:
        raise refused(path, Said("the file has more than {count} rows", count=allowed.rows), Said("Split it."))


def _fitting(file: str, rows: list[Numbered], width: int, faults: list[Fault], *, pads: bool) -> Iterator[Numbered]:
    """The rows with as many cells as the header, without empty ones beyond it; if it `pads`, shorter ones as well."""
    for number, row in rows:
        if pads:
            row = row + [""] * (width - len(row))
        if any(row[width:]) or len(row) < width:
            rule = Said("the row has {count} cells instead of {width}", count=len(row), width=width)
            faults += [Fault(file, number, None, None, rule, HOW_TO_MEND["cells"])] * (len(faults) < TOLD)
        elif any(cell.strip() for cell in row):
            yield number, row[:width]


def _insert(connection: duckdb.DuckDBPyConnection, rows: list[Numbered], width: int) -> None:
    if not rows:
        return
    numbers, lines = zip(*rows, strict=True)
    columns = {"row": pa.array(numbers, pa.int64())}
    columns |= {f"c{place}": pa.array(cells, pa.string()) for place, cells in enumerate(zip(*lines, strict=True))}
    connection.register("batch", pa.table(columns))
    connection.execute(f"insert into cells select row, {', '.join(_tidy(width))} from batch")
    connection.unregister("batch")
