"""Every version of the facts: when, who, why, what it changed; to be taken along, and brought back."""

import io
import zipfile
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import streamlit as st

from dashboard.access import Role
from dashboard.access.session import allowed, person
from dashboard.language import Language
from dashboard.screen.html import block, empty
from dashboard.screen.markdown import plain
from dashboard.settings import settings
from dashboard.staff import reason
from dashboard.staff.failing import told
from dashboard.staff.importing.progress import progress
from dashboard.staff.spoken import spoken
from dashboard.staff.taking import only
from dashboard.versions import Version, versions
from dashboard.versions.change import TableChange
from dashboard.versions.diff import compared
from dashboard.versions.headlines import headlines
from dashboard.warehouse import warehouse

FEW = 30  # versions that are listed at first
ALL, DONE, BASE = "versions-all", "versions-done", "versions-base"  # in the session


def show(lang: Language) -> None:
    """The log, then one version of it."""
    block("head", title=lang.t("Versions"), text=lang.t("Every state of the facts, the newest first"))
    reason.done(DONE, lang)
    with told(lang):
        newest, listed = versions().newest(), versions().all()
        _log(listed, lang)
        _one(newest, listed, lang)


def _one(newest: Version, listed: tuple[Version, ...], lang: Language) -> None:
    """A version that is chosen, and what can be done with it."""
    numbers = {one.number: one for one in listed}
    key = spoken("versions-chosen", lang)
    chosen = st.selectbox(
        lang.t("Version"), numbers, format_func=lambda number: _called(numbers[number], newest, lang), key=key
    )
    one = numbers[chosen]
    before = next((other for other in listed if other.number < one.number), None)
    with st.container(horizontal=True):
        compares = st.button(lang.t("What it changed"), icon=":material/compare_arrows:", disabled=before is None)
        _take(one, lang)
        if one.files != newest.files and person().role >= Role.ADMIN:
            _way_back(one, newest, lang)
    st.caption(lang.t("These files hold internal facts, too."))
    if compares and before:
        allowed(Role.EDITOR)
        _changed(before, one, lang)


def _log(listed: tuple[Version, ...], lang: Language) -> None:
    shown = listed if st.session_state.get(ALL) else listed[:FEW]
    kinds = _kinds(lang)
    lines = [
        {
            "number": one.number,
            "when": _when(one, lang),
            "kind": lang.t("the beginning") if one.is_first else kinds[one.kind],
            "who": one.who,
            "why": one.why,
        }
        for one in shown
    ]
    block("log", lines=lines, version=lang.t("Version"))
    if len(shown) < len(listed):
        told = lang.n("Show {count} older one", "Show {count} older ones", len(listed) - len(shown))
        st.button(told, on_click=st.session_state.__setitem__, args=(ALL, True), type="tertiary")


def _kinds(lang: Language) -> dict[str, str]:
    return {
        "import": lang.t("import of a file"),
        "edit": lang.t("rows by hand"),
        "restore": lang.t("an earlier version again"),
        "files": lang.t("files changed on disk"),
    }


def _when(one: Version, lang: Language) -> str:
    local = one.when.astimezone()
    return f"{lang.month(local.year, local.month, local.day)}, {lang.time(one.when)}"


def _called(one: Version, newest: Version, lang: Language) -> str:
    now = lang.t("shown now") if one.files == newest.files else ""
    return " · ".join(filter(None, [str(one.number), now, _when(one, lang), one.who, one.why[:60]]))


def _changed(before: Version, one: Version, lang: Language) -> None:
    """Rows by table, and the key figures."""
    public = warehouse().public
    with told(lang):
        with (
            progress(lang, "compare") as report,
            compared(versions(), before.number, one.number, public=public) as found,
        ):
            report("figures", 0)
            tables, files = found.changes(0), found.files
            moved = headlines(versions(), settings().store, before.number, one.number, lang.code, public=public)
        _tables(tables, lang)
        if files:
            st.caption(lang.t("Other files that differ: {names}", names=plain(", ".join(files))))
        for each in moved or ():
            st.markdown(plain(f"{each.label}: {each.step()}"))
        cells = lang.t("Cell by cell, on the page Data")
        st.markdown(f"[{cells}](data?since={before.number}&until={one.number}&lang={lang.code})")


def _tables(tables: tuple[TableChange, ...], lang: Language) -> None:
    titles = {name: lang.text(table.title) for name, table in warehouse().package.tables.items()}
    heads = [lang.t("Table"), lang.t("New"), lang.t("Changed"), lang.t("Gone")]
    rows = [(titles.get(each.table, each.table), each.new, each.changed, each.gone) for each in tables if each.total]
    if rows:
        st.dataframe(pd.DataFrame(rows, columns=heads), hide_index=True, width="stretch", alt=lang.t("What it changed"))
    else:
        empty(lang.t("No row differs."))


def _take(one: Version, lang: Language) -> None:
    """The plain data folder as one file."""
    st.download_button(
        lang.t("Save version {number} (ZIP)", number=one.number),
        only(Role.EDITOR, partial(_zipped, one.number)),
        f"version-{one.number}.zip",
        "application/zip",
        icon=":material/download:",
        on_click="ignore",
    )


def _zipped(number: int) -> bytes:
    content = io.BytesIO()
    with TemporaryDirectory() as folder, zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        versions().export(number, Path(folder))
        for path in sorted(Path(folder).rglob("*")):
            if path.is_file():
                archive.write(path, path.relative_to(folder))
    return content.getvalue()


def _way_back(one: Version, newest: Version, lang: Language) -> None:
    """Reason and confirmation; what is there now stays a version."""
    with st.popover(lang.t("Back to version {number}", number=one.number), icon=":material/history:"):
        why = reason.reason(
            "versions-back",
            lang.t("Restore version {number}", number=one.number),
            lang,
            above=lang.t("The facts become what they were in this version. What is there now stays in this list."),
            on_click=st.session_state.__setitem__,
            args=(BASE, newest.number),  # what is seen when it is pressed
        )
        if why:
            _restore(one, st.session_state[BASE], why, lang)


def _restore(one: Version, base: int, why: str, lang: Language) -> None:
    who = allowed(Role.ADMIN).name
    with told(lang):
        with progress(lang, "restore") as report:
            made = versions().restore(one.number, who=who, why=why, base=base, report=lambda step: report(step, 0))
            if made.number != base:
                st.session_state[DONE] = made.number
        if made.number != base:
            st.rerun()
        told_already = lang.t("The facts are what they were in this version: there is nothing to do.")
        st.info(told_already, icon=":material/info:")
