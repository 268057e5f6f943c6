"""A plain table of data as Streamlit draws it."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.content.table import DataTable, Kind, TableColumn
from dashboard.screen.stage import Stage, draw


@draw.register
def _(part: DataTable, _: Stage) -> None:
    table = pd.DataFrame(part.lines, columns=[column.title for column in part.columns])
    looks = {column.title: look for column in part.columns if (look := _look(column))}
    st.dataframe(table, hide_index=True, width="stretch", alt=part.title, column_config=looks)


def _look(column: TableColumn) -> Any:
    """How a column is shown other than Streamlit would; None where it is not."""
    if column.kind is Kind.YEAR:
        return st.column_config.NumberColumn(format="%d")
    return st.column_config.LinkColumn(display_text=column.link) if column.kind is Kind.LINK else None
