"""HTML from the templates whose marked elements can be chosen: rows of a table, names in a card."""

from collections.abc import Callable

import streamlit as st

from dashboard.screen.component import component

_COMPONENT = component("pickable")


def pickable(html: str, on_pick: Callable[[str], None] | None = None, *, key: str) -> str | None:
    """Draw the HTML and return the `data-pick` of an element just chosen (None otherwise).

    `on_pick` takes it before the page runs again, so that it may change filters; in a new session only now (see
    `address.heard`), and has it run again itself.
    """
    is_new = key not in st.session_state

    def picked() -> None:
        if on_pick and (value := st.session_state[key].pick) is not None:
            on_pick(str(value))

    chosen: str | None = _COMPONENT(key=key, data={"html": html}, on_pick_change=picked).pick
    if is_new:
        picked()
    return chosen
