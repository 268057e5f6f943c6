"""Whole rows: what a query answers and what the CSVs say as the same plain values, so that == compares every column."""

import unicodedata
from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd

from tests.conftest import Rows

Row = dict[str, Any]


def cell(column: str, value: Any) -> Any:
    """A missing value as None, a list as a list; no query promises the order of its sources."""
    if isinstance(value, np.ndarray):
        return sorted(value) if column.endswith("source_ids") else list(value)
    return None if pd.isna(value) else value


def answered(frame: pd.DataFrame) -> list[Row]:
    """Every row of an answer with every column."""
    return [{str(name): cell(str(name), value) for name, value in row.items()} for row in frame.to_dict("records")]


def by_key(rows: Rows, key: str) -> dict[str, dict[str, str]]:
    return {row[key]: row for row in rows}


def known(row: dict[str, str], *columns: str) -> Row:
    """These columns as they stand, an empty cell as None."""
    return {column: row[column] or None for column in columns}


def numbers(row: dict[str, str], *columns: str) -> Row:
    """These columns as numbers, an empty cell as None."""
    return {column: float(row[column]) if row[column] else None for column in columns}


def names(row: dict[str, str] | None, prefix: str = "name") -> Row:
    """Both names of a row of a code list as `prefix`_en and `prefix`_de, None where there is no such row."""
    return {f"{prefix}_{lang}": row[f"name_{lang}"] if row else None for lang in ("en", "de")}


def sources(rows: Iterable[dict[str, str]]) -> list[str]:
    """The sources of some rows, each once, as `answered` lists them."""
    return sorted({row["source_id"] for row in rows})


def plain(text: str) -> str:
    """In lower case and without accents, as words are searched and sorted."""
    decomposed = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))
