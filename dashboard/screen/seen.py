"""Whose facts a page is made of: all of them for who may see them, unless they look at it as the public does.

Streamlit runs parts of a page (fragments, dialogs) without the rest of it: each is made by `fragment` or `dialog` here,
so that it reads what the page reads, and no page is made of both.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import wraps
from typing import Any

import streamlit as st

from dashboard.access.session import person
from dashboard.warehouse import internal_warehouse, reading

AS_PUBLIC = "seen-as-public"  # in the session: what the switch says
_PAGE = "seen-page"  # in the session: whether the page was made of internal facts


def is_internal() -> bool:
    """Whether this session's reader may see internal facts now, and wants to."""
    return person().sees_internal and not st.session_state.get(AS_PUBLIC)


@contextmanager
def seen() -> Iterator[bool]:
    """Around the run of a whole page; tells whether it reads internal facts."""
    st.session_state[_PAGE] = internal = is_internal()
    with _read(internal):
        yield internal


def fragment(run: Callable[[], None], *, every: float | None = None) -> Callable[[], None]:
    """A part of a page that runs by itself, and again after so many seconds."""
    return st.fragment(_alone(run), run_every=every)


def dialog(title: str, drawn: Callable[[], object], **looks: Any) -> None:
    """Open a dialog."""
    st.dialog(title, **looks)(_alone(drawn))()


def _alone(run: Callable[[], object]) -> Callable[[], None]:
    @wraps(run)
    def again() -> None:
        internal = is_internal()
        if internal != st.session_state.get(_PAGE, False):
            st.rerun()  # the whole page: a role was taken away or has ended
        with _read(internal):
            run()

    return again


def _read(internal: bool) -> AbstractContextManager[None]:
    return reading(internal_warehouse()) if internal else nullcontext()
