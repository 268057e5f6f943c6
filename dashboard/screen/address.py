"""What the address asks for, as far as no page has said yet what can be chosen: its words, and the language."""

import streamlit as st

from dashboard.language import COMPLETE


def listen() -> None:
    """Read what the address asks for; once per run of the whole page.

    The run of a part alone (`st.fragment`) keeps to that: its message may have left the browser before the address that
    an earlier run wrote had arrived there.
    """
    st.session_state["asked"] = {key: st.query_params.get_all(key) for key in st.query_params}


def begin(page: str) -> None:
    """Forget the choices made on another page: a filter of the same name there is another filter.

    What a page keeps besides (as `region-playing`) begins with its name.
    """
    before = st.session_state.get("page@shown")
    if before == page:
        return
    for kept in [str(key) for key in st.session_state if before and str(key).startswith(f"{before}-")]:
        del st.session_state[kept]
    st.session_state["page@shown"] = page
    for mark in [str(mark) for mark in st.session_state if str(mark).endswith("@address") and mark != "lang@address"]:
        del st.session_state[mark]
        st.session_state.pop(mark.removesuffix("@address"), None)


def adopt_language(default: str) -> list[str]:
    """Take over the language that the address asks for, if that is news; it outlasts a change of page.

    Returns what the address asks for in vain.
    """
    asked = _languages()
    news = bool(asked) and asked != st.session_state.get("lang@address", [])
    if news or st.session_state.get("lang") not in COMPLETE:
        st.session_state["lang"] = next((code for code in asked if code in COMPLETE), default)
    return [code for code in asked if code not in COMPLETE]


def publish_language(code: str, default: str) -> None:
    """Write the language into the address where that says something else."""
    if code != next((asked for asked in _languages() if asked in COMPLETE), default):
        st.query_params["lang"] = code
        st.session_state["asked"]["lang"] = [code]
    st.session_state["lang@address"] = _languages()


def _languages() -> list[str]:
    asked: list[str] = st.session_state["asked"].get("lang", [])
    return asked
