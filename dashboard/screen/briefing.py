"""The dialog from which a page is taken along as a briefing: what is in it, how it is coming on, the file."""

from functools import partial
from typing import Any

import streamlit as st
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_run_context import ThreadState

from dashboard.briefing.brief import LONGEST
from dashboard.briefing.chapters import PLANS, brief, planned
from dashboard.briefing.formats import FORMATS
from dashboard.content.view import View, asked_in
from dashboard.language import COMPLETE, Language
from dashboard.screen.markdown import plain
from dashboard.screen.seen import dialog, fragment
from dashboard.warehouse import public_warehouse, warehouse
from dashboard.workshop.order import Cancelled, Done, Failed, Forgotten, Full, NotMade, Order, Waiting, Working
from dashboard.workshop.shop import workshop
from dashboard.workshop.words import full, told

KEY = "briefing"  # what the session holds of it begins so
TICKET = f"{KEY}-ticket"
EVERY = 0.5  # seconds between two looks at how it is coming on


def briefing_button(view: View) -> None:
    """A button that opens the dialog, on pages that have a briefing."""
    if view.page.name not in PLANS:
        return
    lang = view.lang
    if st.button(lang.t("Briefing"), key=f"{KEY}-open", icon=":material/co_present:", type="tertiary"):
        _unwanted()
        drawn = partial(_dialog, view)
        dialog(lang.t("Take along as a briefing"), drawn, width="medium", on_dismiss=_unwanted)


def _dialog(view: View) -> None:
    """The wishes; below them, once it is ordered, how it is coming on."""
    lang = view.lang
    chosen = [f"{label}: {words}" for label, words in view.filters if words not in view.title]
    st.caption(plain(" · ".join([view.title, *chosen])))
    if not warehouse().public:
        st.caption(lang.t("It holds public facts only."))
    wishes = _wishes(view)
    if st.button(lang.t("Make the briefing"), key=f"{KEY}-make", type="primary", disabled=not wishes["chapters"]):
        _ordered(wishes, lang)
    if TICKET in st.session_state:
        fragment(partial(_coming_on, lang), every=EVERY)()


def _wishes(view: View) -> dict[str, Any]:
    """What is to be made, as the job takes it."""
    lang, page = view.lang, view.page.name
    left, right = st.columns(2)
    with left:
        wanted = st.radio(
            lang.t("Format"), FORMATS, format_func=lambda code: FORMATS[code].title(lang), key=f"{KEY}-format"
        )
    with right:
        tongue = st.segmented_control(
            lang.t("Language"), COMPLETE, default=lang.code, required=True, format_func=lang.tongue, key=f"{KEY}-lang"
        )
        dark = FORMATS[wanted].dark and _dark(lang)
    said = {chapter.key: chapter.title for chapter in brief(page, asked_in(view.query), lang).chapters}
    chapters = st.pills(
        lang.t("Sections"), list(said), selection_mode="multi", default=list(said), format_func=said.__getitem__,
        key=f"{KEY}-chapters",
    )  # fmt: skip
    note = st.text_area(
        lang.t("A note to the reader (optional)"), max_chars=LONGEST, key=f"{KEY}-note", height="content"
    )
    return {
        "page": page, "query": view.query, "lang": tongue, "format": wanted, "note": note or "", "dark": dark,
        "chapters": tuple(plan.key for plan in planned(page) if plan.key in chapters),
    }  # fmt: skip


def _dark(lang: Language) -> bool:
    """Whether slides have a dark ground."""
    looks = {False: lang.t("light"), True: lang.t("dark")}
    chosen = st.segmented_control(
        lang.t("Look"), looks, default=False, required=True, format_func=looks.__getitem__, key=f"{KEY}-dark"
    )
    return bool(chosen)


def _ordered(wishes: dict[str, Any], lang: Language) -> None:
    """Order it; the one before is wanted no more."""
    _unwanted()
    try:
        st.session_state[TICKET] = workshop().order(Order("briefing", wishes, public_warehouse().version))
    except Full:
        st.error(full(lang), icon=":material/hourglass_top:")


def _coming_on(lang: Language) -> None:
    """How it is coming on, looked at again and again while it is; then the file, or why there is none."""
    ticket: str = st.session_state.get(TICKET, "")
    state = workshop().state(ticket) if ticket else None
    if not isinstance(state, Waiting | Working):
        _look_no_more()
    match state:
        case Done():
            _file(ticket, state, lang)
        case Failed() | Forgotten() | Cancelled():
            st.warning(told(state, lang), icon=":material/error:")
        case Waiting() | Working():
            st.progress(state.step / state.of if isinstance(state, Working) and state.of else 0.0, told(state, lang))
            st.button(lang.t("Cancel"), key=f"{KEY}-cancel", on_click=_unwanted)


def _look_no_more() -> None:
    """End the looks of the fragment that runs: Streamlit itself ends them only with the fragment around it."""
    if (ctx := get_script_run_ctx()) and (own := ThreadState.get().fragment_id):
        message = ForwardMsg()
        message.stop_auto_rerun.fragment_ids.append(own)
        ctx.enqueue(message)


def _file(ticket: str, state: Done, lang: Language) -> None:
    """The file, or that it is kept no more: it may be gone since its state was asked for."""
    try:
        made = workshop().taken(ticket)
    except NotMade as error:
        st.warning(told(error.state, lang), icon=":material/error:")
        return
    st.success(told(state, lang), icon=":material/check:")
    label = lang.t("Save {name} ({megabytes} MB)", name=state.name, megabytes=lang.number(state.size / 1e6, 1))
    st.download_button(
        label, made.content, made.name, made.media_type, key=f"{KEY}-save", on_click="ignore", type="primary"
    )


def _unwanted() -> None:
    """Nobody waits for what was ordered any more."""
    if ticket := st.session_state.pop(TICKET, None):
        workshop().cancel(ticket)
