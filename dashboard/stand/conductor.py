"""The conductor: the small script in the browser that changes the scenes, hears the first touch and the long press,
counts down when nobody is there any more, and comes back by itself after a cut."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from dashboard.screen.component import component

_COMPONENT = component("conductor")
KEY = "conductor"


def conductor(on_event: Callable[[str], None], **score: Any) -> None:
    """Put the conductor to work; `score` is described in `conductor.js`.

    `on_event` hears `touch`, `home`, `staff`, `news` and `problem:<what>` before the part runs again.
    """

    def heard() -> None:
        event = st.session_state[KEY].event
        if event is not None:
            on_event(str(event))

    _COMPONENT(key=KEY, data=score, on_event_change=heard)
