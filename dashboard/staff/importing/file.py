"""The file: what it may be, which table it is for, which source its rows have."""

from collections.abc import Callable

import streamlit as st

from dashboard.access import Role
from dashboard.access.session import allowed
from dashboard.app_pages.data.choice import EVERY
from dashboard.intake.limits import limits
from dashboard.language import Language
from dashboard.questions import data
from dashboard.settings import settings
from dashboard.staff.importing.work import Upload, again, begin, drop, named, stamp, under_way
from dashboard.staff.spoken import spoken
from dashboard.warehouse import warehouse

KINDS = ("csv", "txt", "tsv", "xlsx")
FIRST, SOURCE = "companies", "source_id"


def choose(lang: Language) -> None:
    """The file and its table; another table is another beginning."""
    _limits(lang)
    if (task := under_way(Upload)) is not None:
        st.session_state.setdefault("bring-table", task.table)
        st.session_state.setdefault("bring-source", task.answers.defaults.get(SOURCE))
    left, right = st.columns(2)
    with left:
        table = table_of(lang, "bring-table", changed=_table_changed)
    with right:
        if _has_source(table):
            _source(lang)
    st.file_uploader(
        lang.t("File"),
        KINDS,
        key=f"bring-file-{stamp(Upload)}",
        max_upload_size=settings().import_mb,
        on_change=_taken,
    )


def _limits(lang: Language) -> None:
    of = limits()
    st.caption(
        lang.t(
            "CSV (separated by commas, semicolons, tabs or bars) or XLSX without macros and formulas; up to {size} MB "
            "(a workbook unpacked), {rows} rows, {columns} columns. Nothing is changed before you publish.",
            size=lang.number(of.megabytes),
            rows=lang.number(of.rows),
            columns=lang.number(of.columns),
        )
    )


def table_of(lang: Language, key: str, changed: Callable[[], None]) -> str:
    """Which table."""
    tables = warehouse().package.tables
    names = {name: lang.text(table.title) for name, table in tables.items()}
    order = sorted(names, key=lambda name: (name != FIRST, names[name].casefold()))
    return str(
        st.selectbox(lang.t("Table"), order, format_func=names.__getitem__, key=spoken(key, lang), on_change=changed)
    )


def _source(lang: Language) -> None:
    """Which source."""
    found = data.sources(which="all", term=None, sorted="title", rows=EVERY, skip=0)
    sources = {one.source_id: one.title for one in found}
    st.selectbox(
        lang.t("Source of rows that name none"),
        sources,
        index=None,
        format_func=lambda key: f"{sources[key]} ({key})",
        placeholder=lang.t("none"),
        key="bring-source",
        on_change=_source_changed,
    )


def _taken() -> None:
    """Take the file up, with the answers that were given about it."""
    allowed(Role.EDITOR)
    file = st.session_state.get(f"bring-file-{stamp(Upload)}")
    if file is None:  # taken away, or about to be followed by another one
        drop(Upload)
    else:
        _begin(named(file.name), file.getvalue())


def _table_changed() -> None:
    """The same file for another table."""
    allowed(Role.EDITOR)
    if (task := under_way(Upload)) is not None:
        _begin(task.name, task.content)


def _source_changed() -> None:
    """Another source: all else that was answered stays."""
    allowed(Role.EDITOR)
    if (task := under_way(Upload)) is not None:
        others = {name: held for name, held in task.answers.defaults.items() if name != SOURCE}
        again(defaults=others | _told_source())


def _begin(name: str, content: bytes) -> None:
    begin(Upload(name, content, st.session_state["bring-table"]))
    if source := _told_source():
        again(defaults=source)


def _told_source() -> dict[str, str]:
    source = st.session_state.get("bring-source")
    return {SOURCE: source} if source and _has_source(st.session_state["bring-table"]) else {}


def _has_source(table: str) -> bool:
    """Whether its rows name their sources."""
    return any(column.name == SOURCE for column in warehouse().package.tables[table].columns)
