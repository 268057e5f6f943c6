"""What would change: rows, cells, key figures."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from dashboard.intake.proposal import Proposal
from dashboard.intake.single import Edits
from dashboard.language import NOTHING, Language
from dashboard.screen.html import empty
from dashboard.screen.markdown import plain
from dashboard.staff.importing.work import Work
from dashboard.versions.change import HeadlineChange, RowChange, TableChange
from dashboard.warehouse import warehouse


def changes(work: Work, lang: Language) -> None:
    """Counts, cells, new rows, key figures."""
    found = work.outcome
    if found is None or found.failure or not (found.proposal or isinstance(work.task, Edits)):
        return
    st.subheader(lang.t("What would change"))
    if found.proposal:
        st.markdown(_counts(found.proposal, lang))
        _taken(found.proposal, _titles(work, lang), lang)
    if found.change is None:
        if not found.faults and not (found.proposal and found.proposal.questions):
            empty(lang.t("Nothing differs."))
        return
    _change(found.change, work, lang)
    _others(found.others, lang)
    _moved(found.moved, lang)


def _others(others: Sequence[TableChange | str], lang: Language) -> None:
    """What lies on the disk in another way than in the newest version, and would become part of this one."""
    if not others:
        return
    tables = warehouse().package.tables
    names = [
        one
        if isinstance(one, str)
        else lang.n(
            "{table} ({count} row)", "{table} ({count} rows)", one.total, table=lang.text(tables[one.table].title)
        )
        for one in others
    ]
    told = lang.t(
        "Files were changed on the disk as well and would be published with it: {names}.", names=lang.join(names)
    )
    st.warning(plain(told), icon=":material/difference:")


def _taken(of: Proposal, titles: dict[str, str], lang: Language) -> None:
    """Days that became years."""
    for one in of.taken:
        told = lang.n(
            "{column}: of the day in {count} row the year is taken ({said} → {meant}).",
            "{column}: of the days in {count} rows the year is taken ({said} → {meant}).",
            one.rows,
            column=plain(titles[one.column]),
            said=plain(one.said),
            meant=one.meant,
        )
        st.info(told, icon=":material/event:")


def _counts(of: Proposal, lang: Language) -> str:
    cells = lang.n("{count} cell", "{count} cells", of.cells)
    told = [
        lang.n("{count} row to add", "{count} rows to add", of.added),
        lang.n("{count} row to change", "{count} rows to change", of.changed) + f" ({cells})",
        lang.n("{count} row unchanged", "{count} rows unchanged", of.unchanged),
    ]
    return " · ".join(told)


def _titles(work: Work, lang: Language) -> dict[str, str]:
    return {one.name: lang.text(one.title) for one in warehouse().package.tables[work.task.table].columns}


def _change(of: TableChange, work: Work, lang: Language) -> None:
    titles = _titles(work, lang)
    words = {"changed": lang.t("Changed cells"), "new": lang.t("New rows"), "gone": lang.t("Rows that go")}
    counts = {"changed": of.changed, "new": of.new, "gone": of.gone}
    for kind, word in words.items():
        rows = [row for row in of.rows if row.change == kind]
        if not rows:
            continue
        st.markdown(f"**{word}**")
        frame = _cells(rows, titles, lang) if kind == "changed" else _rows(rows, of, titles)
        st.dataframe(frame, hide_index=True, width="stretch", alt=word)
        if counts[kind] > len(rows):
            st.caption(
                lang.t(
                    "The first {count} of {all} rows are shown.",
                    count=lang.number(len(rows)),
                    all=lang.number(counts[kind]),
                )
            )


def _cells(rows: Sequence[RowChange], titles: dict[str, str], lang: Language) -> pd.DataFrame:
    heads = [lang.t("Row"), lang.t("Column"), lang.t("Before"), lang.t("After")]
    told = [
        (" ".join(row.key), titles.get(cell.column, cell.column), cell.old or NOTHING, cell.new or NOTHING)
        for row in rows
        for cell in row.cells
    ]
    return pd.DataFrame(told, columns=heads)


def _rows(rows: Sequence[RowChange], of: TableChange, titles: dict[str, str]) -> pd.DataFrame:
    """Whole rows, without the columns that are empty in all of them."""
    held = [_held(row, of) for row in rows]
    used = [name for name in of.columns if any(row.get(name) for row in held)]
    names = [titles.get(name, name) for name in used]
    heads = [title if names.count(title) == 1 else f"{title} ({name})" for name, title in zip(used, names, strict=True)]
    return pd.DataFrame([[row.get(name) for name in used] for row in held], columns=heads)


def _held(row: RowChange, of: TableChange) -> dict[str, str | None]:
    cells = {cell.column: cell.new or cell.old for cell in row.cells}
    return {**dict(zip(of.key, row.key, strict=True)), **cells}


def _moved(moved: Mapping[str, Sequence[HeadlineChange]] | None, lang: Language) -> None:
    title = lang.t("Headline figures")
    st.markdown(f"**{title}**")
    if moved is None:
        st.caption(lang.t("Pages cannot be made of the facts as they were, so that nothing can be said of them."))
    elif not moved[lang.code]:
        st.caption(lang.t("They stay as they are."))
    else:
        for one in moved[lang.code]:
            st.markdown(plain(f"{one.label}: {one.step()}"))
