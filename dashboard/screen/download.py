"""Tables to take along as CSV."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pandas as pd
import streamlit as st

FORMULA = ("=", "+", "-", "@")


def as_csv(table: pd.DataFrame) -> bytes:
    """The table as UTF-8 CSV with a byte order mark, which spreadsheets need; a list's values are joined by blanks."""
    return table.map(_cell).to_csv(index=False).encode("utf-8-sig")


def written(heads: Sequence[str], lines: Iterable[Sequence[object]]) -> bytes:
    """The same of lines of values."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows([_cell(cell) for cell in line] for line in lines)
    return file.getvalue().encode("utf-8-sig")


def _cell(cell: Any) -> Any:
    """A spreadsheet must not take a text for a formula (OWASP, CSV injection)."""
    if pd.api.types.is_list_like(cell):
        cell = " ".join(map(str, cell))
    text = cell.strip() if isinstance(cell, str) else ""
    return f"'{text}" if text.startswith(FORMULA) else text or cell


def csv_button(make: Callable[[], bytes], label: str, file: str, *, key: str) -> None:
    """A quiet button; only whoever presses it has the table made. The page does not run again."""
    st.download_button(
        label,
        make,
        f"{file}.csv",
        "text/csv",
        icon=":material/download:",
        type="tertiary",
        on_click="ignore",
        key=key,
    )
