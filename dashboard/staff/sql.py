"""Questions of one's own: an SQL editor over the facts that its reader may see."""

from functools import partial
from typing import Any

import streamlit as st

from dashboard.access import Role
from dashboard.access.session import allowed
from dashboard.lab import words
from dashboard.lab.answer import Answer, Problem
from dashboard.lab.lab import lab
from dashboard.lab.run import Run, Running, Waiting
from dashboard.lab.schema import schema
from dashboard.language import Language
from dashboard.screen.editor import editor
from dashboard.screen.html import block
from dashboard.screen.markdown import plain
from dashboard.screen.seen import fragment
from dashboard.staff.answered import answered
from dashboard.staff.known import browser
from dashboard.warehouse import warehouse

KEY = "query"  # what the session holds of it begins so; it stays when another page is opened
TEXT, STAMP, WANTED, RUN, ASKED = (f"{KEY}-{name}" for name in ("text", "stamp", "wanted", "run", "asked"))
EVERY, AT_ONCE, KEPT = 0.4, 0.6, 30  # seconds between looks, and until the first one; queries remembered
ADDRESS = "query"  # the key in the address


def show(lang: Language) -> None:
    """Editor and what can be asked, side by side; below them what came of it."""
    lab().start()
    block("head", title=lang.t("Questions of your own"), text=lang.t("In SQL, over the facts behind all pages"))
    _arrived()
    _begin()
    left, right = st.columns((2, 1), gap="large")
    known = schema(warehouse().snapshot)
    with right:
        if (chosen := browser(known, lang)) is not None:
            put(chosen)
    with left:
        editor(st.session_state[TEXT], st.session_state[STAMP], known, lang, key=f"{KEY}-editor", on_run=_ask)
        _buttons(lang)
        _limits(lang)
    if RUN in st.session_state:
        fragment(partial(_coming_on, lang), every=None if _ended() else EVERY)()


def put(text: str) -> None:
    """Put a text into the editor in place of what is there."""
    st.session_state[TEXT], st.session_state[STAMP] = text, st.session_state.get(STAMP, 0) + 1


def _arrived() -> None:
    """What a link asks is put into the editor, but not run."""
    linked = st.query_params.get(ADDRESS, "")
    if TEXT not in st.session_state or st.session_state.get(f"{KEY}-linked", linked) != linked:
        put(linked or st.session_state.get(TEXT, ""))
    st.session_state[f"{KEY}-linked"] = linked


def _buttons(lang: Language) -> None:
    with st.container(horizontal=True):
        if RUN in st.session_state and not _ended():
            st.button(lang.t("Cancel"), key=f"{KEY}-stop", icon=":material/stop:", on_click=_cancel)
        _history(lang)


def _ask(text: str) -> None:
    """It is run with the page: this comes before it is known whose facts the page reads."""
    st.session_state[WANTED] = text


def _begin() -> None:
    """Run what is wanted, over what the page reads; the one before is wanted no more, nor is the answer of other facts.
    What was asked is in the address, as a link to send."""
    if RUN in st.session_state and _run().facts.public != warehouse().public:
        _cancel()
        del st.session_state[RUN]
    if (text := st.session_state.pop(WANTED, None)) is None:
        return
    allowed(Role.ANALYST)
    _cancel()
    st.session_state[RUN] = lab().ask(text, warehouse())
    st.session_state[ASKED] = [text, *(one for one in st.session_state.get(ASKED, []) if one != text)][:KEPT]
    st.query_params[ADDRESS] = st.session_state[f"{KEY}-linked"] = text
    st.session_state[TEXT] = text
    _run().wait(AT_ONCE)


def _cancel() -> None:
    if RUN in st.session_state and not _ended():
        lab().cancel(_run())


def _run() -> Run:
    found: Run = st.session_state[RUN]
    return found


def _ended() -> bool:
    return _run().result is not None


def _history(lang: Language) -> None:
    """The queries of this session, newest first; one of them goes back into the editor."""
    asked: list[str] = st.session_state.get(ASKED, [])
    if not asked:
        return
    with st.popover(lang.t("History"), icon=":material/history:", type="tertiary"):
        for number, text in enumerate(asked):
            short = " ".join(text.split())
            looks: dict[str, Any] = {"type": "tertiary", "width": "stretch"}
            st.button(plain(short[:90] or "–"), key=f"{KEY}-again-{number}", on_click=put, args=(text,), **looks)


def _limits(lang: Language) -> None:
    of = lab().limits
    st.caption(
        lang.t(
            "One SELECT, read only: up to {seconds} seconds, {rows} rows, {memory} MB of memory.",
            seconds=lang.number(of.seconds),
            rows=lang.number(of.rows),
            memory=lang.number(of.memory_mb),
        )
    )


def _coming_on(lang: Language) -> None:
    """How it is coming on, looked at again and again while it is; then the answer, or why there is none."""
    allowed(Role.ANALYST)
    match lab().state(_run()):
        case Waiting(before):
            st.progress(0.0, lang.n("{count} query is before yours.", "{count} queries are before yours.", before))
        case Running(seconds):
            most = lab().limits.seconds
            st.progress(min(seconds / most, 1.0), lang.t("Running for {seconds} s.", seconds=lang.number(seconds)))
        case Problem() as problem:
            st.error(plain(words.told(problem, lab().limits, lang)), icon=":material/error:")
        case Answer() as answer:
            answered(answer, _run().sql, lang)
    if _ended() and st.session_state.get(f"{KEY}-told") != id(_run()):
        st.session_state[f"{KEY}-told"] = id(_run())
        st.rerun()  # the whole page: nothing is to be cancelled or looked at any more
