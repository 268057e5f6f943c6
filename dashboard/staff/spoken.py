"""Select boxes whose options are said in the reader's language."""

import streamlit as st

from dashboard.language import Language

LANG = "staff-spoken"  # in the session, with the box's key: the language in which it was drawn last


def spoken(key: str, lang: Language) -> str:
    """The key, for the box that is drawn next: after a change of language it keeps what is chosen.

    A browser names an option by its words, and those of another language are none of this one's; what a script sets
    counts more.
    """
    before = st.session_state.get(f"{LANG}-{key}", lang.code)
    st.session_state[f"{LANG}-{key}"] = lang.code
    if before != lang.code and key in st.session_state:
        st.session_state[key] = st.session_state[key]
    return key
