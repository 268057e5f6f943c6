"""What every publication asks for and says: its reason, and that it is done."""

import time
from typing import Any

import streamlit as st

from dashboard.language import Language

SAID = 60  # seconds


def reason(name: str, button: str, lang: Language, *, above: str = "", **looks: Any) -> str:
    """A form that asks for the reason; empty unless it was just given."""
    with st.form(name, border=False):
        if above:
            st.markdown(above)
        why = st.text_input(lang.t("Why (stands in the list of versions)"), max_chars=500).strip()
        pressed = st.form_submit_button(button, type="primary", **looks)
    if pressed and not why:
        st.error(lang.t("Say why the facts change."), icon=":material/error:")
    return why if pressed else ""


def done(name: str, lang: Language) -> None:
    """That the version of which the number stands in the session under this name is published; said for a minute, in
    which the page comes anew with what was published."""
    if (number := st.session_state.get(name)) is not None:
        began = st.session_state.setdefault(f"{name}-{number}", time.monotonic())
        if time.monotonic() - began > SAID:
            del st.session_state[name], st.session_state[f"{name}-{number}"]
            return
        told = lang.t("Version {number} is published. Every page shows it within seconds.", number=number)
        st.success(told, icon=":material/check_circle:")
