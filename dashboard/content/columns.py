"""What the columns behind a figure are called, in both languages, and what they are counted in.

Columns of the tables are described in the data package, those that queries compute in `queries/columns.csv`; a column
that neither knows is technical (a position, a coordinate) and stays out of tables.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from dashboard.settings import QUERIES
from dashboard.values import Text
from dashboard.warehouse import warehouse

TECHNICAL = ("lat", "lon", "position", "source_id", "url")  # described, but of no use to who reads a table


@dataclass(frozen=True)
class Column:
    """A column of a figure's rows: the field, its title in both languages, its unit (empty: none or its row's)."""

    name: str
    title: Text
    unit: str = ""


def columns_of(rows: Iterable[NamedTuple]) -> tuple[Column, ...]:
    """The columns of these rows that say something, in their order."""
    first = next(iter(rows), None)
    fields = () if first is None else first._fields
    return tuple(column for field in fields if (column := column_of(field)) is not None)


def column_of(field: str) -> Column | None:
    """The column of that name; None if it is technical."""
    if field in TECHNICAL:
        return None
    if (known := _computed().get(field)) is not None:
        return known
    titles = warehouse().vocabulary.titles
    title = titles.get(field) or _without_language(titles.get(f"{field}_en"))
    return Column(field, title, "year" if field.split("_")[-1] == "year" else "") if title else None


def _without_language(title: Text | None) -> Text | None:
    """`Note (English)` as it is called where the language is the reader's."""
    return title and Text(title.en.split(" (")[0], title.de.split(" (")[0])


@cache
def _computed() -> dict[str, Column]:
    with (QUERIES / "columns.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return {
            row["column"]: Column(row["column"], Text(row["title_en"], row["title_de"]), row["unit"]) for row in rows
        }
