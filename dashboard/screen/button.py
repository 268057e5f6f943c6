"""A button that does something before the page runs again."""

from collections.abc import Callable
from typing import Any

import streamlit as st


def button(label: str, act: Callable[[], None], *, key: str, **looks: Any) -> None:
    """Draw it. Pressed as the first thing in a new session (see `address.heard`) it acts only now, and everything runs
    again."""
    is_new = key not in st.session_state
    if st.button(label, key=key, on_click=act, **looks) and is_new:
        act()
        st.rerun()
