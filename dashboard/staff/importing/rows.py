"""Single rows by hand: found, changed, added, taken away; then weighed as a file is."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.access import Role
from dashboard.access.session import allowed
from dashboard.intake.single import MOST, Edits, Found, find
from dashboard.language import Language
from dashboard.screen.html import empty
from dashboard.staff.failing import told
from dashboard.staff.importing.file import table_of
from dashboard.staff.importing.work import FOUND, begin, give_up, stamp
from dashboard.versions import versions
from dashboard.warehouse import warehouse
from dashboard.warehouse.package import Column
from dashboard.warehouse.truth import facts_folder

TABLE, SEARCH = "bring-rows-table", "bring-rows-search"
LONGEST = 300  # codes that are offered as a list


def asked() -> bool:
    """Whether the address asks for a row."""
    return "row" in st.query_params


def choose(lang: Language) -> None:
    """The table, the search, the rows to be edited."""
    _arrived()
    left, right = st.columns(2)
    with left:
        table = table_of(lang, TABLE, changed=_forget)
    with right:
        search = st.text_input(lang.t("Search"), key=SEARCH, placeholder=lang.t("words of the row"), on_change=_forget)
    with told(lang):
        shown = _found(table, search or "")
        _count(shown[1], lang)
        _editor(shown, lang)


def _found(table: str, search: str) -> tuple[int, Found]:
    """The rows and the version that they are of; found once. Raises what `find` and the versions raise."""
    shown: tuple[int, Found] | None = st.session_state.get(FOUND)
    if shown is None or shown[1].table != table:
        base = versions().newest().number
        shown = base, find(facts_folder(), table, search, str(st.query_params.get("row", "")))
        st.session_state[FOUND] = shown
    return shown


def _arrived() -> None:
    """A link names a table and a row: what was under way with other rows is given up. Else it is gone on with."""
    if TABLE in st.session_state:
        return
    shown: tuple[int, Found] | None = st.session_state.get(FOUND)
    table, row = st.query_params.get("table", ""), st.query_params.get("row", "")
    if table in warehouse().package.tables and not (shown and _is_of(shown[1], table, row)):
        st.session_state[TABLE] = table
        give_up(Edits)
    elif shown:
        st.session_state[TABLE] = shown[1].table


def _is_of(found: Found, table: str, row: str) -> bool:
    """Whether these are the rows of that link."""
    return found.table == table and (not row or [" ".join(found.key_of(at)) for at in range(len(found.rows))] == [row])


def _forget() -> None:
    """Other rows: what was typed among these is given up."""
    st.query_params.pop("row", None)
    give_up(Edits)


def _count(found: Found, lang: Language) -> None:
    if not found.rows:
        empty(lang.t("No row fits; one can be added below."))
    elif found.total > MOST:
        told = lang.t(
            "The first {count} of {all} rows are shown; search for others.", count=MOST, all=lang.number(found.total)
        )
        st.caption(told)
    else:
        st.caption(lang.n("{count} row", "{count} rows", found.total))


def _editor(shown: tuple[int, Found], lang: Language) -> None:
    """The rows as texts, as their file has them."""
    base, found = shown
    key = f"bring-rows-{stamp(Edits)}"
    columns = warehouse().package.tables[found.table].columns
    st.data_editor(
        pd.DataFrame([list(row) for row in found.rows], columns=list(found.columns), dtype="str"),
        hide_index=True,
        num_rows="dynamic",
        width="stretch",
        column_config={column.name: _config(column, found.table, lang) for column in columns},
        alt=lang.t("Rows to be edited"),
        key=key,
    )
    _how(lang)
    if st.button(lang.t("Check what would change"), type="primary"):
        allowed(Role.EDITOR)
        if edits := _edits(found, st.session_state[key]):
            begin(edits, base)
        else:
            st.info(lang.t("Nothing was changed yet."), icon=":material/info:")


def _how(lang: Language) -> None:
    st.caption(
        lang.t(
            "Codes and ids as the file has them. A row is taken away by marking it and pressing Delete; the last line "
            "adds one."
        )
    )


def _config(column: Column, table: str, lang: Language) -> Any:
    """A list where the column holds one of a few codes."""
    title, about = lang.text(column.title), lang.text(column.description) or None
    if values := column.constraints.get("enum"):
        return st.column_config.SelectboxColumn(title, options=["", *values], help=about)
    links = {name: other for name, other, _ in warehouse().package.tables[table].foreign_keys}
    named = {code_list for code_list, text in lang.vocabulary.texts if text == "name"}
    codes = list(lang.names(links[column.name])) if links.get(column.name) in named else []
    if 0 < len(codes) <= LONGEST:
        return st.column_config.SelectboxColumn(title, options=["", *codes], help=about)
    return st.column_config.TextColumn(title, help=about)


def _edits(found: Found, state: Mapping[str, Any]) -> Edits:
    """What was done in the editor, by the keys of the rows."""
    gone = set(state["deleted_rows"])
    changed = tuple(
        (found.key_of(int(row)), _cells(cells))
        for row, cells in state["edited_rows"].items()
        if int(row) not in gone and cells
    )
    added = tuple(cells for row in state["added_rows"] if (cells := _cells(row)))
    return Edits(found.table, changed, added, tuple(found.key_of(row) for row in sorted(gone)))


def _cells(cells: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple((name, str(cell or "")) for name, cell in cells.items() if not name.startswith("_"))
