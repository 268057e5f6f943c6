"""A plain table of data as Streamlit draws it, with a button to take it along."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from dashboard.content.table import DataTable, Kind, TableColumn
from dashboard.language import Language
from dashboard.screen.download import as_csv, csv_button
from dashboard.screen.draw import Stage, draw
from dashboard.values import Market, Text


@draw.register
def _(part: DataTable, stage: Stage) -> None:
    table = pd.DataFrame(part.lines, columns=[column.title for column in part.columns])
    looks = {column.title: look for column in part.columns if (look := _look(column))}
    st.dataframe(table, hide_index=True, width="stretch", alt=part.title, column_config=looks)
    lang = stage.lang
    csv_button(
        lambda: as_csv(taken_along(part.rows, lang)), lang.t("Download as CSV"), part.file, key=f"{part.key}-csv"
    )


def _look(column: TableColumn) -> Any:
    """How a column is shown other than Streamlit would; None where it is not."""
    if column.kind is Kind.YEAR:
        return st.column_config.NumberColumn(format="%d")
    return st.column_config.LinkColumn(display_text=column.link) if column.kind is Kind.LINK else None


def taken_along(rows: tuple[NamedTuple, ...], lang: Language) -> pd.DataFrame:
    """The rows with all they hold: texts in both languages, markets by code and name."""
    return pd.DataFrame([dict(_cells(row, lang)) for row in rows])


def _cells(row: NamedTuple, lang: Language) -> Iterator[tuple[str, object]]:
    for name, value in row._asdict().items():
        if isinstance(value, Text):
            yield from ((f"{name}_{code}", text) for code, text in value._asdict().items())
        elif isinstance(value, Market):
            yield from ((name, str(value)), (f"{name}_name", lang.name("markets", value)))
        else:
            yield name, value
