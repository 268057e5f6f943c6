"""A table to take along as CSV, by a quiet button."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import streamlit as st

from dashboard.content.extract import taken_along
from dashboard.export.csv_file import csv_of
from dashboard.language import Language


def csv_button(rows: Callable[[], Sequence[NamedTuple]], label: str, file: str, lang: Language, *, key: str) -> None:
    """A quiet button; only whoever presses it has the file made. The page does not run again."""
    st.download_button(
        label,
        lambda: csv_of(taken_along(rows(), lang), lang),
        f"{file}.csv",
        "text/csv",
        icon=":material/download:",
        type="tertiary",
        on_click="ignore",
        key=key,
    )
