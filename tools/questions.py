"""Typed functions for the named queries: `python -m tools.questions` writes `dashboard/questions/` anew.

A column's type is the database's; what its name promises is said in `NAMED`. A header names the columns and parameters
that may be null (`May be null: month, jobs.`); tests ask every question and hold it to that.
"""

import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from dashboard.settings import ROOT
from dashboard.warehouse import NamedQuery, Warehouse, named_query, warehouse
from dashboard.warehouse.named import query_names

FOLDER = ROOT / "dashboard" / "questions"
NOT_ASKED = ("checks", "model", "notices")  # folders whose files no page asks
TYPES = {
    "VARCHAR": "str",
    "BOOLEAN": "bool",
    "DATE": "date",
    "DOUBLE": "float",
    "FLOAT": "float",
    "BIGINT": "int",
    "INTEGER": "int",
    "SMALLINT": "int",
    "TINYINT": "int",
    "HUGEINT": "int",
    "UBIGINT": "int",
}
NAMED = {"market": "Market", "qualifier": "Hedge", "unit": "Unit"}  # also behind a prefix, as in `other_market`
PARAMETERS = {
    "varchar": "str",
    "integer": "int",
    "bigint": "int",
    "double": "float",
    "boolean": "bool",
    "date": "date",
}
MAY_BE_NULL = re.compile(r"May be null: ([^.]+)\.")


def modules(house: Warehouse) -> dict[str, str]:
    """File name -> text of every module: one for each folder under queries/."""
    folders: dict[str, list[NamedQuery]] = defaultdict(list)
    for name in query_names():
        folder = name.split("/")[0]
        if folder not in NOT_ASKED:
            folders[folder].append(named_query(name))
    return {f"{folder}.py": "\n".join(_module(folder, queries, house)) for folder, queries in folders.items()}


def _module(folder: str, queries: list[NamedQuery], house: Warehouse) -> Iterator[str]:
    body = "\n".join(line for query in queries for line in _question(query, house))
    yield f'"""The questions of queries/{folder}/, a function each; made from the SQL by `make questions`."""'
    yield ""
    if "Sequence[" in body:
        yield "from collections.abc import Sequence"
    if re.search(r": date\b", body):
        yield "from datetime import date"
    yield "from typing import NamedTuple"
    yield ""
    values = ("Hedge", "Market", "Quantity", "Text", "Unit")
    if used := [value for value in values if re.search(rf"\b{value}\b", body)]:
        yield f"from dashboard.values import {', '.join(used)}"
    yield "from dashboard.warehouse import warehouse"
    yield body


def _question(query: NamedQuery, house: Warehouse) -> Iterator[str]:
    function = query.name.split("/")[1]
    row = "".join(part.capitalize() for part in function.split("_")) + "Row"
    nullable = {name.strip() for found in MAY_BE_NULL.findall(_flat(query)) for name in found.split(",")}
    yield "\n"
    yield f"class {row}(NamedTuple):"
    yield f'    """A row of `{query.name}`."""'
    yield ""
    fields = dict(_fields(query, house, nullable))
    yield from (f"    {name}: {kind}" for name, kind in fields.items())
    if {"value", "qualifier"} <= set(fields):
        unit = "self.unit" if "unit" in fields else "Unit.COUNT"
        yield "\n    @property"
        yield "    def quantity(self) -> Quantity:"
        yield '        """The value with its unit and hedge."""'
        yield f"        return Quantity(self.value, {unit}, self.qualifier)"
    yield "\n"
    parameters = ", ".join(f"{name}: {kind}" for name, kind in _parameters(query, nullable))
    yield f"def {function}({'*, ' if parameters else ''}{parameters}) -> tuple[{row}, ...]:"
    yield f'    """{_flat(query).split("?")[0].strip()}?"""'
    given = "".join(f", {name}={name}" for name, _ in _parameters(query, nullable))
    yield f'    return warehouse().rows("{query.name}", {row}{given})'


def _flat(query: NamedQuery) -> str:
    return query.question.replace("\n", " ")


def _fields(query: NamedQuery, house: Warehouse, nullable: set[str]) -> Iterator[tuple[str, str]]:
    columns = house.snapshot.columns(query.sql, query.parameters)
    for name, kind in columns.items():
        stem = name[:-3]
        if name.endswith("_en") and f"{stem}_de" in columns:
            yield stem, "Text"
        elif not (name.endswith("_de") and f"{stem}_en" in columns):
            yield name, _type(name, kind) + (" | None" if name in nullable else "")


def _type(name: str, kind: str) -> str:
    if kind.endswith("[]"):
        return f"tuple[{_type(name.removesuffix('s'), kind[:-2])}, ...]"
    if kind.startswith("DECIMAL"):
        return "float"
    return NAMED.get(name.rsplit("_", 1)[-1], TYPES[kind]) if kind == "VARCHAR" else TYPES[kind]


def _parameters(query: NamedQuery, nullable: set[str]) -> Iterator[tuple[str, str]]:
    """Name and type of each parameter, in the order in which the query uses them."""
    for name, kind in dict(re.findall(r"\$(\w+)::(\w+(?:\[\])?)", query.sql)).items():
        base = PARAMETERS[kind.removesuffix("[]")]
        listed = f"Sequence[{base}]" if kind.endswith("[]") else base
        yield name, listed + (" | None" if f"${name}" in nullable else "")


def formatted(text: str) -> str:
    """The text as the formatter leaves it."""
    command = [sys.executable, "-m", "ruff", "format", "--stdin-filename", "questions.py", "-"]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True, cwd=ROOT).stdout


def write(folder: Path = FOLDER) -> None:
    """Write every module, formatted as the rest of the code."""
    folder.mkdir(exist_ok=True)
    for name, text in modules(warehouse()).items():
        (folder / name).write_text(formatted(text), encoding="utf-8")


if __name__ == "__main__":
    write()
