"""What is wrong, and where."""

from collections.abc import Mapping, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from dashboard.access import Role
from dashboard.export.formats import WORKBOOK
from dashboard.intake.proposal import Proposal
from dashboard.intake.questions import Ask
from dashboard.intake.validation import UNKNOWN
from dashboard.language import Language
from dashboard.screen.markdown import plain
from dashboard.staff.failing import words
from dashboard.staff.importing.weighing import SHOWN
from dashboard.staff.importing.work import Work
from dashboard.staff.taking import only
from dashboard.warehouse.fault import Fault

MIME = {"csv": "text/csv", "xlsx": WORKBOOK}


def faults(work: Work, lang: Language) -> None:
    """Row, column, value, what is wrong, how to mend it; and the faulty rows as files."""
    found = work.outcome
    if found is None:
        return
    if found.failure:
        st.error(plain(words(tuple(found.failure), lang)), icon=":material/error:")
    of = found.proposal
    shown = [one for one in found.faults if not (of and _is_asked(one, of))]
    if shown:
        st.subheader(lang.t("What is wrong"))
        told = lang.n(
            "{count} fault: nothing can be published.", "{count} faults: nothing can be published.", len(shown)
        )
        st.error(told, icon=":material/report:")
        st.dataframe(_frame(shown[:SHOWN], lang), hide_index=True, width="stretch", alt=lang.t("What is wrong"))
    if shown and (faulty := found.faulty.get(lang.code)):
        _files(faulty, lang)


def _files(faulty: Mapping[str, bytes], lang: Language) -> None:
    """The faulty rows, by the endings of the files."""
    st.caption(lang.t("The faulty rows as they stand in your file, each with what is wrong, to be mended there:"))
    name = lang.t("faulty-rows")
    with st.container(horizontal=True):
        for ending, content in faulty.items():
            made = only(Role.EDITOR, partial(bytes, content))
            st.download_button(ending.upper(), made, f"{name}.{ending}", MIME[ending], on_click="ignore")


def _is_asked(fault: Fault, of: Proposal) -> bool:
    """Whether a question is about it: what a word means, what empty cells hold, or in which notation a column is, of
    which what else is wrong is known afterwards."""
    column = next((match.column for match in of.matched if match.head == fault.column), fault.column)
    asked = {one.ask for one in of.questions if one.column == column}
    return fault.rule == UNKNOWN or bool(asked & {Ask.NUMBERS, Ask.DATES}) or (Ask.DEFAULT in asked and not fault.value)


def _frame(found: Sequence[Fault], lang: Language) -> pd.DataFrame:
    heads = (
        lang.t("File"),
        lang.t("Row"),
        lang.t("Column"),
        lang.t("Value"),
        lang.t("What is wrong"),
        lang.t("How to mend it"),
    )
    rows = [
        (one.file, one.row, one.column or "", one.value or "", lang.said(one.rule), lang.said(one.mend))
        for one in found
    ]
    frame = pd.DataFrame(rows, columns=list(heads))
    return frame.astype({heads[1]: "Int64"}) if rows else frame
