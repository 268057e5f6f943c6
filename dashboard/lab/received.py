"""What a process answered, taken for data of somebody who may mean harm: it has the shape of an answer, or is none."""

from typing import Any

from dashboard.lab.answer import KINDS, Answer, Column, Problem, Refused


def answer_of(told: dict[str, Any], version: str) -> Answer:
    """The answer. Raises Refused with the problem that it tells, or where it is none."""
    try:
        if "problem" in told:
            raise Refused(_problem(told["problem"]))
        rows = tuple(map(tuple, told["rows"]))
        columns = tuple(Column(str(name), str(kind)) for name, kind in told["columns"])
        is_plain = all(cell is None or isinstance(cell, str | int | float) for row in rows for cell in row)
        if not is_plain or any(len(row) != len(columns) for row in rows) or told["cut"] not in (None, "rows", "size"):
            raise ValueError
        return Answer(columns, rows, told["cut"], tuple(map(str, told["used"])), float(told["seconds"]), version)
    except (KeyError, TypeError, ValueError):
        raise Refused(Problem("ended")) from None


def _problem(told: dict[str, Any]) -> Problem:
    if told["kind"] not in KINDS:
        raise ValueError
    line, column = (None if told[part] is None else int(told[part]) for part in ("line", "column"))
    names = tuple(map(str, told["candidates"]))
    return Problem(told["kind"], str(told["name"]), str(told["told"]), line, column, names)
