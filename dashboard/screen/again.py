"""A page whose engine does not answer: it says so, and looks again by itself until it does."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from dashboard.content.unanswered import unanswered
from dashboard.language import Language
from dashboard.screen.seen import fragment
from dashboard.warehouse import warehouse
from dashboard.warehouse.engine.fault import EngineFault, TooSlow

logger = logging.getLogger(__name__)
EVERY = 10.0  # seconds


@contextmanager
def or_again(lang: Language) -> Iterator[None]:
    """Around a page, of which nothing more can be shown once its engine does not answer."""
    try:
        yield
    except EngineFault as fault:
        note("a page", fault)
        st.info(unanswered(fault, lang), icon=":material/cloud_off:")
        look_again(fault)


def note(what: str, fault: EngineFault) -> None:
    """For the log; an engine that is away is told there once (see `FromLake`), whoever meets it."""
    level = logging.INFO if fault.passes else logging.WARNING
    logger.log(level, "%s cannot be made: %s", what, type(fault).__name__)  # its words may quote what was typed


def look_again(fault: EngineFault) -> None:
    """Run the page anew once its engine is well; what takes too long is not asked again and again, but where it did so
    because the engine was about to go, which shows a little later."""
    was_away = fault.passes
    first = iter([True])  # with the page itself

    def look() -> None:
        nonlocal was_away
        is_away = bool(warehouse().away)
        if not next(first, False) and was_away and not is_away:
            st.rerun()
        was_away = was_away or is_away

    if fault.passes or isinstance(fault, TooSlow):
        fragment(look, every=EVERY)()
