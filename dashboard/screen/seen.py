"""Whose facts a page is made of: all of them for who may see them, unless they look at it as the public does.

Streamlit runs parts of a page (fragments, dialogs) without the rest of it: each is made by `fragment` or `dialog` here,
so that it reads what the page reads, and no page is made of both, or of two versions.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import wraps
from typing import Any

import streamlit as st

from dashboard.access.session import person
from dashboard.screen.attended import attended
from dashboard.warehouse import BuildError, Warehouse, internal_warehouse, public_warehouse, reading, warehouse
from dashboard.warehouse.base import Unpublishable

AS_PUBLIC = "seen-as-public"  # in the session: what the switch says
_PAGE = "seen-page"  # in the session: what the page was made of


@dataclass(frozen=True)
class _Page:
    """Whether of internal facts, of which version of them, and which public version was served then."""

    internal: bool
    version: str
    told: str


def is_internal() -> bool:
    """Whether this session's reader may see internal facts now, and wants to."""
    return person().sees_internal and not st.session_state.get(AS_PUBLIC)


@contextmanager
def seen() -> Iterator[bool]:
    """Around the run of a whole page, which is of one version of the facts whatever is published meanwhile; tells
    whether it reads internal facts."""
    told = public_warehouse().version  # looked at first: a page may come anew once too often, but not once too seldom
    facts = _facts().pinned()
    st.session_state[_PAGE] = _Page(not facts.public, facts.version, told)
    with reading(facts), attended():
        yield not facts.public


def version() -> str:
    """The public version as this page's run found it; once the server tells another one the page comes anew."""
    page: _Page | None = st.session_state.get(_PAGE)
    return page.told if page else public_warehouse().version


def fragment(run: Callable[[], None], *, every: float | None = None) -> Callable[[], None]:
    """A part of a page that runs by itself, and again after so many seconds."""
    return st.fragment(_alone(run), run_every=every)


def dialog(title: str, drawn: Callable[[], object], **looks: Any) -> None:
    """Open a dialog."""
    st.dialog(title, **looks)(_alone(drawn))()


def _alone(run: Callable[[], object]) -> Callable[[], None]:
    @wraps(run)
    def again() -> None:
        page: _Page | None = st.session_state.get(_PAGE)
        now = _facts()
        facts = now.pinned_to(page.version) if page and page.internal != now.public else None
        if facts is None:  # a role was taken away or has ended, or two newer versions have come meanwhile
            st.rerun()  # the whole page
        with reading(facts), attended():
            run()

    return again


def _facts() -> Warehouse:
    """The public ones, too, where all of them cannot be opened; staff is told (`page.notice_staff`)."""
    if is_internal():
        with suppress(BuildError, Unpublishable):
            return internal_warehouse()
    return warehouse()
