"""Make it a version of the facts: all or nothing, with a reason, for the facts it was made for."""

import logging
from dataclasses import replace

import streamlit as st

from dashboard.access import Role
from dashboard.access.session import allowed
from dashboard.intake.answers import Answers
from dashboard.intake.intake import Intake
from dashboard.intake.single import Edits
from dashboard.language import NOTHING, Language
from dashboard.screen.markdown import plain
from dashboard.staff.failing import FAILURES, reasons, words
from dashboard.staff.importing.progress import Report, progress
from dashboard.staff.importing.weighing import drafted, sha256
from dashboard.staff.importing.work import FOUND, Work, give_up, put
from dashboard.staff.reason import reason
from dashboard.versions import Superseded, Version, versions
from dashboard.warehouse import BuildError

logger = logging.getLogger(__name__)

DONE = "bring-done"  # in the session: the number of the version that was made


def offer(work: Work, lang: Language) -> None:
    """The reason and the button, once there is something to publish and nothing against it."""
    if work.late is not None:
        _superseded(work, work.late, lang)
        return
    if work.is_other:
        st.warning(
            lang.t("Nothing was published: what comes of it is no longer what was shown. Look at it again."),
            icon=":material/sync_problem:",
        )
    if work.outcome is None or not work.outcome.is_ready:
        return
    st.subheader(lang.t("Publish"))
    if why := reason("bring-publish", lang.t("Publish"), lang, icon=":material/publish:"):
        _publish(work, why, lang)


def _publish(work: Work, why: str, lang: Language) -> None:
    who = allowed(Role.EDITOR).name
    try:
        with progress(lang, "publish") as report:
            is_done = _published(work, who, why, report)
    except Superseded as error:
        put(replace(work, late=error.newest))
        st.rerun()
    except BuildError as error:
        st.error(plain(words(reasons(error), lang)), icon=":material/error:")
        return
    except FAILURES:  # what is against it is told anew
        is_done = False
    if not is_done:
        put(replace(work, outcome=None, is_other=True))
    st.rerun()


def _published(work: Work, who: str, why: str, report: Report) -> bool:
    """Publish what was shown; False where something else comes of it by now.

    Raises Superseded, Faulty, BuildError, and what `drafted` raises. Once it is published nothing here fails any more.
    """
    if (newest := versions().newest()).number != work.base:
        raise Superseded(newest)
    with drafted(work.task, report) as draft:
        is_shown = work.outcome is not None and work.outcome.content == sha256(draft.content)
        if draft.content is None or draft.faults or not is_shown:
            return False
        version = versions().publish(
            {draft.path: draft.content},
            base=work.base,
            who=who,
            why=why,
            kind="edit" if isinstance(work.task, Edits) else "import",
            report=lambda step: report(step, 0),
        )
        st.session_state[DONE] = version.number
        give_up(type(work.task))
        _keep(draft.intake)
        return True


def _keep(intake: Intake | None) -> None:
    """The answers for the next file with these columns; without them it is only asked again."""
    if intake and intake.kept and intake.proposal.answers != Answers():
        try:
            intake.kept.write(intake.proposal.answers)
        except OSError as error:
            logger.warning("Answers about a file could not be kept", exc_info=error)


def _superseded(work: Work, newest: Version, lang: Language) -> None:
    """Somebody else was first: who that was; what was done here is kept."""
    st.warning(
        lang.t(
            "Meanwhile {who} published version {number}: {why}. Nothing of yours was published, and nothing is lost.",
            who=plain(newest.who) or lang.t("someone who changed the files"),
            number=newest.number,
            why=plain(newest.why) or NOTHING,
        ),
        icon=":material/group:",
    )
    if st.button(lang.t("Propose it for version {number}", number=newest.number), type="primary"):
        allowed(Role.EDITOR)
        put(replace(work, base=newest.number, outcome=None, late=None))
        if isinstance(work.task, Edits) and (shown := st.session_state.get(FOUND)) is not None:
            st.session_state[FOUND] = (newest.number, shown[1])
        st.rerun()
