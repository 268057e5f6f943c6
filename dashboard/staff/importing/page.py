"""The page: a file or single rows, and below either what would come of it."""

from dataclasses import replace

import streamlit as st

from dashboard.access import Role
from dashboard.access.session import allowed
from dashboard.intake.single import Edits
from dashboard.language import Language
from dashboard.screen.html import block
from dashboard.staff import reason
from dashboard.staff.failing import told as failing
from dashboard.staff.importing import asked, changes, columns, file, publish, rows, told
from dashboard.staff.importing.progress import progress
from dashboard.staff.importing.weighing import outcome
from dashboard.staff.importing.work import Kind, Outcome, Upload, Work, held, put
from dashboard.versions import versions
from dashboard.warehouse import warehouse

WAYS = ("file", "rows")


def show(lang: Language) -> None:
    """Both ways; one is open at a time, each with its own work."""
    block("head", title=lang.t("Import and mend"), text=lang.t("Bring a list in, or correct single rows"))
    reason.done(publish.DONE, lang)
    if warehouse().public:
        st.info(lang.t("Internal facts are part of every table: switch “As the public sees it” off to go on."))
        return
    if is_rows := _way(lang) == "rows":
        rows.choose(lang)
    else:
        file.choose(lang)
    if (work := _weighed(Edits if is_rows else Upload, lang)) is not None:
        _told(work, lang)


def _way(lang: Language) -> str:
    st.session_state.setdefault("bring-way", "rows" if rows.asked() else "file")
    names = {"file": lang.t("A file"), "rows": lang.t("Single rows")}
    return str(
        st.segmented_control(
            lang.t("What to bring in"),
            WAYS,
            format_func=names.__getitem__,
            key="bring-way",
            label_visibility="collapsed",
            required=True,
        )
    )


def _told(work: Work, lang: Language) -> None:
    """What is known of it."""
    if isinstance(work.task, Upload):
        columns.read(work, lang)
        asked.questions(work, lang)
    told.faults(work, lang)
    changes.changes(work, lang)
    publish.offer(work, lang)


def _weighed(kind: Kind, lang: Language) -> Work | None:
    """The work that is under way here, with what would come of it; found out once."""
    if (work := held(kind)) is None or work.outcome or work.late:
        return work
    allowed(Role.EDITOR)
    with failing(lang):
        newest = versions().newest()
        work = replace(work, base=work.base or newest.number)
        if newest.number != work.base:
            work = replace(work, late=newest)
        else:
            with progress(lang, "weigh") as report:
                work = _known(work, outcome(work, report))
        put(work)
        return work
    return None


def _known(work: Work, found: Outcome) -> Work:
    """With what came of it, and what is asked for the first time."""
    new = found.proposal.questions if found.proposal else ()
    known = {one.about for one in work.asked}
    fresh = tuple(one for one in new if one.about not in known)
    return replace(work, outcome=found, asked=(*work.asked, *fresh), read=found.read or work.read)
