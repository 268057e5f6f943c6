"""What every publication asks for and says: its reason, and that it is done."""

from typing import Any

import streamlit as st

from dashboard.language import Language


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
    """That the version of which the number stands in the session under this name is published; said once."""
    if (number := st.session_state.pop(name, None)) is not None:
        told = lang.t("Version {number} is published. Every page shows it within seconds.", number=number)
        st.success(told, icon=":material/check_circle:")
