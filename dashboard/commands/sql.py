"""`pocket sql`: a query of one's own, run as the SQL lab runs it.

Ends with 0 and the rows on the output, with 1 where it took too much or could not be run, with 2 where the query is
wrong; what there is to say of it stands on the error output.
"""

import json
import math
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Annotated, Literal

import typer

from dashboard.commands import FAILURES, fail, use
from dashboard.export.csv_file import written
from dashboard.lab import words
from dashboard.lab.answer import Answer, Cell, Problem
from dashboard.lab.lab import Lab, lab
from dashboard.lab.schema import schema
from dashboard.language import Language
from dashboard.settings import settings
from dashboard.warehouse import FromFolder, Warehouse
from dashboard.warehouse.truth import facts_folder

RUN = (
    "seconds",
    "memory",
    "spill",
    "cancelled",
    "ended",
    "started",
    "full",
    "elsewhere",
)  # problems that are not the query's


def sql(
    query: Annotated[str, typer.Argument(help="one SELECT; - reads it from the input")],
    format: Annotated[Literal["csv", "json", "markdown"], typer.Option(help="of the rows")] = "csv",
    internal: Annotated[bool, typer.Option(help="over internal rows, too")] = False,
    data: Annotated[Path | None, typer.Option(help="data folder (default: the shipped facts)")] = None,
) -> None:
    """Run a query of your own in a process of its own: read-only, within the limits of POCKET_LAB_…."""
    use(None)
    try:
        facts = FromFolder(data or facts_folder(), settings().store, public=not internal)
    except FAILURES as error:
        raise fail(error) from None
    lang, opened = Language("en", facts.vocabulary), lab()
    try:
        result = opened.ask(sys.stdin.read() if query == "-" else query, facts).wait()
    finally:
        opened.close()
        lab.cache_clear()
    if not isinstance(result, Answer):
        problem = result or Problem("cancelled")
        raise fail(words.told(problem, opened.limits, lang), 1 if problem.kind in RUN else 2)
    typer.echo(FORMATS[format](result), nl=False)
    _tell(result, facts, opened, lang)


def _tell(answer: Answer, facts: Warehouse, opened: Lab, lang: Language) -> None:
    """How much it is and what it was made of, for people."""
    known = schema(facts.snapshot).relations
    lines = [f"{len(answer.rows)} rows, {answer.seconds:.2f} s, data version {answer.version}"]
    lines += [f"{name}: {known[name].title.en}" for name in answer.used if name in known]
    lines += filter(None, [words.cut(answer, opened.limits, lang)])
    typer.echo("\n".join(lines), err=True)


def _csv(answer: Answer) -> str:
    return written([column.name for column in answer.columns], answer.rows).decode("utf-8-sig")


def _json(answer: Answer) -> str:
    """As a list of columns and a list of rows: a query may give two columns one name."""
    columns = [vars(column) for column in answer.columns]
    rows = [[None if _is_no_number(cell) else cell for cell in row] for row in answer.rows]
    told = {"columns": columns, "rows": rows, "cut": answer.cut, "used": answer.used, "data_version": answer.version}
    return json.dumps(told, ensure_ascii=False) + "\n"


def _is_no_number(cell: Cell) -> bool:
    return isinstance(cell, float) and not math.isfinite(cell)


def _markdown(answer: Answer) -> str:
    names = [column.name for column in answer.columns]
    return "".join(map(_line, [names, ["---"] * len(names), *answer.rows]))


def _line(cells: Iterable[Cell]) -> str:
    told = ("" if cell is None else str(cell) for cell in cells)
    return "| " + " | ".join(" ".join(cell.replace("|", "\\|").split()) for cell in told) + " |\n"


FORMATS: Mapping[str, Callable[[Answer], str]] = {"csv": _csv, "json": _json, "markdown": _markdown}
