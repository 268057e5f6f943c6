"""A run of a page, or of a part of it, is for a reader: when they go elsewhere, choose again or close the page, nobody
waits for what it still asks."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashboard.warehouse.engine.asker import Left, There, asking

STOP = "STOP"  # what Streamlit has noted then; it acts on it with the next element that is drawn


@contextmanager
def attended() -> Iterator[None]:
    """Around a run: its questions are left with its reader, and those that are still being asked at its end."""
    is_on, told = True, is_told_to_stop()

    def there() -> bool:
        return is_on and not told()

    try:
        with asking(there):
            yield
    except Left:
        st.stop()
    finally:
        is_on = False


def is_told_to_stop() -> There:
    """Tells, in any thread, whether this run is to stop.

    Streamlit has no public word for that. Should the private one be gone, a run goes on to its end, as if it stayed.
    """
    requests = getattr(get_script_run_ctx(suppress_warning=True), "script_requests", None)

    def told() -> bool:
        return getattr(getattr(requests, "_state", None), "name", "") == STOP

    return told
