"""How a file was read, which of its columns is which, and both said otherwise."""

from collections.abc import Mapping, Sequence

import streamlit as st

from dashboard.access import Role
from dashboard.access.session import allowed
from dashboard.intake.answers import Answers, Kept
from dashboard.intake.matching import Why
from dashboard.intake.reading import Read
from dashboard.language import Language
from dashboard.screen.markdown import label, plain
from dashboard.settings import settings
from dashboard.staff.importing.beside import beside
from dashboard.staff.importing.work import Outcome, Upload, Work, again, give_up
from dashboard.warehouse import warehouse


def read(work: Work, lang: Language) -> None:
    """What was read, and how it may be read otherwise."""
    found, of = work.outcome, work.read
    if found is None or of is None or not isinstance(work.task, Upload):
        return
    between = {",": lang.t("commas"), ";": lang.t("semicolons"), "\t": lang.t("tabs"), "|": lang.t("vertical bars")}
    where = (
        lang.t("cells between {sign}", sign=between[of.chosen])
        if of.chosen in between
        else lang.t("sheet {name}", name=plain(of.chosen))
    )
    count = lang.n("{count} row", "{count} rows", of.rows)
    told = lang.t("{count} below row {row}, {where}", count=count, row=of.header_row, where=where)
    st.markdown(f"**{plain(of.file)}** · {told}")
    st.button(lang.t("Put this file aside"), on_click=give_up, args=(Upload,), type="tertiary", icon=":material/close:")
    if found.proposal and found.proposal.answers != work.task.answers:
        st.caption(lang.t("What was answered for an earlier file with these columns counts here, too."))
        st.button(lang.t("Ask anew"), on_click=_ask_anew, args=(work.task.table, of), type="tertiary")
    if found.read:
        with st.expander(lang.t("Columns"), expanded=found.proposal is None or _lacks(found)):
            _columns(found, of, work.task.table, lang)
    with st.expander(lang.t("Read it otherwise")), st.form("bring-reading", border=False):
        _reading(found.proposal.answers if found.proposal else work.task.answers, of, lang)


def _lacks(found: Outcome) -> bool:
    """Whether a column is missing."""
    return any(fault.row is None for fault in found.faults)


def _ask_anew(table: str, of: Read) -> None:
    """Forget what was answered before."""
    allowed(Role.EDITOR)
    Kept(settings().store, table, of.heads).forget()
    again()


def _reading(answers: Answers, of: Read, lang: Language) -> None:
    sheet = None
    if of.others:
        sheet = st.selectbox(lang.t("Sheet"), [of.chosen, *of.others])
    row = st.number_input(lang.t("Row with the names of the columns"), 1, value=of.header_row)
    clears = st.checkbox(lang.t("An empty cell empties what the table holds"), value=answers.clear)
    if st.form_submit_button(lang.t("Read again")):
        allowed(Role.EDITOR)
        same_sheet = sheet in (None, of.chosen)
        header = int(row) if same_sheet or int(row) != of.header_row else None
        again(sheet=sheet, header_row=header, clear=clears)
        st.rerun()


def _columns(found: Outcome, of: Read, name: str, lang: Language) -> None:
    """A field for each column of the file."""
    table = warehouse().package.tables[name]
    matched = {one.head: one for one in found.proposal.matched} if found.proposal else {}
    titles = {"": lang.t("left out"), **{one.name: f"{lang.text(one.title)} ({one.name})" for one in table.columns}}
    order, chosen = list(titles), dict[str, str]()
    with st.form("bring-columns", border=False):
        for head in beside(of.heads):
            match = matched.get(head)
            now = order.index((match.column if match else None) or "")
            chosen[head] = str(st.selectbox(label(head), order, now, format_func=titles.__getitem__))
            st.caption(_seen(match.why if match else Why.NONE, found.examples.get(head, ()), lang))
        if st.form_submit_button(lang.t("Take these columns")):
            _take_columns(chosen, titles, lang)


def _take_columns(chosen: Mapping[str, str], titles: Mapping[str, str], lang: Language) -> None:
    allowed(Role.EDITOR)
    taken = [name for name in chosen.values() if name]
    if twice := sorted({titles[name] for name in taken if taken.count(name) > 1}):
        told = lang.t("Two columns of the file cannot both be: {names}.", names=plain(", ".join(twice)))
        st.error(told, icon=":material/error:")
        return
    again(columns=dict(chosen))
    st.rerun()


def _seen(why: Why, examples: Sequence[str], lang: Language) -> str:
    """Why it is that one, and some of its cells."""
    reason = {
        Why.SAID: lang.t("as you said"),
        Why.NAME: lang.t("by its name"),
        Why.ALIKE: lang.t("called nearly so"),
        Why.CONTENT: lang.t("by what stands in it"),
        Why.NONE: lang.t("nothing known is like it"),
    }[why]
    return " · ".join([reason, plain(", ".join(one[:40] for one in examples))]) if examples else reason
