"""What the address asks for, as far as no page has said yet what can be chosen: its words, and the language."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import streamlit as st

from dashboard.language import COMPLETE

Start = Callable[[Any], dict[str, Any]]  # how a widget is told what it holds at first


def listen() -> None:
    """Read what the address asks for, its keys in any case; once per run of the whole page.

    The run of a part alone (`st.fragment`) keeps to that: its message may have left the browser before the address that
    an earlier run wrote had arrived there.
    """
    st.session_state["asked"] = _whole()


def _whole() -> dict[str, list[str]]:
    return {key.lower(): st.query_params.get_all(key) for key in st.query_params}


def rewrite(changes: Mapping[str, list[str]]) -> None:
    """Let the address ask for this, all of it at once: each step is an entry in the browser's history."""
    before = _whole()
    after = {key: codes for key, codes in (before | dict(changes)).items() if codes}
    if after != before:
        st.query_params.from_dict(after)


def unheard(key: str) -> None:
    """Remember that what the session holds under this key is the address's, and no widget has been asked yet."""
    st.session_state[f"{key}@unheard"] = True


@contextmanager
def heard(key: str, start: Start, again: Callable[[], object] = st.rerun) -> Iterator[dict[str, Any]]:
    """Around the drawing of a widget: how it starts, if it is its first time in this session.

    The server may have been started anew, or forgotten the session, while the page stood in the browser. What is chosen
    there next comes with the first message, and counts for more than the address, which is as old as the page: so the
    session may not say what the widget holds, and if it holds something else everything runs `again`.
    """
    if not st.session_state.pop(f"{key}@unheard", False):
        yield {}
        return
    asked = st.session_state.pop(key)
    yield start(asked)
    if st.session_state[key] != asked:
        again()


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
        key = mark.removesuffix("@address")
        for kept in (mark, f"{key}@unheard", key):
            st.session_state.pop(kept, None)


def adopt_language(default: str) -> list[str]:
    """Take over the language that the address asks for, if that is news; it outlasts a change of page.

    Returns what the address asks for in vain.
    """
    asked = _languages()
    news = bool(asked) and asked != st.session_state.get("lang@address", [])
    if news or st.session_state.get("lang") not in COMPLETE:
        if "lang" not in st.session_state:
            unheard("lang")
        st.session_state["lang"] = next((code for code in asked if code in COMPLETE), default)
        st.session_state["lang@address"] = asked
    return [code for code in asked if code not in COMPLETE]


def publish_language(code: str, default: str) -> None:
    """Write the language into the address where that says something else."""
    if code != next((asked for asked in _languages() if asked in COMPLETE), default):
        rewrite({"lang": [code]})
        st.session_state["asked"]["lang"] = [code]
    st.session_state["lang@address"] = _languages()


def _languages() -> list[str]:
    """The languages asked for; `EN` and `en-GB` are `en`."""
    return [code.lower().partition("-")[0] for code in st.session_state["asked"].get("lang", [])]
